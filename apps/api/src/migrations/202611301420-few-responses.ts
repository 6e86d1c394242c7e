import type { MigrationInterface, QueryRunner } from "typeorm";

const counting = `select oid::regprocedure as name from pg_proc where pronamespace = 'public'::regnamespace
  and proname in ('tally_contribution_added', 'tally_contribution_changed', 'tally_contribution_removed')`;

/**
 * What a text moves is counted through indexes alone. A connection that planned it while there were a few hundred responses
 * read them one after the other, and went on so when they were many, until the table was analysed.
 */
export class FewResponses202611301420 implements MigrationInterface {
  name = "FewResponses1796048400000";

  async up(db: QueryRunner) {
    for (const { name } of (await db.query(counting)) as { name: string }[])
      await db.query(`alter function ${name} set enable_seqscan = off`);
  }

  async down(db: QueryRunner) {
    for (const { name } of (await db.query(counting)) as { name: string }[])
      await db.query(`alter function ${name} reset enable_seqscan`);
  }
}
