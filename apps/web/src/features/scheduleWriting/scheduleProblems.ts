import { m } from "@cahier/schema/messages";
import { sayTeamProblems } from "../../shared/teamProblems.ts";
import { alsoSay, type ScheduleCode, type Sentences } from "../../ui/problems.ts";

/** Messages for those who keep a calendar. */
export function sayScheduleProblems() {
  sayTeamProblems();
  alsoSay({
    IN_THE_PAST: m.problem_IN_THE_PAST,
    NOT_YET: m.problem_NOT_YET,
    TOO_EARLY: m.problem_TOO_EARLY,
    TOO_CLOSE: m.problem_TOO_CLOSE,
  } satisfies Sentences<ScheduleCode | "IN_THE_PAST" | "NOT_YET">);
}
