import pg from "pg";
import type { DataSource } from "typeorm";

/** Statements that reach PostgreSQL during `work`, from any connection. */
export const statementsOf = async (work: () => Promise<unknown>) => (await askedDuring(work)).statements;

/** The same, and in how many round trips: what one connection is asked in one turn goes together. */
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
