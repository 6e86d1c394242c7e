/** Names that nobody takes for themselves: who speaks for a group or for the site is known by their role. */
import type { EntityManager } from "typeorm";
import { Refusal } from "./refusal.ts";
import { likeness } from "./text/likeness.ts";

/** Reads the names that a room reserves. */
export type Reserves = (db: EntityManager) => string[] | Promise<string[]>;

const readers = new Set<Reserves>();

export const declareReserved = (reader: Reserves) => void readers.add(reader);

/** Words that make no other name of a name: « le groupe … », « the … team ». */
const around = "le la les l un une du de des d au aux et groupe groupes régional régionale équipe officiel officielle"
  .concat(" the of a an and group groups regional team official")
  .split(" ");

/** Refuses names, by field, that pass for a group, a role or the site, whatever stands around or between them. */
export async function refuseReserved(db: EntityManager, names: Record<string, string | null | undefined>) {
  const given = Object.entries(names).flatMap(([field, name]) => (name ? [{ field, read: readings(name) }] : []));
  if (given.length === 0) return;
  const reserved = (await Promise.all(Array.from(readers, async (read) => read(db)))).flat();
  const taken = new Set(reserved.flatMap(readings).filter((letters) => letters.length > 2));
  const found = given.filter(({ read: [whole, bare] }) => isMadeOf(whole, taken) || taken.has(bare));
  if (found.length > 0) throw new Refusal(found.map(({ field }) => ({ code: "RESERVED_NAME", field })));
}

/** A name, whole and without the words around it. */
const readings = (name: string): [whole: string, bare: string] => [
  likeness(name),
  likeness(
    name
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => !around.includes(word.toLowerCase()))
      .join(""),
  ),
];

const fillers = around.map(likeness);

/** True if letters are reserved names one after the other, with nothing but the words around them. */
function isMadeOf(letters: string, taken: ReadonlySet<string>): boolean {
  // At each place: not reached, reached by words around alone, or with a reserved name.
  const reached = new Map<number, boolean>([[0, false]]);
  for (let at = 0; at < letters.length; at++) {
    const named = reached.get(at);
    if (named === undefined) continue;
    for (const word of taken) if (letters.startsWith(word, at)) reached.set(at + word.length, true);
    for (const word of fillers)
      if (letters.startsWith(word, at)) reached.set(at + word.length, named || reached.get(at + word.length) === true);
  }
  return reached.get(letters.length) === true;
}
