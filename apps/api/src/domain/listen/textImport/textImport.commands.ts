import { limits } from "@cahier/schema/limits";
import type {
  MapTextImportInput,
  RunTextImportInput,
  TakeBackTextImportInput,
} from "../../../graphql/resolvers.generated.ts";
import { saysAlready } from "../../../platform/again.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, notFound, type ProblemFound, Refusal, together } from "../../../platform/refusal.ts";
import { givenLine, isId, neededLine } from "../../../platform/text/text.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { readDay } from "./dates.ts";
import type { World } from "./placing.ts";
import { standingOn } from "./standing.queries.ts";
import { takeBackSome } from "./takeBack.ts";
import { type TextImport, type TextImportMapping, TextImports } from "./textImport.entity.ts";
import { textImportPolicy } from "./textImport.policy.ts";
import { tryAll, triedAtOnce } from "./trying.ts";
import { territoryNamed, worldOf } from "./world.ts";

/** Most values that a person explains, and columns that make one thing. */
const most = { values: 500, id: 5, text: 10, title: 5 };

/** Says how the columns are read, and has all rows tried. */
export async function mapTextImport(tx: Transaction, input: MapTextImportInput) {
  const { db, record } = tx;
  const it = await importToChange(tx, input.id);
  if (it.state !== "TO_MAP") throw new Refusal("GONE", "id");
  const world = await worldOf(db);
  const mapping = readMapping(it, input, world);
  if (mapping.objective && !(await db.query<unknown[]>(objectiveOfGroup, [mapping.objective, it.groupId])).length)
    throw new Refusal("UNKNOWN_CHOICE", "objective");
  const checked = it.rowCount <= triedAtOnce ? await tryAll(db, it, mapping, world) : null;
  const { source, licence, attribution } = mapping;
  await db.update(TextImports, it.id, { mapping, checked, source, licence, attribution });
  // Said again, it is tried again, and told once.
  if (!saysAlready(it, { mapping })) await record("textImport.mapped", it.id, { faults: checked?.faultCount ?? null });
  return { textImport: { ...it, mapping, checked } };
}

const objectiveOfGroup = "select from objective where slug = $1 and group_id = $2";

function readMapping(it: TextImport, input: MapTextImportInput, world: World): TextImportMapping {
  const known = new Set(it.columns.map(({ name }) => name));
  const column = (name: string | null | undefined, field: string) => {
    if (!name) return null;
    if (!known.has(name)) throw new Refusal("UNKNOWN_CHOICE", field);
    return name;
  };
  const some = (names: readonly string[], field: string, atMost: number, needed = false) => {
    const all = [...new Set(names)].filter(Boolean);
    if (needed && all.length === 0) throw new Refusal("REQUIRED", field);
    if (all.length > atMost) throw new Refusal("TOO_MANY_CHOICES", field, String(atMost));
    return all.map((name) => column(name, field)!);
  };
  const read = together({
    id: () => some(input.idColumns, "idColumns", most.id),
    text: () => some(input.textColumns, "textColumns", most.text, true),
    title: () => some(input.titleColumns, "titleColumns", most.title),
    author: () => column(input.author, "author"),
    territory: () => column(input.territory, "territory"),
    everywhere: () => {
      if (!input.everywhere) return null;
      const found = world.places.get(input.everywhere);
      if (!found) throw new Refusal("UNKNOWN_TERRITORY", "everywhere");
      return input.everywhere;
    },
    date: () => {
      if (!input.date && !input.day) throw new Refusal("DAY_REQUIRED", "date");
      return column(input.date, "date");
    },
    day: () => {
      if (!input.day) return null;
      if (readDay(input.day) !== input.day) throw new Refusal("NOT_A_DATE", "day");
      if (input.day > world.today) throw new Refusal("OUT_OF_RANGE", "day", world.today);
      return input.day;
    },
    original: () => column(input.original, "original"),
    source: () => neededLine(input.source, "source", limits["textImport.source"]),
    licence: () => givenLine(input.licence, "licence", limits["textImport.licence"]),
    attribution: () => givenLine(input.attribution, "attribution", limits["textImport.attribution"]),
    values: () => valuesMeant(input.values, world),
  });
  return { kind: input.kind, territoryKind: input.territoryKind, objective: input.objective || null, ...read };
}

/** Meanings that a person gave to values. One that names nothing is refused at its field, and the others with it. */
function valuesMeant(values: MapTextImportInput["values"], world: World): TextImportMapping["values"] {
  if (values.length > most.values) throw new Refusal("TOO_MANY_CHOICES", "values", String(most.values));
  const problems: ProblemFound[] = [];
  const meant = values.flatMap(({ about, said, meant: words }): TextImportMapping["values"] => {
    const written = words.trim();
    if (!written || !said) return [];
    const field = `values.${about}.${said}`;
    const found = about === "DATE" ? readDay(written) : territoryNamed(world, written);
    if (!found) problems.push({ code: about === "DATE" ? "NOT_A_DATE" : "UNKNOWN_TERRITORY", field, value: written });
    return found ? [{ about, said: said.slice(0, 400), meant: found }] : [];
  });
  if (problems.length > 0) throw new Refusal(problems);
  return meant;
}

/** Has the rows brought, in the background. */
export async function runTextImport(tx: Transaction, { id }: RunTextImportInput) {
  const { db, record } = tx;
  const it = await importToChange(tx, id);
  // Asked twice, it runs once.
  if (it.state === "RUNNING" || it.state === "DONE") return { textImport: it };
  if (it.state !== "TO_MAP") throw new Refusal("GONE", "id");
  if (!it.mapping || !it.checked) throw new Refusal("REQUIRED", "mapping");
  if (it.checked.faultCount >= it.rowCount) throw new Refusal("NOT_EMPTY", "id");
  // Texts show as they are brought: of a group in preparation nothing does.
  if (await db.existsBy(WorkingGroups, { id: it.groupId, preparing: true })) throw new Refusal("NOT_NOW", "id");
  await db.update(TextImports, it.id, { state: "RUNNING" });
  await record("textImport.begun", it.id, { rows: it.rowCount });
  return { textImport: { ...it, state: "RUNNING" as const } };
}

/** Takes back all that an import brought; refused while something stands on one of its texts. */
export async function takeBackTextImport(tx: Transaction, { id, reason }: TakeBackTextImportInput) {
  const { db, record } = tx;
  const it = await importToChange(tx, id);
  const takenBackFor = neededLine(reason, "reason", limits["textImport.reason"]);
  const isTakenBack = it.state === "TAKEN_BACK" || it.state === "TAKING_BACK";
  // A second press finds it done.
  if (isTakenBack && it.takenBackFor === takenBackFor) return { textImport: it };
  if (isTakenBack) throw new Refusal("GONE", "id");
  const standing = await standingOn(db, it.id);
  if (standing > 0) throw new Refusal("NOT_EMPTY", "id", String(standing));
  await db.update(TextImports, it.id, { state: "TAKING_BACK", takenBackFor });
  await record("textImport.takingBack", it.id, {});
  return { textImport: await takeBackSome(tx, { ...it, state: "TAKING_BACK", takenBackFor }) };
}

/** An import, held until the end of the transaction: a batch does not run meanwhile. */
async function importToChange({ db, viewer }: Transaction, id: string): Promise<TextImport> {
  authorize(textImportPolicy.bring(viewer));
  const it = isId(id) ? await db.findOne(TextImports, { where: { id }, lock: { mode: "pessimistic_write" } }) : null;
  if (!it) throw notFound();
  authorize(textImportPolicy.bring(viewer, it.groupId));
  return it;
}
