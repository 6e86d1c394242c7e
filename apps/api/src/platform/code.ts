import { createHash } from "node:crypto";
import { signed } from "./secret.ts";

/** Crockford's: no letter that can be taken for a digit, or for another letter. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Purpose of a code: a code of one purpose never opens another. */
export type Purpose = "receipt" | "sheet" | "mail" | "office";

/** The 80 bits that only this site can make of the id of a row, so that a retry gets them again. */
export function sixteen(purpose: Purpose, id: string, key?: string): string {
  return written(BigInt(`0x${signed(purpose, id, key).subarray(0, 10).toString("hex")}`), 16);
}

/** Bits in so many characters, five each. */
export function written(bits: bigint, length: number): string {
  let [code, left] = ["", bits];
  for (let place = 0; place < length; place++) {
    code = alphabet[Number(left & 31n)]! + code;
    left >>= 5n;
  }
  return code;
}

/** Characters as they were typed, whatever their case, spaces and look-alikes; null where they can't be a code so long. */
function charactersOf(code: string, length: number): string | null {
  if (code.length > 4 * length) return null;
  const characters = code
    .toUpperCase()
    .replace(/[\s\-‐-―]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]+$/.test(characters) && characters.length === length ? characters : null;
}

/** The bits of a code so long; null where it can't be one. */
export function typed(code: string, length: number): bigint | null {
  const characters = charactersOf(code, length);
  return characters === null
    ? null
    : Array.from(characters).reduce((bits, one) => bits * 32n + BigInt(alphabet.indexOf(one)), 0n);
}

/** As it is shown and printed: « 3F9K-WT07-M2QX-8DVA ». */
export const inFours = (characters: string) => characters.match(/.{4}/g)!.join("-");

/** Digest of a code, which alone is stored. */
export const digestOf = (characters: string) => createHash("sha256").update(characters).digest("hex");

/** Digest of a typed code, whatever its case, spaces and look-alikes; null when it can't be a code. */
export function typedDigest(code: string): string | null {
  const characters = charactersOf(code, 16);
  return characters && digestOf(characters);
}
