import type { QuestionResult, ResultRank, ResultWithheld } from "../../../graphql/resolvers.generated.ts";
import type { Question } from "../questionnaire/questionnaire.entity.ts";
import { bordaPoints } from "./borda.ts";
import { spreadOf } from "./figures.ts";
import type { AnswerCount, CellCount } from "./result.counts.ts";
import { type Answered, rowsOf, shownChoices, tallyOf } from "./result.rows.ts";
import { fewest } from "./small.ts";
import { conditionOf, total, type Wording } from "./wordings.ts";

/** The result of a question as resolvers give it: the question is a row. */
export type QuestionFigures = Omit<QuestionResult, "question"> & { question: Question };

interface ResultAnswer {
  wording: Wording;
  answers: readonly AnswerCount[];
  cells: readonly CellCount[];
  seen: number;
  /** The group to look at; null for the whole. */
  part: string | null;
  regions: ReadonlyMap<string, string>;
  shown: boolean;
  replaces: string | null;
}

/** Result of one wording of a question. Pure. */
export function questionResult({
  wording,
  part,
  regions,
  shown,
  replaces,
  seen,
  ...given
}: ResultAnswer): QuestionFigures {
  const { question, revision, label, wordedOn, reason } = wording;
  const mine = (it: { questionId: string; revision: number }) =>
    it.questionId === question.id && it.revision === revision;
  const answers = given.answers.filter(mine);
  const alone = answers.filter(({ collective }) => !collective);
  const sizes = new Map(
    [...Map.groupBy(alone, (answer) => answer.part)].map(([group, those]) => [group, total(those)] as const),
  );
  const withheld = part === null ? null : withheldOf(wording, sizes, part);
  const it: Answered = { wording, cells: given.cells.filter(mine), sizes, part, regions };
  const isNumber = question.type === "NUMBER" && part === null;
  return {
    question,
    revision,
    label,
    wordedOn,
    reason,
    retiredReason: question.retiredFrom === null ? null : (question.retiredReason ?? ""),
    replaces,
    shown,
    withheld,
    seen: part === null ? seen : null,
    answered: withheld ? null : part === null ? total(alone) : sizes.get(part)!,
    wholeAnswered: total(alone),
    restitutions: total(answers.filter(({ collective }) => collective)),
    rows: withheld || question.type === "RANKING" ? [] : rowsOf(it),
    ranks: withheld || question.type !== "RANKING" ? [] : ranksOf(it),
    spread: isNumber ? spreadOf(numbersOf(it)) : null,
    texts:
      question.type === "LONG_TEXT" && part === null
        ? { total: total(answers), readable: answers.reduce((sum, { readable }) => sum + readable, 0) }
        : null,
  };
}

/**
 * Why a group is not shown for a question. Where those who answer are known to be of one group, or had to give some other
 * answer, counts would tell hidden ones of another table.
 */
function withheldOf(wording: Wording, sizes: ReadonlyMap<string, number>, part: string): ResultWithheld | null {
  const { type } = wording.question;
  if (type === "TERRITORY" || type === "ORGANISATION_TYPE" || conditionOf(wording) !== null) return "NOT_CROSSED";
  return largeEnough(sizes).has(part) ? null : "TOO_FEW";
}

/**
 * The groups of five people or more; and not the smallest of them where those that are left out would be fewer than five
 * together, since what is left of the whole would tell them.
 */
function largeEnough(sizes: ReadonlyMap<string, number>): Set<string> {
  const sorted = [...sizes].toSorted(([, a], [, b]) => a - b);
  let hidden = 0;
  const kept = sorted.filter(([, size]) => {
    const isKept = size >= fewest && (hidden === 0 || hidden >= fewest);
    if (!isKept) hidden += size;
    return isKept;
  });
  return new Set(kept.map(([group]) => group));
}

const numbersOf = ({ cells }: Answered) =>
  cells.filter(({ collective }) => !collective).map(({ cell, count }) => ({ value: Number(cell), count }));

function ranksOf(it: Answered): ResultRank[] {
  const { settings } = it.wording;
  const options = settings.options ?? [];
  const most = settings.maxSelect ?? options.length;
  const firsts = { ...it, cells: it.cells.filter(({ place }) => place === 1) };
  const tally = tallyOf(firsts);
  const shown = it.part === null ? null : shownChoices(firsts, options, tally);
  const [whole, answered] = [tally.size(null), tally.size(it.part)];
  const ranks = options.map(({ value, label }) => {
    const own = it.cells.filter(({ cell, collective }) => cell === value && !collective);
    const byPlace = new Map([...Map.groupBy(own, ({ place }) => place)].map(([place, those]) => [place, total(those)]));
    const isShown = shown?.has(value) ?? true;
    const points = bordaPoints(byPlace, most);
    const rank = {
      value,
      label,
      points: it.part === null ? points : null,
      first: isShown ? tally.count(it.part, value) : null,
      firstShare: isShown && answered ? tally.count(it.part, value) / answered : null,
      wholeFirstShare: it.part !== null && whole ? tally.count(null, value) / whole : null,
      ranked: it.part === null ? total(own) : null,
    };
    return { points, rank };
  });
  return ranks.toSorted((a, b) => b.points - a.points).map(({ rank }) => rank);
}
