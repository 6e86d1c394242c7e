import type { EntityManager } from "typeorm";
import { CoherenceNoteProposals, CoherenceNotes } from "./coherence.entity.ts";

/** Takes a draft that goes out of its notes; a note that links no two proposals any more goes with it. */
export async function removeFromNotes(db: EntityManager, proposalId: string) {
  const links = await db.findBy(CoherenceNoteProposals, { proposalId });
  await db.delete(CoherenceNoteProposals, { proposalId });
  for (const { noteId } of links) {
    if ((await db.countBy(CoherenceNoteProposals, { noteId })) > 1) continue;
    await db.delete(CoherenceNoteProposals, { noteId });
    await db.delete(CoherenceNotes, { id: noteId });
  }
}
