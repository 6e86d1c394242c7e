// chunk: form
import { m } from "@cahier/schema/messages";
import type { ProblemCode } from "../graphql/operations.generated.ts";
import { figures } from "./figures.ts";

/** Refusal of the API. */
export interface Problem {
  code: ProblemCode;
  field: string | null;
  value?: string | null;
  /** Words of the act that was refused, where it has its own. */
  said?: string | undefined;
}

/** Codes only people with an account get: their messages are in `shared/teamProblems.ts`, which nobody else loads. */
export type TeamCode =
  | "RESTED_ON"
  | "TYPE_IS_KEPT"
  | "PROMISE_KEPT"
  | "SECOND_PERSON_NEEDED"
  | "CHANGED_SINCE_ASKED"
  | "NOBODY_WAS_THERE"
  | "NOT_READY"
  | "NOT_NOW"
  | "INCOMPLETE"
  | "NO_QUORUM"
  | "MORE_VOTES_THAN_PEOPLE"
  | "NOT_CARRIED"
  | "DATES_CROSSED"
  | "LOOKS_AHEAD"
  | "IN_USE"
  | "UNREADABLE_FILE"
  | "CODE_USED"
  | "NO_SUCH_SHEET"
  | "SHEETS_PRINTED"
  | "COUNT_REQUIRED"
  | "DAY_REQUIRED"
  | "PAPER_TOO_LATE"
  | "NOT_YOUR_TERRITORY"
  | "NOT_ON_PAPER"
  | "NOT_IN_TEXT"
  | "ALREADY_MARKED"
  | "TWO_PEOPLE_NEEDED"
  | "MERGED"
  | "READ_BY_TWO"
  | "NOT_STATED"
  | "WITHIN_ITSELF"
  | "CITED"
  | "NOT_EMPTY"
  | "ALREADY_THERE"
  | "RETIRED"
  | "FROZEN"
  | "STILL_CITED"
  | "NOT_CORRECTED"
  | "NO_PARAGRAPH"
  | "WORKING_KEY_POINTS"
  | "NOT_CIRCULATED"
  | "STILL_CIRCULATING"
  | "UNACCOUNTED"
  | "TEXTS_WITHOUT_END"
  | "TEXTS_HELD"
  | "DISTORTED"
  | "CHANGES_NOT_SAID";

/** Codes of the register of offices and of handovers: their messages are in `shared/handoverProblems.ts`. */
export type HandoverCode =
  | "PRIVATE_ADDRESS"
  | "STILL_A_DRAFT"
  | "NOT_HANDED_OVER"
  | "NO_REPLY_YET"
  | "NOT_YET"
  | "DAYS_OUT_OF_ORDER"
  | "CONSENT_REQUIRED"
  | "COMMITMENTS_OPEN"
  | "PRIVATE_CONTACT"
  | "SAME_OFFICE";

/** Codes of the reply of an office: their messages are in `features/office/officeProblems.ts`. */
export type OfficeCode = "LINK_CLOSED" | "HANDING_TAKEN_BACK" | "ALREADY_CONFIRMED" | "WRONG_FILE";

/** Codes of documents: their messages are in `features/document/documentProblems.ts`. */
export type DocumentCode = "NOT_A_DOCUMENT" | "OVER_20_MB" | "SAME_FILE";

/** Codes of originals of notebooks: their messages are in `shared/scans.ts`. */
export type ScanCode = "NOT_A_SCAN" | "NOT_NAMED";

/** Codes of the writing of meetings: their messages are in `features/meeting/meetingProblems.ts`. */
export type MeetingCode = "IN_THE_PAST" | "NOT_AN_HOUR" | "REASON_NEEDED" | "PRESENCE_DIFFERS";
/** Codes of calendars: their messages are in `features/schedule/scheduleProblems.ts`. */
export type ScheduleCode = "TOO_EARLY" | "TOO_CLOSE";
/** Codes of second factors: their messages are in `features/secondFactor/secondFactorProblems.ts`. */
export type SecondFactorCode = "NOT_THE_CODE" | "SAME_ADDRESS";
/** Codes of groups in preparation: their messages are in `features/launch/launchProblems.ts`. */
export type LaunchCode = "OBJECTIVE_ASKED";

/** Codes of minutes: their messages are in `features/minutes/minutes.mutations.tsx`. */
export type MinutesCode = "CORRECTIONS_OPEN" | "STILL_IN_REVIEW" | "QUOTE_WITHOUT_CONSENT";

/** Codes of roles and invitations: their messages are in `features/role/roleProblems.ts`. */
export type RoleCode = "NO_SCOPE" | "ALREADY_HELD" | "LAST_ADMINISTRATOR" | "HAS_ACCOUNT" | "ALREADY_OFFERED";

/** Codes of organisations: their messages are in `shared/organisationProblems.ts`. */
export type OrganisationCode = "NAME_TAKEN" | "NOT_A_MEMBER" | "ALONE_IN_CHARGE" | "TWO_IN_CHARGE" | "OWN_ORGANISATION";

/** Codes of the settings of the instance: their messages are in `features/instance/instanceProblems.ts`. */
export type InstanceCode =
  | "NOT_A_COLOUR"
  | "TOO_PALE"
  | "NOT_A_PICTURE"
  | "NO_MAIL_SERVER"
  | "STILL_USED"
  | "EMPTY_LINE"
  | "NO_COLUMN"
  | "TOO_MANY_LINES"
  | "LINES_TO_MEND"
  | "TERRITORIES_USED";

/** Code of forms that ask for the address of a page, each of which says its message. */
export type LinkCode = "NOT_A_LINK";

/** Codes of a few pages alone: their messages are in the script of each. */
type LateCode =
  | TeamCode
  | HandoverCode
  | OfficeCode
  | DocumentCode
  | ScanCode
  | MeetingCode
  | ScheduleCode
  | MinutesCode
  | RoleCode
  | OrganisationCode
  | LinkCode
  | InstanceCode
  | LaunchCode
  | SecondFactorCode
  | "READING_ONLY"
  | "ANONYMOUS_ONLY"
  | "ALREADY_CLAIMED"
  | "ALREADY_TAKEN"
  | "CARRIES_CONTACT"
  | "NOT_AMENDABLE"
  | "SAME_WORDS"
  | "ALREADY_OPENED"
  | "ALREADY_COMING";

export type Sentences<Code extends ProblemCode> = Record<Code, (input: { value: string }) => string>;

/** Named one by one: `m[code]` would bring every message of the site into this script. */
const sentences: Sentences<Exclude<ProblemCode, LateCode>> & Partial<Sentences<LateCode>> = {
  REQUIRED: m.problem_REQUIRED,
  TOO_LONG: ({ value }) => m.problem_TOO_LONG({ value: figures(value) }),
  UNKNOWN_CHOICE: m.problem_UNKNOWN_CHOICE,
  TOO_MANY_CHOICES: m.problem_TOO_MANY_CHOICES,
  TOO_FEW_CHOICES: m.problem_TOO_FEW_CHOICES,
  LIST_FULL: ({ value }) => m.problem_LIST_FULL({ value: figures(value) }),
  EXCLUSIVE_CHOICE: m.problem_EXCLUSIVE_CHOICE,
  RANKED_TWICE: m.problem_RANKED_TWICE,
  ANSWERED_TWICE: m.problem_ANSWERED_TWICE,
  NOT_WHOLE: m.problem_NOT_WHOLE,
  WRONG_KIND: m.problem_WRONG_KIND,
  OUT_OF_RANGE: ({ value }) => m.problem_OUT_OF_RANGE({ value: figures(value) }),
  NOT_A_DATE: m.problem_NOT_A_DATE,
  UNKNOWN_TERRITORY: m.problem_UNKNOWN_TERRITORY,
  TERRITORY_REQUIRED: m.problem_TERRITORY_REQUIRED,
  ANSWER_REQUIRED: m.problem_ANSWER_REQUIRED,
  REPEAT_KEY_REQUIRED: m.problem_REPEAT_KEY_REQUIRED,
  APPEARANCE_REQUIRED: m.problem_APPEARANCE_REQUIRED,
  NAME_REQUIRED: m.problem_NAME_REQUIRED,
  RESERVED_NAME: m.problem_RESERVED_NAME,
  NOT_OPEN: m.problem_NOT_OPEN,
  UNKNOWN_QUESTION: m.problem_UNKNOWN_QUESTION,
  UNREADABLE_TEXT: m.problem_UNREADABLE_TEXT,
  CONFLICT: m.problem_CONFLICT,
  STALE: m.problem_STALE,
  ALREADY_ANSWERED: m.problem_ALREADY_ANSWERED,
  NOT_AN_EMAIL: m.problem_NOT_AN_EMAIL,
  UNKNOWN_RECEIPT: m.problem_UNKNOWN_RECEIPT,
  GONE: m.problem_GONE,
  TOO_MANY_TRIES: ({ value }) =>
    Number(value) > 90
      ? m.problem_TOO_MANY_TRIES_minutes({ value: Math.ceil(Number(value) / 60) })
      : m.problem_TOO_MANY_TRIES({ value }),
  TOO_MUCH_WRITTEN: ({ value }) => m.problem_TOO_MUCH_WRITTEN({ value: Math.ceil(Number(value) / 60) }),
  TOO_LARGE: m.problem_TOO_LARGE,
};

/** Adds the sentences of what is not refused everywhere: one for each code, since they stay for the whole visit. */
export const alsoSay = (more: Partial<Sentences<LateCode | "OUT_OF_RANGE">>) => void Object.assign(sentences, more);

/** A problem as a sentence for the person who can do something about it. */
export const problemSentence = ({ code, value, said }: Problem) =>
  said ?? sentences[code]?.({ value: value ?? "" }) ?? code;

/** The same, of a field in which one writes, or chooses. */
export const fieldSentence = (problem: Problem, chooses: boolean) => {
  if (chooses && problem.code === "REQUIRED") return m.problem_REQUIRED_choice();
  if (!chooses && problem.code === "UNKNOWN_TERRITORY") return m.problem_UNKNOWN_TERRITORY_written();
  return problemSentence(problem);
};
