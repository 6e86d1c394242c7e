/** A stretch of a part of a text, by its place in UTF-16 units. */
export interface Mask {
  part: string;
  start: number;
  end: number;
}

/** A stretch of a text, masked or not. */
export interface Piece {
  text: string;
  start: number;
  masked: boolean;
}

/** A part of a text cut at its masks, in order. */
export function piecesOf(text: string, name: string, masks: readonly Mask[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of masks.filter(({ part }) => part === name).toSorted((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    if (from > at) pieces.push({ text: text.slice(at, from), start: at, masked: false });
    pieces.push({ text: text.slice(from, end), start: from, masked: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), start: at, masked: false });
  return pieces;
}

/** Every place of some words in the parts of a text, whatever their case. */
export const placesOf = (words: string, parts: readonly { name: string; text: string }[]): Mask[] =>
  parts.flatMap(({ name, text }) => {
    const found: Mask[] = [];
    const sought = words.trim().toLowerCase();
    const within = text.toLowerCase();
    // A text whose length changes with its case has no sure places.
    if (!sought || within.length !== text.length) return found;
    for (let at = within.indexOf(sought); at >= 0; at = within.indexOf(sought, at + sought.length))
      found.push({ part: name, start: at, end: at + sought.length });
    return found;
  });

/** Adds masks to others; one that overlaps is joined to it. */
export function withMasks(masks: readonly Mask[], added: readonly Mask[]): Mask[] {
  const all = [...masks, ...added].toSorted((a, b) => a.part.localeCompare(b.part) || a.start - b.start);
  const joined: Mask[] = [];
  for (const mask of all) {
    const last = joined.at(-1);
    if (last?.part === mask.part && mask.start < last.end) last.end = Math.max(last.end, mask.end);
    else joined.push({ ...mask });
  }
  return joined;
}
