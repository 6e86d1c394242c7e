import type { Resolvers } from "../../graphql/resolvers.generated.ts";
import { dayOf } from "../../platform/day.ts";
import { Proposals } from "../proposal/proposal.entity.ts";
import { asksOfInterlocutor } from "../proposal/proposal.queries.ts";
import { Territories } from "../territory/territory.entity.ts";
import { daysOverdue, handoverState } from "./handover.state.ts";
import { Interlocutors } from "./interlocutor.entity.ts";
import { handoverOf, handovers, handoversTo, interlocutorOf, interlocutors } from "./interlocutor.queries.ts";

export const interlocutorResolvers: Resolvers = {
  Query: {
    interlocutors: (_, __, context) => interlocutors(context),
    interlocutor: (_, { slug }, context) => interlocutorOf(context, slug),
    handovers: (_, __, context) => handovers(context),
    handover: (_, { id }, context) => handoverOf(context, id),
  },
  Interlocutor: {
    asks: ({ id }, _, context) => asksOfInterlocutor(context, id),
    handovers: ({ id }, _, context) => handoversTo(context, id),
  },
  InterlocutorAsk: {
    proposal: async ({ proposalId }, _, context) => (await context.load(Proposals, proposalId))!,
  },
  Handover: {
    proposal: async ({ proposalId }, _, context) => (await context.load(Proposals, proposalId))!,
    interlocutor: async ({ interlocutorId }, _, context) => (await context.load(Interlocutors, interlocutorId))!,
    carrierTerritory: ({ carrierTerritoryId }, _, context) => context.load(Territories, carrierTerritoryId),
    state: (handover, _, { now }) => handoverState(handover, dayOf(now)),
    daysOverdue: (handover, _, { now }) => daysOverdue(handover, dayOf(now)),
    reply: ({ repliedOn: on, replyStance: stance, replyText }) =>
      on && stance ? { on, stance, text: replyText ?? "" } : null,
  },
};
