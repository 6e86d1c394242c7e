import type { ExchangeState } from "../../../graphql/resolvers.generated.ts";
import type { SignedIn, Viewer } from "../../../platform/viewer.ts";
import type { Exchange } from "./exchange.entity.ts";

/** State of an exchange on a day. */
export function exchangeState(it: Exchange, today: string): ExchangeState {
  if (it.closedOn !== null) return "CLOSED";
  return it.expiresOn < today ? "EXPIRED" : "OPEN";
}

/** Rights over exchanges. Pure. */
export const exchangePolicy = {
  /** Anybody with an account, whatever their other rights. */
  post: (viewer: Viewer): viewer is SignedIn => viewer.id !== null,
  edit: (viewer: Viewer, { authorId, status }: Exchange) =>
    viewer.id === authorId && (status === "VISIBLE" || status === "HELD"),
  hide: (viewer: Viewer, { groupId }: Pick<Exchange, "groupId">) => viewer.has("MODERATOR", groupId),
  /** Its author always reads their own text; a moderator, what they judge. */
  read: (viewer: Viewer, it: Exchange) =>
    it.status === "VISIBLE" || viewer.id === it.authorId || exchangePolicy.hide(viewer, it),
  /** Nobody is introduced to themselves. */
  ask: (viewer: Viewer, it: Exchange, today: string) =>
    viewer.id !== null && viewer.id !== it.authorId && it.status === "VISIBLE" && exchangeState(it, today) === "OPEN",
};
