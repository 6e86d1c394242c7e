import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What is unread of an objective, the oldest first, and texts that nothing follows from yet, are found by an index of
 * these alone, as reactions that are held or ask something, and texts that name a sector; the responses of a region by one
 * that says all that is counted of them.
 */
export class WaitingTexts202611281041 implements MigrationInterface {
  name = "WaitingTexts1795862460000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE INDEX "contribution_waiting" ON "contribution" ("objective_id", "contributed_on")
        WHERE readers = 0 AND status IN ('VISIBLE', 'UNPUBLISHED');
      CREATE INDEX "contribution_without_end" ON "contribution" ("objective_id", "readers")
        WHERE status = 'VISIBLE' AND NOT marked AND not_retained IS NULL;
      CREATE INDEX "contribution_about" ON "contribution" ("theme_id", "sectors") WHERE status = 'VISIBLE' AND sectors <> '{}';
      CREATE INDEX "reaction_held" ON "reaction" ("id") WHERE status = 'HELD';
      CREATE INDEX "reaction_asks" ON "reaction" ("subject", "subject_id")
        WHERE kind = 'QUESTION' AND status = 'VISIBLE' AND reply IS NULL;
      DROP INDEX "response_region";
      CREATE INDEX "response_region" ON "response" ("questionnaire_id", "region_id", "submitted_on", "status");
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`DROP INDEX "contribution_waiting", "contribution_without_end", "contribution_about", "reaction_held", "reaction_asks",
        "response_region";
      CREATE INDEX "response_region" ON "response" ("questionnaire_id", "region_id")`);
  }
}
