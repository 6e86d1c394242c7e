/**
 * A draft becomes public thirty seconds after somebody decided so: until then nothing of it was told, and undoing leaves
 * no trace to take back.
 */
import type {
  AskToPublishProposalInput,
  PublishProposalInput,
  UndoPublishProposalInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { publicFrom } from "../../../platform/publication.ts";
import { authorize, Refusal, refuseStale } from "../../../platform/refusal.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { giveName } from "../../ground/person/person.writes.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { hashOfWords } from "../version/version.writes.ts";
import { Proposals } from "./proposal.entity.ts";
import { proposalPolicy } from "./proposal.policy.ts";
import { changedSinceAsked } from "./proposal.queries.ts";
import { notPublishing, proposalToDecide, proposalToWrite } from "./proposal.writes.ts";

/** Asks a second person to make a draft public; or takes that back. */
export async function askToPublishProposal(tx: Transaction, input: AskToPublishProposalInput) {
  const { db, viewer, record } = tx;
  const before = await proposalToWrite(db, viewer, input.id);
  authorize(readingPolicy.hold(viewer, before.groupId));
  if (before.state !== "DRAFT") throw new Refusal("NOT_NOW", "id", before.state);
  const isAsked = before.publicationAskedById !== null && (!input.asked || !(await changedSinceAsked(db, before)));
  if (input.asked === isAsked) return { proposal: before };
  refuseStale(before, input.version);
  if (input.asked) await giveName(tx, viewer, input.name);
  const asked = input.asked
    ? { publicationAskedById: viewer.id, publicationAskedHash: await hashOfWords(db, before.id) }
    : { publicationAskedById: null, publicationAskedHash: null, ...notPublishing };
  await db.update(Proposals, before.id, asked);
  await record(input.asked ? "proposal.publicationAsked" : "proposal.publicationNotAsked", before);
  return { proposal: { ...before, ...asked } };
}

/** Decides that a draft becomes public, as its words stand: `publishDue` does it once it can be undone no more. */
export async function publishProposal(tx: Transaction, input: PublishProposalInput) {
  const { db, viewer, now } = tx;
  const before = await proposalToDecide(db, viewer, input.id);
  authorize(proposalPolicy.decide(viewer, before));
  // Publishing again, or after somebody else, finds it done, or about to be.
  if (before.state === "OPEN" || (before.state === "DRAFT" && before.publishesAt)) return { proposal: before };
  if (before.state !== "DRAFT") throw new Refusal("NOT_NOW", "id", before.state);
  refuseStale(before, input.version);
  const { smallTeam } = await db.findOneByOrFail(WorkingGroups, { id: before.groupId });
  if (!proposalPolicy.publish(viewer, before, smallTeam)) throw new Refusal("SECOND_PERSON_NEEDED");
  if (!smallTeam && (await changedSinceAsked(db, before))) throw new Refusal("CHANGED_SINCE_ASKED");
  const publishing = {
    publishesAt: publicFrom(now),
    publishingById: viewer.id,
    publishingHash: await hashOfWords(db, before.id),
  };
  await db.update(Proposals, before.id, publishing);
  return { proposal: { ...before, ...publishing } };
}

/** Takes such a decision back while it can be. Nothing was told of it: nothing is recorded. */
export async function undoPublishProposal(tx: Transaction, input: UndoPublishProposalInput) {
  const { db, viewer } = tx;
  const before = await proposalToDecide(db, viewer, input.id);
  authorize(proposalPolicy.decide(viewer, before));
  if (before.state !== "DRAFT") throw new Refusal("NOT_NOW", "id", before.state);
  await db.update(Proposals, before.id, notPublishing);
  return { proposal: { ...before, ...notPublishing } };
}
