import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { changeWatch, stopWatching, watch } from "./watch.commands.ts";
import { followedByMembers, watchable, watchesOf, watchingOf } from "./watch.queries.ts";

export const watchResolvers: Resolvers = {
  Query: {
    watchable: (_, args, context) => watchable(context, args),
    watching: (_, { key }, context) => watchingOf(context, key),
  },
  Mutation: {
    watch: (_, { input }, { run }) => run((act) => watch(act, input)),
    changeWatch: (_, { input }, { run }) => run((tx) => changeWatch(tx, input)),
    stopWatching: (_, { input }, { run }) => run((tx) => stopWatching(tx, input)),
  },
  RegionalGroup: {
    watchable: ({ id }, _, context) => followedByMembers(context, id),
  },
  Watching: {
    key: ({ byKey }) => byKey,
    watches: ({ id }, _, context) => watchesOf(context, id),
  },
};
