import type { DataSource } from "typeorm";
import { astray, countAgain } from "../../apps/api/src/domain/tell/overview/tally.truth.ts";

/** Tables that the maker fills with more than some thousand rows. */
const filled =
  "answer contribution contribution_search journal_entry key_point_passage passage reaction reading reading_code response statement_passage".split(
    " ",
  );

/** SQL: whether a trigger, by its name, keeps what `countAgain` sets right: a figure, or what stands beside a row. */
const keeps = "~ '^(answers|days|group_of|held_text|keep|led|pair|place_of|reader|tally|text|voice|words)_'";

/**
 * Leaves the words of texts for the end, and indexes of words after them, as a restored backup does; answers with the end.
 */
export async function wordsLater(database: DataSource) {
  const made = await withoutIndexes(
    database,
    "tablename in ('contribution_search', 'search_text') and indexdef like '% USING gin %'",
  );
  await database.query("alter table contribution disable trigger contribution_searched");
  return async () => {
    // Words are work of the processor alone: two connections share them.
    const half = (which: string) =>
      database.query(
        `insert into contribution_search (contribution_id, document, told, shown)
         select it.id, search_document(it.body), it.contributed_on, it.status = 'VISIBLE' from contribution it
         where it.id ${which} '80000000-0000-0000-0000-000000000000'
           and not exists (select from contribution_search s where s.contribution_id = it.id)`,
      );
    await Promise.all([half("<"), half(">=")]);
    await database.query("alter table contribution enable trigger contribution_searched");
    await made();
  };
}

/**
 * Leaves figures that are kept for the end, and what is kept beside rows: each is then set right at once, as a repair does.
 * Indexes of what was filled come after, so that rows set right are in none. Answers with the end of both.
 */
export async function countedLater(database: DataSource) {
  const triggers = await database.query<{ of: string; name: string }[]>(
    `select quote_ident(c.relname) as of, quote_ident(t.tgname) as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where not t.tgisinternal and c.relnamespace = 'public'::regnamespace and t.tgname ${keeps}`,
  );
  const turn = async (way: "enable" | "disable") => {
    for (const { of, name } of triggers) await database.query(`alter table ${of} ${way} trigger ${name}`);
  };
  await turn("disable");
  const unneeded = filled.map((table) => `'${table}'`).join(", ");
  const made = await withoutIndexes(
    database,
    `tablename in (${unneeded}) and indexdef not like '% UNIQUE %' and indexdef not like '% USING gin %'`,
  );
  return {
    counted: async () => {
      await countAgain(database.manager);
      await turn("enable");
    },
    indexed: async () => {
      // Corrected rows left their former ones behind, which a site's did not.
      for (const table of filled) await database.query(`vacuum (full) ${table}`);
      await made();
    },
  };
}

/** Says that every figure that is kept is that of its rows, or throws. */
export async function verified(database: DataSource) {
  const found = await astray(database.manager);
  if (found.length > 0) throw new Error(`${found.length} figures are not those of the rows: ${found[0]!.figure}…`);
}

/** Drops indexes; answers with what makes them again. */
async function withoutIndexes(database: DataSource, which: string) {
  const indexes = await database.query<{ name: string; made: string }[]>(
    `select quote_ident(indexname) as name, indexdef as made from pg_indexes where schemaname = 'public' and ${which}`,
  );
  for (const { name } of indexes) await database.query(`drop index ${name}`);
  return async () => {
    for (const { made } of indexes) await database.query(made);
  };
}
