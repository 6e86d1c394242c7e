/**
 * An amendment keeps the sentence it was written against; a later change of that sentence is computed, never stored.
 * Accepting sends the version of the sentence that was read, and the words that go in: « as it is » and « edited »
 * are one act.
 */
import { EntitySchema } from "typeorm";
import type { AmendmentState, StatementPart } from "../../../graphql/resolvers.generated.ts";
import { column, optionalReference, reference } from "../../../platform/data/columns.ts";
import { type TextVisibility, visibilityColumns } from "../../ground/moderation/visibility.columns.ts";

/** A proposed change: another wording of a sentence of a proposal, or one sentence more. */
export interface Amendment extends TextVisibility {
  id: string;
  /** Made by the client, kept through retries. */
  key: string;
  /** Digest of the code of its private link; null in the demonstration. */
  codeDigest: string | null;
  proposalId: string;
  /** The sentence to change; null for a new one. Once accepted, the sentence it became. */
  statementId: string | null;
  part: StatementPart;
  /** The sentence as it stood when the amendment was proposed; null for a new one. */
  before: string | null;
  /** Empty, like the why, once its author took it back. What had entered the text stays there. */
  text: string;
  why: string;
  /** The name its author chose to appear under. */
  authorName: string | null;
  territoryId: string | null;
  /** The organisation in whose name it is proposed, by one of its members: no row tells which. */
  organisationId: string | null;
  /** Of one taken back: true if anybody could read it before, so that its place still shows. */
  wasVisible: boolean;
  state: AmendmentState;
  proposedOn: string;
  settledOn: string | null;
  settledById: string | null;
  /** The answer to its author: why it was refused, or a note of the editor. */
  answer: string | null;
  /** The words that entered the text, edited or not. */
  acceptedText: string | null;
  /** The version of the proposal that it produced. */
  versionNumber: number | null;
  promotedToId: string | null;
  fictional: boolean;
  /** Digest of the flood it came in, while it waits for a moderator: the database writes it. */
  heldFlood: string | null;
}

export const Amendments = new EntitySchema<Amendment>({
  name: "Amendment",
  columns: {
    id: column.randomId,
    key: { ...column.text, unique: true },
    codeDigest: { ...column.optionalText, unique: true },
    proposalId: reference("Proposal"),
    statementId: { type: "uuid", nullable: true },
    part: column.text,
    before: column.optionalText,
    text: column.text,
    why: column.text,
    authorName: column.optionalText,
    territoryId: optionalReference("Territory"),
    organisationId: optionalReference("Organisation"),
    ...visibilityColumns,
    wasVisible: column.flag,
    state: { ...column.text, default: "PROPOSED" },
    proposedOn: column.day,
    settledOn: column.optionalDay,
    settledById: optionalReference("Person"),
    answer: column.optionalText,
    acceptedText: column.optionalText,
    versionNumber: column.optionalInteger,
    promotedToId: optionalReference("Proposal"),
    fictional: column.flag,
    heldFlood: { ...column.optionalText, insert: false, update: false },
  },
  indices: [
    { name: "amendment_held", columns: ["proposedOn", "id"], where: "status = 'HELD'" },
    { name: "amendment_held_alone", columns: ["proposedOn", "id"], where: "status = 'HELD' AND held_flood IS NULL" },
    {
      name: "amendment_held_flood",
      columns: ["heldFlood", "proposedOn", "id"],
      where: "status = 'HELD' AND held_flood IS NOT NULL",
    },
    { name: "amendment_proposal", columns: ["proposalId", "proposedOn"] },
    { name: "amendment_organisation", columns: ["organisationId", "proposedOn"] },
    {
      name: "amendment_waiting",
      columns: ["proposalId", "proposedOn", "id"],
      where: "status = 'VISIBLE' AND state = 'PROPOSED'",
    },
    { name: "amendment_promoted", columns: ["promotedToId"] },
  ],
});

/** The same row, as the holder of its link sees it. */
export type OwnAmendment = Amendment;
