import type { MigrationInterface, QueryRunner } from "typeorm";

/** Until now one person made a proposal public and recorded its adoption: of those rows, the lack of a second is told. */
export class SecondPerson202611270631 implements MigrationInterface {
  name = "SecondPerson1795761113111";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "presence" ("meeting_id" uuid NOT NULL, "territory_id" uuid NOT NULL, "people" integer NOT NULL, CONSTRAINT "PK_fc5c9b1b5d59c487bb954107f84" PRIMARY KEY ("meeting_id", "territory_id"));
      CREATE TABLE "recorded_adoption" ("proposal_id" uuid NOT NULL, "decided" jsonb NOT NULL, "recorded_by_id" uuid NOT NULL, "recorded_on" date NOT NULL, CONSTRAINT "PK_2f41353097162aba505edf6578b" PRIMARY KEY ("proposal_id"));
      ALTER TABLE "meeting" ADD "presence_version" integer NOT NULL DEFAULT '0';
      ALTER TABLE "proposal" ADD "publication_asked_by_id" uuid;
      ALTER TABLE "proposal" ADD "published_alone" boolean NOT NULL DEFAULT false;
      ALTER TABLE "adoption" ADD "confirmed_by_id" uuid;
      ALTER TABLE "adoption" ADD "alone" boolean NOT NULL DEFAULT false;
      UPDATE "proposal" SET "published_alone" = true WHERE "state" <> 'DRAFT';
      UPDATE "adoption" SET "alone" = true, "confirmed_by_id" = "recorded_by_id";
      ALTER TABLE "presence" ADD CONSTRAINT "FK_ee8cd8d02c5d391ac98e02210d3" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "presence" ADD CONSTRAINT "FK_fe4acadc99ef028f1de370f3a2a" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "proposal" ADD CONSTRAINT "FK_6cc9e33098858cf8546baa66755" FOREIGN KEY ("publication_asked_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "adoption" ADD CONSTRAINT "FK_b50a7b3ba81f73a5e1d1100365d" FOREIGN KEY ("confirmed_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "recorded_adoption" ADD CONSTRAINT "FK_2f41353097162aba505edf6578b" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "recorded_adoption" ADD CONSTRAINT "FK_b827451aa2dedd45c8bf9002ffe" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "recorded_adoption" DROP CONSTRAINT "FK_b827451aa2dedd45c8bf9002ffe";
      ALTER TABLE "recorded_adoption" DROP CONSTRAINT "FK_2f41353097162aba505edf6578b";
      ALTER TABLE "adoption" DROP CONSTRAINT "FK_b50a7b3ba81f73a5e1d1100365d";
      ALTER TABLE "proposal" DROP CONSTRAINT "FK_6cc9e33098858cf8546baa66755";
      ALTER TABLE "presence" DROP CONSTRAINT "FK_fe4acadc99ef028f1de370f3a2a";
      ALTER TABLE "presence" DROP CONSTRAINT "FK_ee8cd8d02c5d391ac98e02210d3";
      ALTER TABLE "adoption" DROP COLUMN "alone";
      ALTER TABLE "adoption" DROP COLUMN "confirmed_by_id";
      ALTER TABLE "proposal" DROP COLUMN "published_alone";
      ALTER TABLE "proposal" DROP COLUMN "publication_asked_by_id";
      ALTER TABLE "meeting" DROP COLUMN "presence_version";
      DROP TABLE "recorded_adoption";
      DROP TABLE "presence";
    `);
  }
}
