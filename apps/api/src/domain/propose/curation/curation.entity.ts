/**
 * An answer names its text by kind and id, without a foreign key, since several kinds of texts wait. An amendment that is
 * answered is refused, a reaction gets its reply: this row says by whom, in which act, and with what it was joined.
 */
import { EntitySchema } from "typeorm";
import type { CurationKind } from "../../../graphql/resolvers.generated.ts";
import { column, optionalReference, reference } from "../../../platform/data/columns.ts";

/** Answer of the team to a text that somebody supplied to a proposal. */
export interface CurationAnswer {
  id: string;
  kind: CurationKind;
  textId: string;
  groupId: string;
  /** Empty for one that was joined. */
  reason: string;
  /** Kind and id of the text it was joined with; null for one that was answered. */
  joinedKind: CurationKind | null;
  joinedId: string | null;
  /** The same for texts that were answered in one act. */
  actId: string;
  answeredById: string | null;
  answeredAt: Date;
  /** The instant it was taken back; null while it stands. */
  liftedAt: Date | null;
}

export const CurationAnswers = new EntitySchema<CurationAnswer>({
  name: "CurationAnswer",
  columns: {
    id: column.orderedId,
    kind: column.text,
    textId: { type: "uuid" },
    groupId: reference("WorkingGroup"),
    reason: column.text,
    joinedKind: column.optionalText,
    joinedId: { type: "uuid", nullable: true },
    actId: { type: "uuid" },
    answeredById: optionalReference("Person"),
    answeredAt: column.instant,
    liftedAt: column.optionalInstant,
  },
  indices: [
    { name: "curation_answer_once", columns: ["kind", "textId"], unique: true, where: "lifted_at is null" },
    { name: "curation_answer_joined", columns: ["joinedKind", "joinedId"] },
    { name: "curation_answer_act", columns: ["actId"] },
  ],
});
