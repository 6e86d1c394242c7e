import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { dayOf } from "../../../platform/day.ts";
import { endOfLog } from "../moderation/log.queries.ts";
import { moderationMonths } from "./moderationFigures.queries.ts";

export const moderationFiguresResolvers: Resolvers = {
  Query: {
    // Kept with the end of the database: a report of today, which leaves it, is told once its month is over.
    moderationFigures(_, __, { db, now, reference }) {
      const today = dayOf(now);
      return reference(`moderation: figures of ${today.slice(0, "2012-06".length)}`, async () => {
        const [months, { lines, last }] = await Promise.all([moderationMonths(db, today), endOfLog(db)]);
        return { months, logLines: lines, logHash: last };
      });
    },
  },
};
