import type { EntityManager } from "typeorm";
import { hashOf } from "../../../platform/canonical.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, notFound, Refusal } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { type Meeting, Meetings } from "../meeting/meeting.entity.ts";
import { type Minutes, type MinutesBlock, MinutesBlocks, MinutesTable } from "./minutes.entity.ts";
import { minutesPolicy } from "./minutes.policy.ts";
import { blockShows, blockTold } from "./minutes.sql.ts";

/** Minutes held until the end of the transaction, for those who write them: their blocks move one at a time. */
export async function minutesToWrite(tx: Transaction, id: string): Promise<{ minutes: Minutes; meeting: Meeting }> {
  const { db, viewer } = tx;
  authorize(minutesPolicy.writeAny(viewer));
  const minutes = isId(id) ? await held(db, id) : null;
  if (!minutes) throw notFound();
  const meeting = await db.findOneByOrFail(Meetings, { id: minutes.meetingId });
  authorize(minutesPolicy.write(viewer, meeting));
  return { minutes, meeting };
}

export const held = (db: EntityManager, id: string): Promise<Minutes | null> =>
  db.findOne(MinutesTable, { where: { id }, lock: { mode: "for_no_key_update" } });

/** A block, and the minutes it is held with. */
export async function blockToWrite(tx: Transaction, id: string) {
  authorize(minutesPolicy.writeAny(tx.viewer));
  const found = isId(id) ? await tx.db.findOneBy(MinutesBlocks, { id }) : null;
  if (!found) throw new Refusal("GONE", "id");
  const { minutes } = await minutesToWrite(tx, found.minutesId);
  // As it is now that its minutes are held.
  const block = await tx.db.findOneBy(MinutesBlocks, { id });
  if (!block) throw new Refusal("GONE", "id").with({ current: minutes });
  return { block, minutes };
}

/** A block that may be corrected, and the minutes it is held with. */
export async function blockHeld(db: EntityManager, id: string) {
  const found = isId(id) ? await db.findOneBy(MinutesBlocks, { id }) : null;
  const minutes = found && (await held(db, found.minutesId));
  // As it is now that its minutes are held.
  const block = minutes && (await db.findOneBy(MinutesBlocks, { id }));
  if (!block) throw new Refusal("GONE", "blockId");
  return { block, minutes };
}

/** The same for whoever was there: words that wait for consent, or that a moderator hid, are not theirs to read. */
export async function blockToRead(db: EntityManager, id: string) {
  const found = await blockHeld(db, id);
  const told = `select from minutes_block b where b.id = $1 and ${blockTold("b")} and ${blockShows("b")}`;
  if ((await db.query<object[]>(told, [id])).length === 0) throw new Refusal("GONE", "blockId");
  return found;
}

export function refuseFrozen({ state }: Minutes) {
  if (state === "PUBLISHED") throw new Refusal("FROZEN");
}

export function refuseStaleBlock({ edit }: MinutesBlock, read: number | null | undefined, minutes: Minutes) {
  if (edit !== read) throw new Refusal("STALE", "edit", String(edit)).with({ current: minutes });
}

export const blocksInOrder = (db: EntityManager, minutesId: string) =>
  db.find(MinutesBlocks, { where: { minutesId }, order: { position: "ASC", id: "ASC" } });

/** Writes the words of a block as a moderator masks them, or as they were. */
export const maskBlock = (db: EntityManager, id: string, text: string) => db.update(MinutesBlocks, id, { text });

/** Puts blocks in this order, from 1. */
export const renumber = (db: EntityManager, ids: string[]) =>
  db.query(
    `update minutes_block g set position = n.position
     from unnest($1::uuid[]) with ordinality as n(id, position) where g.id = n.id and g.position <> n.position`,
    [ids],
  );

/** Fingerprint of minutes: whoever has their words can make it again. */
export const hashOfMinutes = (
  { slug }: Meeting,
  { present, excused, remote, regions, facts, openQuestions }: Minutes,
  blocks: MinutesBlock[],
) =>
  hashOf({
    meeting: slug,
    present,
    excused,
    remote,
    regions,
    facts,
    openQuestions,
    blocks: blocks.map(({ kind, topic, text, owner, due }) => ({ kind, topic, text, owner, due })),
  });
