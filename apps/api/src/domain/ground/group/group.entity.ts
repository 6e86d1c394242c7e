import { EntitySchema } from "typeorm";
import type { MilestoneKind } from "../../../graphql/resolvers.generated.ts";
import { column, optionalReference, reference } from "../../../platform/data/columns.ts";

/** The people at work on a theme. */
export interface WorkingGroup {
  id: string;
  slug: string;
  themeId: string;
  name: string;
  finalGoal: string;
  means: { label: string; indicator: string }[];
  missions: string[];
  commitments: string[];
  /** Time zone of its dates: an IANA name. */
  timeZone: string;
  /** By how many weeks the dates of the demonstration were moved; 0 for a real group. */
  shiftWeeks: number;
  fictional: boolean;
  /** « Petite équipe »: where a second person is asked for, it goes without one, and says so. */
  smallTeam: boolean;
}

export const WorkingGroups = new EntitySchema<WorkingGroup>({
  name: "WorkingGroup",
  columns: {
    id: column.orderedId,
    slug: { ...column.text, unique: true },
    themeId: reference("Theme"),
    name: column.text,
    finalGoal: column.text,
    means: column.json,
    missions: column.textList,
    commitments: column.textList,
    timeZone: { ...column.text, default: "Europe/Paris" },
    shiftWeeks: { ...column.integer, default: 0 },
    fictional: column.flag,
    smallTeam: column.flag,
  },
});

/** A step of a group: its question and what it must yield. */
export interface Objective {
  id: string;
  slug: string;
  groupId: string;
  number: number;
  name: string;
  question: string;
  expectedOutput: string;
  inferred: boolean;
}

export const Objectives = new EntitySchema<Objective>({
  name: "Objective",
  columns: {
    id: column.orderedId,
    slug: { ...column.text, unique: true },
    groupId: reference("WorkingGroup"),
    number: column.integer,
    name: column.text,
    question: column.text,
    expectedOutput: column.text,
    inferred: column.flag,
  },
});

/** A line of the schedule of a group. */
export interface Milestone {
  id: string;
  groupId: string;
  position: number;
  kind: MilestoneKind;
  label: string;
  startsOn: string;
  endsOn: string;
  doneOn: string | null;
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
    doneOn: column.optionalDay,
    inferred: column.flag,
    objectiveId: optionalReference("Objective"),
    meetingId: optionalReference("Meeting"),
  },
});

/** The group that the rights are about. */
export type GroupRights = WorkingGroup;
