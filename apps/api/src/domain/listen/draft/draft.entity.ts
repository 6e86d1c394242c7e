/**
 * The secret of a draft is made by its client, so that a lost answer of the server loses nothing; the server keeps
 * a digest alone.
 */
import { EntitySchema } from "typeorm";
import type { Appearance } from "../../../graphql/resolvers.generated.ts";
import { column, optionalReference, reference } from "../../../platform/data/columns.ts";

/** A response being written, as the server keeps it: for another device, for a browser without scripts. */
export interface Draft {
  id: string;
  questionnaireId: string;
  /** Digest of the secret in its link, which is all the right it takes. */
  tokenDigest: string;
  /** The key of the response it will be: the same on the device. */
  key: string;
  /** As written, not checked to be complete. */
  answers: Record<string, unknown>;
  /** The part one stopped at, from 1. */
  part: number;
  appearance: Appearance | null;
  authorName: string | null;
  /** The revision of the questionnaire it was written at. */
  questionnaireRevision: number;
  /** The response it changes; null for a new one. */
  responseId: string | null;
  version: number;
  savedOn: string;
}

export const Drafts = new EntitySchema<Draft>({
  name: "Draft",
  columns: {
    id: column.randomId,
    questionnaireId: reference("Questionnaire"),
    tokenDigest: { ...column.text, unique: true },
    key: column.text,
    answers: column.json,
    part: column.version,
    appearance: column.optionalText,
    authorName: column.optionalText,
    questionnaireRevision: column.version,
    responseId: optionalReference("Response"),
    version: column.version,
    savedOn: column.day,
  },
  indices: [{ name: "draft_once", columns: ["questionnaireId", "key"], unique: true }],
});
