import { isDeepStrictEqual } from "node:util";
import { limits, mostNoted } from "@cahier/schema/limits";
import { In } from "typeorm";
import type {
  LeaveSuggestionInput,
  NoteCoherenceInput,
  RestoreSuggestionInput,
  SettleCoherenceInput,
} from "../../../graphql/resolvers.generated.ts";
import { saysAlready } from "../../../platform/again.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { insertOnce } from "../../../platform/data/linked.ts";
import { authorize, notFound, Refusal, refuseStale } from "../../../platform/refusal.ts";
import { givenText, isId, neededText } from "../../../platform/text/text.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { type Proposal, Proposals } from "../proposal/proposal.entity.ts";
import { type CoherenceNote, CoherenceNoteProposals, CoherenceNotes, LeftSuggestions } from "./coherence.entity.ts";
import { coherencePolicy } from "./coherence.policy.ts";
import { keysLeft } from "./suggestion.ts";

/** Writes a note between proposals, or rewords it. */
export async function noteCoherence(tx: Transaction, input: NoteCoherenceInput) {
  const { db, viewer, record, now } = tx;
  authorize(readingPolicy.hold(viewer));
  if (!isId(input.id)) throw new Refusal("WRONG_KIND", "id");
  const id = input.id.toLowerCase();
  const { kind } = input;
  const text = neededText(input.text, "text", limits["coherenceNote.text"]);
  const before = input.version > 0 ? await heldNote(tx, id) : null;
  const proposalIds = (await theirs(tx, input.proposalIds)).map((one) => one.id);
  const said = { kind, text };

  if (before) {
    const linked = (await db.findBy(CoherenceNoteProposals, { noteId: id })).map(({ proposalId }) => proposalId);
    // A retry, or the same act by two people.
    if (saysAlready(before, said) && isDeepStrictEqual(linked.toSorted(), proposalIds)) return { note: before };
    refuseStale(before, input.version);
    const note: CoherenceNote = { ...before, ...said, version: before.version + 1 };
    await db.update(CoherenceNotes, id, { ...said, version: note.version });
    await db.delete(CoherenceNoteProposals, { noteId: id });
    await db.insert(CoherenceNoteProposals, links(id, proposalIds));
    await record("coherenceNote.reworded", note, { from: { kind: before.kind, text: before.text }, to: said });
    return { note };
  }
  const note = { id, ...said, suggestion: input.suggestion?.slice(0, 200) ?? null, notedOn: dayOf(now) };
  const isNew = await insertOnce(db, CoherenceNotes, { ...note, notedById: viewer.id });
  const kept = await db.findOneByOrFail(CoherenceNotes, { id });
  if (!isNew) {
    if (kept.kind !== kind || kept.text !== text) throw new Refusal("CONFLICT", "id");
    return { note: kept };
  }
  await db.insert(CoherenceNoteProposals, links(id, proposalIds));
  await record("coherenceNote.noted", kept, { ...said, proposalIds });
  return { note: kept };
}

/** Settles a note, with what was done or why it is kept as it is; or opens it again. */
export async function settleCoherence(tx: Transaction, input: SettleCoherenceInput) {
  const { db, viewer, record, now } = tx;
  authorize(readingPolicy.hold(viewer));
  const before = await heldNote(tx, input.id);
  const isOpen = input.state === "OPEN";
  const said = {
    state: input.state,
    resolution: isOpen ? null : neededText(input.resolution ?? "", "resolution", limits["coherenceNote.resolution"]),
  };
  if (saysAlready(before, said)) return { note: before };
  refuseStale(before, input.version);
  const settled = {
    ...said,
    settledOn: isOpen ? null : dayOf(now),
    settledById: isOpen ? null : viewer.id,
    version: before.version + 1,
  };
  await db.update(CoherenceNotes, before.id, settled);
  await record(isOpen ? "coherenceNote.reopened" : "coherenceNote.settled", before, {
    from: before.state,
    to: input.state,
    resolution: settled.resolution,
  });
  return { note: { ...before, ...settled } };
}

/** Leaves a suggestion aside, for a reason or without one. */
export async function leaveSuggestion(tx: Transaction, input: LeaveSuggestionInput) {
  const { db, viewer, record, now } = tx;
  authorize(readingPolicy.hold(viewer));
  const [key] = await keysNamed(tx, input);
  const because = givenText(input.because, "because", limits["suggestion.because"]);
  if (await insertOnce(db, LeftSuggestions, { key, leftOn: dayOf(now), leftById: viewer.id!, because }))
    await record("coherenceNote.suggestionLeft", null, { key, because });
  return {};
}

/** Brings back a suggestion that was left aside; one that waits already stays. */
export async function restoreSuggestion(tx: Transaction, input: RestoreSuggestionInput) {
  const { db, viewer, record } = tx;
  authorize(readingPolicy.hold(viewer));
  const keys = await keysNamed(tx, input);
  const { affected } = await db.delete(LeftSuggestions, { key: In(keys) });
  if (affected) await record("coherenceNote.suggestionRestored", null, { key: keys[0] });
  return {};
}

/** Keys of a suggestion, of the groups of its proposals: the viewer writes all of them. */
async function keysNamed(tx: Transaction, { key, proposalIds }: { key: string; proposalIds: string[] }) {
  const proposals = await theirs(tx, proposalIds);
  return keysLeft(
    neededText(key, "key", 200),
    proposals.map(({ groupId }) => groupId),
  );
}

/** Proposals of a note, two at least: the viewer writes all of them. */
async function theirs({ db, viewer }: Transaction, given: string[]): Promise<Proposal[]> {
  const ids = [...new Set(given.map((id) => id.toLowerCase()))].toSorted();
  // None is removed meanwhile.
  const lock = { mode: "for_key_share" } as const;
  const proposals = await db.find(Proposals, { where: { id: In(ids.filter(isId)) }, order: { id: "ASC" }, lock });
  const groupIds = proposals.map(({ groupId }) => groupId);
  authorize(coherencePolicy.note(viewer, groupIds));
  if (proposals.length < ids.length) throw new Refusal("UNKNOWN_CHOICE", "proposalIds");
  if (ids.length < 2) throw new Refusal("TOO_FEW_CHOICES", "proposalIds", "2");
  if (ids.length > mostNoted) throw new Refusal("TOO_MANY_CHOICES", "proposalIds", String(mostNoted));
  return proposals;
}

/** Reads a note, locked, for a viewer who writes all its proposals. */
async function heldNote({ db, viewer }: Transaction, id: string): Promise<CoherenceNote> {
  const note = isId(id)
    ? await db.findOne(CoherenceNotes, { where: { id }, lock: { mode: "for_no_key_update" } })
    : null;
  if (!note) throw notFound();
  const groups = await db.query<{ groupId: string }[]>(
    `select p.group_id as "groupId" from coherence_note_proposal l join proposal p on p.id = l.proposal_id
     where l.note_id = $1`,
    [id],
  );
  authorize(
    coherencePolicy.note(
      viewer,
      groups.map(({ groupId }) => groupId),
    ),
  );
  return note;
}

const links = (noteId: string, proposalIds: string[]) => proposalIds.map((proposalId) => ({ noteId, proposalId }));
