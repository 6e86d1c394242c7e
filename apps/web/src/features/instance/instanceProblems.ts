import { m } from "@cahier/schema/messages";
import { figures } from "../../ui/figures.ts";
import { sayTeamProblems } from "../../shared/teamProblems.ts";
import { alsoSay, type InstanceCode, type Sentences } from "../../ui/problems.ts";

/** Messages for those who run the instance. */
export function sayInstanceProblems() {
  sayTeamProblems();
  alsoSay({
    NOT_A_COLOUR: m.problem_NOT_A_COLOUR,
    TOO_PALE: m.problem_TOO_PALE,
    NOT_A_PICTURE: m.problem_NOT_A_PICTURE,
    NO_MAIL_SERVER: m.problem_NO_MAIL_SERVER,
    STILL_USED: m.problem_STILL_USED,
    EMPTY_LINE: m.problem_EMPTY_LINE,
    NO_COLUMN: m.problem_NO_COLUMN,
    TOO_MANY_LINES: ({ value }) => m.problem_TOO_MANY_LINES({ value: figures(value) }),
    LINES_TO_MEND: m.problem_LINES_TO_MEND,
    TERRITORIES_USED: m.problem_TERRITORIES_USED,
  } satisfies Sentences<InstanceCode>);
}
