/**
 * A line that somebody asks to put on the agenda of a meeting. It names what it is about by kind and id, without a
 * foreign key, as reactions do; its point too, since an agenda is written anew at each save.
 */
import { EntitySchema } from "typeorm";
import type { ReactionSubject } from "../../../graphql/resolvers.generated.ts";
import { column, optionalReference, reference } from "../../../platform/data/columns.ts";
import { type TextVisibility, visibilityColumns } from "../../ground/moderation/visibility.columns.ts";

/** A request for the agenda of a meeting, and what its keepers made of it. */
export interface AgendaRequest extends TextVisibility {
  id: string;
  /** Made by the client, kept through retries. */
  key: string;
  /** Digest of the code of its private link; null where it was asked before there was one. */
  codeDigest: string | null;
  meetingId: string;
  text: string;
  authorName: string | null;
  subject: ReactionSubject | null;
  subjectId: string | null;
  askedOn: string;
  /** Null while nobody judged it. */
  taken: boolean | null;
  /** The point of the agenda that takes it up. */
  pointId: string | null;
  /** Why it is left; null where it is taken. */
  reason: string | null;
  judgedById: string | null;
  /** Digest of the flood it came in, while it waits for a moderator: the database writes it. */
  heldFlood: string | null;
}

/** A request, as its author follows it by a private link. */
export type OwnAgendaRequest = AgendaRequest;

export const AgendaRequests = new EntitySchema<AgendaRequest>({
  name: "AgendaRequest",
  columns: {
    id: column.randomId,
    key: { ...column.text, unique: true },
    codeDigest: { ...column.optionalText, unique: true },
    meetingId: reference("Meeting"),
    text: column.text,
    authorName: column.optionalText,
    subject: column.optionalText,
    subjectId: { type: "uuid", nullable: true },
    ...visibilityColumns,
    askedOn: column.day,
    taken: { type: "boolean", nullable: true },
    pointId: { type: "uuid", nullable: true },
    reason: column.optionalText,
    judgedById: optionalReference("Person"),
    heldFlood: { ...column.optionalText, insert: false, update: false },
  },
  indices: [
    { name: "agenda_request_held", columns: ["askedOn", "id"], where: "status = 'HELD'" },
    { name: "agenda_request_held_alone", columns: ["askedOn", "id"], where: "status = 'HELD' AND held_flood IS NULL" },
    {
      name: "agenda_request_held_flood",
      columns: ["heldFlood", "askedOn", "id"],
      where: "status = 'HELD' AND held_flood IS NOT NULL",
    },
    { name: "agenda_request_meeting", columns: ["meetingId", "askedOn"] },
    { name: "agenda_request_waiting", columns: ["meetingId"], where: "taken IS NULL AND status = 'VISIBLE'" },
  ],
});
