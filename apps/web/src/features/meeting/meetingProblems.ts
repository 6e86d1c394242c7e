import { m } from "@cahier/schema/messages";
import { sayTeamProblems } from "../../shared/teamProblems.ts";
import { alsoSay, type LinkCode, type MeetingCode, type Sentences } from "../../ui/problems.ts";

/** Messages for those who announce meetings. */
export function sayMeetingProblems() {
  sayTeamProblems();
  alsoSay({
    IN_THE_PAST: m.problem_IN_THE_PAST,
    NOT_YET: m.problem_NOT_YET,
    NOT_AN_HOUR: m.problem_NOT_AN_HOUR,
    REASON_NEEDED: m.problem_REASON_NEEDED,
    PRESENCE_DIFFERS: m.problem_PRESENCE_DIFFERS,
    NOT_A_LINK: m.problem_NOT_A_LINK,
  } satisfies Sentences<MeetingCode | LinkCode | "NOT_YET">);
}
