import { markOf } from "./secret.ts";
import { isBehind, restoring } from "./secretMark.ts";

/** State before a secret is changed: the marks of the two databases of a folder, and its secrets. */
export interface Standing {
  /** Mark of the database that was asked for; null before its first start. */
  here: string | null;
  /** Mark of the other one of the folder, the instance's or the demonstration's; null for none. */
  beside: string | null;
  secret: string;
  /** The one before, as the folder keeps it. */
  former: string | null;
  lost: boolean;
  /** True where the instance was asked for. */
  empty: boolean;
}

/**
 * Why the secret of a folder is not changed now, as a sentence; null where it may be. Both databases of a folder share it:
 * each follows in its turn, and none is left two secrets behind, whose codes nobody could read again. Pure.
 */
export function whyNotRotated(it: Standing): string | null {
  const flag = (empty: boolean) => (empty ? " -- --empty" : "");
  if (it.here === null && it.beside !== null)
    return `There is no site in this database yet, and one beside: npm run rotate-secret${flag(!it.empty)} is for that one.`;
  if (it.lost || isBehind(it)) return null;
  if (it.here !== null && it.here !== markOf(it.secret))
    return "The file “secret” is not the one of this database: put it back, or add -- --lost.";
  if (it.beside !== null && it.beside !== restoring && it.beside !== markOf(it.secret))
    return `The other database of this folder still follows the former secret: npm run rotate-secret${flag(!it.empty)} first.`;
  return null;
}
