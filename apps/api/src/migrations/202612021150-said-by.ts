import type { MigrationInterface, QueryRunner } from "typeorm";

/** What is left because it is said already names the key point that says it; what was left before names none. */
export class SaidBy202612021150 implements MigrationInterface {
  name = "SaidBy1796212200000";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "contribution" ADD "said_by_id" uuid;
      CREATE INDEX "contribution_said_by" ON "contribution" ("said_by_id") WHERE said_by_id IS NOT NULL;
      ALTER TABLE "contribution" ADD CONSTRAINT "FK_3573ba687991c0daafc77cbbc7a" FOREIGN KEY ("said_by_id") REFERENCES "key_point"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "set_aside" ADD "said_by_id" uuid;
      CREATE INDEX "set_aside_said_by" ON "set_aside" ("said_by_id");
      ALTER TABLE "set_aside" ADD CONSTRAINT "FK_fad21b51aadec569df9179f477f" FOREIGN KEY ("said_by_id") REFERENCES "key_point"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  /** The two reasons that came with it are said by the nearest of those before. */
  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "set_aside" DROP COLUMN "said_by_id";
      ALTER TABLE "contribution" DROP COLUMN "said_by_id";
      UPDATE "contribution" SET "not_retained" = 'NOT_ACTIONABLE' WHERE "not_retained" IN ('REQUEST_APART', 'TOO_GENERAL');
      UPDATE "forwarding" SET "not_retained" = 'NOT_ACTIONABLE' WHERE "not_retained" IN ('REQUEST_APART', 'TOO_GENERAL');
      UPDATE "set_aside" SET "reason" = 'NOT_ACTIONABLE' WHERE "reason" IN ('REQUEST_APART', 'TOO_GENERAL');
    `);
  }
}
