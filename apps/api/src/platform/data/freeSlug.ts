import type { EntityManager, EntitySchema } from "typeorm";
import { slugOf } from "../text/slug.ts";

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

/**
 * The name in addresses of a row that a transaction is about to write, made of its words; `otherwise` where they have no
 * letter. `given`: names of rows that it will write as well.
 */
export async function freeSlug<Row extends Slugged>(
  db: EntityManager,
  table: EntitySchema<Row>,
  words: string,
  otherwise: string,
  given: ReadonlySet<string> = new Set(),
): Promise<string> {
  await alone(db, table);
  const name = slugOf(words).slice(0, longest).replace(/-$/, "") || otherwise;
  const isTaken = async (slug: string) =>
    wordsOfPages.has(slug) || given.has(slug) || db.existsBy(table, { slug } as never);
  return free(name, isTaken);
}
