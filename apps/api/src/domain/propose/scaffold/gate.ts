import type { MissingPart } from "../../../graphql/resolvers.generated.ts";

/** Counts of a proposal's parts. */
export interface Parts {
  problems: number;
  measures: number;
  sources: number;
  examples: number;
  exampleRegions: number;
  objectionsWithReply: number;
  /** Blocking objections without a reply. */
  blockingWithoutReply: number;
  interlocutorsWithAsk: number;
  carriers: number;
  /** Amendments that nobody settled. */
  openAmendments: number;
}

/** Parts a proposal lacks to be stabilised: the one list that editor, public page and refusal tell, in reading order. */
export function missingParts(has: Parts): MissingPart[] {
  const missing: MissingPart[] = [];
  if (has.problems < 1) missing.push("PROBLEM");
  if (has.measures < 1) missing.push("MEASURE");
  if (has.sources < 3) missing.push("THREE_SOURCES");
  if (has.objectionsWithReply < 1) missing.push("OBJECTION_WITH_REPLY");
  if (has.blockingWithoutReply > 0) missing.push("BLOCKING_OBJECTION_WITHOUT_REPLY");
  if (has.examples < 2 || has.exampleRegions < 2) missing.push("TWO_EXAMPLES_FROM_TWO_REGIONS");
  if (has.interlocutorsWithAsk < 1) missing.push("INTERLOCUTOR_WITH_ASK");
  if (has.carriers < 1) missing.push("CARRIER");
  if (has.openAmendments > 0) missing.push("OPEN_AMENDMENT");
  return missing;
}
