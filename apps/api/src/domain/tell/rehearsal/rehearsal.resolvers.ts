import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { groupPolicy } from "../../ground/group/group.policy.ts";
import { beginRehearsal, eraseRehearsal, takeUpRehearsal } from "./rehearsal.commands.ts";
import { changesOf, rehearsalOf } from "./rehearsal.queries.ts";

export const rehearsalResolvers: Resolvers = {
  Mutation: {
    beginRehearsal: (_, { input }, { run }) => run((tx) => beginRehearsal(tx, input)),
    takeUpRehearsal: (_, { input }, { run }) => run((tx) => takeUpRehearsal(tx, input)),
    eraseRehearsal: (_, { input }, { run }) => run((tx) => eraseRehearsal(tx, input)),
  },
  Rehearsal: {
    changes: (rehearsal, _, context) => changesOf(context, rehearsal),
  },
  WorkingGroup: {
    rehearsal: (group, _, context) => rehearsalOf(context, group),
  },
  GroupRights: {
    rehearse: (group, _, { viewer }) => groupPolicy.rehearse(viewer, group),
  },
};
