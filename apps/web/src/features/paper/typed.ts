import { m } from "@cahier/schema/messages";
import { type AnswerValue, OTHER, type Question } from "@cahier/schema/questionnaire/definition";
import { marksOf } from "@cahier/schema/questionnaire/printed";

/** A region of today and its departments. */
export interface Region {
  code: string;
  name: string;
  departments: readonly { code: string; name: string }[];
}

/** The territories that can be typed, as the checker knows them, with their names. */
export const territoriesOf = (regions: readonly Region[]) =>
  new Map(
    regions.flatMap(({ code, name, departments }) => [
      [`REGION:${code}`, name] as const,
      ...departments.map((one) => [`DEPARTMENT:${one.code}`, `${one.name}, ${name}`] as const),
    ]),
  );

/** An answer as it was understood, in the words of the paper; empty for what is written at length. */
export function understood(
  question: Question,
  value: AnswerValue | undefined | null,
  other: AnswerValue | undefined | null,
  territories: ReadonlyMap<string, string>,
): string {
  if (value === undefined || value === null) return "";
  const plain = typeof value === "object" ? "" : `${value}`;
  const marks = new Map(marksOf(question).map((mark) => [mark.value, mark]));
  const label = (one: string | undefined) => {
    const words = marks.get(one ?? "")?.label ?? one ?? "";
    return one === OTHER && typeof other === "string" ? `${words}${m.ui_colon()}${other}` : words;
  };
  switch (question.type) {
    case "SINGLE_CHOICE":
    case "ORGANISATION_TYPE":
      return label(plain);
    case "MULTIPLE_CHOICE":
      return (value as string[]).map(label).join(" · ");
    case "RANKING":
      return (value as string[]).map((one, index) => `${index + 1}. ${label(one)}`).join(" · ");
    case "RATING": {
      const words = marks.get(plain)?.label;
      return words ? `${plain} (${words})` : plain;
    }
    case "MATRIX": {
      const cells = value as Record<string, string>;
      return question.rows
        .map((row) => `${row.label}${m.ui_colon()}${cells[row.value] ? label(cells[row.value]) : "—"}`)
        .join(" · ");
    }
    case "TERRITORY":
      return territories.get(plain) ?? "";
    case "DATE":
      return plain.split("-").toReversed().join("/");
    default:
      return "";
  }
}

/** Any answer in words, texts too: where two entries are set side by side. */
export const inFull = (
  question: Question,
  value: AnswerValue | undefined | null,
  territories: ReadonlyMap<string, string>,
) => understood(question, value, null, territories) || (typeof value === "object" || value == null ? "" : `${value}`);
