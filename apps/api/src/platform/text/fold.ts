import { plain } from "@cahier/schema/text/plain";

/** Words as they are compared: without case, accents, hyphens, apostrophes; « St » is « Saint ». */
export const fold = (words: string) =>
  plain(words)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/\bst(e?)\b/g, "saint$1");
