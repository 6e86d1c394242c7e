import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { dayOf } from "../../../platform/day.ts";
import { endOfLog } from "../moderation/log.queries.ts";
import { moderationMonths } from "./moderationFigures.queries.ts";

export const moderationFiguresResolvers: Resolvers = {
  Query: {
    async moderationFigures(_, __, { db, now }) {
      const [months, { lines, last }] = await Promise.all([moderationMonths(db, dayOf(now)), endOfLog(db)]);
      return { months, logLines: lines, logHash: last };
    },
  },
};
