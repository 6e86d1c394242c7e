import { limits } from "@cahier/schema/limits";
import type { BlockKind } from "../../graphql/operations.generated.ts";
import { newKey } from "../../ui/key.ts";

/** A block of minutes to be, as it is cut from a text; fields hold what is typed. */
export interface Piece {
  id: string;
  kind: BlockKind;
  topic: string;
  text: string;
  owner: string;
  /** YYYY-MM-DD, or empty. */
  due: string;
}

const longest = limits["minutes.text"];

/** Words that notes begin a decision or an action with, in both languages. */
const marks: [BlockKind, RegExp][] = [
  ["DECISION", /^(?:décisions?|decisions?|décidé|decided)\s*[:–—-]\s*/i],
  ["ACTION", /^(?:actions?|à faire|to do|todo)\s*[:–—-]\s*/i],
];

/** A line that names what follows: short, without an end, and not an item of a list. */
const isTitle = (text: string) => text.length <= 80 && !/[\n.!?…;,]/.test(text) && !/^[-–—•*]\s/.test(text);

/**
 * Cuts a text into blocks, at most `room` of them: at its blank lines, at each line where it has none. A title becomes
 * the topic of what follows; « Décision : » and « Action : » say the kind. A person looks it over.
 */
export function piecesOf(text: string, room: number): Piece[] {
  const clean = text.replace(/\r\n?/g, "\n").trim();
  const parts = clean
    .split(/\n\s*\n/.test(clean) ? /\n\s*\n\s*/ : "\n")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const pieces: Piece[] = [];
  let topic = "";
  for (const [at, part] of parts.entries()) {
    const [kind, mark] = marks.find(([, each]) => each.test(part)) ?? ["NOTE" as const, null];
    const words = mark ? part.replace(mark, "") : part;
    const next = parts[at + 1];
    if (!mark && isTitle(part) && next !== undefined && !isTitle(next)) {
      topic = (part.endsWith(":") ? part.slice(0, -1).trimEnd() : part).slice(0, limits["minutes.topic"]);
      continue;
    }
    for (const [nth, piece] of short(words).entries())
      pieces.push(pieceOf({ kind, text: piece, topic: nth === 0 ? topic : "" }));
    topic = "";
  }
  return fewer(pieces, room);
}

export const pieceOf = (words: Partial<Piece>): Piece => ({
  id: newKey(),
  kind: "NOTE",
  topic: "",
  text: "",
  owner: "",
  due: "",
  ...words,
});

/** Words in pieces that a block holds: cut where a sentence ends, at a blank, or where they must. */
function short(words: string): string[] {
  const pieces: string[] = [];
  let rest = words;
  while (rest.length > longest) {
    const head = rest.slice(0, longest);
    const sentence = Math.max(...[". ", "! ", "? ", "\n"].map((end) => head.lastIndexOf(end))) + 1;
    const blank = head.lastIndexOf(" ");
    const at = sentence > longest / 4 ? sentence : blank > longest / 4 ? blank : longest;
    pieces.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return [...pieces, rest].filter((piece) => piece !== "");
}

/** Notes that follow one another joined, as long as there are more blocks than there is room for. */
function fewer(pieces: Piece[], room: number): Piece[] {
  if (pieces.length <= room) return pieces;
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const both = last && `${last.text}\n${piece.text}`;
    if (last && both && last.kind === "NOTE" && piece.kind === "NOTE" && !piece.topic && both.length <= longest)
      joined[joined.length - 1] = { ...last, text: both };
    else joined.push(piece);
  }
  return joined;
}

/** The piece cut in two at a place of its text; as it was where one of the two would be empty. */
export function cutAt(pieces: Piece[], at: number, place: number): Piece[] {
  const piece = pieces[at]!;
  const [head, tail] = [piece.text.slice(0, place).trim(), piece.text.slice(place).trim()];
  if (!head || !tail) return pieces;
  return pieces.toSpliced(at, 1, { ...piece, text: head }, pieceOf({ kind: piece.kind, text: tail }));
}

/** The piece joined to the one before it, which keeps its kind and its topic. */
export function joinedAt(pieces: Piece[], at: number): Piece[] {
  const before = pieces[at - 1]!;
  const piece = pieces[at]!;
  const text = [before.text, piece.topic, piece.text].filter((words) => words !== "").join("\n");
  return pieces.toSpliced(at - 1, 2, { ...before, text });
}
