import type { AdoptionMethod } from "../../../graphql/resolvers.generated.ts";
import { Refusal } from "../../../platform/refusal.ts";

/** The way a decision was taken, with its counts. */
export interface AdoptionCount {
  method: AdoptionMethod;
  votesFor: number | null;
  votesAgainst: number | null;
  abstentions: number | null;
  /** Number of people who had to be present; null without a quorum. */
  quorum: number | null;
  /** People present, all together, as the meeting said when it was recorded. */
  present: number;
}

/**
 * Refuses a decision that adopts nothing: fewer people than the quorum, more votes than people, or not more for than
 * against. A consent counts no votes. Pure.
 */
export function refuseVote({ method, votesFor, votesAgainst, abstentions, quorum, present }: AdoptionCount) {
  if (quorum !== null && (quorum < 1 || quorum > 10_000)) throw new Refusal("OUT_OF_RANGE", "quorum", "1–10000");
  if (quorum !== null && present < quorum) throw new Refusal("NO_QUORUM", "quorum", String(present));
  if (method === "CONSENT") return;
  const votes = { votesFor, votesAgainst, abstentions };
  for (const [field, count] of Object.entries(votes)) {
    if (count === null) throw new Refusal("REQUIRED", field);
    if (count < 0) throw new Refusal("OUT_OF_RANGE", field, "0–10000");
  }
  if (votesFor! + votesAgainst! + abstentions! > present)
    throw new Refusal("MORE_VOTES_THAN_PEOPLE", "votesFor", String(present));
  if (votesFor! <= votesAgainst!) throw new Refusal("NOT_CARRIED", "votesFor");
}
