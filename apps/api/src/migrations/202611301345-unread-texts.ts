import type { MigrationInterface, QueryRunner } from "typeorm";

const nobody = "'00000000-0000-0000-0000-000000000000'::uuid";
const line = `insert into tally (figure, subject_id, place_id, n)
  select 'unread', theme_id, nullif(question_id, ${nobody}), sum(n)`;

const begins = "insert into text_tally";
const ends = "having sum(n) <> 0;";
const counts = {
  begins: `with lines as (${begins}`,
  ends: `having sum(n) <> 0 returning theme_id, question_id, readers, n)
  ${line} from lines where readers = 0 group by theme_id, question_id having sum(n) <> 0;`,
};

/** Triggers that append what texts move: what a reader moves, they move by the number of readers of the text. */
const moving = `select pg_get_functiondef(oid) as made from pg_proc where pronamespace = 'public'::regnamespace
  and proname in ('text_contribution_added', 'text_contribution_changed', 'text_contribution_removed')`;

/** How many texts of each theme nobody read is kept by the question they answer: each bar of the team summed every line of texts. */
export class UnreadTexts202611301345 implements MigrationInterface {
  name = "UnreadTexts1796046300000";

  async up(db: QueryRunner) {
    await db.query("lock table contribution, text_tally in share row exclusive mode");
    for (const { made } of (await db.query(moving)) as { made: string }[])
      await db.query(made.replace(begins, counts.begins).replace(ends, counts.ends));
    await db.query(`${line} from text_tally where readers = 0 group by theme_id, question_id having sum(n) <> 0`);
  }

  async down(db: QueryRunner) {
    await db.query("lock table contribution, text_tally in share row exclusive mode");
    for (const { made } of (await db.query(moving)) as { made: string }[])
      await db.query(made.replace(counts.begins, begins).replace(counts.ends, ends));
    await db.query("delete from tally where figure = 'unread'");
  }
}
