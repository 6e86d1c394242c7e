import type { EntityManager } from "typeorm";
import type { KeyPointNature, NotRetainedReason } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { Objectives } from "../../ground/group/group.entity.ts";
import { readingPolicy } from "../passage/passage.policy.ts";
import { type KeyPoint, KeyPoints } from "./keyPoint.entity.ts";

/** A key point held until the end of the transaction; of a merged one, the one that holds its words. */
export async function heldKeyPoint(db: EntityManager, id: string): Promise<KeyPoint | null> {
  if (!isId(id)) return null;
  const known = await db.findOneBy(KeyPoints, { id });
  if (!known) return null;
  const held = await db.findOne(KeyPoints, {
    where: { id: known.mergedIntoId ?? id },
    lock: { mode: "for_no_key_update" },
  });
  // Merged, or given back, while this act waited for it.
  return held?.state === "MERGED" || (held && known.mergedIntoId && known.mergedIntoId !== held.id)
    ? heldKeyPoint(db, id)
    : held;
}

/**
 * Id of the key point that says already what is left for that reason, as whoever gives it names it; null for another
 * reason.
 */
export async function saying(
  { db, viewer }: Transaction,
  reason: NotRetainedReason,
  named: string | null | undefined,
): Promise<string | null> {
  if (reason !== "ALREADY_SAID") return null;
  if (!named) throw new Refusal("REQUIRED", "saidBy");
  const keyPoint = await heldKeyPoint(db, named);
  if (!keyPoint) throw new Refusal("GONE", "saidBy");
  const { groupId } = await db.findOneByOrFail(Objectives, { id: keyPoint.objectiveId });
  authorize(readingPolicy.hold(viewer, groupId));
  return keyPoint.id;
}

/** Until the end of the transaction no other act changes what key points lead to, nor gives one a passage. */
export const holdLeads = (db: EntityManager) =>
  db.query("select pg_advisory_xact_lock(hashtext('what key points lead to'))");

/**
 * Ids as they are to be attached to something: of a merged key point, the one that holds its words. Until the end of the
 * transaction none of them is merged.
 */
export async function keptIds(db: EntityManager, ids: string[]): Promise<string[]> {
  const rows = await db.query<{ id: string; kept: string }[]>(
    `select id, coalesce(merged_into_id, id) as kept from key_point where id = any($1::uuid[]) for key share`,
    [ids.filter(isId)],
  );
  const kept = new Map(rows.map((row) => [row.id, row.kept]));
  return [...new Set(ids.map((id) => kept.get(id.toLowerCase()) ?? id))];
}

/** One of an objective that says the very same: its sentence, to the letter. */
export const sayingTheSame = (db: EntityManager, objectiveId: string, sentence: string) =>
  db
    .createQueryBuilder(KeyPoints, "it")
    .where("it.objectiveId = :objectiveId and it.sentence = :sentence and it.state <> 'MERGED'")
    .setParameters({ objectiveId, sentence })
    .orderBy("it.number")
    .getOne();

interface Opened {
  objectiveId: string;
  sentence: string;
  nature: KeyPointNature;
  parentId?: string | null;
  color?: KeyPoint["color"];
}

/** A new key point, numbered within its objective, which whoever calls holds meanwhile. */
export async function newKeyPoint({ db, record }: Transaction, opened: Opened, from?: KeyPoint): Promise<KeyPoint> {
  const { identifiers } = await db.insert(KeyPoints, { ...opened, number: await nextNumber(db, opened.objectiveId) });
  const keyPoint = await db.findOneByOrFail(KeyPoints, { id: identifiers[0]!.id as string });
  const origin = from && { fromId: from.id, from: from.sentence };
  await record("keyPoint.opened", keyPoint, { sentence: opened.sentence, ...origin });
  return keyPoint;
}

/** After the last: a merged key point keeps its number. */
export const nextNumber = async (db: EntityManager, objectiveId: string) =>
  ((await db.maximum(KeyPoints, "number", { objectiveId })) ?? 0) + 1;
