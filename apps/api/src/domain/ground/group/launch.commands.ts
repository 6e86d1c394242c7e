import { editInstead, saysAlready } from "../../../platform/again.ts";
import { freeSlug } from "../../../platform/data/freeSlug.ts";
import { limits } from "@cahier/schema/limits";
import type { CreateGroupInput, EditGroupInput, OpenGroupInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, Refusal, together, refuseStale } from "../../../platform/refusal.ts";
import { givenLine, isId, neededLine } from "../../../platform/text/text.ts";
import { type Theme, Themes } from "../theme/theme.entity.ts";
import { groupToRun } from "./group.desk.ts";
import { type WorkingGroup, WorkingGroups } from "./group.entity.ts";
import { groupPolicy } from "./group.policy.ts";
import { insertObjective, objectivesAtWork, openNow } from "./launch.writes.ts";
import { starterFor } from "./starters.ts";

/** Begins a group in preparation. Rooms above hear of it: whoever begins it runs it, its questionnaires are written. */
export async function createGroup(tx: Transaction, input: CreateGroupInput) {
  const { db, viewer, record } = tx;
  authorize(groupPolicy.launch(viewer));
  if (!isId(input.key)) throw new Refusal("WRONG_KIND", "key");
  const id = input.key.toLowerCase();
  const theme = await themeNamed(tx, input.theme);
  const { name, finalGoal, promise } = together({
    name: () => neededLine(input.name, "name", limits["group.name"]),
    finalGoal: () => neededLine(input.finalGoal, "finalGoal", limits["group.finalGoal"]),
    promise: () => givenLine(input.promise, "promise", limits["group.promise"]),
    theme: () => theme ?? refuse(input.theme ? "UNKNOWN_CHOICE" : "REQUIRED", "theme"),
  });
  // Groups are begun one at a time: a retry finds the first, and no address is taken twice.
  await db.query("select pg_advisory_xact_lock(714)");
  const before = await db.findOneBy(WorkingGroups, { id });
  if (before) {
    const words = { name, finalGoal, theme: input.theme, commitments: promise ? [promise] : [] };
    return editInstead(() => editGroup(tx, { group: before.slug, version: 1, ...words }));
  }
  const source = input.from ? await groupToCopy(tx, input.from) : null;
  const { means, missions, objectives } =
    source ?? starterFor(input.starter ?? "FULL", theme!.title, input.language ?? "fr");
  await db.insert(WorkingGroups, {
    id,
    slug: await freeSlug(db, WorkingGroups, name, "groupe"),
    themeId: theme!.id,
    name,
    finalGoal: finalGoal.replace(/\.$/, "").trimEnd(),
    means: means as never,
    missions,
    commitments: promise ? [promise] : [],
    smallTeam: true,
    preparing: true,
    launchStep: 2,
  });
  const group = await db.findOneByOrFail(WorkingGroups, { id });
  for (const [index, { name: title, question, expectedOutput }] of objectives.entries())
    await insertObjective(tx, group, index + 1, { name: title, question, expectedOutput });
  await record("group.created", group, {
    ...(source ? { fromId: source.id } : { starter: input.starter ?? "FULL", language: input.language ?? "fr" }),
    theme: theme!.title,
  });
  return { group };
}

/** Says what a group is, field by field; what is absent stays. */
export async function editGroup(tx: Transaction, input: EditGroupInput) {
  const { db, record } = tx;
  const before = await groupToRun(tx, input.group);
  const theme = input.theme == null ? null : await themeNamed(tx, input.theme);
  const words = together({
    name: () => (input.name == null ? before.name : neededLine(input.name, "name", limits["group.name"])),
    finalGoal: () =>
      input.finalGoal == null
        ? before.finalGoal
        : neededLine(input.finalGoal, "finalGoal", limits["group.finalGoal"]).replace(/\.$/, "").trimEnd(),
    commitments: () => (input.commitments == null ? before.commitments : promisesOf(input.commitments)),
    themeId: () => (input.theme == null ? before.themeId : (theme?.id ?? refuse("UNKNOWN_CHOICE", "theme"))),
  });
  const launchStep = Math.max(before.launchStep, Math.min(5, input.launchStep ?? 1));
  if (saysAlready(before, { ...words, launchStep })) return { group: before };
  refuseStale(before, input.version, { group: before });
  // Once it is open its theme stays.
  if (!before.preparing && words.themeId !== before.themeId) throw new Refusal("NOT_NOW", "theme");
  const change = { ...words, launchStep, version: before.version + 1 };
  await db.update(WorkingGroups, before.id, change);
  const group: WorkingGroup = { ...before, ...change };
  const changed = (Object.keys(words) as (keyof typeof words)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(group[name]),
  );
  const of = (it: WorkingGroup) => Object.fromEntries(changed.map((name) => [name, it[name]]));
  if (changed.length > 0) await record("group.edited", group, { from: of(before), to: of(group) });
  return { group };
}

/** Opens a group to everybody. Rooms above hear of it: its questionnaires are published on their dates. */
export async function openGroup(tx: Transaction, input: OpenGroupInput) {
  const before = await groupToRun(tx, input.group);
  if (before.archivedOn) throw new Refusal("NOT_NOW", "group");
  // A second press finds it open.
  return { group: before.preparing ? await openNow(tx, before) : before };
}

/** A group to begin from: what it asks, and not what it was answered. */
async function groupToCopy({ db, viewer }: Transaction, slug: string) {
  const group = await db.findOneBy(WorkingGroups, { slug: slug.replaceAll("\0", "") });
  if (!group || !groupPolicy.read(viewer, group)) throw new Refusal("UNKNOWN_CHOICE", "from");
  return { ...group, objectives: await objectivesAtWork(db, group.id) };
}

const themeNamed = ({ db }: Transaction, slug: string): Promise<Theme | null> =>
  db.findOneBy(Themes, { slug: slug.replaceAll("\0", "") });

function refuse(code: "REQUIRED" | "UNKNOWN_CHOICE", field: string): never {
  throw new Refusal(code, field);
}

/** Promises, one each; those left empty go. */
function promisesOf(given: readonly string[]): string[] {
  if (given.length > limits["group.promises"])
    throw new Refusal("TOO_MANY_CHOICES", "commitments", String(limits["group.promises"]));
  return given.flatMap((one) => givenLine(one, "commitments", limits["group.promise"]) ?? []);
}
