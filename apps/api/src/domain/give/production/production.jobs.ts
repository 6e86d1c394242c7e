import type { DataSource, EntityManager } from "typeorm";
import type { ProductionStep } from "../../../graphql/resolvers.generated.ts";
import type { Config } from "../../../platform/config.ts";
import { every } from "../../../platform/jobs.ts";
import { log } from "../../../platform/log.ts";
import { columnsOf } from "../../../platform/data/statement.ts";
import { isUnavailable } from "../../../platform/server/unavailable.ts";
import type { PassageSource } from "../synthesisFiles/source.ts";
import { type Production, ProductionFiles, Productions } from "./production.entity.ts";
import { mostAttempts } from "./production.policy.ts";
import { digestOf } from "./production.queries.ts";

/** Result of a maker: the file, its trace, and the sources of the words in it. */
export interface Made {
  file: Buffer;
  trace: string;
  sources: PassageSource[];
}

/** Says how far it is, in a hundred, and at which step. */
export type Tell = (progress: number, step: ProductionStep) => Promise<void>;

/** Makes a production, as anybody may read what it is made of; null where there is nothing to tell. */
export type Make = (
  production: Production,
  asked: { database: DataSource; origin: string; tell: Tell },
) => Promise<Made | null>;

/** Lease of a production, renewed at each report of progress. */
const lease = "90 seconds";
/** After a failure, more each time. */
const backOff = "interval '5 seconds' * attempts";

const due = `finished_at is null and failure is null and (held_until is null or held_until <= now())`;

/** Job of every process: makes the due productions, one after the other, and none that another process holds. */
export function productionJobs(database: DataSource, { origin }: Pick<Config, "origin">, make: Make) {
  return every(2, "production", (goOn) => makeProductions(database, { origin, make }, goOn));
}

/** Makes what is due; how many were made. */
export async function makeProductions(
  database: DataSource,
  { origin, make }: { origin: string; make: Make },
  goOn = () => true,
): Promise<number> {
  const { manager: db } = database;
  let count = 0;
  for (let it = await takeOne(db); it; it = goOn() ? await takeOne(db) : undefined) {
    if (it.attempts > mostAttempts) {
      await fail(db, it, "INTERRUPTED");
      continue;
    }
    try {
      const made = await make(it, { database, origin, tell: teller(db, it) });
      if (made) count += await keep(db, it, made, origin);
      else await fail(db, it, "EMPTY");
    } catch (error) {
      await failed(db, it, error);
    }
  }
  return count;
}

/** Takes one that is due: no other process takes it before its time is over. Where none is, nothing is written. */
async function takeOne(db: EntityManager): Promise<Production | undefined> {
  const waiting = await db.query<object[]>(`select 1 from production where ${due} limit 1`);
  if (waiting.length === 0) return undefined;
  const [rows] = await db.query<[Production[], number]>(
    `update production it set attempts = attempts + 1, held_until = now() + interval '${lease}', progress = 0,
       step = 'READING'
     where id = (select id from production where ${due} order by asked_at limit 1 for update skip locked)
     returning ${columnsOf(db, Productions)}`,
  );
  return rows[0];
}

/** SQL condition: the production is not finished, and nobody took it over or put it back in the queue since. */
const ours = "where id = $1 and attempts = $2 and turn = $3 and finished_at is null";
const ourOwn = ({ id, attempts, turn }: Production) => [id, attempts, turn];

const teller =
  (db: EntityManager, it: Production): Tell =>
  async (progress, step) => {
    await db.query(`update production set progress = $4, step = $5, held_until = now() + interval '${lease}' ${ours}`, [
      ...ourOwn(it),
      Math.round(progress),
      step,
    ]);
  };

const keep = (db: EntityManager, it: Production, made: Made, origin: string) =>
  db.transaction(async (tx) => {
    const [, updated] = await tx.query<[object[], number]>(
      `update production set finished_at = now(), progress = 100, step = 'KEPT', size = $4, held_until = null ${ours}`,
      [...ourOwn(it), made.file.length],
    );
    if (updated === 0) return 0;
    await tx.upsert(
      ProductionFiles,
      {
        productionId: it.id,
        file: made.file,
        trace: made.trace,
        passageIds: made.sources.map(({ passage }) => passage.id),
        wordsDigest: digestOf(made.sources, origin),
      },
      ["productionId"],
    );
    return 1;
  });

const fail = (db: EntityManager, it: Production, failure: "INTERRUPTED" | "EMPTY" | "BROKEN") =>
  db.query(`update production set failure = $4, held_until = null ${ours}`, [...ourOwn(it), failure]);

/** It is tried again a little later; the third time it is given up, and the log says why. */
async function failed(db: EntityManager, it: Production, error: unknown) {
  // An unavailable database is no failure of the production: it is retried after the lease.
  if (isUnavailable(error)) throw error;
  if (it.attempts >= mostAttempts) {
    log.error("production", error, { id: it.id });
    return fail(db, it, "BROKEN");
  }
  log.warn("A production was not made, and will be tried again.", { id: it.id, attempt: it.attempts });
  return db.query(
    `update production set step = 'WAITING', progress = 0, held_until = now() + ${backOff} ${ours}`,
    ourOwn(it),
  );
}
