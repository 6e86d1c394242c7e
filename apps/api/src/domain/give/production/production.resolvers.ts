import type { ProposalState, Resolvers } from "../../../graphql/resolvers.generated.ts";
import { authorize } from "../../../platform/refusal.ts";
import { type WorkingGroup, WorkingGroups } from "../../ground/group/group.entity.ts";
import { groupOf } from "../../ground/group/group.queries.ts";
import { Persons } from "../../ground/person/person.entity.ts";
import { proposalsToRead } from "../../propose/proposalList/proposalList.queries.ts";
import { askProduction, publishProduction, remakeProduction } from "./production.commands.ts";
import { productionPolicy, productionState } from "./production.policy.ts";
import { productionsOf, publicProductionsOf } from "./production.queries.ts";

/** Desk where the team of a group has files made. */
export interface ProductionDesk {
  group: WorkingGroup;
}

/** States of proposals that are presented, in their order. */
const presented: ProposalState[] = ["ADOPTED", "STABILISED", "OPEN"];

export const productionResolvers: Resolvers = {
  Query: {
    async productionDesk(_, { group: slug }, context) {
      authorize(productionPolicy.make(context.viewer));
      const group = await groupOf(context, slug);
      if (!group) return null;
      authorize(productionPolicy.make(context.viewer, group.id));
      return { group };
    },
  },
  Mutation: {
    askProduction: (_, { input }, { run }) => run((tx) => askProduction(tx, input)),
    remakeProduction: (_, { input }, { run }) => run((tx) => remakeProduction(tx, input)),
    publishProduction: (_, { input }, { run }) => run((tx) => publishProduction(tx, input)),
  },
  ProductionDesk: {
    productions: ({ group }, _, context) => productionsOf(context, group.id),
    proposals: ({ group }, paging, context) => proposalsToRead(context, { group: group.slug }, paging),
  },
  WorkingGroup: {
    presentation: ({ slug: group }, paging, context) =>
      proposalsToRead(context, { group, states: presented }, paging, presented),
    productions: ({ id }, _, context) => publicProductionsOf(context, id),
  },
  GroupRights: {
    produce: ({ id }, _, { viewer }) => productionPolicy.make(viewer, id),
  },
  Production: {
    state: (it, _, { now }) => productionState(it, now),
    askedBy: async (it, _, { viewer, load }) =>
      productionPolicy.make(viewer, it.groupId) ? ((await load(Persons, it.askedById))?.displayName ?? null) : null,
    group: async ({ groupId }, _, { load }) => (await load(WorkingGroups, groupId))!,
    viewerCan: (it, _, { viewer }) => ({
      take: productionPolicy.take(viewer, it),
      publish: productionPolicy.make(viewer, it.groupId) && it.finishedAt !== null,
      remake: productionPolicy.make(viewer, it.groupId) && (it.finishedAt !== null || it.failure !== null),
    }),
  },
};
