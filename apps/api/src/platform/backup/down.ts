import { Misconfigured } from "../config.ts";
import type { Tables } from "../data/database.ts";
import { migrating } from "./migrating.ts";

/**
 * Takes back what migrations made after the one of this name, or the last of them, in one transaction: all or none. What
 * was written since in columns of theirs goes with them. Answers with the names of those taken back.
 */
export const down = (url: string, tables: Tables, to: string | null): Promise<string[]> =>
  migrating(url, tables, async (runner, executor) => {
    const made = await runner.manager.query<{ name: string }[]>("select name from migrations order by id desc");
    const names = made.map(({ name }) => name);
    if (to !== null && !names.includes(to))
      throw new Misconfigured(`${to} was never run here: the last one is ${names[0] ?? "none"}.`);
    const back = names.slice(0, to === null ? 1 : names.indexOf(to));
    // oxlint-disable-next-line no-await-in-loop -- the last one first
    for (const _ of back) await executor.undoLastMigration();
    return back;
  });
