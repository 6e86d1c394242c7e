import { useLocation } from "react-router-dom";
import type { Channel } from "../../graphql/operations.generated.ts";

/** Texts listed by the reading desk, as `?only=` in the address; without it, those nobody read. */
export type Only = "all" | "without-follow-up" | "without-end" | "held" | "second" | "received" | "minutes";

/** Reads the filter of the reading desk from the address. */
export function readingFilter(chosen: URLSearchParams) {
  const only = chosen.get("only") as Only | null;
  const is = (one: Only) => (only === one ? true : null);
  return {
    objective: chosen.get("objective"),
    question: chosen.get("question"),
    territory: chosen.get("territory"),
    channel: chosen.get("channel") as Channel | null,
    unread: only !== "all" && only !== "without-follow-up" && only !== "without-end" && only !== "held",
    withoutFollowUp: is("without-follow-up"),
    withoutEnd: is("without-end"),
    held: is("held"),
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
