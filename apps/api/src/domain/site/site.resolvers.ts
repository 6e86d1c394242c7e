import type { Resolvers } from "../../graphql/resolvers.generated.ts";
import { config } from "../../platform/config.ts";
import { dayOf } from "../../platform/day.ts";
import { prepared } from "../../platform/statement.ts";

export const siteResolvers: Resolvers = {
  Query: {
    site: async (_, __, { db, now }) => {
      const text = "select coalesce(max(shift_weeks), 0)::int as weeks from working_group";
      const [shift] = await prepared<{ weeks: number }>(db, "site: weeks", text);
      return { demonstration: config.demo, shiftWeeks: shift?.weeks ?? 0, today: dayOf(now) };
    },
  },
};
