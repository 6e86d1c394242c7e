import type { MigrationInterface, QueryRunner } from "typeorm";

/** Keeps the region alone of supplies, amendments and reactions without a name. Not undone: departments are forgotten. */
export class RegionWithoutName202611270632 implements MigrationInterface {
  name = "RegionWithoutName1795761120000";

  async up(db: QueryRunner) {
    await db.query(`update contribution set territory_id = region_id
      where appearance <> 'NAMED' and region_id is not null and territory_id <> region_id
        and id in (select contribution_id from supply)`);
    for (const table of ["amendment", "reaction"])
      await db.query(`update ${table} it set territory_id = t.region_id from territory t
        where t.id = it.territory_id and it.author_name is null and t.region_id <> t.id`);
  }

  async down() {
    // Nothing to undo in the tables.
  }
}
