import type { MigrationInterface, QueryRunner } from "typeorm";

/** All the parts of a proposal kept as rows, and what anybody supplies to it. */
export class Scaffold0026 implements MigrationInterface {
  name = "Scaffold1795633901465";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "work" ("id" uuid NOT NULL DEFAULT uuidv7(), "proposal_id" uuid NOT NULL, "position" integer NOT NULL, "title" text NOT NULL, "reference" text NOT NULL, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "PK_1ad2a9dfd058d66c37e6d495222" PRIMARY KEY ("id"));
      CREATE INDEX "work_proposal" ON "work"  ("proposal_id", "position") ;
      CREATE TABLE "proposal_carrier" ("id" uuid NOT NULL DEFAULT uuidv7(), "proposal_id" uuid NOT NULL, "position" integer NOT NULL, "kind" text NOT NULL, "name" text NOT NULL, "territory_id" uuid, "person_id" uuid, "consent" text, CONSTRAINT "PK_b9fbbddd44c5a5769e4d21c5df1" PRIMARY KEY ("id"));
      CREATE INDEX "proposal_carrier_proposal" ON "proposal_carrier"  ("proposal_id", "position") ;
      CREATE INDEX "proposal_carrier_person" ON "proposal_carrier"  ("person_id") WHERE person_id is not null;
      CREATE TABLE "supply" ("contribution_id" uuid NOT NULL, "proposal_id" uuid NOT NULL, "slot" text NOT NULL, "source" text, "key" text NOT NULL, "digest" text NOT NULL, "code_digest" text NOT NULL, "taken_as" text, "taken_id" uuid, "taken_on" date, CONSTRAINT "UQ_72098f449e9ca93e04ce1def469" UNIQUE ("key"), CONSTRAINT "UQ_3e73ca5310c2e43d16c7c47bbe0" UNIQUE ("code_digest"), CONSTRAINT "PK_fb056c6e7b8ae96d0eab673e08d" PRIMARY KEY ("contribution_id"));
      CREATE INDEX "supply_proposal" ON "supply"  ("proposal_id", "slot") ;
      CREATE INDEX "supply_taken" ON "supply"  ("taken_id") WHERE taken_id is not null;
      CREATE TABLE "argument_rating" ("contribution_id" uuid NOT NULL, "rater_digest" text NOT NULL, "use" text NOT NULL, CONSTRAINT "PK_cf0fd292d12e7db14d753826110" PRIMARY KEY ("contribution_id", "rater_digest"));
      INSERT INTO "proposal_carrier" ("proposal_id", "position", "kind", "name")
        SELECT p.id, c.position, 'NAME', c.name FROM "proposal" p, unnest(p.carriers) WITH ORDINALITY c(name, position);
      ALTER TABLE "proposal" DROP COLUMN "carriers";
      ALTER TABLE "objection" ADD "blocking" boolean NOT NULL DEFAULT false;
      ALTER TABLE "objection" ADD "version" integer NOT NULL DEFAULT '1';
      CREATE INDEX "objection_proposal" ON "objection"  ("proposal_id", "position") ;
      ALTER TABLE "work" ADD CONSTRAINT "FK_f461ff617132b8b260279b79398" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "proposal_carrier" ADD CONSTRAINT "FK_45047df4547d4a3cbee6a3c907d" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "proposal_carrier" ADD CONSTRAINT "FK_2b4c713f912d2f1493a4b44dc88" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "proposal_carrier" ADD CONSTRAINT "FK_e6d1f21c287dc20e817d8501a07" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "supply" ADD CONSTRAINT "FK_fb056c6e7b8ae96d0eab673e08d" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "supply" ADD CONSTRAINT "FK_735a4498f7fa695112cf635a56b" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "argument_rating" ADD CONSTRAINT "FK_54469faccf709dcb6f39c7bfc6f" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "argument_rating" DROP CONSTRAINT "FK_54469faccf709dcb6f39c7bfc6f";
      ALTER TABLE "supply" DROP CONSTRAINT "FK_735a4498f7fa695112cf635a56b";
      ALTER TABLE "supply" DROP CONSTRAINT "FK_fb056c6e7b8ae96d0eab673e08d";
      ALTER TABLE "proposal_carrier" DROP CONSTRAINT "FK_e6d1f21c287dc20e817d8501a07";
      ALTER TABLE "proposal_carrier" DROP CONSTRAINT "FK_2b4c713f912d2f1493a4b44dc88";
      ALTER TABLE "proposal_carrier" DROP CONSTRAINT "FK_45047df4547d4a3cbee6a3c907d";
      ALTER TABLE "work" DROP CONSTRAINT "FK_f461ff617132b8b260279b79398";
      DROP INDEX "public"."objection_proposal";
      ALTER TABLE "objection" DROP COLUMN "version";
      ALTER TABLE "objection" DROP COLUMN "blocking";
      ALTER TABLE "proposal" ADD "carriers" text array NOT NULL DEFAULT '{}';
      UPDATE "proposal" SET carriers = array(SELECT name FROM "proposal_carrier" c
        WHERE c.proposal_id = proposal.id AND c.kind <> 'PERSON' ORDER BY position);
      DROP TABLE "argument_rating";
      DROP INDEX "public"."supply_taken";
      DROP INDEX "public"."supply_proposal";
      DROP TABLE "supply";
      DROP INDEX "public"."proposal_carrier_person";
      DROP INDEX "public"."proposal_carrier_proposal";
      DROP TABLE "proposal_carrier";
      DROP INDEX "public"."work_proposal";
      DROP TABLE "work";
    `);
  }
}
