import { EntitySchema } from "typeorm";
import { column, optionalReference, reference } from "../../../platform/data/columns.ts";

/** Meaning of a term, in words that are kept version by version. */
export interface Wording {
  word: string;
  definition: string;
  /** « On dit aussi ». */
  synonyms: string[];
  /** « Plutôt que ». */
  avoid: string[];
}

/** A term of the common language, as it is understood today. */
export interface GlossaryTerm extends Wording {
  /** Made by the client, kept through retries. */
  id: string;
  slug: string;
  /** The group responsible for its meaning. */
  groupId: string;
  /** English word; null while nobody gave one. */
  english: string | null;
  /** True if public texts open its definition at the words that use it. */
  inTexts: boolean;
  /** The day it was retired from the glossary, and why; null while it is in it. */
  retiredOn: string | null;
  retiredWhy: string | null;
  version: number;
  fictional: boolean;
}

const wording = {
  word: column.text,
  definition: column.text,
  synonyms: column.textList,
  avoid: column.textList,
} as const;

export const GlossaryTerms = new EntitySchema<GlossaryTerm>({
  name: "GlossaryTerm",
  columns: {
    id: column.orderedId,
    slug: { ...column.text, unique: true },
    groupId: reference("WorkingGroup"),
    ...wording,
    english: column.optionalText,
    inTexts: column.flag,
    retiredOn: column.optionalDay,
    retiredWhy: column.optionalText,
    version: column.version,
    fictional: column.flag,
  },
});

/** Meaning of a term from a day on: its author, its reason, its causes. */
export interface GlossaryVersion extends Wording {
  id: string;
  termId: string;
  number: number;
  definedOn: string;
  definedById: string | null;
  /** Reason of the change; null for the first version. */
  why: string | null;
  reactionId: string | null;
  meetingId: string | null;
}

export const GlossaryVersions = new EntitySchema<GlossaryVersion>({
  name: "GlossaryVersion",
  columns: {
    id: column.orderedId,
    termId: reference("GlossaryTerm"),
    number: column.integer,
    ...wording,
    definedOn: column.day,
    definedById: optionalReference("Person"),
    why: column.optionalText,
    reactionId: optionalReference("Reaction"),
    meetingId: optionalReference("Meeting"),
  },
  indices: [{ name: "glossary_version_number", columns: ["termId", "number"], unique: true }],
});
