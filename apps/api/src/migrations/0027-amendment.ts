import type { MigrationInterface, QueryRunner } from "typeorm";

/** Other words for a sentence of a proposal, as anybody proposes them, and what became of them. */
export class Amendment0027 implements MigrationInterface {
  name = "Amendment1795636783942";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "amendment" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "key" text NOT NULL, "proposal_id" uuid NOT NULL, "statement_id" uuid, "part" text NOT NULL, "before" text, "text" text NOT NULL, "why" text NOT NULL, "author_name" text, "territory_id" uuid, "status" text NOT NULL DEFAULT 'VISIBLE', "state" text NOT NULL DEFAULT 'PROPOSED', "proposed_on" date NOT NULL, "settled_on" date, "settled_by_id" uuid, "answer" text, "accepted_text" text, "version_number" integer, "promoted_to_id" uuid, "fictional" boolean NOT NULL DEFAULT false, CONSTRAINT "UQ_25a18daac8d4c6dc43a9646ba20" UNIQUE ("key"), CONSTRAINT "PK_20ea5f7928736a012e29a76cb02" PRIMARY KEY ("id"));
      CREATE INDEX "amendment_proposal" ON "amendment"  ("proposal_id", "proposed_on") ;
      CREATE INDEX "amendment_promoted" ON "amendment"  ("promoted_to_id") ;
      ALTER TABLE "amendment" ADD CONSTRAINT "FK_a6cc3109dd99a20a308d7bf5a6f" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "amendment" ADD CONSTRAINT "FK_a7ca391b3d78404da320282e65c" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "amendment" ADD CONSTRAINT "FK_bd7ce8eeaa44212b1073787ada9" FOREIGN KEY ("settled_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "amendment" ADD CONSTRAINT "FK_df29172a46e3953b29891bedc46" FOREIGN KEY ("promoted_to_id") REFERENCES "proposal"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "amendment" DROP CONSTRAINT "FK_df29172a46e3953b29891bedc46";
      ALTER TABLE "amendment" DROP CONSTRAINT "FK_bd7ce8eeaa44212b1073787ada9";
      ALTER TABLE "amendment" DROP CONSTRAINT "FK_a7ca391b3d78404da320282e65c";
      ALTER TABLE "amendment" DROP CONSTRAINT "FK_a6cc3109dd99a20a308d7bf5a6f";
      DROP INDEX "public"."amendment_promoted";
      DROP INDEX "public"."amendment_proposal";
      DROP TABLE "amendment";
    `);
  }
}
