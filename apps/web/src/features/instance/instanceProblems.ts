import { m } from "@cahier/schema/messages";
import { alsoSay, type InstanceCode, type Sentences } from "../../ui/problems.ts";

/** Messages for those who run the instance. */
export const sayInstanceProblems = () =>
  alsoSay({
    NOT_A_COLOUR: m.problem_NOT_A_COLOUR,
    TOO_PALE: m.problem_TOO_PALE,
    NOT_A_PICTURE: m.problem_NOT_A_PICTURE,
    NO_MAIL_SERVER: m.problem_NO_MAIL_SERVER,
  } satisfies Sentences<InstanceCode>);
