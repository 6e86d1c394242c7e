import type { MigrationInterface, QueryRunner } from "typeorm";

/** Counts are read from an index alone, and each filter finds its newest texts where they are few. */
export class ContributionCounts0004 implements MigrationInterface {
  name = "ContributionCounts1764038800000";

  async up(db: QueryRunner) {
    await db.query(`
      DROP INDEX "contribution_territory";
      CREATE INDEX "contribution_territory" ON "contribution"  ("territory_id", "status", "contributed_on", "id") ;
      CREATE INDEX "contribution_told" ON "contribution"  ("territory_id", "status", "appearance", "response_id") ;
      CREATE INDEX "contribution_theme" ON "contribution"  ("theme_id", "status", "region_id") ;
      CREATE INDEX "contribution_channel" ON "contribution"  ("channel", "status", "contributed_on", "id") ;
      CREATE INDEX "contribution_sectors" ON "contribution"  ("status", "contributed_on", "id") WHERE sectors <> '{}';
      CREATE INDEX "response_territory" ON "response"  ("territory_id", "status", "appearance") ;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DROP INDEX "response_territory", "contribution_sectors", "contribution_channel", "contribution_theme", "contribution_told",
        "contribution_territory";
      CREATE INDEX "contribution_territory" ON "contribution"  ("territory_id", "status") ;
    `);
  }
}
