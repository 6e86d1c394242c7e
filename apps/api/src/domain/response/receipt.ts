import { createHash } from "node:crypto";
import { signed } from "../../platform/secret.ts";

/** Crockford's: no letter that can be taken for a digit, or for another letter. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The 80 bits that only this site can make of the id of a response or of a sheet, so that a retry gets them again. */
function sixteen(purpose: "receipt" | "sheet" | "mail", id: string): string {
  let bits = BigInt(`0x${signed(purpose, id).subarray(0, 10).toString("hex")}`);
  let code = "";
  for (let place = 0; place < 16; place++) {
    code = alphabet[Number(bits & 31n)]! + code;
    bits >>= 5n;
  }
  return code;
}

const inFours = (characters: string) => characters.match(/.{4}/g)!.join("-");

/** The code of a response, as it is shown and printed: « 3F9K-WT07-M2QX-8DVA ». */
export const receiptCode = (responseId: string) => inFours(sixteen("receipt", responseId));

/** The code printed on a sheet: it becomes that of the response that is written on it. */
export const sheetCode = (sheetId: string) => inFours(sixteen("sheet", sheetId));

/** The code in the links of mails: an address may be mistyped, so that it shows less than a receipt, and changes nothing. */
export const mailedCode = (responseId: string) => inFours(sixteen("mail", responseId));

const digestOf = (characters: string) => createHash("sha256").update(characters).digest("hex");

/** What is stored of a code, and what a response is found by. */
export const receiptDigest = (responseId: string) => digestOf(sixteen("receipt", responseId));

/** The same of a sheet. */
export const sheetDigest = (sheetId: string) => digestOf(sixteen("sheet", sheetId));

/** The same of a code that somebody typed, whatever its case, spaces and look-alikes; null when it cannot be one. */
export function typedDigest(code: string): string | null {
  if (code.length > 64) return null;
  const characters = code
    .toUpperCase()
    .replace(/[\s\-‐-―]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(characters) ? digestOf(characters) : null;
}

/** What is stored of the code in the links of mails. */
export const mailedDigest = (responseId: string) => digestOf(sixteen("mail", responseId));
