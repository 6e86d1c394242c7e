import { m } from "@cahier/schema/messages";
import { alsoSay, type OfficeCode, type Sentences } from "../../ui/problems.ts";

/** What only an office that answers is refused, and whoever confirms what it wrote. */
export const sayOfficeProblems = () =>
  alsoSay({
    LINK_CLOSED: m.problem_LINK_CLOSED,
    ALREADY_CONFIRMED: m.problem_ALREADY_CONFIRMED,
    WRONG_FILE: m.problem_WRONG_FILE,
  } satisfies Sentences<OfficeCode>);
