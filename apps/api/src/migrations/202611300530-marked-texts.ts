import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What is told of marked texts, their passages and what says a key point is read from indexes: a key point that thousands
 * say, cited, led to as many texts, each with its words. What is included is no condition: it would be searched for.
 */
export class MarkedTexts202611300530 implements MigrationInterface {
  name = "MarkedTexts1796016600000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE INDEX "contribution_marked_told" ON "contribution" ("id") INCLUDE ("objective_id", "status", "region_id", "channel",
        "question_id", "theme_id", "response_id", "minutes_block_id") WHERE marked;
      CREATE INDEX "passage_text" ON "passage" ("id") INCLUDE ("contribution_id");
      CREATE INDEX "key_point_passage_told" ON "key_point_passage" ("key_point_id", "passage_id") INCLUDE ("voice_id", "region_id", "text_id");
    `);
  }

  async down(db: QueryRunner) {
    await db.query('DROP INDEX "contribution_marked_told", "passage_text", "key_point_passage_told"');
  }
}
