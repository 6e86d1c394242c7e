import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Texts of a theme that are held and have no objective are found by an index of them alone: each group looked through all
 * that was held. What stands beside the passages of a key point follows it to the objective where it went.
 */
export class HeldWithoutObjective202611300244 implements MigrationInterface {
  name = "HeldWithoutObjective1796006640000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE INDEX "contribution_held_in_theme" ON "contribution" ("theme_id", "contributed_on", "id")
        WHERE status = 'HELD' AND objective_id IS NULL;
      UPDATE "key_point_passage" l SET objective_id = k.objective_id FROM "key_point" k
        WHERE k.id = l.key_point_id AND l.objective_id <> k.objective_id;
    `);
  }

  async down(db: QueryRunner) {
    await db.query('DROP INDEX "contribution_held_in_theme"');
  }
}
