import type { EntityManager } from "typeorm";
import { hashOf } from "../../../platform/canonical.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { type ModerationLogEntry, ModerationLogEntries } from "./logEntry.entity.ts";

/**
 * Takes the log for this transaction: the first thing that each act of moderation does, so that two of them never wait
 * for each other’s texts.
 */
export const takeLog = (db: EntityManager) => db.query("select pg_advisory_xact_lock(hashtext('moderation log'))");

/** Hash of a line: its number, its act, its day and the hash of the line before. */
export const lineHash = ({ number, event, data, recordedOn, previous }: Omit<ModerationLogEntry, "hash">) =>
  hashOf({ number, event, data, recordedOn, previous });

/** Writes a line at the end of the log, which the transaction took. */
export async function logAct({ db, now }: Pick<Transaction, "db" | "now">, event: string, data: object) {
  const [last] = await db.query<[{ number: number; hash: string } | undefined]>(
    "select number, hash from moderation_log_entry order by number desc limit 1",
  );
  // Read back as the database keeps it: what is left out is null.
  const kept = JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
  const line = {
    number: (last?.number ?? 0) + 1,
    event,
    data: kept,
    recordedOn: dayOf(now),
    previous: last?.hash ?? "",
  };
  await db.insert(ModerationLogEntries, { ...line, hash: lineHash(line) } as never);
}
