import type { Kept } from "@cahier/schema/fields";
import { meetingFields } from "@cahier/schema/meet/meeting.fields";
import { EntitySchema } from "typeorm";
import type { AttendanceChannel } from "../../../graphql/resolvers.generated.ts";
import { column, link, optionalReference, reference } from "../../../platform/data/columns.ts";
import { columnsFor } from "../../../platform/fields.ts";

/** A meeting of the group, or of people of a territory. */
export interface Meeting extends Kept<typeof meetingFields> {
  id: string;
  slug: string;
  groupId: string;
  number: number | null;
  startsAt: Date;
  endsAt: Date | null;
  remote: boolean;
  territoryId: string | null;
  /** Today's region, derived from the territory. */
  regionId: string | null;
  participants: number | null;
  cancelledReason: string | null;
  /** Not announced: the team alone reads it. */
  draft: boolean;
  /** Its last move once it was announced: why, and where and when it was to be before. */
  movedReason: string | null;
  movedFrom: Date | null;
  movedFromPlace: string | null;
  version: number;
  fictional: boolean;
  /** Counts the saves of who was there. */
  presenceVersion: number;
  /** People who were there by way of coming, where that was written down. */
  presenceChannels: Partial<Record<AttendanceChannel, number>>;
}

export const Meetings = new EntitySchema<Meeting>({
  name: "Meeting",
  columns: {
    id: column.orderedId,
    slug: { ...column.text, unique: true },
    ...columnsFor(meetingFields),
    groupId: reference("WorkingGroup"),
    number: column.optionalInteger,
    startsAt: column.instant,
    endsAt: column.optionalInstant,
    remote: column.flag,
    territoryId: optionalReference("Territory"),
    regionId: optionalReference("Territory"),
    participants: column.optionalInteger,
    cancelledReason: column.optionalText,
    draft: column.flag,
    movedReason: column.optionalText,
    movedFrom: column.optionalInstant,
    movedFromPlace: column.optionalText,
    version: column.version,
    fictional: column.flag,
    presenceVersion: { ...column.integer, default: 0 },
    presenceChannels: column.emptyJson,
  },
  indices: [
    { name: "meeting_date", columns: ["groupId", "startsAt"] },
    { name: "meeting_kind", columns: ["kind", "startsAt", "id"] },
    { name: "meeting_newest", columns: ["startsAt", "id"] },
    { name: "meeting_territory", columns: ["territoryId", "startsAt"] },
  ],
});

/** The meeting that the rights are about. */
export type MeetingRights = Meeting;

/** The meeting whose presence is told exactly, to those who keep it. */
export type RecordedPresence = Meeting;

/** People of a territory who were at a meeting, in the room or from afar. */
export interface Presence {
  territoryId: string;
  people: number;
}

/** Presence at one meeting. */
export interface MeetingPresence extends Presence {
  meetingId: string;
}

export const Presences = new EntitySchema<MeetingPresence>({
  name: "Presence",
  columns: { meetingId: link("Meeting"), territoryId: link("Territory"), people: column.integer },
});

/** An objective that a meeting works on. */
export interface MeetingObjective {
  meetingId: string;
  objectiveId: string;
}

export const MeetingObjectives = new EntitySchema<MeetingObjective>({
  name: "MeetingObjective",
  columns: { meetingId: link("Meeting"), objectiveId: link("Objective") },
});

/** A document that prepares a meeting. */
export interface MeetingDocument {
  meetingId: string;
  documentId: string;
}

export const MeetingDocuments = new EntitySchema<MeetingDocument>({
  name: "MeetingDocument",
  columns: { meetingId: link("Meeting"), documentId: link("Document") },
});

/** A point of an agenda. */
export interface AgendaItem {
  id: string;
  meetingId: string;
  position: number;
  minutes: number;
  title: string;
  detail: string | null;
  lead: string | null;
}

export const AgendaItems = new EntitySchema<AgendaItem>({
  name: "AgendaItem",
  columns: {
    id: column.orderedId,
    meetingId: reference("Meeting"),
    position: column.integer,
    minutes: column.integer,
    title: column.text,
    detail: column.optionalText,
    lead: column.optionalText,
  },
  indices: [{ name: "agenda_item_order", columns: ["meetingId", "position"] }],
});
