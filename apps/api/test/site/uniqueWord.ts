import { randomUUID } from "node:crypto";

/** A word that no other text has, of letters alone: digits in a row read as a telephone number, and the text is held. */
export const uniqueWord = () =>
  randomUUID()
    .replace(/\d/g, (digit) => "ghijklmnop"[Number(digit)]!)
    .replaceAll("-", "");
