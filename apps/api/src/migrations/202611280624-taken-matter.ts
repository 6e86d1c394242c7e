import type { MigrationInterface, QueryRunner } from "typeorm";

export class TakenMatter202611280624 implements MigrationInterface {
  name = "TakenMatter1795847068869";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "taken_matter" ("kind" text NOT NULL, "subject_id" uuid NOT NULL, "person_id" uuid NOT NULL, "taken_on" date NOT NULL, CONSTRAINT "PK_d6a26867b04909524016867b4b9" PRIMARY KEY ("kind", "subject_id"));
      CREATE INDEX "taken_matter_person" ON "taken_matter"  ("person_id") ;
      ALTER TABLE "taken_matter" ADD CONSTRAINT "FK_7b4c75157ab37ace8b40468fc0f" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "taken_matter" DROP CONSTRAINT "FK_7b4c75157ab37ace8b40468fc0f";
      DROP INDEX "public"."taken_matter_person";
      DROP TABLE "taken_matter";
    `);
  }
}
