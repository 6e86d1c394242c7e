import { EntitySchema } from "typeorm";
import type { StatementPart } from "../../../graphql/resolvers.generated.ts";
import { column, optionalReference, reference } from "../../../platform/data/columns.ts";

/** Words of a proposal at one moment, with the sources of each sentence. */
export interface ProposalContent {
  title: string;
  summary: string;
  leverTypes: string[];
  /** Names of carriers, persons left out: they may change their mind about being named. */
  carriers: string[];
  /** In reading order. */
  statements: VersionStatement[];
  /** `blocking` is absent from the first versions. */
  objections: { id: string; text: string; reply: string | null; blocking?: boolean }[];
  asks: { id: string; interlocutorId: string; text: string | null }[];
  /** References; absent from the first versions. */
  works?: { id: string; title: string; reference: string }[];
  /** Ids of initiatives. */
  examples: string[];
}

/** A sentence, as it stood. */
export interface VersionStatement {
  id: string;
  part: StatementPart;
  text: string;
  keyPointIds: string[];
  passageIds: string[];
}

/** The cause of a change: a reaction, a meeting, an amendment or a supply. */
export interface Cause {
  reactionId?: string;
  meetingId?: string;
  amendmentId?: string;
  /** The supply that was taken up. */
  contributionId?: string;
}

/** A frozen version of a public proposal: each change makes the next one. */
export interface ProposalVersion {
  id: string;
  proposalId: string;
  /** 1 is the day it became public. */
  number: number;
  keptAt: Date;
  /** The author; null for the demonstration and for acts of no account. */
  authorId: string | null;
  /** Reason in a sentence; null where none is asked for. */
  reason: string | null;
  causes: Cause[];
  content: ProposalContent;
  /** SHA-256 of the content as canonical JSON (RFC 8785). */
  hash: string;
}

export const ProposalVersions = new EntitySchema<ProposalVersion>({
  name: "ProposalVersion",
  columns: {
    id: column.orderedId,
    proposalId: reference("Proposal"),
    number: column.integer,
    keptAt: column.instant,
    authorId: optionalReference("Person"),
    reason: column.optionalText,
    causes: { ...column.json, default: () => "'[]'" },
    content: column.json,
    hash: column.text,
  },
  indices: [{ name: "proposal_version_number", columns: ["proposalId", "number"], unique: true }],
});
