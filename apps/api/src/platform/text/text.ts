import { mostRead, readText } from "@cahier/schema/questionnaire/read";
import { Refusal } from "../refusal.ts";

/** A text that is needed, as it is kept: trimmed, in NFC. Refused by field when there is none, or too much. */
export function neededText(raw: string, field: string, most: number): string {
  const text = givenText(raw, field, most);
  if (text === null) throw new Refusal("REQUIRED", field);
  return text;
}

/** A text that may be left out. */
export function givenText(raw: string | null | undefined, field: string, most: number): string | null {
  const text = readText(most)(
    raw ?? "",
    (code, value) => {
      throw new Refusal(code, field, value === undefined ? null : String(value));
    },
    false,
  );
  return (text as string | undefined) ?? null;
}

/** Blanks with a line break among them as one space; other blanks stay. Each blank is read once. */
export const oneLine = (raw: string) => raw.replace(/\s+/g, (blank) => (/[\r\n]/.test(blank) ? " " : blank));

/** Leaves a text far too long as it is: `readText` refuses it by its length. */
const line = (raw: string, most: number) => (raw.length > mostRead(most) ? raw : oneLine(raw));

/** The same on one line, as sentences and titles are. */
export const neededLine = (raw: string, field: string, most: number) => neededText(line(raw, most), field, most);

/** The same of one that may be left out. */
export const givenLine = (raw: string | null | undefined, field: string, most: number) =>
  givenText(raw == null ? raw : line(raw, most), field, most);

/** True if a text has the shape of an id: an address bar may hold anything. */
export const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** True if a text has the shape of one mail address: nothing in it begins another one. */
export const isEmail = (text: string) =>
  /^[^\s@"<>(),;:\\[\]]{1,64}@[^\s@"<>(),;:\\[\]]{1,190}\.[^\s@"<>(),;:\\[\].]{2,63}$/u.test(text);
