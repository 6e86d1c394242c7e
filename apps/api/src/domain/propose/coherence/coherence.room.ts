import { room } from "../../../platform/room.ts";
import { CoherenceNotes, CoherenceNoteProposals, LeftSuggestions } from "./coherence.entity.ts";
import { removeNotesOn } from "./coherence.writes.ts";
import { coherenceResolvers } from "./coherence.resolvers.ts";

export const coherenceRoom = room({
  tables: [CoherenceNotes, CoherenceNoteProposals, LeftSuggestions],
  resolvers: [coherenceResolvers],
  hears: { "proposal.removed": ({ db }, id) => removeNotesOn(db, id) },
});
