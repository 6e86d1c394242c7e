import { m } from "@cahier/schema/messages";
import type { MissingPart } from "../../graphql/operations.generated.ts";

/** Calls to readers, one for each missing part of a proposal. */
export const missingCalls: Readonly<Record<MissingPart, () => string>> = {
  PROBLEM: m.proposal_missing_PROBLEM,
  MEASURE: m.proposal_missing_MEASURE,
  TWO_EXAMPLES_FROM_TWO_REGIONS: m.proposal_missing_TWO_EXAMPLES_FROM_TWO_REGIONS,
  THREE_SOURCES: m.proposal_missing_THREE_SOURCES,
  OBJECTION_WITH_REPLY: m.proposal_missing_OBJECTION_WITH_REPLY,
  BLOCKING_OBJECTION_WITHOUT_REPLY: m.proposal_missing_BLOCKING_OBJECTION_WITHOUT_REPLY,
  INTERLOCUTOR_WITH_ASK: m.proposal_missing_INTERLOCUTOR_WITH_ASK,
  CARRIER: m.proposal_missing_CARRIER,
  OPEN_AMENDMENT: m.proposal_missing_OPEN_AMENDMENT,
};
