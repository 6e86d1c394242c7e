import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import type {
  CriterionKind,
  RetireCriterionInput,
  StartGridInput,
  WriteCriterionInput,
} from "../../../graphql/resolvers.generated.ts";
import { saysAlready } from "../../../platform/again.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, notFound, Refusal, refuseStale, together } from "../../../platform/refusal.ts";
import { givenLine, isId, neededLine } from "../../../platform/text/text.ts";
import { type WorkingGroup, WorkingGroups } from "../../ground/group/group.entity.ts";
import { GridAnswers, GridCriteria, type GridCriterion } from "./grid.entity.ts";
import { gridPolicy } from "./grid.policy.ts";

/** Most criteria of a grid, and options of one: more are never answered alike. */
const most = { criteria: 60, options: 9 };

/** Writes a criterion: its words at any time, its kind and its options as long as nobody has answered it. */
export async function writeCriterion(tx: Transaction, input: WriteCriterionInput) {
  const { db, record } = tx;
  const group = await groupToWrite(tx, input.group);
  const words = together({
    label: () => neededLine(input.label, "label", limits["criterion.label"]),
    help: () => givenLine(input.help, "help", limits["criterion.help"]),
    options: () => optionsOf(input),
  });
  if (input.id) {
    const it = await criterionToChange(tx, input.id, group);
    if (saysAlready(it, { ...words, kind: input.kind })) return { grid: { group } };
    refuseStale(it, input.version, {});
    const sameAnswers = it.kind === input.kind && it.options.join("\n") === words.options.join("\n");
    if (!sameAnswers && (await db.existsBy(GridAnswers, { criterionId: it.id })))
      throw new Refusal("NOT_EMPTY", "kind");
    await db.update(GridCriteria, it.id, { ...words, kind: input.kind, version: it.version + 1 });
    await record("criterion.rewritten", it.id);
    return { grid: { group } };
  }
  const criteria = await db.findBy(GridCriteria, { groupId: group.id, retired: false });
  // One that asks just the same is there once, however often it is sent.
  if (criteria.some((it) => saysAlready(it, { ...words, kind: input.kind }))) return { grid: { group } };
  const count = await db.countBy(GridCriteria, { groupId: group.id });
  if (count >= most.criteria) throw new Refusal("LIST_FULL", null, String(most.criteria));
  const made = await db.save(GridCriteria, { groupId: group.id, position: count + 1, kind: input.kind, ...words });
  await record("criterion.written", made.id);
  return { grid: { group } };
}

function optionsOf({ kind, options }: WriteCriterionInput): string[] {
  if (kind === "YES_NO" || kind === "TEXT") return [];
  const lines = options.map((one) => givenLine(one, "options", limits["criterion.option"])).filter((it) => it !== null);
  const different = [...new Set(lines)];
  if (different.length < 2) throw new Refusal("TOO_FEW_CHOICES", "options", "2");
  if (different.length > most.options) throw new Refusal("TOO_MANY_CHOICES", "options", String(most.options));
  return different;
}

/** Retires a criterion, or asks it again. */
export async function retireCriterion(tx: Transaction, { id, retired }: RetireCriterionInput) {
  authorize(gridPolicy.write(tx.viewer));
  const it = isId(id) ? await tx.db.findOneBy(GridCriteria, { id }) : null;
  if (!it) throw notFound();
  authorize(gridPolicy.write(tx.viewer, it.groupId));
  const { affected } = await tx.db.update(GridCriteria, { id, retired: !retired }, { retired });
  if (affected) await tx.record(retired ? "criterion.retired" : "criterion.resumed", id);
  return { grid: { group: await tx.db.findOneByOrFail(WorkingGroups, { id: it.groupId }) } };
}

/** Criteria that a grid may begin with, in the language of the person: their options are parted by a bar. */
const starters: [CriterionKind, label: typeof m.grid_starter_finding, options?: typeof m.grid_starter_finding][] = [
  ["YES_NO", m.grid_starter_finding],
  ["YES_NO", m.grid_starter_initiative],
  ["SCALE", m.grid_starter_clear, m.grid_starter_clear_options],
  ["CHOICE", m.grid_starter_reach, m.grid_starter_reach_options],
  ["CHOICE", m.grid_starter_whom, m.grid_starter_whom_options],
  ["TEXT", m.grid_starter_kept],
];

/** Begins a grid with the starter criteria; one that has some is left as it is. */
export async function startGrid(tx: Transaction, input: StartGridInput) {
  const group = await groupToWrite(tx, input.group);
  if (await tx.db.existsBy(GridCriteria, { groupId: group.id })) return { grid: { group } };
  const { language: locale } = tx.viewer;
  for (const [index, [kind, label, options]] of starters.entries())
    await tx.db.insert(GridCriteria, {
      groupId: group.id,
      position: index + 1,
      kind,
      label: label({}, { locale }),
      options: options
        ? options({}, { locale })
            .split("|")
            .map((one) => one.trim())
        : [],
    });
  await tx.record("grid.started", group.id);
  return { grid: { group } };
}

async function criterionToChange({ db }: Transaction, id: string, group: WorkingGroup): Promise<GridCriterion> {
  const where = { id, groupId: group.id };
  const it = isId(id) ? await db.findOne(GridCriteria, { where, lock: { mode: "for_no_key_update" } }) : null;
  if (!it) throw new Refusal("GONE", "id");
  return it;
}

/** The group, held while its criteria are numbered. */
async function groupToWrite({ db, viewer }: Transaction, slug: string): Promise<WorkingGroup> {
  authorize(gridPolicy.write(viewer));
  const group = await db.findOne(WorkingGroups, { where: { slug }, lock: { mode: "for_no_key_update" } });
  if (!group) throw new Refusal("UNKNOWN_CHOICE", "group");
  authorize(gridPolicy.write(viewer, group.id));
  return group;
}
