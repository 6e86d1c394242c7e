import { m } from "@cahier/schema/messages";
import { neutral } from "../../../platform/files/csv.ts";
import type { ResultsFigures } from "./result.queries.ts";
import type { QuestionFigures } from "./result.questions.ts";
import { type Language, linesOf } from "./result.lines.ts";

/** The results of one question as a table for spreadsheets: one line a choice, each wording with its own. */
export function resultCsv({ within }: ResultsFigures, results: QuestionFigures[], locale: Language): string {
  const said = { locale };
  const hidden = m.result_not_told({}, said);
  const decimal = (value: number) =>
    String(Math.round(value * 10_000) / 10_000).replace(".", locale === "fr" ? "," : ".");
  const head = [
    m.result_head_question({}, said),
    m.result_head_wording({}, said),
    m.result_head_group({}, said),
    m.result_head_row({}, said),
    m.result_head_answer({}, said),
    m.result_head_count({}, said),
    m.result_head_share({}, said),
    m.result_head_whole({}, said),
    m.result_head_restitutions({}, said),
    m.result_head_points({}, said),
    m.result_head_mean({}, said),
    m.result_head_answered({}, said),
    m.result_head_seen({}, said),
    m.result_head_readable({}, said),
  ];
  const rows = results.flatMap((result) => {
    const { question, revision, label, answered, seen, texts, withheld } = result;
    const around = [answered ?? hidden, seen ?? "", texts?.readable ?? ""];
    const begin = [question.code, `${revision}. ${label}`, within?.label ?? ""];
    const lines = linesOf(result);
    if (lines.length === 0) return [[...begin, "", withheld ? hidden : "", "", "", "", "", "", "", ...around]];
    return lines.map((line) => [
      ...begin,
      line.row,
      line.label,
      line.count ?? hidden,
      line.share === null ? hidden : decimal(line.share),
      line.wholeShare === null ? "" : decimal(line.wholeShare),
      line.restitutions,
      line.points ?? "",
      line.mean === null ? "" : decimal(line.mean),
      ...around,
    ]);
  });
  const lines = [head, ...rows].map((cells) => cells.map(cellOf).join(";"));
  return `\u{FEFF}${lines.join("\r\n")}\r\n`;
}

/** A cell that spreadsheets take for text, whatever it begins with. */
function cellOf(value: string | number): string {
  const text = typeof value === "string" ? neutral(value) : String(value);
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
