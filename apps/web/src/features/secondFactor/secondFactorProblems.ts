import { m } from "@cahier/schema/messages";
import { alsoSay, type SecondFactorCode, type Sentences } from "../../ui/problems.ts";

/** Messages for those who give a code. */
export const saySecondFactorProblems = () =>
  alsoSay({ NOT_THE_CODE: m.problem_NOT_THE_CODE } satisfies Sentences<SecondFactorCode>);
