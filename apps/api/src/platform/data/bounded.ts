import { longestList } from "@cahier/schema/limits";

interface List {
  /** The table of the rows, called `it` in the statement, and `one` in the conditions here. */
  table: string;
  /** The column that names what they hang from, whose ids are `$1`. */
  parent: string;
  where: string;
  order: string;
  key?: string;
  /** The most rows, or the place of a value that says it. */
  most?: number | `$${number}`;
}

/** Length of a part of a list: what was asked, from none to the most; the most where nothing was. Pure. */
export const lengthOf = (first: number | null | undefined, most = longestList) =>
  Math.min(Math.max(first ?? most, 0), most);

/** Condition that keeps of each list its beginning: the database reads no more of it. */
export const atMost = ({ table, parent, where, order, key = "id", most = longestList }: List) =>
  `it.${key} in (select begun.${key} from unnest($1::uuid[]) as parent (id) cross join lateral (
     select one.${key} from ${table} one where one.${parent} = parent.id and ${where} order by ${order} limit ${most}
   ) begun)`;

/** All rows of a list that is read by parts, each of `most` at most. */
export async function readToEnd<Row extends { id: string }>(
  most: number,
  ask: (after: string | null) => Promise<Row[]>,
) {
  const all: Row[] = [];
  for (;;) {
    const part = await ask(all.at(-1)?.id ?? null);
    all.push(...part);
    if (part.length < most) return all;
  }
}
