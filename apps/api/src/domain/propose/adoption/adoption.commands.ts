import { limits } from "@cahier/schema/limits";
import type {
  AdoptProposalInput,
  DiscardAdoptionInput,
  RecordAdoptionInput,
} from "../../../graphql/resolvers.generated.ts";
import { saysAlready } from "../../../platform/again.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { givenText, isId } from "../../../platform/text/text.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { giveName } from "../../ground/person/person.writes.ts";
import { Meetings, Presences } from "../../meet/meeting/meeting.entity.ts";
import { presenceInSteps, presentIn } from "../../meet/meeting/presence.ts";
import { Adoptions, type AdoptionDecision, RecordedAdoptions } from "./adoption.entity.ts";
import { refuseVote } from "./adoption.policy.ts";
import { isSecond, proposalPolicy } from "../proposal/proposal.policy.ts";
import { countChange, move, proposalToDecide } from "../proposal/proposal.writes.ts";
import type { Proposal } from "../proposal/proposal.entity.ts";
import { forgetRecorded, proposalToAdopt } from "./state.writes.ts";
import { ProposalVersions } from "../version/version.entity.ts";

/** Records what a meeting decided, in the place of what was recorded before: a second person confirms it. */
export async function recordAdoption(tx: Transaction, input: RecordAdoptionInput) {
  const { db, viewer, now, record } = tx;
  const same = await recordedSo(tx, input);
  if (same) return { proposal: same };
  const { proposal: before, done } = await proposalToAdopt(tx, input);
  if (done) return { proposal: before };
  await giveName(tx, viewer, input.name);
  const meeting = await meetingOf(tx, before, input.meetingId);
  const decidedOn = decisionDay(tx, input.decidedOn, dayOf(meeting.startsAt));
  const presence = (await db.findBy(Presences, { meetingId: meeting.id })).map(({ territoryId, people }) => ({
    territoryId,
    people,
  }));
  if (presence.length === 0) throw new Refusal("NOBODY_WAS_THERE", "meetingId");
  const { method } = input;
  const votes = votesOf(input);
  const present = presentIn(presence);
  refuseVote({ method, ...votes, present });
  const note = givenText(input.note, "note", limits["adoption.note"]);
  const decided: AdoptionDecision = { meetingId: meeting.id, decidedOn, method, ...votes, present, presence, note };
  const recorded = { decided: decided as never, recordedById: viewer.id!, recordedOn: dayOf(now) };
  await db.upsert(RecordedAdoptions, { proposalId: before.id, ...recorded }, ["proposalId"]);
  await record("proposal.adoptionRecorded", before, { meetingId: meeting.id, decidedOn, method });
  return { proposal: await counted(tx, before) };
}

const votesOf = ({ method, ...input }: RecordAdoptionInput) => {
  const voted = method === "VOTE";
  return {
    votesFor: voted ? (input.votesFor ?? null) : null,
    votesAgainst: voted ? (input.votesAgainst ?? null) : null,
    abstentions: voted ? (input.abstentions ?? null) : null,
    quorum: input.quorum ?? null,
  };
};

/** The proposal, where that is what one recorded already: a retry finds it, though its version was counted. */
async function recordedSo({ db, viewer }: Transaction, input: RecordAdoptionInput): Promise<Proposal | null> {
  const proposal = await proposalToDecide(db, viewer, input.id);
  authorize(proposalPolicy.decide(viewer, proposal));
  const recorded = await db.findOneBy(RecordedAdoptions, { proposalId: proposal.id, recordedById: viewer.id! });
  const { meetingId, decidedOn, method } = input;
  const said = { meetingId: meetingId.toLowerCase(), decidedOn, method, ...votesOf(input) };
  const note = givenText(input.note, "note", limits["adoption.note"]);
  return recorded && saysAlready(recorded.decided, { ...said, note }) ? proposal : null;
}

/** Takes back an adoption that was recorded and not confirmed. */
export async function discardAdoption(tx: Transaction, input: DiscardAdoptionInput) {
  const proposal = await proposalToDecide(tx.db, tx.viewer, input.id);
  authorize(proposalPolicy.decide(tx.viewer, proposal));
  // Taken back already, by this person or another: it is done.
  if (proposal.state === "STABILISED" && !(await tx.db.existsBy(RecordedAdoptions, { proposalId: proposal.id })))
    return { proposal };
  const { proposal: before, done } = await proposalToAdopt(tx, input);
  if (done) throw new Refusal("NOT_NOW", "id", before.state);
  const { affected } = await forgetRecorded(tx.db, before.id);
  if (!affected) return { proposal: before };
  await tx.record("proposal.adoptionDiscarded", before);
  return { proposal: await counted(tx, before) };
}

/** A change in what was recorded makes another version to be read, of the same words. */
async function counted({ db }: Transaction, before: Proposal): Promise<Proposal> {
  await countChange(db, before.id);
  return { ...before, version: before.version + 1 };
}

/** Confirms what somebody else recorded that a meeting adopted: the words are frozen, with their hash. */
export async function adoptProposal(tx: Transaction, input: AdoptProposalInput) {
  const { db, viewer, record } = tx;
  const { proposal: before, done } = await proposalToAdopt(tx, input);
  if (done) return { proposal: before };
  const recorded = await db.findOneBy(RecordedAdoptions, { proposalId: before.id });
  if (!recorded) throw new Refusal("NOT_NOW", "id", before.state);
  const { smallTeam } = await db.findOneByOrFail(WorkingGroups, { id: before.groupId });
  const alone = !isSecond(viewer, recorded.recordedById);
  if (alone && !smallTeam) throw new Refusal("SECOND_PERSON_NEEDED");

  const proposal = await move(tx, before, "ADOPTED", {});
  const { number: versionNumber, hash } = await db.findOneOrFail(ProposalVersions, {
    where: { proposalId: proposal.id },
    order: { number: "DESC" },
  });
  const { decided, recordedById } = recorded;
  await db.insert(Adoptions, {
    ...decided,
    presence: presenceInSteps(decided.presence) as never,
    proposalId: proposal.id,
    versionNumber,
    hash,
    recordedById,
    confirmedById: viewer.id,
    alone,
  });
  await forgetRecorded(db, proposal.id);
  const { meetingId, decidedOn, method } = decided;
  await record("proposal.adopted", proposal, { meetingId, decidedOn, method, hash, alone });
  return { proposal };
}

/** Finds a meeting of the whole group that took place, or takes place today: no meeting of a territory adopts. */
async function meetingOf({ db, now }: Transaction, { groupId }: Proposal, id: string) {
  const meeting = isId(id) ? await db.findOneBy(Meetings, { id }) : null;
  const entitled = meeting?.groupId === groupId && meeting.kind === "NATIONAL" && !meeting.draft;
  if (!entitled || meeting.cancelledReason !== null) throw new Refusal("UNKNOWN_CHOICE", "meetingId");
  if (dayOf(meeting.startsAt) > dayOf(now)) throw new Refusal("NOT_NOW", "meetingId");
  return meeting;
}

/** Refuses a day before the meeting or after today: a decision is recorded, not foretold. */
function decisionDay({ now }: Transaction, day: string, earliest: string) {
  if (day < earliest || day > dayOf(now)) throw new Refusal("OUT_OF_RANGE", "decidedOn", `${earliest} – ${dayOf(now)}`);
  return day;
}
