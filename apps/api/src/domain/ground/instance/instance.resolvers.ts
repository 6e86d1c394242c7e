import type { EntityManager } from "typeorm";
import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { config } from "../../../platform/config.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { dayOf } from "../../../platform/day.ts";
import { sendsMail } from "../../../platform/mail/mail.ts";
import { editInstance, removeLogo } from "./instance.commands.ts";
import { instancePolicy } from "./instance.policy.ts";
import { healthOf, instanceOf, lackingOf } from "./instance.queries.ts";
import { importTerritories, territoryDeskOf } from "./territories.commands.ts";
import { tryMail } from "./mailTrial.ts";

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
    instance: (_, __, { db, reference }) => reference("instance: one", () => instanceOf(db)),
    territoryDesk: (_, __, { db, viewer }) => (instancePolicy.run(viewer) ? territoryDeskOf(db) : null),
    instanceHealth: (_, __, { db, viewer }) => (instancePolicy.run(viewer) ? healthOf(db) : null),
  },
  Mutation: {
    editInstance: (_, { input }, { run }) => run((tx) => editInstance(tx, input)),
    removeLogo: (_, { input }, { run }) => run((tx) => removeLogo(tx, input)),
    importTerritories: (_, { input }, { run }) => run((tx) => importTerritories(tx, input)),
    tryMail: (_, { input }, context) => tryMail(context, input),
  },
  ViewerRights: {
    runInstance: (_, __, { viewer }) => instancePolicy.run(viewer),
  },
  Instance: {
    demonstration: () => config.demo,
    sendsMail: () => sendsMail(config),
    france: ({ ownTerritories }) => !ownTerritories,
    shiftWeeks: (_, __, { db }) => weeksOf(db),
    today: (_, __, { now }) => dayOf(now),
    logo: ({ logoDigest }) => logoDigest && `/instance/logo/${logoDigest}`,
    senderName: ({ senderName }, _, { viewer }) => (instancePolicy.run(viewer) ? senderName : null),
    senderAddress: ({ senderAddress }, _, { viewer }) => (instancePolicy.run(viewer) ? senderAddress : null),
    lacking: (it) => lackingOf(it),
  },
};
