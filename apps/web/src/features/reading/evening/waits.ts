import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { m } from "@cahier/schema/messages";
import type { Problem } from "../../../ui/problems.ts";

/** Code of an error that the API answered; null where nobody did. */
const codeOf = (failure: unknown) =>
  CombinedGraphQLErrors.is(failure) ? (failure.errors[0]?.extensions?.["code"] ?? "INTERNAL") : null;

/**
 * Problem of an act that would be answered the same if it was sent again; null while it waits: for the network, or until
 * its author is signed in again.
 */
export function refusalOf(failure: unknown): Problem | null {
  const code = codeOf(failure);
  if (code === null || code === "UNAUTHENTICATED" || code === "UNAVAILABLE") return null;
  return { code: "GONE", field: null, ...(code === "FORBIDDEN" && { said: m.evening_no_right() }) };
}

/** Sentence on the texts whose acts wait on this device: why, and until when. */
export const waitSentence = (failure: unknown, count: number) =>
  codeOf(failure) === "UNAUTHENTICATED" ? m.evening_signed_out({ count }) : m.evening_cut({ count });
