import type { MigrationInterface, QueryRunner } from "typeorm";

/** What people agreed to, each apart, with the version of the text that they read. */
export class Consent202611271352 implements MigrationInterface {
  name = "Consent1795787520000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "consent" ("subject_id" uuid NOT NULL, "purpose" text NOT NULL, "text_version" integer NOT NULL,
        "given_on" date NOT NULL, "withdrawn_on" date, CONSTRAINT "consent_pkey" PRIMARY KEY ("subject_id", "purpose"));
    `);
    await db.query(`
      INSERT INTO consent (subject_id, purpose, text_version, given_on)
        SELECT id, 'PUBLICATION', 1, submitted_on FROM response
        WHERE appearance <> 'UNPUBLISHED' AND status <> 'WITHDRAWN' AND channel = 'ONLINE';
    `);
  }

  async down(db: QueryRunner) {
    await db.query('DROP TABLE "consent"');
  }
}
