import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { Interlocutors } from "../../ground/interlocutor/interlocutor.entity.ts";
import { Persons } from "../../ground/person/person.entity.ts";
import { Proposals } from "../../propose/proposal/proposal.entity.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { answerCarrying } from "./carrying.commands.ts";
import { endHandover, resumeHandover, settleCommitment, writeCommitment } from "./followUp.commands.ts";
import { editHandover, handOver, openHandover, takeBackHandingOver } from "./handover.commands.ts";
import type { Handover } from "./handover.entity.ts";
import { handoverPolicy } from "./handover.policy.ts";
import {
  carriedBy,
  carriedProposals,
  commitmentsOf,
  handoverOf,
  handoversOfMerged,
  handovers,
  handoversOfProposal,
  handoversTo,
  possibleCarriers,
} from "./handover.queries.ts";
import { daysOverdue, handoverState } from "./handover.state.ts";
import { editHandoverEntry, noteHandover, removeHandoverEntry } from "./log.commands.ts";
import { recordReply, takeBackReply } from "./reply.commands.ts";

export const handoverResolvers: Resolvers = {
  Interlocutor: {
    handovers: ({ id }, _, context) => handoversTo(context, id),
  },
  MergedInterlocutor: {
    handovers: ({ id }, _, context) => handoversOfMerged(context, id),
  },
  Proposal: {
    handovers: ({ id }, _, context) => handoversOfProposal(context, id),
  },
  Query: {
    handovers: (_, { filter, after }, context) => handovers(context, filter, after),
    carriedProposals: (_, __, context) => carriedProposals(context),
    handover: (_, { id }, context) => handoverOf(context, id),
    possibleCarriers: (_, __, context) => possibleCarriers(context),
  },
  Mutation: {
    openHandover: (_, { input }, { run }) => run((tx) => openHandover(tx, input)),
    editHandover: (_, { input }, { run }) => run((tx) => editHandover(tx, input)),
    noteHandover: (_, { input }, { run }) => run((tx) => noteHandover(tx, input)),
    editHandoverEntry: (_, { input }, { run }) => run((tx) => editHandoverEntry(tx, input)),
    removeHandoverEntry: (_, { input }, { run }) => run((tx) => removeHandoverEntry(tx, input)),
    handOver: (_, { input }, { run }) => run((tx) => handOver(tx, input)),
    takeBackHandingOver: (_, { input }, { run }) => run((tx) => takeBackHandingOver(tx, input)),
    recordReply: (_, { input }, { run }) => run((tx) => recordReply(tx, input)),
    takeBackReply: (_, { input }, { run }) => run((tx) => takeBackReply(tx, input)),
    writeCommitment: (_, { input }, { run }) => run((tx) => writeCommitment(tx, input)),
    settleCommitment: (_, { input }, { run }) => run((tx) => settleCommitment(tx, input)),
    endHandover: (_, { input }, { run }) => run((tx) => endHandover(tx, input)),
    resumeHandover: (_, { input }, { run }) => run((tx) => resumeHandover(tx, input)),
    answerCarrying: (_, { input }, { run }) => run((tx) => answerCarrying(tx, input)),
  },
  Viewer: {
    carrying: ({ id }, _, context) => carriedBy(context, id),
  },
  Handover: {
    proposal: async ({ proposalId }, _, { load }) => (await load(Proposals, proposalId))!,
    interlocutor: async ({ interlocutorId }, _, { load }) => (await load(Interlocutors, interlocutorId))!,
    carrierName: (handover, _, context) => carrierNameOf(context, handover),
    carrierTerritory: ({ carrierTerritoryId }, _, { load }) => load(Territories, carrierTerritoryId),
    carrierConsent: async (handover, _, context) =>
      (await holds(context, handover)) || handover.carrierPersonId === context.viewer.id
        ? handover.carrierConsent
        : null,
    carrierAsked: async (handover, _, context) =>
      (await holds(context, handover)) ? await context.load(Persons, handover.carrierPersonId) : null,
    state: (handover, _, { now }) => handoverState(handover, dayOf(now)),
    daysOverdue: (handover, _, { now }) => daysOverdue(handover, dayOf(now)),
    reply: (handover) => (handover.repliedOn && handover.replyStance ? handover : null),
    replyTakenBackOn: ({ repliedOn, replyCorrectedOn }) => (repliedOn ? null : replyCorrectedOn),
    replyTakenBackBecause: ({ repliedOn, replyCorrection }) => (repliedOn ? null : replyCorrection),
    commitments: ({ id }, _, context) => commitmentsOf(context, id),
    viewerCan: async (handover, _, context) => {
      const { viewer } = context;
      const proposal = (await context.load(Proposals, handover.proposalId))!;
      return {
        hold: handoverPolicy.hold(viewer, proposal),
        note: handoverPolicy.note(viewer, handover, proposal),
        answerCarrying: handoverPolicy.answerCarrying(viewer, handover),
      };
    },
  },
  Reply: {
    on: ({ repliedOn }) => repliedOn!,
    stance: ({ replyStance }) => replyStance!,
    text: ({ replyText }) => replyText ?? "",
    way: ({ replyWay }) => replyWay,
    passedTo: ({ replyPassedToId }, _, { load }) => load(Interlocutors, replyPassedToId),
    correctedOn: ({ replyCorrectedOn }) => replyCorrectedOn,
    correction: ({ replyCorrection }) => replyCorrection,
  },
  HandoverLogEntry: {
    id: ({ key }) => key,
    isContact: ({ isContact }) => isContact === true,
  },
  Commitment: {
    isLate: ({ state, dueOn }, _, { now }) => state === "OPEN" && dueOn !== null && dueOn < dayOf(now),
  },
};

const holds = async ({ load, viewer }: Context, { proposalId }: Handover) =>
  handoverPolicy.hold(viewer, (await load(Proposals, proposalId))!);

/** The carrier's public name; that of a person with an account only once they agreed. */
async function carrierNameOf({ load }: Context, handover: Handover): Promise<string | null> {
  if (handover.carrierKind !== "PERSON") return handover.carrierName;
  if (handover.carrierConsent !== "AGREED") return null;
  return (await load(Persons, handover.carrierPersonId))?.displayName || null;
}
