/**
 * A report names its text by kind and id, as a ruling does, and the words that were read: it lapses once they change.
 * One device reports a text once; nothing tells that two texts were reported by one.
 */
import { EntitySchema } from "typeorm";
import type { ModeratedKind, ReportReason } from "../../../graphql/resolvers.generated.ts";
import { column, optionalReference, reference } from "../../../platform/data/columns.ts";

/** Objection of a reader to a text. */
export interface Report {
  id: string;
  kind: ModeratedKind;
  textId: string;
  groupId: string;
  reason: ReportReason;
  note: string | null;
  /** Digest of the words that were read. */
  wordsDigest: string;
  /** Digest of the device, for this text alone. */
  reporterDigest: string;
  reportedOn: string;
  /** The ruling that answered it; null while it waits. */
  settledById: string | null;
}

export const Reports = new EntitySchema<Report>({
  name: "Report",
  columns: {
    id: column.randomId,
    kind: column.text,
    textId: { type: "uuid" },
    groupId: reference("WorkingGroup"),
    reason: column.text,
    note: column.optionalText,
    wordsDigest: column.text,
    reporterDigest: column.text,
    reportedOn: column.day,
    settledById: optionalReference("Ruling"),
  },
  indices: [
    { name: "report_once", columns: ["kind", "textId", "reporterDigest"], unique: true },
    { name: "report_group", columns: ["groupId", "settledById"] },
  ],
});
