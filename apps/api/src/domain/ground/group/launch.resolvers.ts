import { m } from "@cahier/schema/messages";
import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { organiserOf } from "../../../platform/organiser.ts";
import { groupPolicy } from "./group.policy.ts";
import { formerWordingsOf, withdrawnObjectivesOf } from "./group.queries.ts";
import { createGroup, editGroup, openGroup } from "./launch.commands.ts";
import { archiveGroup, reopenGroup } from "./life.commands.ts";
import { createObjective, editObjective, moveObjective, withdrawObjective } from "./objective.commands.ts";

export const launchResolvers: Resolvers = {
  Query: {
    async usualPromise(_, __, { db }) {
      const { language } = await organiserOf(db);
      return m.launch_promise_usual({}, { locale: language ?? "fr" });
    },
  },
  Mutation: {
    createGroup: (_, { input }, { run }) => run((tx) => createGroup(tx, input)),
    editGroup: (_, { input }, { run }) => run((tx) => editGroup(tx, input)),
    openGroup: (_, { input }, { run }) => run((tx) => openGroup(tx, input)),
    archiveGroup: (_, { input }, { run }) => run((tx) => archiveGroup(tx, input)),
    reopenGroup: (_, { input }, { run }) => run((tx) => reopenGroup(tx, input)),
    createObjective: (_, { input }, { run }) => run((tx) => createObjective(tx, input)),
    editObjective: (_, { input }, { run }) => run((tx) => editObjective(tx, input)),
    moveObjective: (_, { input }, { run }) => run((tx) => moveObjective(tx, input)),
    withdrawObjective: (_, { input }, { run }) => run((tx) => withdrawObjective(tx, input)),
  },
  ViewerRights: {
    launchGroups: (_, __, { viewer }) => groupPolicy.launch(viewer),
  },
  WorkingGroup: {
    state: ({ preparing, archivedOn }) => (archivedOn ? "ARCHIVED" : preparing ? "PREPARING" : "OPEN"),
    withdrawnObjectives: ({ id }, _, context) => withdrawnObjectivesOf(context, id),
  },
  Objective: {
    formerWordings: ({ id }, _, context) => formerWordingsOf(context, id),
  },
};
