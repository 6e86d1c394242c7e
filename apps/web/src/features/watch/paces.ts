import { m } from "@cahier/schema/messages";
import type { WatchPace } from "../../graphql/operations.generated.ts";

/** How soon one may be told, the soonest first. */
export const paces: readonly (readonly [WatchPace, () => string])[] = [
  ["NOW", m.watch_pace_NOW],
  ["DAILY", m.watch_pace_DAILY],
  ["WEEKLY", m.watch_pace_WEEKLY],
  ["NEVER", m.watch_pace_NEVER],
];
