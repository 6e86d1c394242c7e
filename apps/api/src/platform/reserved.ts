/** Names that nobody takes for themselves: who speaks for a group or for the site is known by their role. */
import type { EntityManager } from "typeorm";
import type { Context } from "./context.ts";
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

const reservedNames = async (db: EntityManager) =>
  (await Promise.all(Array.from(readers, async (read) => read(db)))).flat();

/** Refuses names, by field, that pass for a group, a role or the site, whatever stands around or between them. */
export async function refuseReserved(db: EntityManager, names: Record<string, string | null | undefined>) {
  const given = Object.entries(names).flatMap(([field, name]) => (name ? [{ field, read: readings(name) }] : []));
  if (given.length === 0) return;
  const reserved = await reservedNames(db);
  const taken = new Set([...reserved.flatMap(readings), ...those].filter((letters) => letters.length > 2));
  const found = given.filter(({ read: [whole, bare] }) => isMadeOf(whole, taken) || taken.has(bare));
  if (found.length > 0) throw new Refusal(found.map(({ field }) => ({ code: "RESERVED_NAME", field })));
}

/** Words that pass for whoever runs the site with nothing but such words around them: « l’équipe officielle ». */
const those = ["équipe", "team", "officiel", "officielle", "official"].map(likeness);

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

/** Names of which it is kept whether they stand for somebody. */
const most = 10_000;

/** Words of offices and institutions, in the forms in which people sign. */
const offices = new Set(
  `maire mairesse mairie adjoint adjointe préfet préfète préfecture ministre ministère député députée sénateur sénatrice
  président présidente conseiller conseillère conseil région département commune métropole agglomération chambre état
  gouvernement police gendarmerie académie rectorat tribunal parlement assemblée direction ademe dreal draaf ddt ars caf
  mayor prefect minister ministry senator president councillor council government parliament`
    .split(/\s+/)
    .map(likeness),
);

const wordsOf = (name: string) =>
  name
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => !around.includes(word.toLowerCase()))
    .map(likeness);

/** A reserved name as words are compared with it. */
interface Reserved {
  own: string[];
  likeness: string;
}

const readAs = (reserved: string): Reserved => ({ own: wordsOf(reserved), likeness: likeness(reserved) });

/** True if words hold a reserved name: a role by its word, a longer name by all of its own. Pure. */
const holds = (words: string[], { own, likeness: whole }: Reserved): boolean =>
  own.length > 1 ? words.join("").includes(own.join("")) : own[0] === whole && words.includes(own[0]);

/** Refuses names, by field, that stand for one of those given, whatever else they say: « l’antenne de … ». */
export function refuseStandingFor(reserved: string[], names: Record<string, string>) {
  const taken = reserved.map(readAs);
  const found = Object.entries(names).filter(([, name]) => taken.some((one) => holds(wordsOf(name), one)));
  if (found.length > 0) throw new Refusal(found.map(([field]) => ({ code: "RESERVED_NAME", field })));
}

/** True for a name, as somebody wrote it, that stands for the organiser, a role or an institution: nobody checked it. */
export async function isUnverified({ db, reference }: Context, name: string | null): Promise<boolean> {
  if (!name) return false;
  // A page names the same people again and again: what was said of a name is kept as long as the names are.
  const { taken, told } = await reference("reserved: names", async () => ({
    taken: (await reservedNames(db)).map(readAs),
    told: new Map<string, boolean>(),
  }));
  const known = told.get(name);
  if (known !== undefined) return known;
  const words = wordsOf(name);
  const isTaken = words.some((word) => offices.has(word)) || taken.some((one) => holds(words, one));
  if (told.size < most) told.set(name, isTaken);
  return isTaken;
}
