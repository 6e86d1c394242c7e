import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who said the words of a quote of minutes, and that they agree to them. */
export class MinutesQuote202611280016 implements MigrationInterface {
  name = "MinutesQuote1795824960000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "minutes_quote" ("block_id" uuid NOT NULL, "attendance_id" uuid, "edit" integer NOT NULL, "agrees" boolean, "why" text, "on_paper" boolean NOT NULL DEFAULT false, "consent_on" date, CONSTRAINT "PK_minutes_quote" PRIMARY KEY ("block_id"));
      CREATE INDEX "minutes_quote_attendance" ON "minutes_quote" ("attendance_id");
      ALTER TABLE "minutes_quote" ADD CONSTRAINT "FK_5f9b611decb31a10fbb1ae85eac" FOREIGN KEY ("block_id") REFERENCES "minutes_block"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE "minutes_quote" ADD CONSTRAINT "FK_c9104e04b01c569377a16b25ea9" FOREIGN KEY ("attendance_id") REFERENCES "attendance"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`DROP TABLE "minutes_quote"`);
  }
}
