import { type AnswerValue, otherKey, type Question } from "./definition.ts";

/** Names of the controls of a plain HTML form: written by the page, read by the API. */
export const fieldNames = {
  /** The ids of the questions that the form shows: an unticked box is not sent at all. */
  asked: "asked",
  /** The ids of the questions whose answer is taken back. */
  cleared: "cleared",
  cell: (questionId: string, row: string) => `${questionId} ${row}`,
  rank: (questionId: string, rank: number) => `${questionId} ${rank}`,
};

/** Reads a plain HTML form: the answers as typed, and the keys left without one. Checks nothing. */
export function readForm(questions: readonly Question[], form: URLSearchParams) {
  const asked = new Set(form.getAll(fieldNames.asked));
  const cleared = new Set(form.getAll(fieldNames.cleared));
  const answers = new Map<string, AnswerValue>();
  const empty: string[] = [];
  const keep = (key: string, value: AnswerValue | undefined) => {
    if (value === undefined) empty.push(key);
    else answers.set(key, value);
  };
  for (const question of questions) {
    if (question.type === "TEXT_BLOCK" || !asked.has(question.id)) continue;
    keep(question.id, cleared.has(question.id) ? undefined : valueIn(form, question));
    if (question.allowOther) keep(otherKey(question.id), form.get(otherKey(question.id)) || undefined);
  }
  return { answers: Object.fromEntries(answers), empty };
}

function valueIn(form: URLSearchParams, question: Question): AnswerValue | undefined {
  const { id, type, options, rows, maxSelect, noOpinionValue } = question;
  const typed = form.get(id) ?? "";
  const list = (values: readonly string[]) => (values.length ? values : undefined);
  switch (type) {
    case "MULTIPLE_CHOICE":
      return list(form.getAll(id).filter(Boolean));
    case "RANKING": {
      const ranks = Array.from(
        { length: maxSelect ?? options.length },
        (_, index) => form.get(fieldNames.rank(id, index + 1)) ?? "",
      );
      return list(ranks.filter(Boolean));
    }
    case "MATRIX": {
      const cells = rows.flatMap(({ value: row }) => {
        const column = form.get(fieldNames.cell(id, row));
        return column ? [[row, column] as const] : [];
      });
      return cells.length ? Object.fromEntries(cells) : undefined;
    }
    case "RATING":
      return typed === noOpinionValue ? typed : numberIn(typed);
    case "NUMBER":
      return numberIn(typed);
    default:
      return typed.replace(/\r\n?/g, "\n") || undefined;
  }
}

/** Reads « 3,5 » as 3.5; a text that is no number stays as typed, for the checker to refuse it. */
function numberIn(typed: string): string | number | undefined {
  const text = typed.trim().replace(/[\s\u00a0\u202f]/g, "");
  if (!text) return undefined;
  const number = Number(text.replace(",", "."));
  return Number.isFinite(number) ? number : typed;
}
