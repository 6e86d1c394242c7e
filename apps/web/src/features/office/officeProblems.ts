import { m } from "@cahier/schema/messages";
import { alsoSay, type OfficeCode, type Sentences } from "../../ui/problems.ts";

/** Messages for offices that reply, and for those who confirm a reply. */
export const sayOfficeProblems = () =>
  alsoSay({
    LINK_CLOSED: m.problem_LINK_CLOSED,
    HANDING_TAKEN_BACK: m.problem_HANDING_TAKEN_BACK,
    ALREADY_CONFIRMED: m.problem_ALREADY_CONFIRMED,
    WRONG_FILE: m.problem_WRONG_FILE,
  } satisfies Sentences<OfficeCode>);
