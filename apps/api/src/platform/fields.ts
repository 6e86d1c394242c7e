import { type Field, type Fields, type Kept, lastYear } from "@cahier/schema/fields";
import type { EntitySchemaColumnOptions } from "typeorm";
import { column } from "./data/columns.ts";
import { noted, type ProblemFound, Refusal } from "./refusal.ts";
import { givenLine, givenText, neededLine, neededText } from "./text/text.ts";
import { mostLines } from "@cahier/schema/limits";

function columnFor(field: Field): EntitySchemaColumnOptions {
  switch (field.kind) {
    case "lines":
      return column.textList;
    case "months":
      return column.integerList;
    case "yes":
      return column.flag;
    case "day":
      return column.day;
    case "count":
    case "year":
      return column.optionalInteger;
    default:
      return field.needed ? column.text : column.optionalText;
  }
}

/** The columns of the fields of a sheet. */
export const columnsFor = <Of extends Fields>(fields: Of) =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, columnFor(field)])) as {
    [Name in keyof Of]: EntitySchemaColumnOptions;
  };

/** A sheet as an input says it, before it is checked: a key may be any text. */
export type Input<Of extends Fields> = {
  [Name in keyof Of]?: (Of[Name] extends { kind: "choice" } ? string : Kept<Of>[Name]) | null | undefined;
};

/**
 * Reads the fields of a sheet as they are kept; all that is wrong is told at once, each at its field. `before` is the
 * sheet that is rewritten: undefined keeps a field of it; null or "" clears it.
 */
export function readFields<Of extends Fields>(
  fields: Of,
  input: Input<Of>,
  before: Kept<Of> | null,
  problems: ProblemFound[],
  choices: Record<string, ReadonlySet<string>> = {},
): Kept<Of> {
  const read = (name: string, field: Field) =>
    input[name] === undefined && before ? before[name] : readField(name, field, input[name], problems, choices);
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, read(name, field)])) as Kept<Of>;
}

/** The same, where nothing else is read: what is wrong is refused. */
export function checkedFields<Of extends Fields>(fields: Of, input: Input<Of>, before: Kept<Of> | null): Kept<Of> {
  const problems: ProblemFound[] = [];
  const sheet = readFields(fields, input, before, problems);
  if (problems.length > 0) throw new Refusal(problems);
  return sheet;
}

function readField(
  name: string,
  field: Field,
  said: unknown,
  problems: ProblemFound[],
  choices: Record<string, ReadonlySet<string>>,
): unknown {
  const refuse = (code: ProblemFound["code"], value?: string) => void problems.push({ code, field: name, value });
  const given = said as string | null | undefined;
  switch (field.kind) {
    case "line":
      return field.needed
        ? (noted(problems, () => neededLine(given ?? "", name, field.most)) ?? "")
        : noted(problems, () => givenLine(given, name, field.most));
    case "text":
      return field.needed
        ? (noted(problems, () => neededText(given ?? "", name, field.most)) ?? "")
        : noted(problems, () => givenText(given, name, field.most));
    case "choice": {
      const known = typeof field.among === "string" ? [...(choices[field.among] ?? [])] : field.among;
      if (!given && field.needed) refuse("REQUIRED");
      else if (given && !known.includes(given)) refuse("UNKNOWN_CHOICE");
      return given || (field.needed ? "" : null);
    }
    case "count":
    case "year": {
      const most = field.kind === "year" ? lastYear(field) : field.most;
      if (typeof said === "number" && (said < field.least || said > most))
        refuse("OUT_OF_RANGE", `${field.least}–${most}`);
      return said ?? null;
    }
    case "lines": {
      const lines = ((said as string[] | null) ?? []).flatMap(
        (text) => noted(problems, () => givenLine(text, name, field.most)) ?? [],
      );
      if (lines.length > mostLines) refuse("TOO_MANY_CHOICES", String(mostLines));
      return lines;
    }
    case "day":
      if (!given) refuse("REQUIRED");
      return given ?? "";
    case "months": {
      const months = [...new Set((said as number[] | null) ?? [])].toSorted((a, b) => a - b);
      if (months.some((month) => month < 1 || month > 12)) refuse("UNKNOWN_CHOICE");
      return months;
    }
    case "yes":
      return said === true;
    default:
      throw new Error(`No reader for fields like ${name}`);
  }
}

/** The fields in which two sheets differ. */
export const changesBetween = <Of extends Fields>(fields: Of, from: Kept<Of>, to: Kept<Of>) =>
  (Object.keys(fields) as (keyof Of & string)[]).filter(
    (name) => JSON.stringify(from[name]) !== JSON.stringify(to[name]),
  );
