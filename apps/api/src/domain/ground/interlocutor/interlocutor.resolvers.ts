import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { dayOf } from "../../../platform/day.ts";
import { Territories } from "../territory/territory.entity.ts";
import {
  editInterlocutor,
  mergeInterlocutors,
  registerInterlocutor,
  removeInterlocutor,
  unmergeInterlocutor,
} from "./interlocutor.commands.ts";
import { interlocutorPolicy } from "./interlocutor.policy.ts";
import { interlocutorOf, interlocutors, mergedInto, mergedOn, nearInterlocutors } from "./interlocutor.queries.ts";

export const interlocutorResolvers: Resolvers = {
  Query: {
    interlocutors: (_, { filter, after, first }, context) => interlocutors(context, filter, after, first),
    interlocutor: (_, { slug }, context) => interlocutorOf(context, slug),
    nearInterlocutors: (_, typed, context) => nearInterlocutors(context, typed),
  },
  Mutation: {
    registerInterlocutor: (_, { input }, { run }) => run((tx) => registerInterlocutor(tx, input)),
    editInterlocutor: (_, { input }, { run }) => run((tx) => editInterlocutor(tx, input)),
    removeInterlocutor: (_, { input }, { run }) => run((tx) => removeInterlocutor(tx, input)),
    mergeInterlocutors: (_, { input }, { run }) => run((tx) => mergeInterlocutors(tx, input)),
    unmergeInterlocutor: (_, { input }, { run }) => run((tx) => unmergeInterlocutor(tx, input)),
  },
  ViewerRights: {
    keepInterlocutors: (_, __, { viewer }) => interlocutorPolicy.keep(viewer),
  },
  Interlocutor: {
    territory: ({ territoryId }, _, { load }) => load(Territories, territoryId),
    isTheMoment: ({ months }, _, { now }) => months.includes(Number(dayOf(now).slice(5, 7))),
    contact: ({ contactMail: mail, contactUrl: url, contactPostal: postal }) => ({ mail, url, postal }),
    merged: ({ id }, _, context) => mergedInto(context, id),
    viewerCan: (_, __, { viewer }) => ({ edit: interlocutorPolicy.keep(viewer) }),
  },
  MergedInterlocutor: {
    mergedOn: ({ id }, _, context) => mergedOn(context, id),
  },
};
