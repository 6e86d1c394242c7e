import type { EntityManager } from "typeorm";
import { CoherenceNoteProposals, CoherenceNotes } from "./coherence.entity.ts";

/**
 * Takes away the notes that linked a draft that goes, whatever else they linked: they speak of it, nobody but the team read
 * them, and without it they would be read by all.
 */
export async function removeNotesOn(db: EntityManager, proposalId: string) {
  for (const { noteId } of await db.findBy(CoherenceNoteProposals, { proposalId })) {
    await db.delete(CoherenceNoteProposals, { noteId });
    await db.delete(CoherenceNotes, { id: noteId });
  }
}
