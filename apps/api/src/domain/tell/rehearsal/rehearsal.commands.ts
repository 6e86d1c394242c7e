import type {
  BeginRehearsalInput,
  EraseRehearsalInput,
  TakeUpRehearsalInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { recorder } from "../../../platform/journal.ts";
import { seal, unseal, within, writeNote } from "../../../platform/data/sealed.ts";
import { authorize, notFound, Refusal } from "../../../platform/refusal.ts";
import { viewerOf } from "../../../platform/viewer.ts";
import { type WorkingGroup, WorkingGroups } from "../../ground/group/group.entity.ts";
import { groupPolicy } from "../../ground/group/group.policy.ts";
import { openNow, publishAlone, takeUpObjective } from "../../ground/group/launch.writes.ts";
import { openAtOnce, takeUpQuestionnaire } from "../../listen/questionnaire/launch.ts";
import { countAgain } from "../overview/tally.truth.ts";
import { changedIn, marksOf } from "./changes.ts";
import { copyGroup } from "./copy.writes.ts";
import { figuresOf, lastMigration, rehearsalGoingOn, schemaOf } from "./rehearsal.queries.ts";

/** Begins the rehearsal of a group: a sealed copy of it, opened as it will be. A second press finds it there. */
export async function beginRehearsal(tx: Transaction, input: BeginRehearsalInput) {
  const { db, viewer, now, record } = tx;
  const group = await groupToRehearse(tx, input.group);
  if (await rehearsalGoingOn(db, group.id)) return { group };
  const schema = schemaOf(group.id);
  await unseal(db, schema);
  const marks = await marksOf(db, group.id);
  const note = { begunAt: now.toISOString(), migration: await lastMigration(db), marks };
  await seal(db, schema, note, () => copyGroup(db, schema, group.id, viewer.id));
  await within(db, schema, async () => {
    await countAgain(db);
    const opener = viewerOf(viewer, [{ role: "FACILITATOR", groupId: group.id, territoryId: null }]);
    await publishAlone(db, group.id);
    await openNow({ db, viewer: opener, now, record: recorder(db, opener, now) }, group);
    await openAtOnce(db, group.id, now);
  });
  await record("rehearsal.begun", group);
  return { group };
}

/**
 * Takes up what was changed in the rehearsal of the objectives and questionnaires of its group. What somebody changed on
 * the site meanwhile stays, and goes on being told.
 */
export async function takeUpRehearsal(tx: Transaction, input: TakeUpRehearsalInput) {
  const { db, viewer, record } = tx;
  const group = await groupToRehearse(tx, input.group);
  authorize(groupPolicy.run(viewer, group.id));
  const note = await rehearsalGoingOn(db, group.id);
  if (!note) throw new Refusal("NOT_NOW", "group");
  const schema = schemaOf(group.id);
  const changed = (await changedIn(db, schema, group.id, note.marks)).filter(({ onBothSides }) => !onBothSides);
  // Taken up already, by this person or another: it is done.
  if (changed.length === 0) return { group };
  for (const one of changed)
    if (one.kind === "OBJECTIVE") await takeUpObjective(tx, group, one.it);
    else await takeUpQuestionnaire(tx, group, one.it);
  const marks = await marksOf(db, group.id);
  const taken = Object.fromEntries(changed.map(({ id }) => [id, marks[id]!]));
  await writeNote(db, schema, { ...note, marks: { ...note.marks, ...taken } });
  await record("rehearsal.takenUp", group, { changed: changed.length });
  return { group };
}

/** Erases the rehearsal of a group that is still in preparation. */
export async function eraseRehearsal(tx: Transaction, input: EraseRehearsalInput) {
  const group = await groupToRehearse(tx, input.group);
  await erase(tx, group.id);
  return { group };
}

/** A group that opens keeps nothing of what it rehearsed. */
export async function eraseAtOpening(tx: Transaction, groupId: string) {
  const [{ schema }] = await tx.db.query<[{ schema: string }]>("select current_schema() as schema");
  // The copy opens too, as its rehearsal begins.
  if (schema !== schemaOf(groupId)) await erase(tx, groupId);
}

/** The journal says that there was one, and how much; none of its words. */
async function erase({ db, record }: Transaction, groupId: string) {
  const isThere = await rehearsalGoingOn(db, groupId);
  const figures = isThere && (await figuresOf(db, groupId));
  await unseal(db, schemaOf(groupId));
  if (figures) await record("rehearsal.erased", groupId, { ...figures });
}

/** A group in preparation, held until the end of the act, for its team. */
async function groupToRehearse({ db, viewer }: Transaction, slug: string): Promise<WorkingGroup> {
  const where = { slug: slug.replaceAll("\0", "") };
  const group = await db.findOne(WorkingGroups, { where, lock: { mode: "for_no_key_update" } });
  if (!group || !groupPolicy.read(viewer, group)) {
    authorize(viewer.id !== null);
    throw notFound();
  }
  authorize(groupPolicy.team(viewer, group.id));
  if (!group.preparing || group.archivedOn) throw new Refusal("NOT_NOW", "group");
  return group;
}
