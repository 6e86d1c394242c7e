/**
 * A file of texts made elsewhere: kept as rows until they are brought, in batches, so that a restart goes on from
 * where it stopped. Beside each contribution that it brought, a row says where it comes from.
 */
import { EntitySchema } from "typeorm";
import type { ImportedKind, ImportedPlaceKind, ImportedValue } from "../../../graphql/resolvers.generated.ts";
import { column, link, optionalReference, reference } from "../../../platform/data/columns.ts";
import type { FileFormat } from "./rows.ts";
import type { Checked } from "./check.ts";

/** Reading of the columns of a file, as a person said it. */
export interface TextImportMapping {
  kind: ImportedKind;
  id: string[];
  text: string[];
  title: string[];
  author: string | null;
  territory: string | null;
  territoryKind: ImportedPlaceKind;
  everywhere: string | null;
  date: string | null;
  day: string | null;
  original: string | null;
  source: string;
  licence: string | null;
  attribution: string | null;
  objective: string | null;
  values: { about: ImportedValue; said: string; meant: string }[];
}

/** Texts made elsewhere, brought from a file. */
export interface TextImport {
  id: string;
  groupId: string;
  fileName: string;
  format: FileFormat;
  columns: { name: string; examples: string[] }[];
  rowCount: number;
  state: "TO_MAP" | "RUNNING" | "DONE" | "TAKING_BACK" | "TAKEN_BACK";
  /** Null while nobody has said how the columns are read. */
  mapping: TextImportMapping | null;
  /** Result of the trial of all rows; null before. */
  checked: Checked | null;
  /** The last line that was read. */
  cursor: number;
  readCount: number;
  written: number;
  changed: number;
  unchanged: number;
  leftAsIs: number;
  held: number;
  faultCount: number;
  source: string | null;
  licence: string | null;
  attribution: string | null;
  askedById: string | null;
  askedOn: string;
  takenBackFor: string | null;
  /** Number of its texts that were taken back so far. */
  takenBack: number;
}

export const TextImports = new EntitySchema<TextImport>({
  name: "TextImport",
  columns: {
    id: column.orderedId,
    groupId: reference("WorkingGroup"),
    fileName: column.text,
    format: column.text,
    columns: column.json,
    rowCount: column.integer,
    state: { ...column.text, default: "TO_MAP" },
    mapping: { ...column.json, nullable: true },
    checked: { ...column.json, nullable: true },
    cursor: { ...column.integer, default: 0 },
    readCount: { ...column.integer, default: 0 },
    written: { ...column.integer, default: 0 },
    changed: { ...column.integer, default: 0 },
    unchanged: { ...column.integer, default: 0 },
    leftAsIs: { ...column.integer, default: 0 },
    held: { ...column.integer, default: 0 },
    faultCount: { ...column.integer, default: 0 },
    source: column.optionalText,
    licence: column.optionalText,
    attribution: column.optionalText,
    askedById: optionalReference("Person"),
    askedOn: column.day,
    takenBackFor: column.optionalText,
    takenBack: { ...column.integer, default: 0 },
  },
  indices: [
    { name: "text_import_group", columns: ["groupId", "id"] },
    { name: "text_import_running", columns: ["state"], where: "state = 'RUNNING'" },
  ],
});

/** A row of a file that waits to be brought, or that has no place, and why. */
export interface TextImportRow {
  importId: string;
  line: number;
  values: Record<string, unknown>;
  unreadable: string | null;
  /** Its identifier in the file, once read: a second row with the same is ignored. */
  key: string | null;
  fault: string | null;
  faultValue: string | null;
}

export const TextImportRows = new EntitySchema<TextImportRow>({
  name: "TextImportRow",
  columns: {
    importId: link("TextImport"),
    line: { ...column.integer, primary: true },
    // As it was written: a name made of all the columns depends on their order.
    values: { type: "json" },
    unreadable: column.optionalText,
    key: column.optionalText,
    fault: column.optionalText,
    faultValue: column.optionalText,
  },
  indices: [{ name: "text_import_row_key", columns: ["importId", "key"] }],
});

/** Origin of a contribution that was made elsewhere: a row of an import. */
export interface ImportedText {
  contributionId: string;
  /** The import that brought it, null where it was there before, and the last one that said it. */
  importId: string | null;
  lastImportId: string;
  title: string | null;
  original: string | null;
  /** Name of the file of the original, where a row names one beside it. */
  scan: string | null;
  /** Digest of what the file said: another one is a change. */
  digest: string;
}

export const ImportedTexts = new EntitySchema<ImportedText>({
  name: "ImportedText",
  columns: {
    contributionId: link("Contribution"),
    importId: optionalReference("TextImport"),
    lastImportId: reference("TextImport"),
    title: column.optionalText,
    original: column.optionalText,
    scan: column.optionalText,
    digest: column.text,
  },
  indices: [
    { name: "imported_text_import", columns: ["importId"] },
    { name: "imported_text_last", columns: ["lastImportId"] },
  ],
});
