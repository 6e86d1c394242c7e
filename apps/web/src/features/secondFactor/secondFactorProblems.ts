import { m } from "@cahier/schema/messages";
import { alsoSay, type SecondFactorCode, type Sentences } from "../../ui/problems.ts";

/** Messages for those who give a code, or change their address. */
export const saySecondFactorProblems = () =>
  alsoSay({
    NOT_THE_CODE: m.problem_NOT_THE_CODE,
    SAME_ADDRESS: m.problem_SAME_ADDRESS,
  } satisfies Sentences<SecondFactorCode>);
