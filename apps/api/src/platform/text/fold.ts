/** Words as they are compared: without case, accents, hyphens, apostrophes; « St » is « Saint ». */
export const fold = (words: string) =>
  words
    .toLowerCase()
    .replaceAll("œ", "oe")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/\bst(e?)\b/g, "saint$1");
