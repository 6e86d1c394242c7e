import type { MigrationInterface, QueryRunner } from "typeorm";

/** A mail says in which language it is: the site that signs it is opened in it. Those that wait were signed in French. */
export class MailLanguage202612010156 implements MigrationInterface {
  name = "MailLanguage1796090160000";

  async up(db: QueryRunner) {
    await db.query(`ALTER TABLE "outgoing_mail" ADD "language" text NOT NULL DEFAULT 'fr'`);
  }

  async down(db: QueryRunner) {
    await db.query(`ALTER TABLE "outgoing_mail" DROP "language"`);
  }
}
