import type { Questionnaire } from "../questionnaire/questionnaire.entity.ts";
import type { Response } from "../response/response.entity.ts";
import { EntitySchema } from "typeorm";
import { column, optionalReference, reference } from "../../../platform/data/columns.ts";

/** One printed form, with a code of its own: whoever fills it in keeps the slip that bears it. */
export interface Sheet {
  id: string;
  questionnaireId: string;
  /** Digest of the code on its slip: seen by a referent, it gives reading only. */
  codeDigest: string;
  /** The sheets printed together. */
  batch: string;
  /** Its place among them, from 1: printed, to say which one is missing. */
  number: number;
  printedById: string | null;
  printedOn: string;
  /** Made by whoever printed: the same sheets are made once. */
  key: string;
  /** The revision of the questionnaire that was printed. */
  questionnaireRevision: number;
}

export const Sheets = new EntitySchema<Sheet>({
  name: "Sheet",
  columns: {
    id: column.randomId,
    questionnaireId: reference("Questionnaire"),
    codeDigest: { ...column.text, unique: true },
    batch: column.text,
    number: column.integer,
    printedById: optionalReference("Person"),
    printedOn: column.day,
    key: column.text,
    questionnaireRevision: column.version,
  },
  indices: [{ name: "sheet_batch", columns: ["questionnaireId", "batch", "number"], unique: true }],
});

/** An answer on which two entries of one sheet differ; what is missing is nothing. */
export interface PaperDifference {
  /** The id of a question, or `<id>-other`. */
  key: string;
  first?: unknown;
  second?: unknown;
  /** The answer that holds, once the difference is settled. */
  settled?: unknown;
}

/** A paper typed in a second time, to be held against the first. */
export interface SecondEntry {
  responseId: string;
  enteredById: string;
  answers: Record<string, unknown>;
  enteredOn: string;
  /** Number of answers that either entry gives. */
  compared: number;
  /** Answers that differ, in the order of the questions. */
  differences: PaperDifference[];
  /** Moment at which the differences were settled; null while they wait. */
  settledOn: string | null;
}

export const SecondEntries = new EntitySchema<SecondEntry>({
  name: "SecondEntry",
  columns: {
    responseId: { ...reference("Response"), primary: true },
    enteredById: reference("Person"),
    answers: column.json,
    enteredOn: column.day,
    compared: column.integer,
    differences: column.json,
    settledOn: column.optionalDay,
  },
});

/** A response that was typed from paper, and the questionnaire it is typed for. */
export type PaperEntry = Response;
export type PaperDesk = Questionnaire;
