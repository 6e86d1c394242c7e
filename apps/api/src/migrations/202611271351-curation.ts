import type { MigrationInterface, QueryRunner } from "typeorm";

/** Answers of the team to what people supply to proposals. */
export class Curation202611271351 implements MigrationInterface {
  name = "Curation1795787460000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "curation_answer" ("id" uuid NOT NULL DEFAULT uuidv7(), "kind" text NOT NULL, "text_id" uuid NOT NULL,
        "group_id" uuid NOT NULL, "reason" text NOT NULL, "joined_kind" text, "joined_id" uuid, "act_id" uuid NOT NULL,
        "answered_by_id" uuid, "answered_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "lifted_at" TIMESTAMP(3) WITH TIME ZONE,
        CONSTRAINT "PK_e4bc53d012a1655a3b02e3e539c" PRIMARY KEY ("id"));
      CREATE UNIQUE INDEX "curation_answer_once" ON "curation_answer" ("kind", "text_id") WHERE lifted_at is null;
      CREATE INDEX "curation_answer_joined" ON "curation_answer" ("joined_kind", "joined_id");
      CREATE INDEX "curation_answer_act" ON "curation_answer" ("act_id");
      ALTER TABLE "curation_answer" ADD CONSTRAINT "FK_df63fb25ee1eb0ac2ebc76ba1c7"
        FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "curation_answer" ADD CONSTRAINT "FK_72aad7c69dfd40b121a7e317d27"
        FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query('DROP TABLE "curation_answer"');
  }
}
