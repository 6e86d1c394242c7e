import type { EntityManager } from "typeorm";
import { Contributions } from "../../listen/contribution/contribution.entity.ts";
import { placeAfter, type Stretch } from "../../listen/contribution/stretches.ts";
import { whereNow } from "./moves.ts";
import { Passages } from "./passage.entity.ts";
import { letGoOfText } from "./passage.writes.ts";
import { ReadingCodes } from "./readingCode.entity.ts";

/** Erases the words of the passages of a withdrawn text, which waits for nobody; the passages keep their place. */
export async function eraseQuotes(db: EntityManager, contributionId: string) {
  await letGoOfText(db, contributionId);
  await db.update(Passages, { contributionId }, { quote: "" });
}

/**
 * Masks the words of passages as a moderator masked those of their text, or gives them back: whatever cites them shows the
 * mask at once. Of two that come to say the same, the second keeps its former place, with the masked words.
 */
export async function maskQuotes(db: EntityManager, contributionId: string, stretches: Stretch[]) {
  const { body, revision: contributionRevision } = await db.findOneByOrFail(Contributions, { id: contributionId });
  const taken = new Set<string>();
  for (const { id, ...it } of await db.find(Passages, {
    where: { contributionId, contributionRevision: contributionRevision - 1 },
    order: { startsAt: "ASC", endsAt: "ASC", id: "ASC" },
  })) {
    const place = placeAfter(it, stretches);
    const quote = body.slice(place.startsAt, place.endsAt);
    const name = `${place.startsAt} ${place.endsAt}`;
    await db.update(Passages, id, taken.has(name) ? { quote } : { ...place, quote, contributionRevision });
    taken.add(name);
  }
}

/**
 * Follows a text that its author changed. Passages whose words are still there follow them; the others keep their quote,
 * and the revision they were marked in. What readers gave of the former words measures nothing any more,
 * and who kept them for two has not read the new ones.
 */
export async function followText(db: EntityManager, contributionId: string) {
  const { body, revision: contributionRevision } = await db.findOneByOrFail(Contributions, { id: contributionId });
  await db.delete(ReadingCodes, { contributionId });
  await letGoOfText(db, contributionId);
  const moves = whereNow(body, await db.findBy(Passages, { contributionId }));
  // Two passages may change places: each leaves its own before any arrives.
  for (const [{ id, startsAt, endsAt }] of moves)
    await db.update(Passages, id, { startsAt: -1 - startsAt, endsAt: -1 - endsAt });
  for (const [{ id }, place] of moves) await db.update(Passages, id, { ...place, contributionRevision });
}
