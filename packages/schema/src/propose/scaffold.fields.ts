import type { Fields } from "../fields.ts";
import { limits } from "../limits.ts";

/** An objection to a proposal, and its reply. */
export const objectionFields = {
  text: { kind: "line", most: limits["objection.text"], needed: true },
  reply: { kind: "text", most: limits["objection.reply"] },
  /** It must be answered before the proposal stands still. */
  blocking: { kind: "yes" },
} as const satisfies Fields;

/** A work that a proposal refers to. */
export const workFields = {
  title: { kind: "line", most: limits["work.title"], needed: true },
  /** An address, or how to find it: author, year, shelf mark. */
  reference: { kind: "line", most: limits["work.reference"], needed: true },
} as const satisfies Fields;

/** An ask to an office. */
export const askFields = {
  text: { kind: "line", most: limits["ask.text"] },
} as const satisfies Fields;

/** An initiative as an example of a proposal. */
export const exampleFields = {
  /** In a sentence. */
  proves: { kind: "line", most: limits["example.proves"] },
} as const satisfies Fields;
