import type { MigrationInterface, QueryRunner } from "typeorm";

/** Minutes are written here, read over by those who were there, and set right beside once they are published. */
export class Minutes202611270952 implements MigrationInterface {
  name = "Minutes1795773172057";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "minutes_correction" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "minutes_id" uuid NOT NULL, "block_id" uuid NOT NULL, "attendance_id" uuid, "author_id" uuid, "text" text NOT NULL, "why" text, "state" text NOT NULL, "reason" text, "settled_by_id" uuid, "arrival" integer NOT NULL, CONSTRAINT "PK_a874166bf6323d04410496401f5" PRIMARY KEY ("id"));
      CREATE UNIQUE INDEX "minutes_correction_arrival" ON "minutes_correction" ("minutes_id", "arrival");
      CREATE TABLE "minutes_erratum" ("id" uuid NOT NULL DEFAULT uuidv7(), "minutes_id" uuid NOT NULL, "text" text NOT NULL, "added_on" date NOT NULL, "added_by_id" uuid, CONSTRAINT "PK_7e456745b88007dc4ae1f8aeffe" PRIMARY KEY ("id"));
      CREATE INDEX "minutes_erratum_minutes" ON "minutes_erratum" ("minutes_id");
      ALTER TABLE "minutes" ADD "review_until" date;
      ALTER TABLE "minutes" ADD "hash" text;
      ALTER TABLE "minutes_block" ADD "dropped_because" text;
      ALTER TABLE "minutes_block" ADD "edit" integer NOT NULL DEFAULT '1';
      ALTER TABLE "minutes_correction" ADD CONSTRAINT "FK_0c550c5d35d738bbfe57b4207a1" FOREIGN KEY ("minutes_id") REFERENCES "minutes"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "minutes_correction" ADD CONSTRAINT "FK_2945e4d064424682573cedc9a77" FOREIGN KEY ("block_id") REFERENCES "minutes_block"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "minutes_correction" ADD CONSTRAINT "FK_3351e32b7aed298145224428655" FOREIGN KEY ("attendance_id") REFERENCES "attendance"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "minutes_correction" ADD CONSTRAINT "FK_700afb33ba8a2bd332de0b60760" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "minutes_correction" ADD CONSTRAINT "FK_a3c70d30809449023c931a07a04" FOREIGN KEY ("settled_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "minutes_erratum" ADD CONSTRAINT "FK_a58bbec705fd4816dd872f01ff5" FOREIGN KEY ("minutes_id") REFERENCES "minutes"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "minutes_erratum" ADD CONSTRAINT "FK_ef16ca10dc6a433ac0ccd0859e7" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "minutes_erratum" DROP CONSTRAINT "FK_ef16ca10dc6a433ac0ccd0859e7";
      ALTER TABLE "minutes_erratum" DROP CONSTRAINT "FK_a58bbec705fd4816dd872f01ff5";
      ALTER TABLE "minutes_correction" DROP CONSTRAINT "FK_a3c70d30809449023c931a07a04";
      ALTER TABLE "minutes_correction" DROP CONSTRAINT "FK_700afb33ba8a2bd332de0b60760";
      ALTER TABLE "minutes_correction" DROP CONSTRAINT "FK_3351e32b7aed298145224428655";
      ALTER TABLE "minutes_correction" DROP CONSTRAINT "FK_2945e4d064424682573cedc9a77";
      ALTER TABLE "minutes_correction" DROP CONSTRAINT "FK_0c550c5d35d738bbfe57b4207a1";
      ALTER TABLE "minutes_block" DROP COLUMN "edit";
      ALTER TABLE "minutes_block" DROP COLUMN "dropped_because";
      ALTER TABLE "minutes" DROP COLUMN "hash";
      ALTER TABLE "minutes" DROP COLUMN "review_until";
      DROP INDEX "public"."minutes_erratum_minutes";
      DROP TABLE "minutes_erratum";
      DROP INDEX "public"."minutes_correction_arrival";
      DROP TABLE "minutes_correction";
    `);
  }
}
