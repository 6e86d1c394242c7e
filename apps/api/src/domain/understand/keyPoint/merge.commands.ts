/**
 * A merge moves rows, and `key_point_merge.carried` says what went over, for the undoing. `merged_into_id` is
 * always the last of a chain, and the address of a merged one leads there for as long as it is. Stated merges into
 * stated, and no split or undo leaves a stated one under two people.
 */
import type { EntityManager } from "typeorm";
import { In, IsNull, Not } from "typeorm";
import type { MergeKeyPointInput, UnmergeKeyPointInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, notFound, Refusal, refuseStale } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { Objectives } from "../../ground/group/group.entity.ts";
import { KeyPointPassages } from "../passage/passage.entity.ts";
import { readingPolicy } from "../passage/passage.policy.ts";
import { type Carried, carry, giveBack } from "./carried.ts";
import { KeyPointMerges, KeyPoints } from "./keyPoint.entity.ts";
import { keyPointPolicy, twoPeopleSaid } from "./keyPoint.policy.ts";
import { peopleBehind } from "./keyPoint.queries.ts";
import { keyPointToPlace, refuseMerged, standsUnder } from "./place.writes.ts";

export async function mergeKeyPoint(tx: Transaction, input: MergeKeyPointInput) {
  const { db, viewer, record, now } = tx;
  const before = await keyPointToPlace(tx, input.id);
  const into = isId(input.intoId) ? await locked(db, input.intoId) : null;
  if (before.state === "MERGED" && into && before.mergedIntoId === into.id) return { keyPoint: into };
  await refuseMerged(db, before, "id");
  refuseStale(before, input.version);
  if (!into || into.id === before.id || into.objectiveId !== before.objectiveId)
    throw new Refusal("UNKNOWN_CHOICE", "intoId");
  await refuseMerged(db, into, "intoId");
  if (before.state === "STATED" && into.state !== "STATED") throw new Refusal("NOT_STATED", "intoId");
  if (await standsUnder(db, into.id, before.id)) throw new Refusal("WITHIN_ITSELF", "intoId");

  const children = (await db.findBy(KeyPoints, { parentId: before.id })).map(({ id }) => id);
  await db.update(KeyPoints, { parentId: before.id }, { parentId: into.id });
  const carried: Carried = { ...(await carry(db, before.id, into.id)), children };
  await db.insert(KeyPointMerges, {
    keyPointId: before.id,
    intoId: into.id,
    wasState: before.state,
    carried: carried as never,
    mergedById: viewer.id,
    mergedAt: now,
  });
  await db.update(KeyPoints, { mergedIntoId: before.id }, { mergedIntoId: into.id });
  const merged = { state: "MERGED", mergedIntoId: into.id, version: before.version + 1 } as const;
  await db.update(KeyPoints, before.id, merged);
  await record("keyPoint.merged", before.id, {
    sentence: before.sentence,
    intoId: into.id,
    into: into.sentence,
    passages: (carried.moved.key_point_passage?.length ?? 0) + (carried.shared.key_point_passage?.length ?? 0),
  });
  return { keyPoint: await db.findOneByOrFail(KeyPoints, { id: into.id }) };
}

export async function unmergeKeyPoint(tx: Transaction, input: UnmergeKeyPointInput) {
  const { db, viewer, record, now } = tx;
  authorize(readingPolicy.hold(viewer));
  const known = isId(input.id) ? await db.findOneBy(KeyPoints, { id: input.id }) : null;
  if (!known) throw notFound();
  // The one that was kept may have gone to another objective since: both are held, always in the same order.
  const kept = known.mergedIntoId ? await db.findOneByOrFail(KeyPoints, { id: known.mergedIntoId }) : known;
  const objectives = await db.find(Objectives, {
    where: { id: In([known.objectiveId, kept.objectiveId]) },
    order: { id: "ASC" },
    lock: { mode: "for_no_key_update" },
  });
  for (const { groupId } of objectives) authorize(keyPointPolicy.edit(viewer, groupId));
  const before = (await locked(db, known.id))!;
  const merge = await db.findOneBy(KeyPointMerges, { keyPointId: before.id, undoneAt: IsNull() });
  if (!merge) return { keyPoint: before, kept: before };
  const into = (await locked(db, merge.intoId))!;
  await refuseMerged(db, into, "id");

  const others = await db.find(KeyPointMerges, {
    where: { intoId: into.id, id: Not(merge.id), undoneAt: IsNull() },
    order: { id: "ASC" },
  });
  const behindBoth = await peopleBehind(db, into.id);
  await giveBack(db, into.id, before.id, merge.carried, others);
  for (const { id, carried } of others) await db.update(KeyPointMerges, id, { carried: carried as never });
  await db.update(KeyPointMerges, merge.id, { undoneAt: now, undoneById: viewer.id });
  await db.query(leadBack, [before.id]);
  const back = { state: merge.wasState, mergedIntoId: null, version: before.version + 1 };
  await db.update(KeyPoints, before.id, back);
  // Its former children return under it, unless somebody moved them since.
  await db.update(KeyPoints, { id: In(merge.carried.children), parentId: into.id }, { parentId: before.id });
  if (before.parentId && (await standsUnder(db, before.parentId, before.id))) throw new Refusal("WITHIN_ITSELF", "id");
  if (into.state === "STATED") await refuseAlone(db, into.id, behindBoth);
  // A key point that got all its passages back keeps its state, even if their authors withdrew some meanwhile.
  if (back.state === "STATED" && (await lostPassages(db, before.id, merge.carried))) await refuseAlone(db, before.id);
  await record("keyPoint.unmerged", before.id, { sentence: before.sentence, intoId: into.id, into: into.sentence });
  const [keyPoint, left] = await Promise.all([before.id, into.id].map((id) => db.findOneByOrFail(KeyPoints, { id })));
  return { keyPoint, kept: left };
}

/** SQL: the key points merged into this one, directly or through others, lead to it again. */
const leadBack = `with recursive led as (
    select key_point_id as id from key_point_merge where into_id = $1 and undone_at is null
    union
    select m.key_point_id from key_point_merge m join led on led.id = m.into_id where m.undone_at is null
  ) update key_point set merged_into_id = $1 where id in (select id from led)`;

/** Refuses to leave a stated key point under two people, unless it had no more before. */
async function refuseAlone(db: EntityManager, id: string, had = Infinity) {
  const has = await peopleBehind(db, id);
  if (has < had && !twoPeopleSaid(has)) throw new Refusal("TWO_PEOPLE_NEEDED", "id");
}

/** True if passages that a merge carried were taken from the kept key point since. */
async function lostPassages(db: EntityManager, id: string, { moved, shared }: Carried) {
  const carried = (moved.key_point_passage?.length ?? 0) + (shared.key_point_passage?.length ?? 0);
  return (await db.countBy(KeyPointPassages, { keyPointId: id })) < carried;
}

const locked = (db: EntityManager, id: string) =>
  db.findOne(KeyPoints, { where: { id }, lock: { mode: "pessimistic_write" } });
