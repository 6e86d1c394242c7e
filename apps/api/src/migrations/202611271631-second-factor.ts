import type { MigrationInterface, QueryRunner } from "typeorm";

/** A second factor for those who administer and moderate; a session says that its code was given. */
export class SecondFactor202611271631 implements MigrationInterface {
  name = "SecondFactor1795797060000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "second_factor" ("person_id" uuid NOT NULL, "secret_sealed" text, "pending_sealed" text,
        "enrolled_on" date, "last_step" integer NOT NULL DEFAULT 0, "recovery_digest" text array NOT NULL DEFAULT '{}',
        CONSTRAINT "second_factor_pkey" PRIMARY KEY ("person_id"));
      ALTER TABLE "second_factor" ADD CONSTRAINT "FK_0d3f3f8d4a13dc3bf294f28199a"
        FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE "session" ADD "factor_at" TIMESTAMP(3) WITH TIME ZONE;
      ALTER TABLE "instance" ADD "second_factor" text;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "instance" DROP COLUMN "second_factor";
      ALTER TABLE "session" DROP COLUMN "factor_at";
      DROP TABLE "second_factor";
    `);
  }
}
