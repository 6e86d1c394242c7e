import { EntitySchema } from "typeorm";
import { column, link, reference } from "../../../platform/data/columns.ts";

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
  /** Its team alone sees it: it opens from the last screen of its preparation. */
  preparing: boolean;
  /** Screen of its preparation that was reached, 1 to 5. */
  launchStep: number;
  openedOn: string | null;
  /** Day its work was ended, with thanks; null while it is at work. */
  archivedOn: string | null;
  /** Outcome, in words, said as it ended. */
  outcome: string | null;
  /** Counts the saves of its own fields. */
  version: number;
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
    preparing: column.flag,
    launchStep: { ...column.integer, default: 5 },
    openedOn: column.optionalDay,
    archivedOn: column.optionalDay,
    outcome: column.optionalText,
    version: column.version,
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
  /** Counts the saves of its words. */
  version: number;
  /** Day it was taken out of its group; null while it is one of its steps. */
  withdrawnOn: string | null;
  withdrawnReason: string | null;
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
    version: column.version,
    withdrawnOn: column.optionalDay,
    withdrawnReason: column.optionalText,
  },
  indices: [{ name: "objective_in_group", columns: ["id", "groupId"] }],
});

/** Words of an objective before they were amended. */
export interface ObjectiveWording {
  objectiveId: string;
  version: number;
  name: string;
  question: string;
  expectedOutput: string;
  until: string;
  reason: string;
}

export const ObjectiveWordings = new EntitySchema<ObjectiveWording>({
  name: "ObjectiveWording",
  columns: {
    objectiveId: link("Objective"),
    version: { ...column.integer, primary: true },
    name: column.text,
    question: column.text,
    expectedOutput: column.text,
    until: column.day,
    reason: column.text,
  },
});

/** The group that the rights are about. */
export type GroupRights = WorkingGroup;
