import type { HolidayKind, MilestoneKind, PublicHoliday } from "../../../graphql/resolvers.generated.ts";
import { EntitySchema } from "typeorm";
import { column, link, optionalReference, reference } from "../../../platform/data/columns.ts";

/** A line of the schedule of a group. */
export interface Milestone {
  id: string;
  groupId: string;
  /** Its place among those that begin on the same day. */
  position: number;
  kind: MilestoneKind;
  label: string;
  startsOn: string;
  endsOn: string;
  /** Its dates in the first plan. */
  plannedStartsOn: string;
  plannedEndsOn: string;
  doneOn: string | null;
  movedReason: string | null;
  cancelledReason: string | null;
  inferred: boolean;
  objectiveId: string | null;
  meetingId: string | null;
}

export const Milestones = new EntitySchema<Milestone>({
  name: "Milestone",
  columns: {
    id: column.orderedId,
    groupId: reference("WorkingGroup"),
    position: column.integer,
    kind: column.text,
    label: column.text,
    startsOn: column.day,
    endsOn: column.day,
    plannedStartsOn: column.day,
    plannedEndsOn: column.day,
    doneOn: column.optionalDay,
    movedReason: column.optionalText,
    cancelledReason: column.optionalText,
    inferred: column.flag,
    objectiveId: optionalReference("Objective"),
    meetingId: optionalReference("Meeting"),
  },
  indices: [{ name: "milestone_order", columns: ["groupId", "startsOn", "position"] }],
});

/** The calendar of a group as a whole: people who write it at once save it one after the other. */
export interface Schedule {
  groupId: string;
  version: number;
}

export const Schedules = new EntitySchema<Schedule>({
  name: "Schedule",
  columns: { groupId: link("WorkingGroup"), version: column.version },
});

/** Days on which few people come. */
export interface Holiday {
  id: string;
  name: string;
  kind: HolidayKind;
  zone: string | null;
  startsOn: string;
  endsOn: string;
  version: number;
}

export const Holidays = new EntitySchema<Holiday>({
  name: "Holiday",
  columns: {
    id: column.orderedId,
    name: column.text,
    kind: column.text,
    zone: column.optionalText,
    startsOn: column.day,
    endsOn: column.day,
    version: column.version,
  },
  indices: [{ name: "holiday_order", columns: ["startsOn"] }],
});

/** New dates of a step, and what they fall on. */
export interface MilestoneMove {
  milestone: Milestone;
  startsOn: string;
  endsOn: string;
  publicHoliday: PublicHoliday | null;
  holidays: string[];
}
