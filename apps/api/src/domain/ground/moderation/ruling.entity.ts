/**
 * A ruling names its text by kind and id, without a foreign key, since many kinds of texts may wait. Words that were
 * masked are kept for its author and for undoing; they go when the text is changed or taken back.
 */
import { EntitySchema } from "typeorm";
import type { ModeratedKind, RulingOutcome, RulingReason } from "../../../graphql/resolvers.generated.ts";
import { column, optionalReference, reference } from "../../../platform/data/columns.ts";
import type { PartWords } from "../../../platform/moderated.ts";

/** Decision of a moderator on a text that waited, or that was reported. */
export interface Ruling {
  id: string;
  kind: ModeratedKind;
  textId: string;
  groupId: string;
  outcome: RulingOutcome;
  reason: RulingReason | null;
  note: string | null;
  /** Visibility of the text before. */
  was: "HELD" | "VISIBLE";
  /** The same for texts that were ruled on in one act; null for one by itself. */
  batchId: string | null;
  /** The ruling that was in force before, and is again if this one is undone. */
  replacesId: string | null;
  /** Words before they were masked, by part. */
  former: PartWords;
  ruledById: string;
  ruledAt: Date;
  /** The instant it was undone, or lapsed since the text changed; null while it is in force. */
  liftedAt: Date | null;
  /** Read by the author of the text, and by nobody else. */
  own?: true;
}

/** True for an outcome that takes words away: it has a reason, and its author may appeal. Pure. */
export const takesAway = (outcome: RulingOutcome) => outcome === "MASKED" || outcome === "HIDDEN";

export const Rulings = new EntitySchema<Ruling>({
  name: "Ruling",
  columns: {
    id: column.orderedId,
    kind: column.text,
    textId: { type: "uuid" },
    groupId: reference("WorkingGroup"),
    outcome: column.text,
    reason: column.optionalText,
    note: column.optionalText,
    was: { ...column.text, default: "HELD" },
    batchId: { type: "uuid", nullable: true },
    replacesId: optionalReference("Ruling"),
    former: column.emptyJson,
    ruledById: reference("Person"),
    ruledAt: column.instant,
    liftedAt: column.optionalInstant,
  },
  indices: [
    { name: "ruling_text", columns: ["kind", "textId"] },
    { name: "ruling_group", columns: ["groupId", "id"] },
    { name: "ruling_batch", columns: ["batchId"] },
  ],
});
