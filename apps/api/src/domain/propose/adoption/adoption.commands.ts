import { limits } from "@cahier/schema/limits";
import type { AddErratumInput, AdoptProposalInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { givenText, isId, neededText } from "../../../platform/text/text.ts";
import { Meetings } from "../../meet/meeting/meeting.entity.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { type Adoption, Adoptions, Errata } from "./adoption.entity.ts";
import { refuseVote } from "./adoption.policy.ts";
import { move, proposalToWrite } from "../proposal/proposal.writes.ts";
import type { Proposal } from "../proposal/proposal.entity.ts";
import { proposalToMove } from "./state.writes.ts";
import { ProposalVersions } from "../version/version.entity.ts";

/** Records that a meeting adopted a proposal: its words are frozen, with their hash. */
export async function adoptProposal(tx: Transaction, input: AdoptProposalInput) {
  const { db, viewer, record } = tx;
  const { proposal: before, done } = await proposalToMove(tx, input, "ADOPTED");
  if (done) return { proposal: before };
  const meeting = await meetingOf(tx, before, input.meetingId);
  const decidedOn = decisionDay(tx, input.decidedOn, dayOf(meeting.startsAt));
  const presence = await presenceOf(tx, input.presence);
  const { method } = input;
  const voted = method === "VOTE";
  const votes = {
    votesFor: voted ? (input.votesFor ?? null) : null,
    votesAgainst: voted ? (input.votesAgainst ?? null) : null,
    abstentions: voted ? (input.abstentions ?? null) : null,
    quorum: input.quorum ?? null,
  };
  refuseVote({ method, ...votes, present: presence.reduce((sum, { people }) => sum + people, 0) });
  const note = givenText(input.note, "note", limits["adoption.note"]);

  const proposal = await move(tx, before, "ADOPTED", {});
  const frozen = await db.findOneOrFail(ProposalVersions, {
    where: { proposalId: proposal.id },
    order: { number: "DESC" },
  });
  const adoption: Omit<Adoption, "id"> = {
    proposalId: proposal.id,
    meetingId: meeting.id,
    decidedOn,
    method,
    ...votes,
    presence,
    note,
    versionNumber: frozen.number,
    hash: frozen.hash,
    recordedById: viewer.id,
  };
  await db.insert(Adoptions, { ...adoption, presence: presence as never });
  await record("proposal.adopted", proposal, { meetingId: meeting.id, decidedOn, method, hash: frozen.hash });
  return { proposal };
}

/** Adds an erratum to an adopted text, which itself no longer changes. */
export async function addErratum(tx: Transaction, input: AddErratumInput) {
  const { db, viewer, now, record } = tx;
  const proposal = await proposalToWrite(db, viewer, input.proposalId);
  authorize(readingPolicy.hold(viewer, proposal.groupId));
  if (!isId(input.key)) throw new Refusal("WRONG_KIND", "key");
  const text = neededText(input.text, "text", limits["erratum.text"]);
  if (proposal.state !== "ADOPTED") throw new Refusal("NOT_NOW", "proposalId", proposal.state);
  const id = input.key.toLowerCase();
  const known = await db.findOneBy(Errata, { id });
  if (known) {
    if (known.proposalId !== proposal.id || known.text !== text) throw new Refusal("CONFLICT", "key");
    return { proposal };
  }
  await db.insert(Errata, { id, proposalId: proposal.id, text, addedOn: dayOf(now), addedById: viewer.id });
  await record("proposal.erratumAdded", proposal, { text });
  return { proposal };
}

/** Finds a meeting of the group that took place, or takes place today. */
async function meetingOf({ db, now }: Transaction, { groupId }: Proposal, id: string) {
  const meeting = isId(id) ? await db.findOneBy(Meetings, { id }) : null;
  if (!meeting || meeting.groupId !== groupId || meeting.draft || meeting.cancelledReason !== null)
    throw new Refusal("UNKNOWN_CHOICE", "meetingId");
  if (dayOf(meeting.startsAt) > dayOf(now)) throw new Refusal("NOT_NOW", "meetingId");
  return meeting;
}

/** Refuses a day before the meeting or after today: a decision is recorded, not foretold. */
function decisionDay({ now }: Transaction, day: string, earliest: string) {
  if (day < earliest || day > dayOf(now)) throw new Refusal("OUT_OF_RANGE", "decidedOn", `${earliest} – ${dayOf(now)}`);
  return day;
}

/** Presence region by region, each region once. */
async function presenceOf({ db }: Transaction, given: AdoptProposalInput["presence"]): Promise<Adoption["presence"]> {
  if (given.length === 0) throw new Refusal("REQUIRED", "presence");
  if (given.length > 40) throw new Refusal("TOO_MANY_CHOICES", "presence", "40");
  const found: Adoption["presence"] = [];
  for (const [place, { territory: slug, people }] of given.entries()) {
    const territory = await db.findOneBy(Territories, { slug: slug.replaceAll("\0", "") });
    if (!territory || found.some(({ territoryId }) => territoryId === territory.id))
      throw new Refusal("UNKNOWN_TERRITORY", `presence.${place}.territory`);
    if (people < 1 || people > 10_000) throw new Refusal("OUT_OF_RANGE", `presence.${place}.people`, "1 – 10 000");
    found.push({ territoryId: territory.id, people });
  }
  return found;
}
