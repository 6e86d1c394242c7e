import { createHmac } from "node:crypto";
import { type EntityManager, EntitySchema } from "typeorm";
import { column } from "../data/columns.ts";
import { prepared } from "../data/statement.ts";
import { countOf } from "../retention.ts";
import { secret } from "../secret.ts";

/**
 * Tries are counted in PostgreSQL, by its clock: one count for all processes, which survives a restart. While the database
 * is away every try fails, on purpose: nothing limited here works without it, and breaking it opens no limit. Keys are
 * stored as digests: no row says who tried.
 */
export const RateWindows = new EntitySchema<{ key: string; count: number; endsAt: Date }>({
  name: "RateWindow",
  columns: {
    key: { ...column.text, primary: true },
    count: column.integer,
    endsAt: column.instant,
  },
});

/** Two limits never share a count: each has its name. */
export interface Limit {
  name: string;
  most: number;
  seconds: number;
}

/** Counts one more try of `key`: how many its window has now, and the milliseconds until the window ends. */
export async function countTry(db: EntityManager, name: string, seconds: number, key: string) {
  const text = `insert into rate_window as it (key, count, ends_at)
      values ($1, 1, clock_timestamp() + make_interval(secs => $2))
    on conflict (key) do update set
      count = case when it.ends_at <= clock_timestamp() then 1 else it.count + 1 end,
      ends_at = case when it.ends_at <= clock_timestamp() then excluded.ends_at else it.ends_at end
    returning count, extract(epoch from ends_at - clock_timestamp())::float8 * 1000 as left`;
  const values = [digestOf(name, key), seconds];
  const [window] = await prepared<Window>(db, "rate limit: counted", text, values);
  return window!;
}

/** A window of tries: how many it has, and the milliseconds until it ends. */
export interface Window {
  count: number;
  left: number;
}

/** More tries of one key of a limit, counted at once. */
export interface Tries {
  name: string;
  key: string;
  times: number;
}

/**
 * Counts more tries of several keys at once: the window of each as it is now, in the order of the tries. Written in one
 * order, so that two who count at once do not wait for each other.
 */
export async function countTries(db: EntityManager, seconds: number, tries: Tries[]): Promise<Window[]> {
  if (tries.length === 0) return [];
  const digests = tries.map(({ name, key }) => digestOf(name, key));
  const times = new Map<string, number>();
  for (const [at, digest] of digests.entries()) times.set(digest, (times.get(digest) ?? 0) + tries[at]!.times);
  const text = `insert into rate_window as it (key, count, ends_at)
      select key, count, clock_timestamp() + make_interval(secs => $3) from unnest($1::text[], $2::int[]) t(key, count) order by key
    on conflict (key) do update set
      count = case when it.ends_at <= clock_timestamp() then excluded.count else it.count + excluded.count end,
      ends_at = case when it.ends_at <= clock_timestamp() then excluded.ends_at else it.ends_at end
    returning key, count, extract(epoch from ends_at - clock_timestamp())::float8 * 1000 as left`;
  const values = [[...times.keys()], [...times.values()], seconds];
  const rows = await prepared<Window & { key: string }>(db, "rate limit: all counted", text, values);
  const windows = new Map(rows.map(({ key, ...window }) => [key, window]));
  return digests.map((digest) => windows.get(digest)!);
}

const digestOf = (name: string, key: string) =>
  createHmac("sha256", secret()).update(`rate ${name} ${key}`).digest("base64url");

/** One more try: 0 when it may go on, else the seconds to wait. In a transaction, a try that is undone never was. */
export const limiter =
  ({ name, most, seconds }: Limit) =>
  async (db: EntityManager, key: string) => {
    return secondsToWait(await countTry(db, name, seconds, key), most);
  };

/** Seconds to wait until a window that had more than `most` tries ends, else 0. */
export const secondsToWait = ({ count, left }: Window, most: number) =>
  count > most ? Math.max(1, Math.ceil(left / 1000)) : 0;

/** Forgets the windows that have ended: the table holds those of the last hour at most. */
export const purgeWindows = (db: EntityManager, now: Date) =>
  countOf(db, "delete from rate_window where ends_at < $1", [now]);
