import type { EntityManager } from "typeorm";
import { searchedKinds } from "../../../platform/searched.ts";

/** Texts are read by the first figures of their id, so that no statement is long. */
const parts = Array.from({ length: 64 }, (_, at) => (at * 4).toString(16).padStart(2, "0"));

/** Stems written at a time. */
const atATime = 5000;

/** Counts again in how many texts that anybody may read each stem stands. Stops where `goOn` says so, with nothing written. */
export async function countStems(db: EntityManager, goOn = () => true) {
  const counts = new Map<string, number>();
  const add = (rows: { word: string; ndoc: number }[]) => {
    for (const { word, ndoc } of rows) counts.set(word, (counts.get(word) ?? 0) + ndoc);
  };
  const stat = (select: string) =>
    db.query<{ word: string; ndoc: number }[]>(
      "select word, ndoc from ts_stat($1) where length(word) between 3 and 40",
      [select],
    );
  for (const [name, { table, words, readable }] of searchedKinds()) {
    if (!words) {
      add(
        await stat(`select s.document from search_text s join ${table} it on it.id = s.id and s.kind = '${name}'
        where ${readable}`),
      );
      continue;
    }
    for (const [at, from] of parts.entries()) {
      if (!goOn()) return;
      const before = parts[at + 1];
      const edge = (start: string) => `'${start}000000-0000-0000-0000-000000000000'::uuid`;
      const until = before ? `and it.id < ${edge(before)}` : "";
      add(
        await stat(`select s.document from ${table} it join ${words.table} s on s.${words.id} = it.id
        where ${readable} and it.id >= ${edge(from)} ${until}`),
      );
    }
  }
  const all = [...counts];
  await db.transaction(async (tx) => {
    await tx.query("delete from search_stem");
    for (let from = 0; from < all.length; from += atATime) {
      const some = all.slice(from, from + atATime);
      await tx.query("insert into search_stem (stem, texts) select * from unnest($1::text[], $2::int[])", [
        some.map(([stem]) => stem),
        some.map(([, count]) => count),
      ]);
    }
  });
}
