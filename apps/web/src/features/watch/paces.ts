import { m } from "@cahier/schema/messages";
import type { WatchPace } from "../../graphql/operations.generated.ts";

/** Paces of mails, the soonest first. */
export const paces: readonly (readonly [WatchPace, () => string])[] = [
  ["NOW", m.watch_pace_NOW],
  ["DAILY", m.watch_pace_DAILY],
  ["WEEKLY", m.watch_pace_WEEKLY],
  ["NEVER", m.watch_pace_NEVER],
];
