/**
 * A reaction names its subject by kind and id, without a foreign key, since seven kinds of things can be reacted
 * to: the command checks that the subject can be read.
 */
import { EntitySchema } from "typeorm";
import type { ReactionKind, ReactionSubject, StatementPart } from "../../../graphql/resolvers.generated.ts";
import { column, optionalReference } from "../../../platform/data/columns.ts";
import { type TextVisibility, visibilityColumns } from "../moderation/visibility.columns.ts";

/** A person's reaction to something that can be read. */
export interface Reaction extends TextVisibility {
  id: string;
  /** Made by the client, kept through retries. */
  key: string;
  /** Digest of the code of its private link; null for those given before there was one. */
  codeDigest: string | null;
  subject: ReactionSubject;
  subjectId: string;
  /** Group of its subject, whose moderators read it: the database writes it. */
  groupId: string | null;
  kind: ReactionKind;
  /** Digest of the device, for this subject alone: what one person says twice counts once. */
  authorDigest: string | null;
  text: string;
  /** Place of a source: a link or words. */
  source: string | null;
  /** Page of a document that it is about, and the version that had it; null for the whole. */
  ofPage: number | null;
  ofVersion: number | null;
  /** Part of a proposal that it is about; null for the whole. */
  ofPart: StatementPart | null;
  authorName: string | null;
  territoryId: string | null;
  /** The organisation in whose name it is given, by one of its members: no row tells which. */
  organisationId: string | null;
  reactedOn: string;
  reply: string | null;
  /** It waits for an answer, while its proposal is open: the database writes it. */
  waits: boolean;
  /** Digest of the flood it came in, while it waits for a moderator: the database writes it. */
  heldFlood: string | null;
  fictional: boolean;
}

export const Reactions = new EntitySchema<Reaction>({
  name: "Reaction",
  columns: {
    id: column.randomId,
    key: { ...column.text, unique: true },
    codeDigest: column.optionalText,
    subject: column.text,
    subjectId: { type: "uuid" },
    groupId: { type: "uuid", nullable: true, insert: false, update: false },
    waits: { ...column.flag, insert: false, update: false },
    heldFlood: { ...column.optionalText, insert: false, update: false },
    kind: column.text,
    authorDigest: column.optionalText,
    text: column.text,
    source: column.optionalText,
    ofPage: column.optionalInteger,
    ofVersion: column.optionalInteger,
    ofPart: column.optionalText,
    authorName: column.optionalText,
    territoryId: optionalReference("Territory"),
    organisationId: optionalReference("Organisation"),
    ...visibilityColumns,
    reactedOn: column.day,
    reply: column.optionalText,
    fictional: column.flag,
  },
  indices: [
    { name: "reaction_subject", columns: ["subject", "subjectId", "reactedOn"] },
    {
      name: "reaction_author",
      columns: ["subjectId", "authorDigest", "kind"],
      where: "status = 'VISIBLE'",
    },
    { name: "reaction_organisation", columns: ["organisationId", "reactedOn"] },
    { name: "reaction_held", columns: ["groupId", "reactedOn", "id"], where: "status = 'HELD'" },
    {
      name: "reaction_held_alone",
      columns: ["groupId", "reactedOn", "id"],
      where: "status = 'HELD' AND held_flood IS NULL",
    },
    {
      name: "reaction_held_flood",
      columns: ["heldFlood", "reactedOn", "id"],
      where: "status = 'HELD' AND held_flood IS NOT NULL",
    },
    {
      name: "reaction_asks",
      columns: ["subject", "subjectId"],
      where: "kind = 'QUESTION' AND status = 'VISIBLE' AND reply IS NULL",
    },
    {
      name: "reaction_waiting",
      columns: ["reactedOn", "id"],
      where: "subject IN ('PROPOSAL', 'AMENDMENT') AND status = 'VISIBLE' AND reply IS NULL",
    },
    {
      name: "reaction_waiting_in",
      columns: ["groupId", "reactedOn", "id"],
      where: "waits",
    },
    {
      name: "reaction_asked_in",
      columns: ["groupId", "reactedOn", "id"],
      where: "kind = 'QUESTION' AND status = 'VISIBLE' AND reply IS NULL AND subject NOT IN ('PROPOSAL', 'AMENDMENT')",
    },
    { name: "reaction_code", columns: ["codeDigest"], unique: true },
  ],
});

/** The reaction, as its author follows it. */
export type OwnReaction = Reaction;
