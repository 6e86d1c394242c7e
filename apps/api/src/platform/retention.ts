import { kept, type KeptName, type Span } from "@cahier/schema/retention";
import type { DataSource, EntityManager } from "typeorm";
import { recorder } from "./journal.ts";
import { visitor } from "./viewer.ts";

/** Removes what has been kept for its time, as of an instant; answers how many rows. */
export type Purge = (db: EntityManager, now: Date, after: string) => Promise<number>;

/** Purges of rooms, by what they take of the description of what is kept. */
export type Purges = { [name in KeptName]?: Purge };

/** A span as PostgreSQL reads it: « 6 months ». */
export const intervalOf = ({ count, unit }: Span) => `${count} ${unit.toLowerCase()}`;

/** Runs each purge in a transaction of its own; the journal says of what and how many, and no word of it. */
export async function purgeAll({ manager }: DataSource, now: Date, purges: [KeptName, Purge][]) {
  const counts: Partial<Record<KeptName, number>> = {};
  for (const [what, purge] of purges)
    await manager.transaction(async (db) => {
      const count = await purge(db, now, intervalOf(kept[what].after!));
      if (count === 0) return;
      counts[what] = (counts[what] ?? 0) + count;
      await recorder(db, visitor, now)("retention.purged", null, { what, count });
    });
  return counts;
}

/** Number of rows that a statement wrote. */
export async function countOf(db: EntityManager, text: string, values: unknown[] = []): Promise<number> {
  const [, count] = await db.query<[unknown, number]>(text, values);
  return count;
}
