import type { EntityManager } from "typeorm";
import { Contributions } from "../../listen/contribution/contribution.entity.ts";
import { whereNow } from "./moves.ts";
import { Passages } from "./passage.entity.ts";
import { ReadingCodes } from "./readingCode.entity.ts";

/** Erases the words of the passages of a withdrawn text; the passages keep their place. */
export const eraseQuotes = (db: EntityManager, contributionId: string) =>
  db.update(Passages, { contributionId }, { quote: "" });

/**
 * Follows a text that its author changed. Passages whose words are still there follow them; the others keep their quote,
 * and the revision they were marked in. What readers gave of the former words measures nothing any more.
 */
export async function followText(db: EntityManager, contributionId: string) {
  const { body, revision: contributionRevision } = await db.findOneByOrFail(Contributions, { id: contributionId });
  await db.delete(ReadingCodes, { contributionId });
  const moves = whereNow(body, await db.findBy(Passages, { contributionId }));
  // Two passages may change places: each leaves its own before any arrives.
  for (const [{ id, startsAt, endsAt }] of moves)
    await db.update(Passages, id, { startsAt: -1 - startsAt, endsAt: -1 - endsAt });
  for (const [{ id }, place] of moves) await db.update(Passages, id, { ...place, contributionRevision });
}
