import { createHash } from "node:crypto";
import { checkSign, codeLength, codeTyped, signs, signsOf } from "@cahier/schema/text/code";
import { signed } from "./secret.ts";

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
    code = signs[Number(left & 31n)]! + code;
    left >>= 5n;
  }
  return code;
}

/** The bits of a code so long; null where it can't be one. */
export function typed(code: string, length: number): bigint | null {
  const characters = signsOf(code);
  const isCode = characters.length === length && Array.from(characters).every((one) => signs.includes(one));
  return isCode ? Array.from(characters).reduce((bits, one) => bits * 32n + BigInt(signs.indexOf(one)), 0n) : null;
}

/** As it is shown and printed: « 3F9K-WT07-M2QX-8DVA ». */
export const inFours = (characters: string) => characters.match(/.{4}/g)!.join("-");

/** The same with the sign that checks it as it is typed: « 3F9K-WT07-M2QX-8DVA-K ». */
export const withCheck = (characters: string) => `${inFours(characters)}-${checkSign(characters)}`;

/** Digest of a code, which alone is stored. */
export const digestOf = (characters: string) => createHash("sha256").update(characters).digest("hex");

/** Digest of a typed code, whatever its case, spaces and look-alikes; null when it can't be a code. */
export function typedDigest(code: string): string | null {
  if (code.length > 4 * codeLength) return null;
  const read = codeTyped(code);
  return read.state === "WHOLE" ? digestOf(read.characters) : null;
}
