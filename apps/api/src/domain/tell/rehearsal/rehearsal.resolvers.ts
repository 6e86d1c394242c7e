import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { groupPolicy } from "../../ground/group/group.policy.ts";
import { beginRehearsal, eraseRehearsal } from "./rehearsal.commands.ts";
import { rehearsalOf } from "./rehearsal.queries.ts";

export const rehearsalResolvers: Resolvers = {
  Mutation: {
    beginRehearsal: (_, { input }, { run }) => run((tx) => beginRehearsal(tx, input)),
    eraseRehearsal: (_, { input }, { run }) => run((tx) => eraseRehearsal(tx, input)),
  },
  WorkingGroup: {
    rehearsal: (group, _, context) => rehearsalOf(context, group),
  },
  GroupRights: {
    rehearse: (group, _, { viewer }) => groupPolicy.rehearse(viewer, group),
  },
};
