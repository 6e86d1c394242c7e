import { useLocation } from "react-router-dom";
import type { Channel } from "../../graphql/operations.generated.ts";

/** Which texts the reading desk lists, as the address says: `?only=`; those nobody read when it says nothing. */
export type Only = "all" | "without-follow-up" | "second" | "received" | "minutes";

/** What is chosen in the address, as the reading desk filters by it. */
export function readingFilter(chosen: URLSearchParams) {
  const only = chosen.get("only") as Only | null;
  const is = (one: Only) => (only === one ? true : null);
  return {
    objective: chosen.get("objective"),
    question: chosen.get("question"),
    territory: chosen.get("territory"),
    channel: chosen.get("channel") as Channel | null,
    unread: only !== "all" && only !== "without-follow-up",
    withoutFollowUp: is("without-follow-up"),
    secondReading: is("second"),
    received: is("received"),
    minutes: is("minutes"),
  };
}

/** The filters of the address, to be kept from one text to the next: not where the list was turned to. */
export function useReadingSearch() {
  const params = new URLSearchParams(useLocation().search);
  params.delete("after");
  return params.size ? `?${params}` : "";
}

/** What the way from one page of the reading desk to the next says of what was just done. */
export interface Arrival {
  /** What was just read, to be taken back. */
  read?: string;
  /** The evening is over: it is told in a sentence. */
  evening?: boolean;
}

/** What was just done, as the page before says. */
export const useArrivalState = () => (useLocation().state ?? {}) as Arrival;
