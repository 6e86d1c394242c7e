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

/** Look of a paragraph. What is `aside` stands on the right half of the page: to whom a letter goes, who signs it. */
export type Look = "lead" | "quiet" | "aside";

/** Blocks of a document. Its title is the first heading: headings of its parts begin at the second level. */
export type Block =
  | { kind: "heading"; level: 2 | 3 | 4; runs: Run[] }
  | { kind: "paragraph"; look?: Look; runs: Run[] }
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
  /** Of a letter: what stands above its object, and the object, which is its first heading. */
  letter?: { above: Block[]; object: string };
  /** Lines of a page of its own under the title; contents with their pages follow it. */
  cover?: string[];
  blocks: Block[];
  /** Notes by their keys. One that nothing calls is not written. */
  notes: Map<string, Words[]>;
  labels: {
    contents: string;
    notes: string;
    page: (page: number, pages: number) => string;
    back: (note: number) => string;
  };
}

/** Stand for the number of a page, and of the last, where whoever opens the file counts them. */
export const counted = { page: 998_001, pages: 998_002 };

/** The tag of a language, as documents say it. */
export const tagOf = { fr: "fr-FR", en: "en-GB" };

/** Just words. */
export const words = (text: string, more: Omit<Words, "text"> = {}): Words => ({ text, ...more });

/** A paragraph of just words. */
export const paragraph = (text: string, look?: Look): Block => ({
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

/** All its blocks, in the order in which they are read. */
const blocksOfAll = ({ letter, blocks }: Pick<Writing, "letter" | "blocks">): Block[] => [
  ...(letter?.above ?? []),
  ...blocks,
];

/** All the runs of blocks, in the order in which they are read. */
export function* runsOf(blocks: readonly Block[]): Generator<Run> {
  for (const block of blocks) {
    if (block.kind === "list") for (const item of block.items) yield* runsOf(item);
    else if (block.kind !== "table") yield* block.runs;
  }
}

/** The words of runs, without their calls. */
export const textOf = (runs: readonly Run[]) =>
  runs
    .map((run) => ("note" in run ? "" : run.text))
    .join("")
    .trim();

/** A note that is called: its number, and its words. */
export interface Numbered {
  number: number;
  runs: Words[];
}

/** The notes in the order in which the text first calls them, by their keys. */
export function numbered({ notes, ...writing }: Pick<Writing, "letter" | "blocks" | "notes">): Map<string, Numbered> {
  const found = new Map<string, Numbered>();
  for (const run of runsOf(blocksOfAll(writing))) {
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
