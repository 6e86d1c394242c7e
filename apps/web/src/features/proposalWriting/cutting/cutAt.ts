import { sentencesOf } from "../../../shared/sentences.ts";

/**
 * Both halves of a sentence: cut at the cursor where it stands between two words, else after its first whole sentence,
 * else at the blank nearest to its middle. Null for a single word.
 */
export function cutAt(text: string, cursor: number): [string, string] | null {
  const halves = (at: number): [string, string] => [text.slice(0, at).trim(), text.slice(at).trim()];
  const isBoth = ([first, second]: [string, string]) => first !== "" && second !== "";
  const atCursor = halves(cursor);
  if (isBoth(atCursor) && /\s/.test(text.slice(cursor - 1, cursor + 1))) return atCursor;
  const [first, second] = sentencesOf(text);
  if (first && second) return halves(first.end);
  const middle = text.length / 2;
  const [nearest] = [...text.trimEnd().matchAll(/(?<=\S)\s+/g)]
    .map(({ index }) => index)
    .toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return nearest === undefined ? null : halves(nearest);
}
