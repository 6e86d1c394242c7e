import pg from "pg";

/** Statements that reach PostgreSQL during `work`, from any connection. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
    const [first] = args;
    seen.push(typeof first === "string" ? first : (first as { text: string }).text);
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return seen;
}

/** The same of a second time: once the process keeps the rows that pages name again and again. */
export async function statementsAgain(work: () => Promise<unknown>): Promise<string[]> {
  await work();
  return statementsOf(work);
}
