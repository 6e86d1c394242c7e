import type { Field, Fields, Kept } from "@cahier/schema/fields";
import type { EntitySchemaColumnOptions } from "typeorm";
import { column } from "./data/columns.ts";
import { noted, type ProblemFound } from "./refusal.ts";
import { givenLine, givenText, neededLine } from "./text/text.ts";
import { mostLines } from "@cahier/schema/limits";

const columnFor = (field: Field): EntitySchemaColumnOptions =>
  field.kind === "lines"
    ? column.textList
    : field.kind === "count"
      ? column.optionalInteger
      : field.needed
        ? column.text
        : column.optionalText;

/** The columns of the fields of a sheet. */
export const columnsFor = <Of extends Fields>(fields: Of) =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, columnFor(field)])) as {
    [Name in keyof Of]: EntitySchemaColumnOptions;
  };

/** What an input may say of a field, before it is checked. */
type Input<Of extends Fields> = { [Name in keyof Of]?: Kept<Of>[Name] | null | undefined };

/** Reads the fields of a sheet as they are kept; all that is wrong is told at once, each at its field. */
export function readFields<Of extends Fields>(
  fields: Of,
  input: Input<Of>,
  problems: ProblemFound[],
  choices: Record<string, ReadonlySet<string>>,
): Kept<Of> {
  function read(name: string, field: Field): unknown {
    const said = (input as Record<string, unknown>)[name];
    const refuse = (code: ProblemFound["code"], value?: string) => void problems.push({ code, field: name, value });
    switch (field.kind) {
      case "line":
        if (field.needed)
          return noted(problems, () => neededLine(typeof said === "string" ? said : "", name, field.most)) ?? "";
        return noted(problems, () => givenLine(said as string | null, name, field.most)) ?? null;
      case "text":
        return noted(problems, () => givenText(said as string | null, name, field.most)) ?? null;
      case "choice":
        if (!said && field.needed) refuse("REQUIRED");
        else if (said && !choices[field.among]!.has(said as string)) refuse("UNKNOWN_CHOICE");
        return said || (field.needed ? "" : null);
      case "count":
        if (typeof said === "number" && (said < field.least || said > field.most))
          refuse("OUT_OF_RANGE", `${field.least}–${field.most}`);
        return said ?? null;
      case "lines": {
        const lines = ((said as string[] | null) ?? []).flatMap(
          (text) => noted(problems, () => givenLine(text, name, field.most)) ?? [],
        );
        if (lines.length > mostLines) refuse("TOO_MANY_CHOICES", String(mostLines));
        return lines;
      }
      default:
        throw new Error(`No reader for fields like ${name}`);
    }
  }
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, read(name, field)])) as Kept<Of>;
}
