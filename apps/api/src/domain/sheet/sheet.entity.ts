import { EntitySchema } from "typeorm";
import { column, optionalReference, reference } from "../../platform/columns.ts";

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
  },
  indices: [{ name: "sheet_batch", columns: ["questionnaireId", "batch", "number"], unique: true }],
});

/** A paper typed in a second time, to be held against the first. */
export interface SecondEntry {
  responseId: string;
  enteredById: string;
  answers: Record<string, unknown>;
  enteredOn: string;
  /** When the differences were settled; null while they wait. */
  settledOn: string | null;
}

export const SecondEntries = new EntitySchema<SecondEntry>({
  name: "SecondEntry",
  columns: {
    responseId: { ...reference("Response"), primary: true },
    enteredById: reference("Person"),
    answers: column.json,
    enteredOn: column.day,
    settledOn: column.optionalDay,
  },
});
