import { type EntityManager, EntitySchema } from "typeorm";
import { column } from "../data/columns.ts";
import { countOf } from "../retention.ts";
import { signed } from "../secret.ts";

/** One thing that was told to one address, by whichever mail: no other mail tells it again. The address is a digest. */
export interface Told {
  holder: string;
  /** « MINUTES_PUBLISHED », then the id of what it happened to. */
  thing: string;
  toldOn: string;
}

export const Tolds = new EntitySchema<Told>({
  name: "Told",
  columns: {
    holder: { ...column.text, primary: true },
    thing: { ...column.text, primary: true },
    toldOn: column.day,
  },
  indices: [{ name: "told_day", columns: ["toldOn"] }],
});

/** Digest of an address, which tells one from another and nobody which. */
export const toldTo = (address: string, key?: string) =>
  signed("told", address.toLowerCase(), key).toString("base64url");

/** Keeps that things are told to addresses; answers those that nobody had told them before. */
export function keepTold(db: EntityManager, now: Date, things: Pick<Told, "holder" | "thing">[]) {
  return db.query<Pick<Told, "holder" | "thing">[]>(
    `insert into told (holder, thing, told_on) select holder, thing, $2
     from jsonb_to_recordset($1::jsonb) t(holder text, thing text) order by 1, 2
     on conflict do nothing returning holder, thing`,
    [JSON.stringify(things), now],
  );
}

/** Forgets what was told long ago: nothing that old is told. */
export const purgeTold = (db: EntityManager, now: Date, after: string) =>
  countOf(db, "delete from told where told_on < $1::timestamptz - $2::interval", [now, after]);

/** Keeps what was told to addresses under another secret: the digests of those that are still written to. */
export async function retell(db: EntityManager, addresses: string[], from: string, to: string) {
  const moved = addresses.map((address) => ({ before: toldTo(address, from), after: toldTo(address, to) }));
  for (let at = 0; at < moved.length; at += 500)
    await db.query(
      `update told set holder = m.after from jsonb_to_recordset($1::jsonb) m(before text, after text)
       where told.holder = m.before`,
      [JSON.stringify(moved.slice(at, at + 500))],
    );
}
