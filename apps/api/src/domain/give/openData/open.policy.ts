import type { Question, Questionnaire } from "../../listen/questionnaire/questionnaire.entity.ts";
import { allIsIn, isPublished } from "../../listen/questionnaire/questionnaire.policy.ts";
import { resultPolicy } from "../../listen/result/result.policy.ts";
import type { Told } from "./open.told.ts";

/** Why a question has no column in the open file. */
export type Absent = "TEAM" | "AGGREGATED" | "WORDS" | "BESIDE" | "CHANGED" | "PRECISE" | "NOT_SHOWN";

interface Others {
  questions: readonly Question[];
  /** Columns that would join a row with a text. */
  told: ReadonlyMap<string, Told>;
}

const closedTypes = new Set(["SINGLE_CHOICE", "MULTIPLE_CHOICE", "RATING", "MATRIX", "RANKING"]);

/** Publication of responses as data. Pure. */
export const openPolicy = {
  /**
   * True once nothing more can come, on paper either: the difference between the files of two days would reveal who
   * answered in between.
   */
  published: (it: Questionnaire, now: Date) => isPublished(it, now) && allIsIn(it, now),
  /** Reason why answers to a question are not published response by response; null when they are. */
  absent(it: Questionnaire, question: Question, { questions, told }: Others, now: Date): Absent | null {
    if (question.visibility !== "PUBLIC") return question.visibility;
    // Unpublished words, which no moderator could hide; and answers precise enough to identify somebody.
    if (question.type === "SHORT_TEXT") return "WORDS";
    const joined = told.get(question.id);
    if (joined) return joined;
    if (!closedTypes.has(question.type)) return "PRECISE";
    // Answers told one by one are results.
    return resultPolicy.shown(it, question, now) && !resultPolicy.tellsTeam(question, questions) ? null : "NOT_SHOWN";
  },
};
