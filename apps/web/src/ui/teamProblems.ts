import { m } from "@cahier/schema/messages";
import { alsoSay, type Sentences, type TeamCode } from "./problems.ts";

/** What a visitor is never refused. */
export const sayTeamProblems = () =>
  alsoSay({
    TYPE_IS_KEPT: m.problem_TYPE_IS_KEPT,
    PROMISE_KEPT: m.problem_PROMISE_KEPT,
    SECOND_PERSON_NEEDED: m.problem_SECOND_PERSON_NEEDED,
    NOT_READY: m.problem_NOT_READY,
    NOT_NOW: m.problem_NOT_NOW,
    DATES_CROSSED: m.problem_DATES_CROSSED,
    LOOKS_AHEAD: m.problem_LOOKS_AHEAD,
    IN_USE: m.problem_IN_USE,
    UNREADABLE_FILE: m.problem_UNREADABLE_FILE,
    CODE_USED: m.problem_CODE_USED,
    COUNT_REQUIRED: m.problem_COUNT_REQUIRED,
    PAPER_TOO_LATE: m.problem_PAPER_TOO_LATE,
    NOT_YOUR_TERRITORY: m.problem_NOT_YOUR_TERRITORY,
    NOT_ON_PAPER: m.problem_NOT_ON_PAPER,
    NOT_IN_TEXT: m.problem_NOT_IN_TEXT,
    ALREADY_MARKED: m.problem_ALREADY_MARKED,
    TWO_PEOPLE_NEEDED: m.problem_TWO_PEOPLE_NEEDED,
    MERGED: m.problem_MERGED,
    NOT_STATED: m.problem_NOT_STATED,
    WITHIN_ITSELF: m.problem_WITHIN_ITSELF,
    CITED: m.problem_CITED,
    NOT_EMPTY: m.problem_NOT_EMPTY,
    ALREADY_THERE: m.problem_ALREADY_THERE,
  } satisfies Sentences<TeamCode>);
