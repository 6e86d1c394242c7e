import { isObject } from "@cahier/schema/object";

/** Depth at which fields are looked for: deeper than any platform goes. */
const deepest = 5;

/** Names that the fields of an answer go by, in the files of other platforms: what was asked, and what was said. */
const asked = ["questionTitle", "question.title", "question", "title", "label", "name", "key"];
const said = ["formattedValue", "value", "answer", "body", "text"];

/**
 * An object as one row: a field within a field is « author.name »; of a list of answers, each is a column named by its
 * question; a list of plain values stays a list.
 */
export function flatRow(value: Record<string, unknown>): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  flatten(value, "", row, 0);
  return row;
}

function flatten(value: unknown, name: string, row: Record<string, unknown>, depth: number): void {
  if (isObject(value)) {
    if (depth < deepest)
      for (const [key, part] of Object.entries(value)) flatten(part, within(name, key), row, depth + 1);
    return;
  }
  if (!Array.isArray(value) || !value.some(isObject)) {
    row[name] = value;
    return;
  }
  for (const [index, one] of value.entries()) {
    const fields: Record<string, unknown> = isObject(one) ? flatRow(one) : {};
    const question = asked
      .map((key) => fields[key])
      .find((it): it is string => typeof it === "string" && it.trim() !== "");
    const answer = said.find((key) => key in fields);
    if (question && answer) row[within(name, question.trim())] = fields[answer];
    else if (index < 20) flatten(one, within(name, String(index + 1)), row, depth + 1);
  }
}

const within = (name: string, key: string) => (name ? `${name}.${key}` : key);
