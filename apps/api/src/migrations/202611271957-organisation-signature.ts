import type { MigrationInterface, QueryRunner } from "typeorm";

/** An organisation signs a minority position, or opens one: no row tells which of its members did. */
export class OrganisationSignature202611271957 implements MigrationInterface {
  name = "OrganisationSignature1795809436871";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "organisation_signature" ("position_id" uuid NOT NULL, "organisation_id" uuid NOT NULL, CONSTRAINT "PK_d493d12a5d9bf667ddfa5074427" PRIMARY KEY ("position_id", "organisation_id"));
      CREATE INDEX "organisation_signature_of" ON "organisation_signature"  ("organisation_id") ;
      ALTER TABLE "minority_position" ALTER COLUMN "opened_by_id" DROP NOT NULL;
      ALTER TABLE "organisation_signature" ADD CONSTRAINT "FK_f29571f8fa11140c8fec9e13538" FOREIGN KEY ("position_id") REFERENCES "minority_position"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "organisation_signature" ADD CONSTRAINT "FK_c57a9cc1a0fe2af2d54cb08739f" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "organisation_signature" DROP CONSTRAINT "FK_c57a9cc1a0fe2af2d54cb08739f";
      ALTER TABLE "organisation_signature" DROP CONSTRAINT "FK_f29571f8fa11140c8fec9e13538";
      DELETE FROM "minority_signature" WHERE "position_id" IN (SELECT "id" FROM "minority_position" WHERE "opened_by_id" IS NULL);
      DELETE FROM "organisation_signature" WHERE "position_id" IN (SELECT "id" FROM "minority_position" WHERE "opened_by_id" IS NULL);
      DELETE FROM "minority_position" WHERE "opened_by_id" IS NULL;
      ALTER TABLE "minority_position" ALTER COLUMN "opened_by_id" SET NOT NULL;
      DROP TABLE "organisation_signature";
    `);
  }
}
