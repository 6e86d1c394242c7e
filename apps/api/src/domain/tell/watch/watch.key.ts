import type { EntityManager } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { decrypted, encrypted } from "../../../platform/secret.ts";
import { siteAddress } from "../../../platform/server/siteAddress.ts";
import { isId } from "../../../platform/text/text.ts";
import { type Watcher, Watchers } from "./watch.entity.ts";

/** Key of the private link of somebody who follows: it holds their row sealed, and no address. */
export const keyOf = (watcherId: string) => encrypted("watching", watcherId);

/** The page where one sees and changes all that one follows. */
export const watchingLink = (language: Language, watcherId: string) =>
  siteAddress(language, `/watching?key=${keyOf(watcherId)}`);

/** Ends all of it by one press. */
export const stopWatchingLink = (language: Language, watcherId: string) =>
  siteAddress(language, `/watching/stop?key=${keyOf(watcherId)}`);

/** The row that a key leads to: null where it was erased. Undefined where no key of ours says so. */
async function watcherOfKey(db: EntityManager, key: string): Promise<Watcher | null | undefined> {
  const id = decrypted("watching", key.slice(0, 400));
  return id !== null && isId(id) ? db.findOneBy(Watchers, { id }) : undefined;
}

/** Follower, by the key of a link, else by the account. */
export async function watcherBy(db: EntityManager, viewer: Viewer, key: string | null | undefined) {
  if (key) return watcherOfKey(db, key);
  return viewer.id === null ? undefined : db.findOneBy(Watchers, { personId: viewer.id });
}
