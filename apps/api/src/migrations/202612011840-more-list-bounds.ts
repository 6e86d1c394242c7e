import type { MigrationInterface, QueryRunner } from "typeorm";

/** The most rows that hang from one: table, column of what they hang from, number. */
const bounds = [
  ["proposal_initiative", "initiative_id", 300],
  ["questionnaire_revision", "questionnaire_id", 500],
  ["reading", "contribution_id", 100],
] as const;

/** Three more lists that only a team lengthens: proposals of an initiative, revisions of a questionnaire, who read a text. */
export class MoreListBounds202612011840 implements MigrationInterface {
  name = "MoreListBounds1796150400000";

  async up(db: QueryRunner) {
    for (const [table, parent, most] of bounds)
      await db.query(`CREATE TRIGGER "hold_length_of_${parent}" AFTER INSERT ON "${table}" REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION hold_length('${parent}', ${most})`);
  }

  async down(db: QueryRunner) {
    for (const [table, parent] of bounds) await db.query(`DROP TRIGGER "hold_length_of_${parent}" ON "${table}"`);
  }
}
