/** An office has a public contact point, never the address of a person. */
import { EntitySchema } from "typeorm";
import type { InterlocutorLevel } from "../../../graphql/resolvers.generated.ts";
import { column, optionalReference } from "../../../platform/data/columns.ts";

/** An office, never a private person, that can decide something. */
export interface Interlocutor {
  id: string;
  slug: string;
  name: string;
  level: InterlocutorLevel;
  category: string;
  /** The territory it decides for; null where it is all of it, or any of its kind. */
  territoryId: string | null;
  remit: string;
  approach: string | null;
  bring: string | null;
  timing: string | null;
  /** The months of the year when it is the moment, from 1. */
  months: number[];
  /** Where anybody reaches the office: never an address of one person. */
  contactMail: string | null;
  contactUrl: string | null;
  contactPostal: string | null;
  note2012: string | null;
  noteToday: string | null;
  /** The one it turned out to be the same as. */
  mergedIntoId: string | null;
  version: number;
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
    territoryId: optionalReference("Territory"),
    remit: column.text,
    approach: column.optionalText,
    bring: column.optionalText,
    timing: column.optionalText,
    months: { type: "integer", array: true, default: () => "'{}'" },
    contactMail: column.optionalText,
    contactUrl: column.optionalText,
    contactPostal: column.optionalText,
    note2012: { ...column.optionalText, name: "note_2012" },
    noteToday: column.optionalText,
    mergedIntoId: optionalReference("Interlocutor"),
    version: column.version,
    fictional: column.flag,
  },
});
