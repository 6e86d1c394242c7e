import { digestOf, inFours, sixteen, withCheck } from "../../../platform/code.ts";

/** The code of a response, as it is shown and printed: « 3F9K-WT07-M2QX-8DVA ». */
export const receiptCode = (responseId: string) => inFours(sixteen("receipt", responseId));

/** The code printed on a sheet: it becomes that of the response that is written on it. */
export const sheetCode = (sheetId: string) => inFours(sixteen("sheet", sheetId));

/** The same as it is printed on the sheet, with the sign that checks it. */
export const printedCode = (sheetId: string) => withCheck(sixteen("sheet", sheetId));

/** The code in the links of mails: an address may be mistyped, so that it shows less than a receipt, and changes nothing. */
export const mailedCode = (responseId: string) => inFours(sixteen("mail", responseId));

/** Digest of a receipt's code, stored and searched for. */
export const receiptDigest = (responseId: string) => digestOf(sixteen("receipt", responseId));

/** The same of a sheet. */
export const sheetDigest = (sheetId: string) => digestOf(sixteen("sheet", sheetId));

/** Digest of the code in the links of mails, which alone is stored. */
export const mailedDigest = (responseId: string) => digestOf(sixteen("mail", responseId));
