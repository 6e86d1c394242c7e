import { createHash } from "node:crypto";
import { signed } from "./secret.ts";

/** Crockford's: no letter that can be taken for a digit, or for another letter. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Purpose of a code: a code of one purpose never opens another. */
export type Purpose = "receipt" | "sheet" | "mail" | "office";

/** The 80 bits that only this site can make of the id of a row, so that a retry gets them again. */
export function sixteen(purpose: Purpose, id: string, key?: string): string {
  let bits = BigInt(`0x${signed(purpose, id, key).subarray(0, 10).toString("hex")}`);
  let code = "";
  for (let place = 0; place < 16; place++) {
    code = alphabet[Number(bits & 31n)]! + code;
    bits >>= 5n;
  }
  return code;
}

/** As it is shown and printed: « 3F9K-WT07-M2QX-8DVA ». */
export const inFours = (characters: string) => characters.match(/.{4}/g)!.join("-");

/** Digest of a code, which alone is stored. */
export const digestOf = (characters: string) => createHash("sha256").update(characters).digest("hex");

/** Digest of a typed code, whatever its case, spaces and look-alikes; null when it can't be a code. */
export function typedDigest(code: string): string | null {
  if (code.length > 64) return null;
  const characters = code
    .toUpperCase()
    .replace(/[\s\-‐-―]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(characters) ? digestOf(characters) : null;
}
