/**
 * The log of moderation: each line carries the SHA-256 of the one before and its own, over canonical JSON, so that a
 * line that somebody changed, put in or took out is found. It holds no word of a text.
 */
import { EntitySchema } from "typeorm";
import { column } from "../../../platform/data/columns.ts";

/** One line of the log. */
export interface ModerationLogEntry {
  /** From 1, without a gap. */
  number: number;
  event: string;
  data: Record<string, unknown>;
  /** The day alone for a visitor’s act. */
  recordedOn: string;
  /** Hash of the line before; empty for the first one. */
  previous: string;
  hash: string;
}

export const ModerationLogEntries = new EntitySchema<ModerationLogEntry>({
  name: "ModerationLogEntry",
  columns: {
    number: { ...column.integer, primary: true },
    event: column.text,
    data: column.json,
    recordedOn: column.day,
    previous: column.text,
    hash: { ...column.text, unique: true },
  },
});
