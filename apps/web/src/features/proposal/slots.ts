import type { MissingPart, StatementPart } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";

/** Anchor of each part, on the page of a proposal and on that of its editor. */
export const partId = (part: StatementPart) => `part-${part.toLowerCase()}`;

/** Slot in which each missing part is filled in; amendments are settled on pages of their own. */
const slots: Readonly<Record<Exclude<MissingPart, "OPEN_AMENDMENT">, string>> = {
  PROBLEM: partId("PROBLEM"),
  MEASURE: partId("MEASURE"),
  THREE_SOURCES: "sources",
  OBJECTION_WITH_REPLY: "objections",
  BLOCKING_OBJECTION_WITHOUT_REPLY: "unanswered",
  TWO_EXAMPLES_FROM_TWO_REGIONS: "examples",
  INTERLOCUTOR_WITH_ASK: "asks",
  CARRIER: "carriers",
};

/** Address of the place where a missing part is brought. */
export const placeOf = (slug: string, part: MissingPart) =>
  part === "OPEN_AMENDMENT" ? paths.amendments(slug) : `${paths.proposalEdit(slug)}#${slots[part]}`;
