import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { Meetings } from "../../meet/meeting/meeting.entity.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { Persons } from "../../ground/person/person.entity.ts";
import { heldByGroup } from "../../meet/meeting/meeting.queries.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize } from "../../../platform/refusal.ts";
import { adoptProposal, discardAdoption, recordAdoption } from "./adoption.commands.ts";
import {
  adoptedAt,
  adoptionOf,
  errataOf,
  mayAdopt,
  mergedInto,
  partsOfSplit,
  proposalsToConfirm,
  recordedOf,
} from "./adoption.queries.ts";
import { addErratum, removeErratum } from "./erratum.commands.ts";
import { mergeProposal } from "./merge.commands.ts";
import { Proposals } from "../proposal/proposal.entity.ts";
import { proposalPolicy } from "../proposal/proposal.policy.ts";
import { named, proposalToRead } from "../proposal/proposal.queries.ts";
import { mayGo } from "../proposal/proposal.state.ts";
import { splitProposal } from "./split.commands.ts";
import { reopenProposal, setAsideProposal, stabiliseProposal, withdrawProposal } from "./state.commands.ts";

/** Moves that those who write a proposal may make. */
const moves = ["OPEN", "STABILISED", "ADOPTED", "MERGED", "SPLIT", "SET_ASIDE", "WITHDRAWN"] as const;

export const adoptionResolvers: Resolvers = {
  Query: {
    proposalToDecide: async (_, { slug }, context) => {
      authorize(readingPolicy.hold(context.viewer) || context.viewer.has("FACILITATOR"));
      const proposal = await proposalToRead(context, slug);
      authorize(!proposal || proposalPolicy.decide(context.viewer, proposal));
      return proposal;
    },
    proposalsToConfirm: (_, __, context) => proposalsToConfirm(context),
  },
  Mutation: {
    stabiliseProposal: (_, { input }, { run }) => run((tx) => stabiliseProposal(tx, input)),
    reopenProposal: (_, { input }, { run }) => run((tx) => reopenProposal(tx, input)),
    setAsideProposal: (_, { input }, { run }) => run((tx) => setAsideProposal(tx, input)),
    withdrawProposal: (_, { input }, { run }) => run((tx) => withdrawProposal(tx, input)),
    recordAdoption: (_, { input }, { run }) => run((tx) => recordAdoption(tx, input)),
    discardAdoption: (_, { input }, { run }) => run((tx) => discardAdoption(tx, input)),
    adoptProposal: (_, { input }, { run }) => run((tx) => adoptProposal(tx, input)),
    addErratum: (_, { input }, { run }) => run((tx) => addErratum(tx, input)),
    removeErratum: (_, { input }, { run }) => run((tx) => removeErratum(tx, input)),
    mergeProposal: (_, { input }, { run }) => run((tx) => mergeProposal(tx, input)),
    splitProposal: (_, { input }, { run }) => run((tx) => splitProposal(tx, input)),
  },
  Proposal: {
    adoption: ({ id }, _, context) => adoptionOf(context, id),
    recordedAdoption: (proposal, _, context) => recordedOf(context, proposal),
    adoptingMeetings: (proposal, _, context) =>
      proposalPolicy.decide(context.viewer, proposal) ? heldByGroup(context, proposal.groupId) : [],
    errata: ({ id }, _, context) => errataOf(context, id),
    mergedInto: ({ mergedIntoId }, _, context) => named(context, mergedIntoId),
    tookIn: ({ id }, _, context) => mergedInto(context, id),
    splitFrom: ({ splitFromId }, _, context) => named(context, splitFromId),
    splitInto: ({ id }, _, context) => partsOfSplit(context, id),
    viewerMayMoveTo: (proposal, _, { viewer }) => {
      const may = readingPolicy.hold(viewer, proposal.groupId) ? moves : (["ADOPTED"] as const);
      return proposalPolicy.decide(viewer, proposal) ? may.filter((to) => mayGo(proposal.state, to)) : [];
    },
  },
  ProposalRights: {
    decide: (proposal, _, { viewer }) => proposalPolicy.decide(viewer, proposal),
    adopt: (proposal, _, context) => mayAdopt(context, proposal),
    addErratum: ({ state, groupId }, _, { viewer }) => state === "ADOPTED" && readingPolicy.hold(viewer, groupId),
  },
  Erratum: {
    viewerMayRemove: async ({ proposalId, addedOn }, _, { viewer, load, now }) =>
      addedOn === dayOf(now) && readingPolicy.hold(viewer, (await load(Proposals, proposalId))!.groupId),
  },
  Meeting: {
    adopted: ({ id }, _, context) => adoptedAt(context, id),
  },
  Adoption: {
    decision: (adoption) => adoption,
  },
  AdoptionDecision: {
    meeting: async ({ meetingId }, _, { load }) => (await load(Meetings, meetingId))!,
  },
  RecordedAdoption: {
    decision: ({ decided }) => decided,
    recordedBy: async ({ recordedById }, _, { load }) => (await load(Persons, recordedById))?.displayName || null,
  },
};
