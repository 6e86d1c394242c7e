import { m } from "@cahier/schema/messages";
import type { QuestionFigures } from "./result.questions.ts";

/** The language of a file. */
export type Language = "fr" | "en";

/** Line of a result: its drawing and its table are made of lines. */
export interface Line {
  /** The row of a matrix; empty elsewhere. */
  row: string;
  label: string;
  /** Number of people; null where it is hidden. */
  count: number | null;
  share: number | null;
  /** The share of the whole, beside that of a group. */
  wholeShare: number | null;
  restitutions: number;
  /** Of an option that was ranked. */
  points: number | null;
  /** Of the row, on its first line. */
  mean: number | null;
}

/** The lines of a result, in the order of the question; rankings in that of their points. */
export function linesOf({ rows, ranks }: QuestionFigures): Line[] {
  const ranked = ranks.map((rank) => ({
    row: "",
    label: rank.label,
    count: rank.first ?? null,
    share: rank.firstShare ?? null,
    wholeShare: rank.wholeFirstShare ?? null,
    restitutions: 0,
    points: rank.points ?? null,
    mean: null,
  }));
  const chosen = rows.flatMap(({ label: row, mean, cells }) =>
    cells.map((cell, index) => ({
      row,
      label: cell.label,
      count: cell.count ?? null,
      share: cell.share ?? null,
      wholeShare: cell.wholeShare ?? null,
      restitutions: cell.restitutions,
      points: null,
      mean: index === 0 ? (mean ?? null) : null,
    })),
  );
  return [...ranked, ...chosen];
}

/** « 1 234,5 » or “1,234.5”. */
export function numberWords(value: number, locale: Language) {
  const [whole, rest] = String(value).split(".");
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, locale === "fr" ? "\u202F" : ",");
  return rest ? `${grouped}${locale === "fr" ? "," : "."}${rest}` : grouped;
}

/** « 63 % »; what is little but not nothing is not told as nothing. */
export function shareWords(share: number, locale: Language) {
  const space = locale === "fr" ? "\u202F" : "";
  return share > 0 && share < 0.005 ? `<${space}1${space}%` : `${Math.round(share * 100)}${space}%`;
}

/** Out of how many: those who saw the question, or those of the group who answered it. */
export function denominator({ seen, answered, withheld, restitutions }: QuestionFigures, locale: Language): string {
  if (withheld === "TOO_FEW") return m.result_withheld_TOO_FEW({}, { locale });
  if (withheld === "NOT_CROSSED") return m.result_withheld_NOT_CROSSED({}, { locale });
  const shown = (count: number) => ({ count, shown: numberWords(count, locale) });
  const people =
    seen == null
      ? m.result_answered_group(shown(answered ?? 0), { locale })
      : m.result_seen({ ...shown(seen), answered: numberWords(answered ?? 0, locale) }, { locale });
  return restitutions > 0 ? `${people}, ${m.result_beside_restitutions(shown(restitutions), { locale })}` : people;
}
