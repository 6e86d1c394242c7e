import type { MigrationInterface, QueryRunner } from "typeorm";

/** Appeals of authors against rulings. */
export class Appeal202611271007 implements MigrationInterface {
  name = "Appeal1795774020000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "appeal" ("id" uuid NOT NULL DEFAULT uuidv7(), "ruling_id" uuid NOT NULL, "text" text NOT NULL,
        "appealed_on" date NOT NULL, "outcome" text, "note" text, "decided_by_id" uuid,
        "decided_at" TIMESTAMP(3) WITH TIME ZONE,
        CONSTRAINT "UQ_e2273b52b0f9872464f355eff2f" UNIQUE ("ruling_id"),
        CONSTRAINT "PK_f644a99d2dfcff9facb08bd1697" PRIMARY KEY ("id"));
      ALTER TABLE "appeal" ADD CONSTRAINT "FK_e2273b52b0f9872464f355eff2f" FOREIGN KEY ("ruling_id")
        REFERENCES "ruling"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "appeal" ADD CONSTRAINT "FK_8e9febf785d475f87581edae5f7" FOREIGN KEY ("decided_by_id")
        REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query('DROP TABLE "appeal"');
  }
}
