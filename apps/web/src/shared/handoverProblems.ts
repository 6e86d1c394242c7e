import { m } from "@cahier/schema/messages";
import { alsoSay, type HandoverCode, type Sentences } from "../ui/problems.ts";

/** Messages for keepers of the register and carriers of proposals only. */
export const sayHandoverProblems = () =>
  alsoSay({
    PRIVATE_ADDRESS: m.problem_PRIVATE_ADDRESS,
    STILL_A_DRAFT: m.problem_STILL_A_DRAFT,
    NOT_HANDED_OVER: m.problem_NOT_HANDED_OVER,
    NO_REPLY_YET: m.problem_NO_REPLY_YET,
    NOT_YET: m.problem_NOT_YET,
    DAYS_OUT_OF_ORDER: m.problem_DAYS_OUT_OF_ORDER,
    CONSENT_REQUIRED: m.problem_CONSENT_REQUIRED,
    COMMITMENTS_OPEN: m.problem_COMMITMENTS_OPEN,
    PRIVATE_CONTACT: m.problem_PRIVATE_CONTACT,
    SAME_OFFICE: m.problem_SAME_OFFICE,
  } satisfies Sentences<HandoverCode>);
