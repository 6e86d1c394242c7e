/** HTML, PDF, DOCX and ODT are four writers of one tree, with numbered notes that lead to the words. */

/** Words that are written in one way. A line end in them is one on paper. */
export interface Words {
  text: string;
  strong?: boolean;
  emphasis?: boolean;
  /** An address of the web. */
  href?: string;
}

/** A call to a note, by its key. */
export interface Call {
  note: string;
}

export type Run = Words | Call;

/** Blocks of a document. Its title is the first heading: headings of its parts begin at the second level. */
export type Block =
  | { kind: "heading"; level: 2 | 3 | 4; runs: Run[] }
  | { kind: "paragraph"; look?: "lead" | "quiet"; runs: Run[] }
  | { kind: "quote"; runs: Run[] }
  | { kind: "list"; ordered?: boolean; items: Block[][] }
  | { kind: "table"; caption: string; head: string[]; rows: string[][] };

/** A document before it is a file: what it says, whatever the format. A synthesis, a letter, a report. */
export interface Writing {
  title: string;
  language: "fr" | "en";
  /** Address of the document on the site. */
  address: string;
  /** The day it is of: its files say nothing of when they were made, so that the same document makes the same bytes. */
  day: string;
  blocks: Block[];
  /** Notes by their keys. One that nothing calls is not written. */
  notes: Map<string, Words[]>;
  labels: { contents: string; notes: string; page: (page: number) => string; back: (note: number) => string };
}

/** The tag of a language, as documents say it. */
export const tagOf = { fr: "fr-FR", en: "en-GB" };

/** Just words. */
export const words = (text: string, more: Omit<Words, "text"> = {}): Words => ({ text, ...more });

/** A paragraph of just words. */
export const paragraph = (text: string, look?: "lead" | "quiet"): Block => ({
  kind: "paragraph",
  runs: [words(text)],
  ...(look && { look }),
});

/** A document that says at its end who answers for it. */
export const withImprint = (writing: Writing, imprint: string): Writing => ({
  ...writing,
  blocks: [...writing.blocks, paragraph(imprint, "quiet")],
});

export const heading = (level: 2 | 3 | 4, text: string): Block => ({ kind: "heading", level, runs: [words(text)] });

/** All the runs of blocks, in the order in which they are read. */
export function* runsOf(blocks: readonly Block[]): Generator<Run> {
  for (const block of blocks) {
    if (block.kind === "list") for (const item of block.items) yield* runsOf(item);
    else if (block.kind !== "table") yield* block.runs;
  }
}

/** A note that is called: its number, and its words. */
export interface Numbered {
  number: number;
  runs: Words[];
}

/** The notes in the order in which the text first calls them, by their keys. */
export function numbered({ blocks, notes }: Pick<Writing, "blocks" | "notes">): Map<string, Numbered> {
  const found = new Map<string, Numbered>();
  for (const run of runsOf(blocks)) {
    if (!("note" in run) || found.has(run.note)) continue;
    const runs = notes.get(run.note);
    if (!runs) throw new Error(`No note ${run.note}.`);
    found.set(run.note, { number: found.size + 1, runs });
  }
  return found;
}

/** Says of each call whether it is the first one of its note, asked in the order in which they are written. */
export function firstCalls() {
  const called = new Set<string>();
  return (key: string) => !called.has(key) && Boolean(called.add(key));
}
