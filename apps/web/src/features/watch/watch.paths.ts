import type { WatchedKind } from "../../graphql/operations.generated.ts";

/** A public thing that may be followed. */
export interface WatchedThing {
  kind: WatchedKind;
  id: string;
}

/** The page where one follows it. */
export const watchPath = ({ kind, id }: WatchedThing) => `/watch?kind=${kind}&id=${id}`;
