import { CombinedGraphQLErrors, ServerError } from "@apollo/client";

/**
 * Why what was sent came to nothing: for now nothing leaves at all, or the site failed on this alone, and what waits behind
 * it may leave.
 */
export type Trouble = "offline" | "busy" | "signed-out" | "fault";

/** Statuses of a site that takes nothing for now, or of what stands before it: too many at once, a restart. */
const busy = new Set([408, 425, 429, 502, 503, 504]);

/** Trouble of something that was neither done nor refused with problems. */
export function troubleOf(failure: unknown): Trouble {
  if (CombinedGraphQLErrors.is(failure)) {
    const code = failure.errors[0]?.extensions?.["code"];
    return code === "UNAVAILABLE" ? "busy" : code === "UNAUTHENTICATED" ? "signed-out" : "fault";
  }
  // What answers as a page does not, with no error, stands between: the door of a hotel's network, say.
  if (!ServerError.is(failure) || failure.statusCode < 400) return "offline";
  if (failure.statusCode === 401) return "signed-out";
  return busy.has(failure.statusCode) ? "busy" : "fault";
}
