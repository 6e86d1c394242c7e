import { plain } from "@cahier/schema/text/plain";
import { sentencesOf, type Stretch } from "../../../shared/sentences.ts";

/** The sentence of a text that holds most of some words; its first one where none does. */
export function nearSentence(text: string, words: readonly string[]): Stretch {
  const stems = words.map((word) => plain(word).slice(0, 5));
  let best = { start: 0, end: text.length, held: -1 };
  for (const { start, end } of sentencesOf(text)) {
    const sentence = plain(text.slice(start, end));
    const held = stems.filter((stem) => sentence.includes(stem)).length;
    if (held > best.held) best = { start, end, held };
  }
  return { start: best.start, end: best.end };
}
