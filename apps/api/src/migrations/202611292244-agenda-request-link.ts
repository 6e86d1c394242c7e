import type { MigrationInterface, QueryRunner } from "typeorm";

/** A request for an agenda is followed and taken back by a private link; those of before have none. */
export class AgendaRequestLink202611292244 implements MigrationInterface {
  name = "AgendaRequestLink1795992294663";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "agenda_request" ADD "code_digest" text;
      ALTER TABLE "agenda_request" ADD CONSTRAINT "UQ_f2a78c24f8f9fdcfa67e1d22ef1" UNIQUE ("code_digest");
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "agenda_request" DROP CONSTRAINT "UQ_f2a78c24f8f9fdcfa67e1d22ef1";
      ALTER TABLE "agenda_request" DROP COLUMN "code_digest";
    `);
  }
}
