import type { MigrationInterface, QueryRunner } from "typeorm";

export class KeptForTwo202611282008 implements MigrationInterface {
  name = "KeptForTwo1795896539266";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "kept_for_two" ("contribution_id" uuid NOT NULL, "person_id" uuid NOT NULL, "kept_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_5faafdf9b36b55523a488e0a928" PRIMARY KEY ("contribution_id"));
      CREATE INDEX "kept_for_two_person" ON "kept_for_two"  ("person_id") ;
      ALTER TABLE "kept_for_two" ADD CONSTRAINT "FK_5faafdf9b36b55523a488e0a928" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "kept_for_two" ADD CONSTRAINT "FK_fe3c209d2974d4a820d55f96961" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "kept_for_two" DROP CONSTRAINT "FK_fe3c209d2974d4a820d55f96961";
      ALTER TABLE "kept_for_two" DROP CONSTRAINT "FK_5faafdf9b36b55523a488e0a928";
      DROP INDEX "public"."kept_for_two_person";
      DROP TABLE "kept_for_two";
    `);
  }
}
