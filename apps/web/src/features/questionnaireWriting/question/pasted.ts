/** A list that was pasted, cut in its lines. */
export interface PastedList {
  /** The lines to add, without what marked them. */
  lines: readonly string[];
  /** Lines left out, each as it was said first: there already, or twice in the list. */
  twice: readonly string[];
  /** Lines left out for being longer than one may be, by their beginnings. */
  long: readonly string[];
  /** Number left out for want of room. */
  beyond: number;
}

interface Room {
  /** Options already there. */
  known?: readonly string[];
  /** Lines that may still be added, and the signs that each may have. */
  room: number;
  longest: number;
}

/** « - », « • », « 3. », « b) », « ☐ »: what marks a line of a list, and is no word of it. */
const mark = /^(?:[-–—•·*▪▸►◦‣●○■□☐☑✓✔]|\(?\d{1,3}[.)]|\(?[a-zA-Z]\))\s+/;

const bare = (line: string) => line.replace(/\s+/g, " ").trim();

/** The lines of a text: trimmed, without their marks, without empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r\n|[\n\r\u2028\u2029\v]/)
    .map((line) => bare(bare(line).replace(mark, "")))
    .filter(Boolean);

const same = (line: string) => line.normalize("NFC").toLocaleLowerCase("fr");

/** One thing a line, as many as there is room for; what is left out is told. */
export function pastedList(text: string, { known = [], room, longest }: Room): PastedList {
  const seen = new Set(known.map((line) => same(bare(line))));
  const lines: string[] = [];
  const twice: string[] = [];
  const long: string[] = [];
  let beyond = 0;
  for (const line of linesOf(text)) {
    if (line.length > longest) long.push(`${line.slice(0, 60).trimEnd()}…`);
    else if (seen.has(same(line))) twice.push(line);
    else if (lines.length >= room) beyond++;
    else {
      seen.add(same(line));
      lines.push(line);
    }
  }
  return { lines, twice: [...new Set(twice)], long, beyond };
}
