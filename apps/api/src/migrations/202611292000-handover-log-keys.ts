import type { MigrationInterface, QueryRunner } from "typeorm";

/** Each line of the log of a handover has its key, by which it is put right or taken away. */
export class HandoverLogKeys202611292000 implements MigrationInterface {
  name = "HandoverLogKeys1795982400000";

  async up(db: QueryRunner) {
    await db.query(`
      update handover set log = (
        select jsonb_agg(jsonb_build_object('key', gen_random_uuid()) || line order by place)
        from jsonb_array_elements(log) with ordinality as lines (line, place))
      where jsonb_array_length(log) > 0;
    `);
  }

  /** The version before reads keys, and leaves out what it does not know. */
  down = () => Promise.resolve();
}
