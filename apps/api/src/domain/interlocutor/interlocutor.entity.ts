import { EntitySchema } from "typeorm";
import type { InterlocutorLevel, ReplyStance } from "../../graphql/resolvers.generated.ts";
import { column, optionalReference, reference } from "../../platform/columns.ts";

/** An office, never a private person, that can decide something. */
export interface Interlocutor {
  id: string;
  slug: string;
  name: string;
  level: InterlocutorLevel;
  category: string;
  remit: string;
  approach: string | null;
  bring: string | null;
  timing: string | null;
  note2012: string | null;
  noteToday: string | null;
  fictional: boolean;
}

export const Interlocutors = new EntitySchema<Interlocutor>({
  name: "Interlocutor",
  columns: {
    id: column.orderedId,
    slug: { ...column.text, unique: true },
    name: column.text,
    level: column.text,
    category: column.text,
    remit: column.text,
    approach: column.optionalText,
    bring: column.optionalText,
    timing: column.optionalText,
    note2012: { ...column.optionalText, name: "note_2012" },
    noteToday: column.optionalText,
    fictional: column.flag,
  },
});

/** A proposal carried to an interlocutor. */
export interface Handover {
  id: string;
  proposalId: string;
  interlocutorId: string;
  ask: string;
  carrierName: string;
  carrierTerritoryId: string | null;
  documentTitle: string | null;
  contactedOn: string | null;
  handedOverOn: string | null;
  replyBy: string | null;
  repliedOn: string | null;
  replyStance: ReplyStance | null;
  replyText: string | null;
  log: { on: string; text: string }[];
  fictional: boolean;
}

export const Handovers = new EntitySchema<Handover>({
  name: "Handover",
  columns: {
    id: column.orderedId,
    proposalId: reference("Proposal"),
    interlocutorId: reference("Interlocutor"),
    ask: column.text,
    carrierName: column.text,
    carrierTerritoryId: optionalReference("Territory"),
    documentTitle: column.optionalText,
    contactedOn: column.optionalDay,
    handedOverOn: column.optionalDay,
    replyBy: column.optionalDay,
    repliedOn: column.optionalDay,
    replyStance: column.optionalText,
    replyText: column.optionalText,
    log: column.json,
    fictional: column.flag,
  },
  indices: [
    { name: "handover_proposal", columns: ["proposalId"] },
    { name: "handover_interlocutor", columns: ["interlocutorId"] },
  ],
});
