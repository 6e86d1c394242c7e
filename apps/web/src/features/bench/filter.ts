import { useLocation } from "react-router-dom";
import type { Channel } from "../../graphql/operations.generated.ts";

/** What is chosen in the address, as the bench filters by it. */
export function benchFilter(chosen: URLSearchParams) {
  const only = chosen.get("only");
  return {
    objective: chosen.get("objective"),
    territory: chosen.get("territory"),
    channel: chosen.get("channel") as Channel | null,
    unread: only === null,
    withoutFollowUp: only === "without-follow-up" ? true : null,
  };
}

/** The filters of the address, to be kept from one text to the next: not where the list was turned to. */
export function useBenchSearch() {
  const params = new URLSearchParams(useLocation().search);
  params.delete("after");
  return params.size ? `?${params}` : "";
}
