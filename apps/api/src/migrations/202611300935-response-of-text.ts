import type { MigrationInterface, QueryRunner } from "typeorm";

const joined = "join response r on r.id = x.response_id and";
const named = "join response r on r.id = x.response_id and r.id = any(ids) and";

const counting = (words: string) => `select pg_get_functiondef(oid) as made from pg_proc
  where pronamespace = 'public'::regnamespace and proname like 'tally\\_contribution\\_%' and prosrc like '%${words}%'`;

/**
 * What each text moves in the counts of its response is looked up by its id. PostgreSQL expects some two hundred of them, and
 * a connection that planned for that while there were few responses went on reading all of them at each send.
 */
export class ResponseOfText202611300935 implements MigrationInterface {
  name = "ResponseOfText1796031300000";

  async up(db: QueryRunner) {
    for (const { made } of (await db.query(counting(joined))) as { made: string }[])
      await db.query(made.replaceAll(joined, named));
  }

  async down(db: QueryRunner) {
    for (const { made } of (await db.query(counting(named))) as { made: string }[])
      await db.query(made.replaceAll(named, joined));
  }
}
