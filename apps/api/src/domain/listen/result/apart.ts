/**
 * Questionnaires that so many answered that counting takes seconds: nobody who reads their results waits for it. A job
 * takes their steps, and readers find the last one.
 */
import type { DataSource, EntityManager } from "typeorm";
import { statementLimits, openDatabase, type Tables } from "../../../platform/data/database.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { allIsIn } from "../questionnaire/questionnaire.policy.ts";
import { Questionnaires } from "../questionnaire/questionnaire.entity.ts";
import { askedIn, countingOf, questionsOf, revisionsOf } from "./asked.ts";
import type { Counts } from "./counted.ts";
import type { Crossing } from "./result.counts.ts";
import { stepped } from "./steps.ts";

/** Responses beyond which a questionnaire is counted apart. */
const many = 10_000;

/** Longest time that a step may take, in milliseconds: nobody waits for it. */
const patience = {
  ...statementLimits,
  statement_timeout: 120_000,
  query_timeout: 125_000,
  // The turn is held by a transaction that asks nothing meanwhile.
  idle_in_transaction_session_timeout: 0,
  max: 2,
};

/** True of a questionnaire that is counted apart. */
export async function isApart(db: EntityManager, questionnaireId: string): Promise<boolean> {
  const text =
    "select coalesce(sum(y.n), 0)::int as count from tally y where y.figure = 'responses' and y.subject_id = $1";
  const [row] = await prepared<{ count: number }>(db, "results: responses", text, [questionnaireId]);
  return row!.count > many;
}

/** Counts of the last step, in whole or by a trait; null where none was taken. */
export async function lastStep(
  db: EntityManager,
  questionnaireId: string,
  by: Crossing | null,
): Promise<Counts | null> {
  const of = by ?? "whole";
  const text = `select s.${of} as counts from result_step s where s.questionnaire_id = $1`;
  const [step] = await prepared<{ counts: Counts | null }>(db, `results: step by ${of}`, text, [questionnaireId]);
  return step?.counts ?? null;
}

/** Takes the steps that are due of all that are counted apart, one process at a time, on connections that may take long. */
export async function takeSteps(database: DataSource, goOn: () => boolean, now = new Date()) {
  const apart = await database.query<{ id: string }[]>(
    `select q.id from tally y join questionnaire q on q.id = y.subject_id
     where y.figure = 'responses' group by q.id having sum(y.n) > $1 order by q.id`,
    [many],
  );
  if (apart.length === 0) return;
  const { options } = database;
  if (options.type !== "postgres") return;
  const tables = { entities: options.entities ?? [], migrations: [] } as Tables;
  const patient = await openDatabase(options.url!, tables, { limits: patience });
  try {
    // The turn of a transaction: that of a session would stay with a connection that a pool goes on giving.
    await patient.transaction(async (turn) => {
      const [{ mine }] = await turn.query<[{ mine: boolean }]>("select pg_try_advisory_xact_lock(716, 6) as mine");
      for (const { id } of mine ? apart : []) {
        if (!goOn()) return;
        // oxlint-disable-next-line no-await-in-loop -- one after the other, not to weigh on those who read meanwhile
        await takeStep(patient.manager, id, now);
      }
    });
  } finally {
    await patient.destroy();
  }
}

async function takeStep(db: EntityManager, id: string, now: Date) {
  const questionnaire = await db.findOneByOrFail(Questionnaires, { id });
  const [questions, revisions] = await Promise.all([questionsOf(db, id), revisionsOf(db, id)]);
  await stepped(db, { ...countingOf(id, askedIn(questions), revisions), by: null }, allIsIn(questionnaire, now));
}
