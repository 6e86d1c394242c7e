import { openAt, placeOf, type Typed } from "./kept.ts";
import { newKey } from "./key.ts";
import { type Shelf, shelf as ownShelf } from "./shelf.ts";

/**
 * Key of what a kept form sends: the one that these words left under before, in a page whose answer never came or in
 * another tab, so that they are stored once. Other words have a key of their own.
 */
export function keptKey(name: string, input: object, shelf: Shelf = ownShelf): string {
  const place = placeOf(name);
  for (const kept of openAt(place)) void kept.flush();
  const words = JSON.stringify(input);
  const typed = JSON.parse(shelf.read(place) ?? "null") as Typed<unknown> | null;
  const sent = typed?.sent?.words === words ? typed.sent : { words, key: newKey() };
  try {
    if (typed) void shelf.keep(place, JSON.stringify({ ...typed, sent })).catch(() => undefined);
  } catch {
    // A full device: the page alone knows the key.
  }
  return sent.key;
}
