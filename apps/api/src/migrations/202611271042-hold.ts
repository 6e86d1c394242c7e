import type { MigrationInterface, QueryRunner } from "typeorm";

/** Why texts wait beside their words, devices that are known, and what groups read first. */
export class Hold202611271042 implements MigrationInterface {
  name = "Hold1795776120000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "hold" ("kind" text NOT NULL, "text_id" uuid NOT NULL, "because" text array NOT NULL DEFAULT '{}',
        "device_digest" text NOT NULL, "flood_digest" text, CONSTRAINT "PK_a81a0854d466ac5e0267a4df5f4" PRIMARY KEY ("kind", "text_id"));
      CREATE INDEX "hold_flood" ON "hold" ("flood_digest");
      CREATE TABLE "known_device" ("digest" text NOT NULL, "known_on" date NOT NULL,
        CONSTRAINT "PK_cabf87ded577bd091087a6d03d5" PRIMARY KEY ("digest"));
      CREATE TABLE "review_choice" ("group_id" uuid NOT NULL, "mode" text NOT NULL, "until" date,
        CONSTRAINT "PK_afb19835f0e273c2bd78acc1c94" PRIMARY KEY ("group_id"));
      ALTER TABLE "review_choice" ADD CONSTRAINT "FK_afb19835f0e273c2bd78acc1c94" FOREIGN KEY ("group_id")
        REFERENCES "working_group"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query('DROP TABLE "review_choice"');
    await db.query('DROP TABLE "known_device"');
    await db.query('DROP TABLE "hold"');
  }
}
