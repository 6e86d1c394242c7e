import { readable, type Style, type TaggedPdf } from "../pdf.ts";
import type { Numbered, Run } from "./writing.ts";

/** Piece of a line drawn in one go: words of one style, with their link. */
export interface Piece {
  text: string;
  style: Style;
  size: number;
  /** A page of the web. */
  href?: string;
  /** The note that it calls. */
  note?: Numbered;
  isFirst?: boolean;
}

interface Look {
  size: number;
  style?: Style;
}

export type Line = Piece[];

/** Runs as the lines they make in a width. They break between two words alone, or within one that no line could hold. */
export function linesOf(
  pdf: TaggedPdf,
  runs: readonly Run[],
  {
    size,
    style = "text",
    width,
    call,
  }: Look & { width: number; call: (key: string) => Pick<Piece, "note" | "isFirst"> },
): Line[] {
  const widthOf = (piece: Piece) => pdf.widthOf(piece.text, piece);
  const lines: Line[] = [[]];
  let left = width;
  const put = (word: Piece[]) => {
    const wide = word.reduce((sum, piece) => sum + widthOf({ ...piece, text: piece.text.trimEnd() }), 0);
    if (wide > left && lines.at(-1)!.length > 0) {
      lines.push([]);
      left = width;
    }
    for (const piece of wide > width ? word.flatMap((one) => cut(one, width, widthOf)) : word) {
      if (wide > width && lines.at(-1)!.length > 0 && widthOf({ ...piece, text: piece.text.trimEnd() }) > left) {
        lines.push([]);
        left = width;
      }
      join(lines.at(-1)!, piece);
      left -= widthOf(piece);
    }
  };
  let word: Piece[] = [];
  const end = () => {
    if (word.length) put(word);
    word = [];
  };
  for (const run of runs) {
    if ("note" in run) {
      const called = call(run.note);
      word.push({ text: String(called.note!.number), style: "text", size: size * 0.66, ...called });
      continue;
    }
    const look: Omit<Piece, "text"> = {
      style: run.strong ? "strong" : run.emphasis ? "emphasis" : style,
      size,
      ...(run.href && { href: run.href }),
    };
    for (const part of readable(run.text).match(/\n|[^ \n]* +|[^ \n]+/g) ?? []) {
      if (part === "\n") {
        end();
        lines.push([]);
        left = width;
        continue;
      }
      // A blank alone belongs to the word before it.
      word.push({ text: part.replace(/ +/, " "), ...look });
      if (part.endsWith(" ")) end();
    }
  }
  end();
  return lines;
}

/** Pieces of one look are drawn together. */
function join(line: Line, piece: Piece) {
  const last = line.at(-1);
  if (last && !last.note && !piece.note && last.style === piece.style && last.href === piece.href)
    last.text += piece.text;
  else line.push({ ...piece });
}

/** A word that no line holds, in parts that one does. */
function cut(piece: Piece, width: number, widthOf: (piece: Piece) => number): Piece[] {
  const parts: Piece[] = [];
  for (const letter of piece.text) {
    const last = parts.at(-1);
    if (last && widthOf({ ...last, text: last.text + letter }) <= width) last.text += letter;
    else parts.push({ ...piece, text: letter });
  }
  return parts;
}
