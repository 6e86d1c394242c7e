import { EntitySchema } from "typeorm";
import type { ParagraphKind } from "../../graphql/resolvers.generated.ts";
import { column, link, reference } from "../../platform/columns.ts";

/** The « point d'étape » of an objective. */
export interface Synthesis {
  id: string;
  slug: string;
  objectiveId: string;
  title: string;
  state: "DRAFT" | "CIRCULATING" | "PUBLISHED";
  publishedAt: Date | null;
  version: number;
  method: string;
  notHeard: string[];
  decisions: string[];
  nextSteps: string[];
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
    publishedAt: column.optionalInstant,
    version: column.version,
    method: column.text,
    notHeard: column.textList,
    decisions: column.textList,
    nextSteps: column.textList,
    fictional: column.flag,
  },
});

/** What the definition was, version by version, and what changed it. */
export interface SynthesisVersion {
  synthesisId: string;
  version: number;
  publishedAt: Date | null;
  definition: string | null;
  causes: { reactionId?: string; meetingId?: string }[];
}

export const SynthesisVersions = new EntitySchema<SynthesisVersion>({
  name: "SynthesisVersion",
  columns: {
    synthesisId: link("Synthesis"),
    version: { ...column.integer, primary: true },
    publishedAt: column.optionalInstant,
    definition: column.optionalText,
    causes: column.json,
  },
});

/** A paragraph of a synthesis. */
export interface SynthesisParagraph {
  id: string;
  synthesisId: string;
  kind: ParagraphKind;
  position: number;
  text: string;
}

export const SynthesisParagraphs = new EntitySchema<SynthesisParagraph>({
  name: "SynthesisParagraph",
  columns: {
    id: column.orderedId,
    synthesisId: reference("Synthesis"),
    kind: column.text,
    position: column.integer,
    text: column.text,
  },
  indices: [{ name: "synthesis_paragraph_order", columns: ["synthesisId", "position"] }],
});

/** That a paragraph rests on a key point; in a debate, on which side it is. */
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

/** Words quoted in a synthesis. */
export interface SynthesisQuote {
  synthesisId: string;
  contributionId: string;
  position: number;
  text: string;
}

export const SynthesisQuotes = new EntitySchema<SynthesisQuote>({
  name: "SynthesisQuote",
  columns: {
    synthesisId: link("Synthesis"),
    contributionId: link("Contribution"),
    position: column.integer,
    text: column.text,
  },
});
