import type { MigrationInterface, QueryRunner } from "typeorm";

/** What is supplied may be taken up into several slots, and what it became is known again where it is copied. */
export class Taking0030 implements MigrationInterface {
  name = "Taking1795648580699";

  async up(db: QueryRunner) {
    await db.query(`
      DROP INDEX "public"."supply_taken";
      CREATE TABLE "supply_taking" ("id" uuid NOT NULL DEFAULT uuidv7(), "contribution_id" uuid NOT NULL, "taken_as" text NOT NULL, "taken_id" uuid NOT NULL, "taken_on" date NOT NULL, CONSTRAINT "PK_f3b01d7112c55096237d336dcc8" PRIMARY KEY ("id"));
      CREATE UNIQUE INDEX "supply_taking_once" ON "supply_taking"  ("contribution_id", "taken_as", "taken_id") ;
      CREATE INDEX "supply_taking_taken" ON "supply_taking"  ("taken_id") ;
      INSERT INTO "supply_taking" ("contribution_id", "taken_as", "taken_id", "taken_on")
        SELECT contribution_id, taken_as, taken_id, taken_on FROM "supply" WHERE taken_id IS NOT NULL ORDER BY taken_on;
      ALTER TABLE "supply" DROP COLUMN "taken_on";
      ALTER TABLE "supply" DROP COLUMN "taken_id";
      ALTER TABLE "supply" DROP COLUMN "taken_as";
      ALTER TABLE "objection" ADD "origin_id" uuid;
      ALTER TABLE "ask" ADD "origin_id" uuid;
      ALTER TABLE "work" ADD "origin_id" uuid;
      ALTER TABLE "proposal_carrier" ADD "origin_id" uuid;
      ALTER TABLE "supply_taking" ADD CONSTRAINT "FK_ebf9931ff330445ea38d861f38b" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "supply_taking" DROP CONSTRAINT "FK_ebf9931ff330445ea38d861f38b";
      ALTER TABLE "proposal_carrier" DROP COLUMN "origin_id";
      ALTER TABLE "work" DROP COLUMN "origin_id";
      ALTER TABLE "ask" DROP COLUMN "origin_id";
      ALTER TABLE "objection" DROP COLUMN "origin_id";
      ALTER TABLE "supply" ADD "taken_as" text;
      ALTER TABLE "supply" ADD "taken_id" uuid;
      ALTER TABLE "supply" ADD "taken_on" date;
      -- The older table holds one: the last.
      UPDATE "supply" s SET taken_as = t.taken_as, taken_id = t.taken_id, taken_on = t.taken_on FROM (
        SELECT DISTINCT ON (contribution_id) * FROM "supply_taking" ORDER BY contribution_id, id DESC) t
        WHERE t.contribution_id = s.contribution_id AND t.taken_as IN ('STATEMENT', 'OBJECTION', 'EXAMPLE');
      DROP INDEX "public"."supply_taking_taken";
      DROP INDEX "public"."supply_taking_once";
      DROP TABLE "supply_taking";
      CREATE INDEX "supply_taken" ON "supply" USING btree ("taken_id") WHERE (taken_id IS NOT NULL);
    `);
  }
}
