import type { MigrationInterface, QueryRunner } from "typeorm";

/** How far the sheet of an initiative came, who sent it, what each proves of a proposal; near names are looked for by trigrams. */
export class InitiativeSheets0021 implements MigrationInterface {
  name = "InitiativeSheets1795619497926";

  async up(db: QueryRunner) {
    await db.query(`
      create extension if not exists pg_trgm with schema public;
      ALTER TABLE "proposal_initiative" ADD "proves" text;
      ALTER TABLE "initiative" ADD "exchange" text;
      ALTER TABLE "initiative" ADD "criteria_reasons" jsonb NOT NULL DEFAULT '{}';
      ALTER TABLE "initiative" ADD "drawbacks" text;
      ALTER TABLE "initiative" ADD "source" text;
      ALTER TABLE "initiative" ADD "agreement" text;
      ALTER TABLE "initiative" ADD "status" text NOT NULL DEFAULT 'VALIDATED';
      ALTER TABLE "initiative" ADD "version" integer NOT NULL DEFAULT '1';
      ALTER TABLE "initiative" ADD "key" text;
      ALTER TABLE "initiative" ADD CONSTRAINT "UQ_a314a929bfae40436f04e120117" UNIQUE ("key");
      ALTER TABLE "initiative" ADD "code_digest" text;
      ALTER TABLE "initiative" ADD CONSTRAINT "UQ_862ecf324b22ca4d4a6f3d46a55" UNIQUE ("code_digest");
      ALTER TABLE "initiative" ADD "import_key" text;
      ALTER TABLE "initiative" ADD CONSTRAINT "UQ_9045b07ffc0f731011ee8c9c538" UNIQUE ("import_key");
      ALTER TABLE "initiative" ADD "proposed_on" date;
      ALTER TABLE "initiative" ADD "judged_on" date;
      ALTER TABLE "initiative" ADD "reason" text;
      ALTER TABLE "initiative" ADD "same_as_id" uuid;
      CREATE INDEX "initiative_name" ON "initiative"  ("status", "name", "id") ;
      ALTER TABLE "initiative" ADD CONSTRAINT "FK_afc5c65254548885b3d307ca14f" FOREIGN KEY ("same_as_id") REFERENCES "initiative"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "initiative" DROP CONSTRAINT "FK_afc5c65254548885b3d307ca14f";
      DROP INDEX "public"."initiative_name";
      ALTER TABLE "initiative" DROP COLUMN "same_as_id";
      ALTER TABLE "initiative" DROP COLUMN "reason";
      ALTER TABLE "initiative" DROP COLUMN "judged_on";
      ALTER TABLE "initiative" DROP COLUMN "proposed_on";
      ALTER TABLE "initiative" DROP CONSTRAINT "UQ_9045b07ffc0f731011ee8c9c538";
      ALTER TABLE "initiative" DROP COLUMN "import_key";
      ALTER TABLE "initiative" DROP CONSTRAINT "UQ_862ecf324b22ca4d4a6f3d46a55";
      ALTER TABLE "initiative" DROP COLUMN "code_digest";
      ALTER TABLE "initiative" DROP CONSTRAINT "UQ_a314a929bfae40436f04e120117";
      ALTER TABLE "initiative" DROP COLUMN "key";
      ALTER TABLE "initiative" DROP COLUMN "version";
      ALTER TABLE "initiative" DROP COLUMN "status";
      ALTER TABLE "initiative" DROP COLUMN "agreement";
      ALTER TABLE "initiative" DROP COLUMN "source";
      ALTER TABLE "initiative" DROP COLUMN "drawbacks";
      ALTER TABLE "initiative" DROP COLUMN "criteria_reasons";
      ALTER TABLE "initiative" DROP COLUMN "exchange";
      ALTER TABLE "proposal_initiative" DROP COLUMN "proves";
      drop extension if exists pg_trgm;
    `);
  }
}
