/** An office has a public contact point, never the address of a person. */
import type { Kept } from "@cahier/schema/fields";
import { interlocutorFields } from "@cahier/schema/ground/interlocutor.fields";
import { EntitySchema } from "typeorm";
import { columnsFor } from "../../../platform/fields.ts";
import { column, optionalReference } from "../../../platform/data/columns.ts";

/** An office, never a private person, that can decide something. */
export interface Interlocutor extends Kept<typeof interlocutorFields> {
  id: string;
  slug: string;
  /** The territory it decides for; null where it is all of it, or any of its kind. */
  territoryId: string | null;
  note2012: string | null;
  noteToday: string | null;
  /** The one it turned out to be the same as. */
  mergedIntoId: string | null;
  version: number;
  fictional: boolean;
}

/** An office that was merged into another. */
export type MergedInterlocutor = Interlocutor;

export const Interlocutors = new EntitySchema<Interlocutor>({
  name: "Interlocutor",
  columns: {
    id: column.orderedId,
    slug: { ...column.text, unique: true },
    ...columnsFor(interlocutorFields),
    territoryId: optionalReference("Territory"),
    note2012: { ...column.optionalText, name: "note_2012" },
    noteToday: column.optionalText,
    mergedIntoId: optionalReference("Interlocutor"),
    version: column.version,
    fictional: column.flag,
  },
});
