import { randomUUID } from "node:crypto";
import { type EntityManager, type EntitySchema, In } from "typeorm";
import { slugOf } from "../text/slug.ts";
import { isPlace, placeSlug, slugsAsked } from "./placeSlug.ts";

/** Words of pages that stand where a row has its name in addresses, as in `/meetings/new`: no row is named so. */
export const wordsOfPages = new Set(["new", "write", "propose", "judge", "follow", "coherence"]);

/** Characters of a name in addresses, but for its number. */
const longest = 80;

/**
 * A name that is not taken: « x », or « x-2 » and so on. It is found in a few looks, however many have the same:
 * anybody may send a thousand.
 */
export async function free(name: string, isTaken: (name: string) => Promise<boolean>, glue = "-"): Promise<string> {
  const numbered = (number: number) => (number === 1 ? name : `${name}${glue}${number}`);
  let [taken, untaken] = [0, 1];
  while (await isTaken(numbered(untaken))) [taken, untaken] = [untaken, untaken * 2];
  while (untaken - taken > 1) {
    const middle = (taken + untaken) >> 1;
    if (await isTaken(numbered(middle))) taken = middle;
    else untaken = middle;
  }
  return numbered(untaken);
}

type Slugged = { slug: string };

/** Takes the names of a table one at a time: of two transactions at once, the second waits for the first. */
const alone = <Row extends Slugged>(db: EntityManager, table: EntitySchema<Row>) =>
  db.query("select pg_advisory_xact_lock(hashtext($1))", [`slug of ${table.options.name}`]);

/** The name in addresses of a numbered row, as « questionnaire-2 »; with the name of its group where another one has that. */
export async function numberedSlug<Row extends Slugged>(
  db: EntityManager,
  table: EntitySchema<Row>,
  name: string,
  groupSlug: string,
): Promise<string> {
  await alone(db, table);
  const isTaken = (slug: string) => db.existsBy(table, { slug } as never);
  return (await isTaken(name)) ? free(`${name}-${groupSlug}`, isTaken) : name;
}

/** A name made of words; `otherwise` where they have no letter. */
const nameOf = (words: string, otherwise: string) => slugOf(words).slice(0, longest).replace(/-$/, "") || otherwise;

/**
 * The name in addresses of a row that a transaction is about to write, made of its words; `otherwise` where they have no
 * letter. `given`: names of rows that it will write as well. A name that a row had leads to it for good.
 */
export async function freeSlug<Row extends Slugged>(
  db: EntityManager,
  table: EntitySchema<Row>,
  words: string,
  otherwise: string,
  given: ReadonlySet<string> = new Set(),
): Promise<string> {
  await alone(db, table);
  return free(
    nameOf(words, otherwise),
    async (slug) => wordsOfPages.has(slug) || isPlace(slug) || given.has(slug) || isNamed(db, table, slugsAsked(slug)),
  );
}

/** The name of a row whose words are back: the one that it had before it was at this place, or one that is free. */
export async function slugAgain<Row extends Slugged>(
  db: EntityManager,
  table: EntitySchema<Row>,
  place: string,
  { words, otherwise }: { words: string; otherwise: string },
): Promise<string> {
  await alone(db, table);
  return free(nameOf(words, otherwise), async (slug) => {
    const others = slugsAsked(slug).filter((one) => one !== place);
    return wordsOfPages.has(slug) || isPlace(slug) || isNamed(db, table, others);
  });
}

/** The place of a row, where its name was: another one where that is taken. */
export async function freePlace<Row extends Slugged>(db: EntityManager, table: EntitySchema<Row>, slug: string) {
  if (isPlace(slug)) return slug;
  await alone(db, table);
  const place = placeSlug(slug);
  return (await isNamed(db, table, [place])) ? `w-${randomUUID().replaceAll("-", "")}` : place;
}

const isNamed = <Row extends Slugged>(db: EntityManager, table: EntitySchema<Row>, slugs: string[]) =>
  db.existsBy(table, { slug: In(slugs) } as never);
