import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { m } from "@cahier/schema/messages";
import { type Trouble, troubleOf } from "../../../shared/troubles.ts";
import type { Problem } from "../../../ui/problems.ts";
import type { Sent } from "./waiting.ts";

/** Codes of what would be answered the same if it was sent again. */
const refusals = ["FORBIDDEN", "NOT_FOUND", "BAD_USER_INPUT"];

/**
 * Problem of an act that would be answered the same if it was sent again; null while it waits: for the network, until its
 * author is signed in again, or to be tried again after a fault of the site.
 */
export function refusalOf(failure: unknown): Problem | null {
  const code = CombinedGraphQLErrors.is(failure) && String(failure.errors[0]?.extensions?.["code"]);
  if (!code || !refusals.includes(code)) return null;
  return { code: "GONE", field: null, ...(code === "FORBIDDEN" && { said: m.evening_no_right() }) };
}

const waits: Record<Exclude<Trouble, "fault">, (input: { count: number }) => string> = {
  offline: m.evening_cut,
  busy: m.evening_busy,
  "signed-out": m.evening_signed_out,
};

/** Sentence on the texts whose acts wait on this device: why, and until when. */
export function waitSentence(failure: unknown, count: number) {
  const trouble = troubleOf(failure);
  return waits[trouble === "fault" ? "busy" : trouble]({ count });
}

/** Sentence on an act that the site failed on, and that waits until somebody tries it again or takes it away. */
export const asideSentence = (act: Sent) => m.evening_set_aside({ what: whatOf(act) });

function whatOf(act: Sent): string {
  if (act.kind === "mark") return m.evening_aside_mark({ words: (act.input.quote ?? "").slice(0, 120) });
  if (act.kind === "unmark") return m.evening_aside_unmark();
  if (act.kind === "keep") return act.input.kept ? m.evening_aside_keep() : m.evening_aside_let_go();
  const count = act.input.contributionIds.length;
  return act.kind === "read" ? m.evening_aside_read({ count }) : m.evening_aside_unread({ count });
}
