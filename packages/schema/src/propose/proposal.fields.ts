import type { Fields } from "../fields.ts";
import { limits } from "../limits.ts";

/** The head of a proposal. */
export const proposalFields = {
  title: { kind: "line", most: limits["proposal.title"], needed: true },
  summary: { kind: "line", most: limits["proposal.summary"], needed: true },
} as const satisfies Fields;
