import pg from "pg";
import type { DataSource } from "typeorm";

/** Beginning and end of each list in a joint statement (0037). */
const begin = "(select coalesce(json_agg(t), '[]') from (";
const end = /\) t\) as "\d+"(?:, )?$/;

/** A statement whose ids stand for themselves, as its room wrote it. */
const plain = (text: string) => text.replaceAll(/\(select (\$\d+::\w+\[\])\)::\w+\[\]/g, "$1");

/** A list of a joint statement as it is asked alone: its values are counted from the first. */
function alone(list: string) {
  const places = [...list.matchAll(/\$(\d+)/g)].map(([, place]) => Number(place));
  const before = Math.min(...places) - 1;
  return list.replaceAll(/\$(\d+)/g, (_, place: string) => `$${Number(place) - before}`);
}

/**
 * Statements that reach PostgreSQL during `work`, from any connection; a list that came in a joint one stands for itself,
 * since which of them meet in a turn is a matter of time.
 */
export const statementsOf = async (work: () => Promise<unknown>) =>
  (await askedDuring(work)).statements.flatMap((text) =>
    text.startsWith(`select ${begin}`)
      ? text
          .split(begin)
          .slice(1)
          .map((list) => alone(plain(list).replace(end, "")))
      : [plain(text)],
  );

/** The same as they go, joint or not, and in how many round trips: what one connection is asked in one turn goes together. */
export async function askedDuring(work: () => Promise<unknown>): Promise<{ statements: string[]; trips: number }> {
  const seen: string[] = [];
  let trips = 0;
  const going = new Set<pg.Client>();
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
    const [first] = args;
    if (!going.has(this)) {
      trips += 1;
      going.add(this);
      process.nextTick(() => going.delete(this));
    }
    seen.push(typeof first === "string" ? first : (first as { text: string }).text);
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return { statements: seen, trips };
}

/** Ends what processes keep of a database (0034), and changes no row. */
export const letGo = (database: Pick<DataSource, "query">) => database.query("update theme set title = title");

/** The same of a second time: once the process keeps the rows that pages name again and again. */
export async function statementsAgain(work: () => Promise<unknown>): Promise<string[]> {
  await work();
  return statementsOf(work);
}
