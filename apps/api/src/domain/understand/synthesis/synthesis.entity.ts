import { EntitySchema } from "typeorm";
import type { NotRetainedReason, ParagraphKind } from "../../../graphql/resolvers.generated.ts";
import { column, link, optionalReference, reference } from "../../../platform/data/columns.ts";

/** State of a version. A published one is superseded once another is published: derived, not stored. */
export type VersionState = "DRAFT" | "CIRCULATING" | "PUBLISHED";

/** The « point d'étape » of an objective. Its words are in its versions. */
export interface Synthesis {
  id: string;
  slug: string;
  objectiveId: string;
  title: string;
  /** Of the version in force. */
  state: VersionState;
  /** The version in force: the last one published; before the first publication, the one under way. */
  version: number;
  fictional: boolean;
}

export const Syntheses = new EntitySchema<Synthesis>({
  name: "Synthesis",
  columns: {
    id: column.orderedId,
    slug: { ...column.text, unique: true },
    objectiveId: { ...reference("Objective"), unique: true },
    title: column.text,
    state: column.text,
    version: column.version,
    fictional: column.flag,
  },
});

/** One version of a synthesis, whole. Once published it is frozen: the next one begins as its copy. */
export interface SynthesisVersion {
  id: string;
  synthesisId: string;
  /** From 1. */
  version: number;
  state: VersionState;
  /** Counts the saves of what is here, paragraphs apart: a save on an older one is refused. */
  edit: number;
  /** Counts all that is saved of it, paragraphs and what is set aside included. */
  revision: number;
  circulatedOn: string | null;
  /** The last day on which reactions are awaited. */
  circulatesUntil: string | null;
  circulatedById: string | null;
  /** Publication that can still be undone: its date, its author, and the revision that was read. */
  publishesAt: Date | null;
  publishingById: string | null;
  publishingRevision: number | null;
  publishedAt: Date | null;
  publishedById: string | null;
  /** By whoever made it circulate: a small team has no second person. */
  publishedAlone: boolean;
  /** The wording the group holds, where there is one. */
  definition: string | null;
  /** Method of reading the answers. */
  method: string;
  /** People not heard, in sentences. */
  notHeard: string[];
  /** The part of `method` that was counted, as it was last. */
  methodCounted: string;
  /** The line of `notHeard` that was counted, as it was last. */
  notHeardCounted: string;
  decisions: string[];
  nextSteps: string[];
  /** Changes in this version, in a sentence or two. */
  changes: string | null;
  /** Causes of the changes. */
  causes: { reactionId?: string; meetingId?: string }[];
  /** Count of the texts read with nothing marked, once published. */
  nothingToAdd: number | null;
}

export const SynthesisVersions = new EntitySchema<SynthesisVersion>({
  name: "SynthesisVersion",
  columns: {
    id: column.orderedId,
    synthesisId: reference("Synthesis"),
    version: column.integer,
    state: column.text,
    edit: column.version,
    revision: column.version,
    circulatedOn: column.optionalDay,
    circulatesUntil: column.optionalDay,
    circulatedById: optionalReference("Person"),
    publishesAt: column.optionalInstant,
    publishingById: optionalReference("Person"),
    publishingRevision: column.optionalInteger,
    publishedAt: column.optionalInstant,
    publishedById: optionalReference("Person"),
    publishedAlone: column.flag,
    definition: column.optionalText,
    method: { ...column.text, default: "" },
    notHeard: column.textList,
    methodCounted: { ...column.text, default: "" },
    notHeardCounted: { ...column.text, default: "" },
    decisions: column.textList,
    nextSteps: column.textList,
    changes: column.optionalText,
    causes: { ...column.json, default: () => "'[]'" },
    nothingToAdd: column.optionalInteger,
  },
  indices: [
    { name: "synthesis_version_once", columns: ["synthesisId", "version"], unique: true },
    { name: "synthesis_version_due", columns: ["publishesAt"], where: "publishes_at IS NOT NULL" },
  ],
});

/** A paragraph of a version. */
export interface SynthesisParagraph {
  id: string;
  versionId: string;
  /** The same for the same paragraph in all versions: the id of the first. */
  originId: string;
  kind: ParagraphKind;
  /** Its place among all, from 1. */
  position: number;
  /** Its text, a sentence or two. Empty for words that are cited as they are. */
  text: string;
  /** More of it, in Markdown, with live citations: `<passage:ID>`, `<keyPoint:ID>`. */
  detail: string | null;
  /** Counts the saves: a save on an older one is refused. */
  edit: number;
}

export const SynthesisParagraphs = new EntitySchema<SynthesisParagraph>({
  name: "SynthesisParagraph",
  columns: {
    id: column.orderedId,
    versionId: reference("SynthesisVersion"),
    originId: { type: "uuid" },
    kind: column.text,
    position: column.integer,
    text: column.text,
    detail: column.optionalText,
    edit: column.version,
  },
  indices: [
    { name: "synthesis_paragraph_order", columns: ["versionId", "position"] },
    { name: "synthesis_paragraph_once", columns: ["versionId", "originId"], unique: true },
  ],
});

/** Link from a paragraph to a key point that it rests on; in a debate, with its side. */
export interface Citation {
  paragraphId: string;
  keyPointId: string;
  against: boolean;
}

export const Citations = new EntitySchema<Citation>({
  name: "Citation",
  columns: { paragraphId: link("SynthesisParagraph"), keyPointId: link("KeyPoint"), against: column.flag },
  indices: [{ name: "citation_key_point", columns: ["keyPointId"] }],
});

/** Citation of words as they are: they stay in the passage, so that their author can withdraw them. */
export interface PassageCitation {
  paragraphId: string;
  passageId: string;
}

export const PassageCitations = new EntitySchema<PassageCitation>({
  name: "PassageCitation",
  columns: { paragraphId: link("SynthesisParagraph"), passageId: link("Passage") },
  indices: [{ name: "passage_citation_passage", columns: ["passageId"] }],
});

/** Key point or passage that a version sets aside, with the reason. */
export interface SetAside {
  id: string;
  versionId: string;
  keyPointId: string | null;
  passageId: string | null;
  reason: NotRetainedReason;
  note: string | null;
  /** The key point that says it already; null where none was named. */
  saidById: string | null;
  setAsideById: string | null;
}

export const SetAsides = new EntitySchema<SetAside>({
  name: "SetAside",
  columns: {
    id: column.orderedId,
    versionId: reference("SynthesisVersion"),
    keyPointId: optionalReference("KeyPoint"),
    passageId: optionalReference("Passage"),
    reason: column.text,
    note: column.optionalText,
    saidById: optionalReference("KeyPoint"),
    setAsideById: optionalReference("Person"),
  },
  indices: [
    { name: "set_aside_key_point", columns: ["versionId", "keyPointId"], unique: true },
    { name: "set_aside_passage", columns: ["versionId", "passageId"], unique: true },
    { name: "set_aside_said_by", columns: ["saidById"] },
  ],
});

/** Account of a passage in a published version, frozen: later marks and merges change nothing of it. */
export interface AccountedPassage {
  versionId: string;
  passageId: string;
  /** Entry that sets it aside; null if it is cited. */
  setAsideId: string | null;
}

export const AccountedPassages = new EntitySchema<AccountedPassage>({
  name: "AccountedPassage",
  columns: {
    versionId: link("SynthesisVersion"),
    passageId: link("Passage"),
    setAsideId: optionalReference("SetAside"),
  },
  indices: [{ name: "accounted_passage_passage", columns: ["passageId"] }],
});

/** The tables of the room. */
export const synthesisTables = [
  Syntheses,
  SynthesisVersions,
  SynthesisParagraphs,
  Citations,
  PassageCitations,
  SetAsides,
  AccountedPassages,
];
