import type { EntityManager } from "typeorm";
import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { config } from "../../../platform/config.ts";
import { dayOf } from "../../../platform/day.ts";
import { prepared } from "../../../platform/data/statement.ts";

/** Weeks by which the dates of each database were moved: set once, by the seed, and read by every page. */
const weeks = new WeakMap<object, number>();

async function weeksOf(db: EntityManager) {
  const known = weeks.get(db.connection);
  if (known !== undefined) return known;
  const text = "select coalesce(max(shift_weeks), 0)::int as weeks from working_group";
  const [shift] = await prepared<{ weeks: number }>(db, "instance: weeks", text);
  weeks.set(db.connection, shift!.weeks);
  return shift!.weeks;
}

export const instanceResolvers: Resolvers = {
  Query: {
    instance: async (_, __, { db, now }) => ({
      demonstration: config.demo,
      shiftWeeks: await weeksOf(db),
      today: dayOf(now),
    }),
  },
};
