import { Misconfigured } from "../config.ts";
import type { Tables } from "../data/database.ts";
import { migrating } from "./migrating.ts";

/** « 202612012230-texts-held-by-links.ts » is TextsHeldByLinks1796164200000. */
const wordsOf = (file: string) =>
  file
    .replace(/^\d+/, "")
    .replace(/\.ts$/, "")
    .replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/**
 * Takes back what migrations made after the one of this name, or of this file, or the last of them, in one transaction:
 * all or none. What was written since in columns of theirs goes with them, so whoever calls may keep it first: `before` is
 * told what is to be taken back, once that is known to be possible. Answers with the names of those taken back.
 */
export const down = (
  url: string,
  tables: Tables,
  to: string | null,
  before: (back: string[]) => Promise<unknown> = async () => {},
): Promise<string[]> =>
  migrating(url, tables, async (runner, executor) => {
    const [{ there }] = await runner.manager.query<[{ there: boolean }]>(
      "select to_regclass('public.migrations') is not null as there",
    );
    if (!there) throw new Misconfigured("There is no site in this database yet: nothing to take back.");
    const made = await runner.manager.query<{ name: string }[]>("select name from migrations order by id desc");
    const names = made.map(({ name }) => name);
    const words = wordsOf(to ?? "");
    const isMeant = (name: string) => name === to || (name.startsWith(words) && /^\d+$/.test(name.slice(words.length)));
    const last = to === null ? 1 : names.findIndex(isMeant);
    if (last < 0) throw new Misconfigured(`${to} was never run here: the last one is ${names[0] ?? "none"}.`);
    const back = names.slice(0, last);
    const known = new Set(
      (tables.migrations as (new () => { name?: string })[]).map((one) => new one().name ?? one.name),
    );
    const unknown = back.find((name) => !known.has(name));
    if (unknown) throw new Misconfigured(`${unknown} was made by a later version: run this in that one.`);
    if (back.length === 0) return back;
    await before(back);
    try {
      // oxlint-disable-next-line no-await-in-loop -- the last one first
      for (const _ of back) await executor.undoLastMigration();
    } catch (error) {
      throw new Misconfigured(`Nothing was changed (${(error as Error).message}).`);
    }
    return back;
  });
