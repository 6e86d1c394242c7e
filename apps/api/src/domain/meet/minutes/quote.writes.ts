import type { EntityManager } from "typeorm";
import type { QuoteConsent } from "../../../graphql/resolvers.generated.ts";
import type { Meeting } from "../meeting/meeting.entity.ts";
import { type Minutes, type MinutesBlock, MinutesBlocks, type MinutesQuote, MinutesQuotes } from "./minutes.entity.ts";
import { tellQuoted } from "./reader.mail.ts";

/** Consent of whoever is quoted to the words of a block as they stand. Pure. */
export function consentTo({ edit }: Pick<MinutesBlock, "edit">, quote: MinutesQuote | null): QuoteConsent {
  if (!quote || (quote.edit !== edit && !quote.attendanceId)) return "MISSING";
  if (quote.edit !== edit || quote.agrees === null) return "ASKED";
  return quote.agrees ? "GIVEN" : "REFUSED";
}

/** Number of quotes whose words nobody agreed to. */
export async function quotesWithoutConsent(db: EntityManager, minutesId: string): Promise<number> {
  const [{ count }] = await db.query<[{ count: number }]>(
    `select count(*)::int as count from minutes_block b left join minutes_quote q on q.block_id = b.id
     where b.minutes_id = $1 and b.kind = 'QUOTE' and not (q.agrees is true and q.edit = b.edit)`,
    [minutesId],
  );
  return count;
}

/** Asks again whoever is quoted by a block whose words changed; consent written down for others is gone. */
export async function askQuotedAnew(db: EntityManager, meeting: Meeting, minutes: Minutes, blockId: string) {
  const before = await db.findOneBy(MinutesQuotes, { blockId });
  if (!before) return;
  const { edit, kind } = await db.findOneByOrFail(MinutesBlocks, { id: blockId });
  if (kind !== "QUOTE" || !before.attendanceId) {
    await db.delete(MinutesQuotes, { blockId });
    return;
  }
  const quote = { ...before, edit, agrees: null, why: null, consentOn: null };
  await db.update(MinutesQuotes, { blockId }, quote);
  if (minutes.state === "IN_REVIEW") await tellQuoted(db, meeting, quote, minutes.reviewUntil!);
}

/** Asks all those who are quoted and did not answer, as minutes are given to be read over. */
export async function askAllQuoted(db: EntityManager, meeting: Meeting, { id, reviewUntil }: Minutes) {
  const quotes = await db.query<MinutesQuote[]>(
    `select q.block_id as "blockId", q.attendance_id as "attendanceId", q.edit from minutes_quote q
     join minutes_block b on b.id = q.block_id
     where b.minutes_id = $1 and q.attendance_id is not null and q.agrees is null`,
    [id],
  );
  for (const quote of quotes) await tellQuoted(db, meeting, quote, reviewUntil!);
}
