import type { MigrationInterface, QueryRunner } from "typeorm";

/** The first words of a key point are found in the order they are told in: without it all of its words are put in order. */
export class WordsInOrder202611300845 implements MigrationInterface {
  name = "WordsInOrder1796028300000";

  async up(db: QueryRunner) {
    await db.query(
      `CREATE INDEX "key_point_passage_order" ON "key_point_passage" ("key_point_id", "said_on", "text_id", "passage_id")
       WHERE said_on IS NOT NULL`,
    );
  }

  async down(db: QueryRunner) {
    await db.query('DROP INDEX "key_point_passage_order"');
  }
}
