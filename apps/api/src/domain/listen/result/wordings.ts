import { isAsked } from "../questionnaire/outline.ts";
import type { Question, QuestionRevision, QuestionSettings } from "../questionnaire/questionnaire.entity.ts";
import type { AnswerCount, ResponseCount } from "./result.counts.ts";

/** A question as it was worded for a while: what answers given before and after it was reworded are told apart by. */
export interface Wording {
  question: Question;
  revision: number;
  label: string;
  settings: QuestionSettings;
  /** The settings it had before; null for the first. */
  before: QuestionSettings | null;
  wordedOn: string | null;
  reason: string | null;
  /** The revisions of the questionnaire that asked it so: from one, until another. */
  from: number;
  until: number;
}

/** The wordings of a question, the first one first. */
export function wordingsOf(question: Question, revisions: QuestionRevision[]): Wording[] {
  const own = revisions.filter(({ questionId }) => questionId === question.id);
  const until = question.retiredFrom ?? Infinity;
  if (own.length < 2) {
    const { revision, label, settings, askedFrom: from } = question;
    return [{ question, revision, label, settings, before: null, wordedOn: null, reason: null, from, until }];
  }
  return own
    .toSorted((a, b) => a.revision - b.revision)
    .map(({ revision, label, settings, madeOn, reason, questionnaireRevision }, index, all) => ({
      question,
      revision,
      label,
      settings,
      before: all[index - 1]?.settings ?? null,
      wordedOn: madeOn,
      reason,
      from: index === 0 ? Math.min(question.askedFrom, questionnaireRevision) : questionnaireRevision,
      until: Math.min(all[index + 1]?.questionnaireRevision ?? Infinity, until),
    }));
}

/** A question as a revision of its questionnaire that is past had it. */
export type Past = Pick<Question, "revision" | "askedFrom" | "retiredFrom"> & { asOf: number; questionId: string };

/**
 * True if a revision of the questionnaire asked the question in this wording: by the kept outline, else by what is now
 * known.
 */
function asks({ from, until, question, revision }: Wording, asOf: number, past: readonly Past[]): boolean {
  const kept = past.filter((it) => it.asOf === asOf);
  if (kept.length === 0) return from <= asOf && asOf < until;
  return kept.some((it) => it.questionId === question.id && it.revision === revision && isAsked(it, asOf));
}

/** The condition under which it was asked; null when it always was. */
export const conditionOf = ({ settings }: Wording): unknown => settings.visibleIf ?? null;

/**
 * Number of people asked a question in this wording: those who answered it, and those who answered it in no wording
 * though their questionnaire held this one and its condition was met (`conditions`: those counted, as text). Under a
 * condition that was not counted yet, those who answered it.
 */
export function seenBy(wording: Wording, count: Counted, conditions: readonly string[]): number {
  const { question, revision } = wording;
  const condition = conditionOf(wording);
  const met = conditions.indexOf(JSON.stringify(condition));
  const asked = count.responses
    .filter((it) => !it.collective && asks(wording, it.revision, count.past))
    .reduce((total, it) => total + (condition === null ? it.count : (it.met[met] ?? 0)), 0);
  const own = count.answers.filter((it) => !it.collective && it.questionId === question.id);
  const answered = total(own.filter((it) => it.revision === revision));
  return answered + Math.max(0, asked - total(own.filter(({ asOf }) => asks(wording, asOf, count.past))));
}

interface Counted {
  responses: readonly ResponseCount[];
  answers: readonly AnswerCount[];
  past: readonly Past[];
}

/** Sum of counts. */
export const total = (counts: readonly { count: number }[]) => counts.reduce((sum, { count }) => sum + count, 0);
