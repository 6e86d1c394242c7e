import type { MigrationInterface, QueryRunner } from "typeorm";

/** What a group reads first in one questionnaire, synthesis, proposal or meeting. */
export class ObjectReview202611280303 implements MigrationInterface {
  name = "ObjectReview1795834980000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "object_review" ("object_id" uuid NOT NULL, "group_id" uuid NOT NULL, "mode" text NOT NULL, "until" date,
        CONSTRAINT "PK_3c6759d7e04ff8d7e68c0c8c960" PRIMARY KEY ("object_id"));
      CREATE INDEX "object_review_group" ON "object_review" ("group_id");
      ALTER TABLE "object_review" ADD CONSTRAINT "FK_d74cf031253b33d274eb7fa09d4" FOREIGN KEY ("group_id")
        REFERENCES "working_group"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query('DROP TABLE "object_review"');
  }
}
