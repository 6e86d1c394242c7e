/** Value of a cell; null when nothing was answered. */
export type Cell = string | number | null;

/** Kind of a column: people's words, a code of ours, a number, a day. Any of them may hold a `mark` instead. */
export type Kind = "words" | "code" | "number" | "day";

/** One column of a file. */
export interface Column {
  /** Stays the same from one export to the next, however questions are reworded. */
  key: string;
  label: string;
  kind: Kind;
}

/** Marks of a cell that holds no answer; an empty cell means that nothing was answered. */
export const mark = {
  /** The question, or the option, was not asked of this response: added later, retired before, or left out by a condition. */
  notAsked: "NOT_ASKED",
  /** « No opinion », chosen as such. */
  noOpinion: "NO_OPINION",
  /** Answered; what was answered is only counted. */
  answered: "ANSWERED",
  /** Words that wait for a moderator, or that one hid. */
  withheld: "WITHHELD",
} as const;

/** A table of a file: its columns, and its rows as they come. */
export interface Table {
  name: string;
  columns: Column[];
  rows: AsyncIterable<Cell[][]> | Iterable<Cell[][]>;
}
