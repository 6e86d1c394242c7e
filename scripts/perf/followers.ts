import pg from "pg";
import { tellNews } from "../../apps/api/src/domain/tell/news/digest.commands.ts";
import { sendMails } from "../../apps/api/src/platform/mail/outbox.ts";
import type { DataSource } from "typeorm";

/** Followers of public things, and mails of them that are written out and sent to nobody. */
const people = 20_000;
const sentOf = 500;

/** How long a weekly mail takes for many followers, what it holds in memory, and how many statements it asks. */
export async function followers(database: DataSource) {
  await database.query(
    `insert into watcher (address, language) select 'f' || n || '@exemple.invalid', 'fr' from generate_series(1, ${people}) n`,
  );
  await database.query(
    `insert into watch select w.id, s.kind, s.id, 'WEEKLY', now() - interval '40 days' from watcher w cross join (
       select 'GROUP' as kind, id from working_group union all (select 'PROPOSAL', id from proposal order by id limit 2)
     ) s`,
  );
  await database.query("analyze");
  for (const what of ["followers told", "nothing new"])
    await measured(what, () => tellNews(database, { now: new Date(), pace: "DAY" }));
  let left = sentOf;
  await measured("written and sent", () =>
    sendMails(
      database.manager,
      async () => void left--,
      () => left > 0,
    ),
  );
}

/** Bytes that are still held once garbage is collected. */
function keptNow() {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

async function measured(what: string, work: () => Promise<number>) {
  const { query } = pg.Client.prototype;
  let statements = 0;
  pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
    statements += 1;
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof query;
  const heap = keptNow();
  const before = process.memoryUsage().rss;
  let most = before;
  const watching = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  const started = performance.now();
  const mails = await work();
  clearInterval(watching);
  const kept = keptNow() - heap;
  pg.Client.prototype.query = query;
  const mb = (bytes: number) => Math.round(bytes / 1e6);
  console.log(
    `${what}: ${mails} mails in ${Math.round(performance.now() - started)} ms, ${statements} statements, memory ${mb(before)} to ${mb(most)} MB, ${mb(kept)} MB of it kept`,
  );
}
