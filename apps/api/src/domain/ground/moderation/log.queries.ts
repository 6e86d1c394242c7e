import type { DataSource, EntityManager } from "typeorm";
import { lineHash } from "./log.writes.ts";
import type { ModerationLogEntry } from "./logEntry.entity.ts";

/** A line that does not hold: its number, and why. */
export interface BrokenLine {
  number: number;
  why: "CHANGED" | "OUT_OF_PLACE" | "RULING_CHANGED";
}

/** State of the log: how many lines, the hash of the last one, and the first line that does not hold. */
export interface LogState {
  lines: number;
  last: string;
  broken: BrokenLine | null;
}

const page = 1000;

/** Reads the log from its first line, a thousand at a time, up to the first one that does not hold. */
export async function checkedLog({ manager }: Pick<DataSource, "manager">): Promise<LogState> {
  let last = "";
  let lines = 0;
  for (;;) {
    const rows = await manager.query<(ModerationLogEntry & { holds: boolean })[]>(
      `select e.number, e.event, e.data, e.recorded_on::text as "recordedOn", e.previous, e.hash,
         e.event <> 'ruling.given' or exists (select from ruling r where r.id = (e.data ->> 'rulingId')::uuid
           and r.kind = e.data ->> 'kind' and r.text_id::text = e.data ->> 'textId' and r.outcome = e.data ->> 'outcome'
           and r.reason is not distinct from e.data ->> 'reason' and r.ruled_by_id::text = e.data ->> 'byId') as holds
       from moderation_log_entry e where e.number > $1 order by e.number limit ${page}`,
      [lines],
    );
    for (const { holds, ...line } of rows) {
      const broken = (why: BrokenLine["why"]) => ({ lines, last, broken: { number: lines + 1, why } });
      if (line.number !== lines + 1 || line.previous !== last) return broken("OUT_OF_PLACE");
      if (lineHash(line) !== line.hash) return broken("CHANGED");
      if (!holds) return broken("RULING_CHANGED");
      last = line.hash;
      lines += 1;
    }
    if (rows.length < page) return { lines, last, broken: null };
  }
}

/** The number of lines, and the hash of the last one: whoever noted it finds out if the end was taken away. */
export async function endOfLog(db: EntityManager): Promise<{ lines: number; last: string | null }> {
  const [end] = await db.query<[{ lines: number; last: string } | undefined]>(
    "select number as lines, hash as last from moderation_log_entry order by number desc limit 1",
  );
  return end ?? { lines: 0, last: null };
}
