import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { Themes } from "../theme/theme.entity.ts";
import { chooseSmallTeam } from "./group.commands.ts";
import { groupPolicy } from "./group.policy.ts";
import { WorkingGroups } from "./group.entity.ts";
import { groupOf, groupOn, groups, objectiveOf, objectivesOf } from "./group.queries.ts";

export const groupResolvers: Resolvers = {
  Query: {
    groups: (_, __, context) => groups(context),
    group: (_, { slug }, context) => groupOf(context, slug),
    objective: (_, { slug }, context) => objectiveOf(context, slug),
  },
  Mutation: {
    chooseSmallTeam: (_, { input }, { run }) => run((tx) => chooseSmallTeam(tx, input)),
  },
  GroupRights: {
    run: (group, _, { viewer }) => groupPolicy.run(viewer, group.id),
  },
  Theme: {
    group: (theme, _, context) => groupOn(context, theme.id),
  },
  WorkingGroup: {
    theme: async (group, _, { load }) => (await load(Themes, group.themeId))!,
    objectives: (group, _, context) => objectivesOf(context, group.id),
    viewerCan: (group) => group,
  },
  Objective: {
    group: async (objective, _, { load }) => (await load(WorkingGroups, objective.groupId))!,
  },
};
