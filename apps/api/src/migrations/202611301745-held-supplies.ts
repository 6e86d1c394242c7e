import type { MigrationInterface, QueryRunner } from "typeorm";

const arm = "WHEN 'CONTRIBUTION' THEN";
const both = "WHEN 'CONTRIBUTION', 'SUPPLY' THEN";
const alone = "objective_id IS NULL AND response_id IS NULL AND import_key IS NULL";
const inTheme = (where: string) => `
  DROP INDEX "contribution_held_in_theme";
  CREATE INDEX "contribution_held_in_theme" ON "contribution" ("theme_id", "contributed_on", "id") WHERE ${where}`;

/** Supplies to proposals, which anybody sends, are found as other texts are while they wait for a moderator. */
export class HeldSupplies202611301745 implements MigrationInterface {
  name = "HeldSupplies1796060700000";

  async up(db: QueryRunner) {
    await db.query('LOCK TABLE "hold" IN SHARE ROW EXCLUSIVE MODE');
    await db.query(`
      ALTER TABLE "contribution" DISABLE TRIGGER USER;
      UPDATE "contribution" t SET held_flood = h.flood_digest FROM "hold" h
        WHERE h.kind = 'SUPPLY' AND h.flood_digest IS NOT NULL AND h.text_id = t.id;
      ALTER TABLE "contribution" ENABLE TRIGGER USER;
      CREATE INDEX "contribution_supply_held" ON "contribution" (contributed_on, id) WHERE status = 'HELD' AND ${alone};
      CREATE INDEX "contribution_supply_alone" ON "contribution" (contributed_on, id)
        WHERE status = 'HELD' AND held_flood IS NULL AND ${alone};
    `);
    await db.query(
      inTheme("status = 'HELD' AND objective_id IS NULL AND (response_id IS NOT NULL OR import_key IS NOT NULL)"),
    );
    await replaced(db, arm, both);
  }

  async down(db: QueryRunner) {
    await replaced(db, both, arm);
    await db.query(inTheme("status = 'HELD' AND objective_id IS NULL"));
    await db.query(`
      DROP INDEX "contribution_supply_held";
      DROP INDEX "contribution_supply_alone";
      ALTER TABLE "contribution" DISABLE TRIGGER USER;
      UPDATE "contribution" SET held_flood = NULL WHERE held_flood IS NOT NULL AND ${alone};
      ALTER TABLE "contribution" ENABLE TRIGGER USER;
    `);
  }
}

/** Makes the function that keeps floods beside texts anew, with one part of it in the place of another. */
async function replaced(db: QueryRunner, from: string, to: string) {
  const [{ made }] = (await db.query("select pg_get_functiondef('flood_of_text'::regproc) as made")) as [
    { made: string },
  ];
  await db.query(made.replace(from, to));
}
