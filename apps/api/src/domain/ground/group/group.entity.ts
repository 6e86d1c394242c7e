import { EntitySchema } from "typeorm";
import { column, reference } from "../../../platform/data/columns.ts";

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

/** The group that the rights are about. */
export type GroupRights = WorkingGroup;
