import { limits } from "@cahier/schema/limits";
import { type EntityManager, In, QueryFailedError } from "typeorm";
import type {
  MoveKeyPointInput,
  OpenKeyPointInput,
  RemoveKeyPointInput,
  SplitKeyPointInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, Refusal, refuseStale } from "../../../platform/refusal.ts";
import { isId, neededLine } from "../../../platform/text/text.ts";
import { Objectives } from "../../ground/group/group.entity.ts";
import { KeyPointPassages } from "../passage/passage.entity.ts";
import { readingPolicy } from "../passage/passage.policy.ts";
import { movePassages, setVoicesRight } from "../passage/passage.writes.ts";
import { type KeyPoint, KeyPoints } from "./keyPoint.entity.ts";
import { keyPointPolicy, twoPeopleSaid } from "./keyPoint.policy.ts";
import { isCited, peopleBehind } from "./keyPoint.queries.ts";
import { newKeyPoint, nextNumber, sayingTheSame } from "./keyPoint.writes.ts";
import { keyPointToPlace, refuseMerged, standsUnder } from "./place.writes.ts";

/** Opens a key point; the same sentence sent twice in one objective opens one key point. */
export async function openKeyPoint(tx: Transaction, input: OpenKeyPointInput) {
  const { db, viewer } = tx;
  authorize(readingPolicy.hold(viewer));
  const sentence = neededLine(input.sentence, "sentence", limits["keyPoint.sentence"]);
  const objective = await db.findOne(Objectives, {
    where: { slug: input.objective },
    lock: { mode: "for_no_key_update" },
  });
  if (!objective) throw new Refusal("UNKNOWN_CHOICE", "objective");
  authorize(keyPointPolicy.edit(viewer, objective.groupId));
  const parentId = await parentIn(db, objective.id, input.parentId);
  const same = await sayingTheSame(db, objective.id, sentence);
  if (same) return { keyPoint: same };
  return { keyPoint: await newKeyPoint(tx, { objectiveId: objective.id, sentence, nature: input.nature, parentId }) };
}

export async function moveKeyPoint(tx: Transaction, input: MoveKeyPointInput) {
  const { db, record } = tx;
  const before = await keyPointToPlace(tx, input.id, input.objective ?? undefined);
  await refuseMerged(db, before, "id");
  const objectiveId = await objectiveToJoin(tx, before, input.objective);
  const parentId = await parentIn(db, objectiveId, input.parentId);
  const leaves = objectiveId !== before.objectiveId;
  // It stands there: a retry, or the same act by two people.
  if (!leaves && parentId === before.parentId) return { keyPoint: before };
  refuseStale(before, input.version);
  if (parentId && (await standsUnder(db, parentId, before.id))) throw new Refusal("WITHIN_ITSELF", "parentId");
  if (leaves) await db.update(KeyPoints, { parentId: before.id }, { parentId: before.parentId });
  const number = leaves ? await nextNumber(db, objectiveId) : before.number;
  const place = { objectiveId, parentId, number, version: before.version + 1 };
  await db.update(KeyPoints, before.id, place);
  if (leaves) await setVoicesRight(db, before.id);
  const above = parentId && (await db.findOneByOrFail(KeyPoints, { id: parentId }));
  await record("keyPoint.moved", before.id, {
    sentence: before.sentence,
    under: above ? above.sentence : null,
    ...(leaves ? { objective: input.objective, number } : {}),
  });
  return { keyPoint: { ...before, ...place } };
}

/** The objective where it goes: one of the same group, and what a synthesis cites stays in its own. */
async function objectiveToJoin({ db }: Transaction, before: KeyPoint, slug: string | null | undefined) {
  const own = await db.findOneByOrFail(Objectives, { id: before.objectiveId });
  if (!slug || slug === own.slug) return own.id;
  const objective = await db.findOneBy(Objectives, { slug, groupId: own.groupId });
  if (!objective) throw new Refusal("UNKNOWN_CHOICE", "objective");
  if (await isCited(db, before.id)) throw new Refusal("CITED", "objective");
  return objective.id;
}

/** The one above, if one is asked for: of that objective, and not merged. */
async function parentIn(db: EntityManager, objectiveId: string, id: string | null | undefined) {
  if (!id) return null;
  const parent = isId(id) ? await db.findOneBy(KeyPoints, { id, objectiveId }) : null;
  if (!parent) throw new Refusal("UNKNOWN_CHOICE", "parentId");
  await refuseMerged(db, parent, "parentId");
  return parent.id;
}

export async function splitKeyPoint(tx: Transaction, input: SplitKeyPointInput) {
  const { db, record } = tx;
  const before = await keyPointToPlace(tx, input.id);
  await refuseMerged(db, before, "id");
  const sentence = neededLine(input.sentence, "sentence", limits["keyPoint.sentence"]);
  const passageIds = [...new Set(input.passageIds.map((id) => id.toLowerCase()))];
  if (!passageIds.length) throw new Refusal("REQUIRED", "passageIds");
  const there = await sayingTheSame(db, before.objectiveId, sentence);
  // Split off already, with these passages: a retry.
  if (there && there.id !== before.id && passageIds.every(isId) && (await holdsAll(db, there.id, passageIds)))
    return { keyPoint: there, from: before };
  refuseStale(before, input.version);
  const held = passageIds.every(isId)
    ? await db.findBy(KeyPointPassages, { keyPointId: before.id, passageId: In(passageIds) })
    : [];
  if (held.length < passageIds.length) throw new Refusal("GONE", "passageIds");
  if (there) throw new Refusal("ALREADY_THERE", "sentence", String(there.number));

  const had = await peopleBehind(db, before.id);
  const { objectiveId, parentId, color } = before;
  const keyPoint = await newKeyPoint(tx, { objectiveId, sentence, nature: input.nature, parentId, color }, before);
  await movePassages(db, before.id, keyPoint.id, passageIds);
  const has = await peopleBehind(db, before.id);
  if (before.state === "STATED" && has < had && !twoPeopleSaid(has))
    throw new Refusal("TWO_PEOPLE_NEEDED", "passageIds");
  await db.update(KeyPoints, before.id, { version: before.version + 1 });
  await record("keyPoint.split", before.id, { toId: keyPoint.id, to: sentence, passageIds });
  return { keyPoint, from: { ...before, version: before.version + 1 } };
}

const holdsAll = async (db: EntityManager, keyPointId: string, passageIds: string[]) =>
  (await db.countBy(KeyPointPassages, { keyPointId, passageId: In(passageIds) })) === passageIds.length;

export async function removeKeyPoint(tx: Transaction, input: RemoveKeyPointInput) {
  const { db, viewer, record } = tx;
  authorize(readingPolicy.hold(viewer));
  // Idempotent: a second call finds it removed.
  if (isId(input.id) && !(await db.existsBy(KeyPoints, { id: input.id }))) return {};
  const before = await keyPointToPlace(tx, input.id);
  await refuseMerged(db, before, "id");
  refuseStale(before, input.version);
  if (before.state !== "WORKING") throw new Refusal("NOT_EMPTY", "id");
  await db.update(KeyPoints, { parentId: before.id }, { parentId: before.parentId });
  // Foreign keys decide whether it is in use: they cover tables made later too.
  await db.delete(KeyPoints, before.id).catch((error: unknown) => {
    throw isHeld(error) ? new Refusal("NOT_EMPTY", "id") : error;
  });
  await record("keyPoint.removed", before.id, { sentence: before.sentence });
  return {};
}

/** « foreign_key_violation ». */
const isHeld = (error: unknown) =>
  error instanceof QueryFailedError && (error.driverError as { code?: string }).code === "23503";
