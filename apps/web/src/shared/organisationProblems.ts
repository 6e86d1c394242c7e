import { m } from "@cahier/schema/messages";
import { alsoSay, type OrganisationCode, type Sentences } from "../ui/problems.ts";

/** Messages for members of organisations only. */
export const sayOrganisationProblems = () =>
  alsoSay({
    NAME_TAKEN: m.problem_NAME_TAKEN,
    NOT_A_MEMBER: m.problem_NOT_A_MEMBER,
    ALONE_IN_CHARGE: m.problem_ALONE_IN_CHARGE,
    TWO_IN_CHARGE: m.problem_TWO_IN_CHARGE,
    OWN_ORGANISATION: m.problem_OWN_ORGANISATION,
  } satisfies Sentences<OrganisationCode>);
