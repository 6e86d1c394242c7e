import type { MigrationInterface, QueryRunner } from "typeorm";

/** Texts of an objective with their revision, and passages of a key point with who says them, are read from an index alone. */
export class ShelvesByIndex202611290330 implements MigrationInterface {
  name = "ShelvesByIndex1795923000000";

  async up(db: QueryRunner) {
    await db.query(`
      DROP INDEX "contribution_objective";
      CREATE INDEX "contribution_objective" ON "contribution"
        ("objective_id", "status", "contributed_on", "id", "revision", "question_id", "theme_id");
      CREATE INDEX "key_point_passage_voice" ON "key_point_passage" ("key_point_id", "voice_id", "region_id", "passage_id");
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DROP INDEX "key_point_passage_voice", "contribution_objective";
      CREATE INDEX "contribution_objective" ON "contribution" ("objective_id", "status", "contributed_on", "id");
    `);
  }
}
