import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { grouped, keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { columnsOf, prepared, rowsOf } from "../../../platform/data/statement.ts";
import { Meetings } from "../meeting/meeting.entity.ts";
import { type MinutesBlock, MinutesBlocks, type MinutesQuote, MinutesQuotes, MinutesTable } from "./minutes.entity.ts";
import { minutesPolicy } from "./minutes.policy.ts";
import { answerQuote, recordQuoteConsent } from "./quote.commands.ts";
import { consentTo } from "./quote.writes.ts";

const quoteOf = async ({ db, batch }: Context, { id }: MinutesBlock): Promise<MinutesQuote | null> =>
  (await batch("minutes: quotes", async (ids) => {
    const tail = "where it.block_id = any($1::uuid[])";
    return keyed(await rowsOf(db, MinutesQuotes, "minutes: quotes", tail, [ids]), (row) => row.blockId);
  })(id)) ?? null;

/** Words that somebody is quoted by, while they are read over. */
const quotesOf = async ({ db, batch }: Context, attendanceId: string): Promise<MinutesBlock[]> =>
  (await batch("minutes: own quotes", async (ids) => {
    const text = `select ${columnsOf(db, MinutesBlocks)}, q.attendance_id as key from minutes_quote q
      join minutes_block it on it.id = q.block_id and it.kind = 'QUOTE'
      join minutes n on n.id = it.minutes_id and n.state <> 'DRAFT'
      where q.attendance_id = any($1::uuid[]) order by it.position limit 200`;
    return grouped(
      await prepared<MinutesBlock & { key: string }>(db, "minutes: own quotes", text, [ids]),
      ({ key }) => key,
    );
  })(attendanceId)) ?? [];

export const quoteResolvers: Resolvers = {
  Mutation: {
    recordQuoteConsent: (_, { input }, { run }) => run((tx) => recordQuoteConsent(tx, input)),
    answerQuote: (_, { input }, { run }) => run((act) => answerQuote(act, input)),
  },
  MinutesBlock: {
    consent: async (block, _, context) =>
      block.kind === "QUOTE" ? consentTo(block, await quoteOf(context, block)) : null,
    async consentOn(block, _, context) {
      const quote = block.kind === "QUOTE" ? await quoteOf(context, block) : null;
      return consentTo(block, quote) === "GIVEN" ? quote!.consentOn : null;
    },
    async quoted(block, _, context) {
      if (block.kind !== "QUOTE" || !minutesPolicy.writeAny(context.viewer)) return null;
      const { meetingId } = (await context.load(MinutesTable, block.minutesId))!;
      if (!minutesPolicy.write(context.viewer, (await context.load(Meetings, meetingId))!)) return null;
      const quote = await quoteOf(context, block);
      return quote && { __typename: "QuotedSpeaker", attendanceId: quote.attendanceId, why: quote.why };
    },
  },
  OwnAttendance: { quotes: ({ id }, _, context) => quotesOf(context, id) },
};
