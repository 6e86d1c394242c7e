import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { pageOf } from "../../../platform/data/paginate.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { nameOf } from "../../ground/person/person.queries.ts";
import { letGoMatter, takeMatter } from "./matter.commands.ts";
import { matterPolicy, takenUntil } from "./matter.policy.ts";
import { idOf, mattersFor, takenOf } from "./matter.queries.ts";

export const matterResolvers: Resolvers = {
  Query: {
    matters: (_, args, context) => mattersFor(context, pageOf(args, 4, 50)),
  },
  Mutation: {
    takeMatter: (_, { input }, { run }) => run((tx) => takeMatter(tx, input)),
    letGoMatter: (_, { input }, { run }) => run((tx) => letGoMatter(tx, input)),
  },
  Matter: {
    id: (it) => idOf(it),
    group: ({ groupId }, _, { load }) => load(WorkingGroups, groupId),
    taken: (it, _, context) => takenOf(context, it),
    viewerCan: (it) => it,
  },
  TakenMatter: {
    takenBy: ({ personId }, _, context) => nameOf(context, personId),
    byViewer: ({ personId }, _, { viewer }) => personId === viewer.id,
    until: (it) => takenUntil(it),
  },
  MatterRights: {
    take: async (it, _, context) => matterPolicy.take(context.viewer, it, await takenOf(context, it)),
    letGo: async (it, _, context) => matterPolicy.letGo(context.viewer, await takenOf(context, it)),
  },
};
