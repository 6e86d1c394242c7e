import { readText } from "@cahier/schema/questionnaire/read";
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

const oneLine = (raw: string) => raw.replace(/\s*[\r\n]+\s*/g, " ");

/** The same on one line, as sentences and titles are. */
export const neededLine = (raw: string, field: string, most: number) => neededText(oneLine(raw), field, most);

/** The same of one that may be left out. */
export const givenLine = (raw: string | null | undefined, field: string, most: number) =>
  givenText(raw == null ? raw : oneLine(raw), field, most);

/** Whether it can be an id at all: what comes from an address bar may be anything. */
export const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** Whether a mail can be written to it. */
export const isEmail = (text: string) => /^[^\s@"<>(),;:\\[\]]{1,64}@[^\s@"<>(),;:\\[\]]+\.[^\s@.]{2,}$/u.test(text);
