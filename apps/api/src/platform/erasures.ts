/**
 * Erasures outlive the database they were done in: the journal tells them by ids, and a file beside the data keeps the
 * same lines. A database that is restored from before is erased again from that file.
 */
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import type { DataSource } from "typeorm";
import { Misconfigured } from "./config.ts";
import type { Transaction } from "./context.ts";

/** Act that erased something: an event of the journal, what it erased, and how. */
export interface Erasure {
  event: string;
  subjectId: string;
  data: Record<string, unknown>;
}

/** Does an erasure again; false where there is nothing left to erase. */
export type Erases = Record<
  string,
  (tx: Pick<Transaction, "db" | "now">, subjectId: string, data: Record<string, unknown>) => Promise<boolean>
>;

const nameOf = ({ event, subjectId }: Erasure) => `${event} ${subjectId}`;

/** Erasures that a file keeps. A line that a full disk or a cut left unfinished is none: the journal tells it again. */
export function erasuresIn(file: string): Erasure[] {
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
  const found = lines.map(erasureOf).filter((one) => one !== null);
  if (lines.length > 1 && found.length === 0) throw new Misconfigured(`${file} is no file of erasures.`);
  return found;
}

function erasureOf(line: string): Erasure | null {
  try {
    const one = JSON.parse(line) as Partial<Erasure> | null;
    return typeof one?.event === "string" && typeof one.subjectId === "string" ? (one as Erasure) : null;
  } catch {
    return null;
  }
}

/** True of a file whose last line was cut: what is added begins on a line of its own. */
const isCut = (file: string) => existsSync(file) && /[^\n]$/.test(readFileSync(file, "utf8"));

/** Erases again what a file tells and this database still has, then adds to the file what this database tells. */
export async function keepErasures({ manager }: DataSource, file: string, erases: Erases, now = new Date()) {
  const told = await manager.query<Erasure[]>(
    `select event, subject_id as "subjectId", data from journal_entry where event = any($1) and subject_id is not null
     order by recorded_on, id`,
    [Object.keys(erases)],
  );
  const here = new Set(told.map(nameOf));
  const inFile = erasuresIn(file);
  let again = 0;
  for (const { event, subjectId, data } of inFile)
    if (!here.has(`${event} ${subjectId}`))
      again += await manager.transaction(async (db) =>
        Number((await erases[event]?.({ db, now }, subjectId, data)) ?? false),
      );
  const kept = new Set(inFile.map(nameOf));
  const added = told.filter((one) => !kept.has(nameOf(one)));
  const lines = added.map((one) => `${JSON.stringify(one)}\n`).join("");
  if (lines) appendFileSync(file, `${isCut(file) ? "\n" : ""}${lines}`, { mode: 0o600 });
  return { again, added: added.length };
}
