import pg from "pg";
import { tellNews } from "../../apps/api/src/domain/tell/news/digest.commands.ts";
import { sendMails } from "../../apps/api/src/platform/mail/outbox.ts";
import type { DataSource } from "typeorm";

/** Followers of public things, a tenth of them first, and mails that are written out and sent to nobody. */
const people = 20_000;
const first = people / 10;
const sentOf = 500;

/**
 * Time, memory and statements of the weekly mail to many followers. A tenth of them is mailed first: memory is flat if
 * the nine tenths that follow need no more.
 */
export async function followers(database: DataSource) {
  await follow(database, 1, first);
  await measured(`the first ${first} followers told`, () => tellNews(database, { now: new Date(), pace: "DAY" }));
  await follow(database, first + 1, people);
  for (const what of [`${people - first} more told`, "nothing new"])
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

/** Followers from one number to another, of all groups and two proposals, told once a week. */
async function follow(database: DataSource, from: number, to: number) {
  await database.query(
    `insert into watcher (address, language)
     select 'f' || n || '@exemple.invalid', 'fr' from generate_series($1::int, $2::int) n`,
    [from, to],
  );
  await database.query(
    `insert into watch select w.id, s.kind, s.id, 'WEEKLY', now() - interval '40 days' from watcher w cross join (
       select 'GROUP' as kind, id from working_group union all (select 'PROPOSAL', id from proposal order by id limit 2)
     ) s on conflict do nothing`,
  );
  await database.query("analyze");
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
  let [most, held] = [before, 0];
  // Garbage is not memory that is needed: what is held is read each second, once it was collected.
  const watching = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  const collecting = setInterval(() => (held = Math.max(held, keptNow() - heap)), 1000);
  const started = performance.now();
  const mails = await work();
  const ms = performance.now() - started;
  clearInterval(watching);
  clearInterval(collecting);
  const kept = keptNow() - heap;
  pg.Client.prototype.query = query;
  const mb = (bytes: number) => (bytes / 1e6).toFixed(1);
  console.log(
    `${what}: ${mails} mails in ${Math.round(ms)} ms, ${statements} statements, process ${mb(before)} to ${mb(most)} MB; ` +
      `held at most ${mb(held)} MB more, kept ${mb(kept)} MB`,
  );
}
