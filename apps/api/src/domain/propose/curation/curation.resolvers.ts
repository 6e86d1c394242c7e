import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { dayOf } from "../../../platform/day.ts";
import { connection, pageOf } from "../../../platform/data/paginate.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { Amendments } from "../amendment/amendment.entity.ts";
import { Proposals } from "../proposal/proposal.entity.ts";
import { answerTexts, joinTexts, undoAnswers } from "./curation.commands.ts";
import { curationPolicy } from "./curation.policy.ts";
import {
  answerTo,
  countsOf,
  curatedGroups,
  itemsIn,
  joinedWith,
  joinedWords,
  nearOf,
  objectionsWithoutReply,
  silentCalls,
} from "./curation.queries.ts";

export const curationResolvers: Resolvers = {
  Query: {
    curations: async (_, { after }, context) =>
      (await curatedGroups(context, after)).map(({ id }) => ({ groupId: id })),
  },
  Mutation: {
    answerTexts: (_, { input }, { run }) => run((tx) => answerTexts(tx, input)),
    joinTexts: (_, { input }, { run }) => run((tx) => joinTexts(tx, input)),
    undoAnswers: (_, { input }, { run }) => run((tx) => undoAnswers(tx, input)),
  },
  WorkingGroup: {
    curation: ({ id }, _, { viewer }) => (curationPolicy.hold(viewer, id) ? { groupId: id } : null),
  },
  Curation: {
    group: async ({ groupId }, _, { load }) => (await load(WorkingGroups, groupId))!,
    count: async ({ groupId }, _, context) => (await countsOf(context, groupId))?.count ?? 0,
    since: async ({ groupId }, _, context) => (await countsOf(context, groupId))?.since ?? null,
    async items({ groupId }, args, context) {
      const page = pageOf(args, 3, 50);
      const rows = await itemsIn(context, groupId, page.after, page.limit + 1);
      return connection(rows, page, ({ givenOn, kind, id }) => [givenOn, kind, id]);
    },
    objections: ({ groupId }, { after }, context) => objectionsWithoutReply(context, groupId, after),
    silent: ({ groupId }, { after }, context) => silentCalls(context, groupId, after),
  },
  CurationItem: {
    id: ({ kind, id }) => `${kind}:${id}`,
    proposal: ({ proposalId }, _, { load }) => load(Proposals, proposalId),
    amendment: ({ kind, id }, _, { load }) => load(Amendments, kind === "AMENDMENT" ? id : null),
    near: (item, _, context) => nearOf(context, item),
  },
  ObjectionWithoutReply: {
    proposal: async ({ proposalId }, _, { load }) => (await load(Proposals, proposalId))!,
  },
  CurationAnswer: {
    isJoined: ({ joinedId }) => joinedId !== null,
    answeredOn: ({ answeredAt }) => dayOf(answeredAt),
    joinedTo: (answer, _, context) => joinedWords(context, answer),
  },
  OwnSupply: {
    answered: ({ contributionId }, _, context) => answerTo(context, "SUPPLY", contributionId),
    joined: ({ contributionId }, _, context) => joinedWith(context, "SUPPLY", contributionId),
  },
  OwnAmendment: {
    answered: ({ id }, _, context) => answerTo(context, "AMENDMENT", id),
    joined: ({ id }, _, context) => joinedWith(context, "AMENDMENT", id),
  },
  OwnReaction: {
    answered: ({ id }, _, context) => answerTo(context, "REACTION", id),
    joined: ({ id }, _, context) => joinedWith(context, "REACTION", id),
  },
};
