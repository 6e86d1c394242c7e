import { type Answered, type Fields, type Kept, namesOf } from "./fields.ts";

/** A sheet as it is typed: each field a text, lists one line each; months and a yes as they are ticked. */
export type Typed<Of extends Fields> = {
  [Name in keyof Of]: Of[Name] extends { kind: "months" }
    ? number[]
    : Of[Name] extends { kind: "yes" }
      ? boolean
      : Of[Name] extends { among: readonly (infer Key)[] }
        ? Key | ""
        : string;
};

/** A whole number up to 1,999,999,999, as people write it: « 12 000 € », “€12,000”; null for nothing, NaN for what is none. GraphQL takes little more. */
export function numberFrom(text: string): number | null {
  const typed = text.replace(/[\s€]/g, "");
  const bare = /^\d{1,3}(?:,\d{3})+$/.test(typed) ? typed.replaceAll(",", "") : typed;
  if (bare === "") return null;
  return /^1?\d{1,9}$/.test(bare) ? Number(bare) : Number.NaN;
}

/** Pattern of what `numberFrom` reads as a number, or as nothing: a form says at once of what is none. */
export const wholeNumber = String.raw`[\d\s€]*|[\s€]*\d{1,3}(?:,\d{3})+[\s€]*`;

/** A sheet to be typed; an empty one without what it says. */
export const typedOf = <Of extends Fields>(fields: Of, said: Answered<Of> | null) =>
  Object.fromEntries(
    namesOf(fields).map((name) => {
      const value = said?.[name];
      switch (fields[name]!.kind) {
        case "months":
          return [name, [...((value as readonly unknown[] | undefined) ?? [])]];
        case "yes":
          return [name, !!value];
        case "lines":
          return [name, ((value as readonly unknown[] | undefined) ?? []).join("\n")];
        default:
          return [name, String(value ?? "")];
      }
    }),
  ) as Typed<Of>;

/** The whole sheet as it is sent: an emptied field as null. A text that is no number is sent as one that is refused. */
export const sentOf = <Of extends Fields>(fields: Of, typed: { [Name in keyof Of]?: unknown }) =>
  Object.fromEntries(
    namesOf(fields).map((name) => {
      const field = fields[name]!;
      const value = typed[name];
      switch (field.kind) {
        case "months":
        case "yes":
          return [name, value];
        case "count":
        case "year": {
          const number = numberFrom(value as string);
          return [name, Number.isNaN(number) ? field.least - 1 : number];
        }
        case "lines":
          return [name, linesOf(value as string)];
        default:
          return [name, value || ("needed" in field ? "" : null)];
      }
    }),
  ) as Kept<Of>;

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
