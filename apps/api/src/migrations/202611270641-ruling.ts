import type { MigrationInterface, QueryRunner } from "typeorm";

/** Rulings of moderators on texts that waited. */
export class Ruling202611270641 implements MigrationInterface {
  name = "Ruling1795761660000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "ruling" ("id" uuid NOT NULL DEFAULT uuidv7(), "kind" text NOT NULL, "text_id" uuid NOT NULL,
        "group_id" uuid NOT NULL, "outcome" text NOT NULL, "reason" text, "note" text, "former" jsonb NOT NULL DEFAULT '{}',
        "ruled_by_id" uuid NOT NULL, "ruled_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
        "lifted_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "PK_aa154084dc9fb7d1ab4aa2b4bb3" PRIMARY KEY ("id"));
      CREATE INDEX "ruling_text" ON "ruling" ("kind", "text_id");
      CREATE INDEX "ruling_group" ON "ruling" ("group_id", "id");
      ALTER TABLE "ruling" ADD CONSTRAINT "FK_b82ccbae44c2d0841d76b7fba9e" FOREIGN KEY ("group_id")
        REFERENCES "working_group"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "ruling" ADD CONSTRAINT "FK_a9c6e54af9102ccfcd9fa46454a" FOREIGN KEY ("ruled_by_id")
        REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query('DROP TABLE "ruling"');
  }
}
