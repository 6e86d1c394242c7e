import { EntitySchema } from "typeorm";
import type {
  BlockKind,
  Language,
  MinutesCorrectionState,
  MinutesState,
} from "../../../graphql/resolvers.generated.ts";
import { column, link, optionalReference, reference } from "../../../platform/data/columns.ts";

/** Minutes: words and decisions of a meeting. */
export interface Minutes {
  id: string;
  meetingId: string;
  state: MinutesState;
  publishedAt: Date | null;
  version: number;
  present: number;
  excused: number;
  remote: number;
  regions: number;
  facts: string;
  openQuestions: string[];
  /** Last day of the reading over. */
  reviewUntil: string | null;
  hash: string | null;
}

export const MinutesTable = new EntitySchema<Minutes>({
  name: "Minutes",
  columns: {
    id: column.orderedId,
    meetingId: { ...reference("Meeting"), unique: true },
    state: column.text,
    publishedAt: column.optionalInstant,
    version: column.version,
    present: column.integer,
    excused: column.integer,
    remote: column.integer,
    regions: column.integer,
    facts: column.text,
    openQuestions: column.textList,
    reviewUntil: column.optionalDay,
    hash: column.optionalText,
  },
  indices: [{ name: "minutes_published", columns: ["publishedAt"], where: "state = 'PUBLISHED'" }],
});

/** A block of minutes: note, decision, action or quote. */
export interface MinutesBlock {
  id: string;
  minutesId: string;
  position: number;
  kind: BlockKind;
  topic: string | null;
  text: string;
  owner: string | null;
  due: string | null;
  done: boolean | null;
  droppedBecause: string | null;
  edit: number;
}

export const MinutesBlocks = new EntitySchema<MinutesBlock>({
  name: "MinutesBlock",
  columns: {
    id: column.orderedId,
    minutesId: reference("Minutes"),
    position: column.integer,
    kind: column.text,
    topic: column.optionalText,
    text: column.text,
    owner: column.optionalText,
    due: column.optionalDay,
    done: { type: "boolean", nullable: true },
    droppedBecause: column.optionalText,
    edit: column.version,
  },
  indices: [
    { name: "minutes_block_order", columns: ["minutesId", "position"] },
    {
      name: "minutes_block_to_do",
      columns: ["minutesId"],
      where: "kind = 'ACTION' AND done IS NOT TRUE AND dropped_because IS NULL",
    },
  ],
});

/** A correction that somebody who was there asks for. */
export interface MinutesCorrection {
  id: string;
  minutesId: string;
  blockId: string;
  /** The coming of its author; null for one of the team. */
  attendanceId: string | null;
  authorId: string | null;
  text: string;
  why: string | null;
  state: MinutesCorrectionState;
  reason: string | null;
  settledById: string | null;
  /** Order of arrival in these minutes, from 1: a time would tell more. */
  arrival: number;
}

export const MinutesCorrections = new EntitySchema<MinutesCorrection>({
  name: "MinutesCorrection",
  columns: {
    id: column.randomId,
    minutesId: reference("Minutes"),
    blockId: reference("MinutesBlock"),
    attendanceId: optionalReference("Attendance"),
    authorId: optionalReference("Person"),
    text: column.text,
    why: column.optionalText,
    state: column.text,
    reason: column.optionalText,
    settledById: optionalReference("Person"),
    arrival: column.integer,
  },
  indices: [{ name: "minutes_correction_arrival", columns: ["minutesId", "arrival"], unique: true }],
});

/** A mistake of published minutes, set right beside them. */
export interface MinutesErratum {
  id: string;
  minutesId: string;
  text: string;
  addedOn: string;
  addedById: string | null;
}

export const MinutesErrata = new EntitySchema<MinutesErratum>({
  name: "MinutesErratum",
  columns: {
    id: column.orderedId,
    minutesId: reference("Minutes"),
    text: column.text,
    addedOn: column.day,
    addedById: optionalReference("Person"),
  },
  indices: [
    { name: "minutes_erratum_minutes", columns: ["minutesId"] },
    { name: "minutes_erratum_added", columns: ["addedOn"] },
  ],
});

/** The address of somebody who comes to a meeting, to be told of its minutes: erased once they are published. */
export interface MinutesReader {
  attendanceId: string;
  address: string;
  language: Language;
  /** Left after that by whoever is quoted in them, to be asked « êtes-vous bien cité ? » where a synthesis cites it. */
  cited: boolean;
}

export const MinutesReaders = new EntitySchema<MinutesReader>({
  name: "MinutesReader",
  columns: { attendanceId: link("Attendance"), address: column.text, language: column.text, cited: column.flag },
});

/** Speaker of a quote, and their agreement: to the words as they stood at a save, not to others. */
export interface MinutesQuote {
  blockId: string;
  /** The coming of whoever is asked; null where they agreed by voice or on paper. */
  attendanceId: string | null;
  /** The save of the block that is asked about, or agreed to. */
  edit: number;
  /** Null while they did not answer. */
  agrees: boolean | null;
  why: string | null;
  onPaper: boolean;
  consentOn: string | null;
}

export const MinutesQuotes = new EntitySchema<MinutesQuote>({
  name: "MinutesQuote",
  columns: {
    blockId: { type: "uuid", primary: true, foreignKey: { target: "MinutesBlock", onDelete: "CASCADE" } },
    attendanceId: optionalReference("Attendance"),
    edit: column.integer,
    agrees: { type: "boolean", nullable: true },
    why: column.optionalText,
    onPaper: column.flag,
    consentOn: column.optionalDay,
  },
  indices: [{ name: "minutes_quote_attendance", columns: ["attendanceId"] }],
});

/** A block that somebody who was there says is exact: its words as they stood at a save, and no others. */
export interface MinutesExact {
  blockId: string;
  attendanceId: string;
  edit: number;
  /** True while a correction that they ask for waits: taken back, they say it again. */
  setAside: boolean;
}

export const MinutesExacts = new EntitySchema<MinutesExact>({
  name: "MinutesExact",
  columns: {
    blockId: { type: "uuid", primary: true, foreignKey: { target: "MinutesBlock", onDelete: "CASCADE" } },
    attendanceId: link("Attendance"),
    edit: column.integer,
    setAside: column.flag,
  },
  indices: [{ name: "minutes_exact_attendance", columns: ["attendanceId"] }],
});
