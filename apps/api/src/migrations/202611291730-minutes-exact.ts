import type { MigrationInterface, QueryRunner } from "typeorm";

/** Somebody who was at a meeting says that a block of its minutes is exact. */
export class MinutesExact202611291730 implements MigrationInterface {
  name = "MinutesExact1795973455065";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "minutes_exact" ("block_id" uuid NOT NULL, "attendance_id" uuid NOT NULL, "edit" integer NOT NULL, CONSTRAINT "PK_51de29f5cfcfee86845073da420" PRIMARY KEY ("block_id", "attendance_id"));
      CREATE INDEX "minutes_exact_attendance" ON "minutes_exact" ("attendance_id");
      ALTER TABLE "minutes_exact" ADD CONSTRAINT "FK_2737da80b9665923a12c19635bd" FOREIGN KEY ("block_id") REFERENCES "minutes_block"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE "minutes_exact" ADD CONSTRAINT "FK_3bdc1f0a9d83e60fe6a78cc27c8" FOREIGN KEY ("attendance_id") REFERENCES "attendance"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query('DROP TABLE "minutes_exact"');
  }
}
