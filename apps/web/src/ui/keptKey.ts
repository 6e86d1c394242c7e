import { openAt, placeOf, type Typed } from "./kept.ts";
import { newKey } from "./key.ts";
import { type Shelf, shelf as ownShelf } from "./shelf.ts";

/**
 * Key of what a kept form sends: the one that these words left under before, in a page whose answer never came or in
 * another tab, so that they are stored once. Other words have a key of their own.
 */
export function keptKey(name: string, input: object, shelf: Shelf = ownShelf, fresh = newKey()): string {
  const place = placeOf(name);
  for (const kept of openAt(place)) void kept.flush();
  const words = JSON.stringify(input);
  const typed = JSON.parse(shelf.read(place) ?? "null") as Typed<unknown> | null;
  const sent = typed?.sent?.words === words ? typed.sent : { words, key: fresh };
  try {
    if (typed) void shelf.keep(place, JSON.stringify({ ...typed, sent })).catch(() => undefined);
  } catch {
    // A full device: the page alone knows the key.
  }
  return sent.key;
}

/**
 * Id of what a kept form begins in a place, as long as its words are kept: sent again with other words, they change that
 * one. What another tab types under the same name is another's.
 */
export const keptId = (name: string, place: object = {}, fresh = newKey()) =>
  openAt(placeOf(name)).some((kept) => kept.state().state === "other") ? fresh : keptKey(name, place, ownShelf, fresh);
