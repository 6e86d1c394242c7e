import { plainWords } from "../../ground/moderation/flood.ts";

/** Words of a text that are compared: each once, those that carry little left out. Pure. */
export const wordsOf = (text: string) => new Set(plainWords(text.slice(0, 4000)).filter((word) => word.length > 3));

/** True if two texts share half of the words that either says; of three words and more. Pure. */
export function isNear(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  if (one.size < 3 || other.size < 3) return false;
  const common = [...one].filter((word) => other.has(word)).length;
  return 2 * common >= one.size + other.size - common;
}
