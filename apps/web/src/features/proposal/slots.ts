import type { MissingPart, StatementPart } from "../../graphql/operations.generated.ts";

/** Anchor of each part, on the page of a proposal and on that of its editor. */
export const partId = (part: StatementPart) => `part-${part.toLowerCase()}`;

/** Slot in which each missing part is filled in. */
export const slotOf: Readonly<Record<MissingPart, string>> = {
  TWO_EXAMPLES_FROM_TWO_REGIONS: "examples",
  THREE_SOURCES: partId("PROBLEM"),
  OBJECTION_WITH_REPLY: "objections",
  BLOCKING_OBJECTION_WITHOUT_REPLY: "objections",
  INTERLOCUTOR_WITH_ASK: "asks",
  CARRIER: "carriers",
};
