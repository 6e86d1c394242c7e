import type { MigrationInterface, QueryRunner } from "typeorm";

export class ErrataDays202612031742 implements MigrationInterface {
  name = "ErrataDays1796319731168";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE INDEX "minutes_erratum_added" ON "minutes_erratum"  ("added_on") ;
      CREATE INDEX "erratum_added" ON "erratum"  ("added_on") ;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DROP INDEX "public"."erratum_added";
      DROP INDEX "public"."minutes_erratum_added";
    `);
  }
}
