import type { MigrationInterface, QueryRunner } from "typeorm";

export class LeftNearText202612031410 implements MigrationInterface {
  name = "LeftNearText1796307033176";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "left_near_text" ("contribution_id" uuid NOT NULL, "other_id" uuid NOT NULL, "left_on" date NOT NULL, "left_by_id" uuid NOT NULL, CONSTRAINT "PK_2c18e7746e4c8db3a0aa5758db8" PRIMARY KEY ("contribution_id", "other_id"));
      CREATE INDEX "left_near_text_other" ON "left_near_text"  ("other_id") ;
      ALTER TABLE "left_near_text" ADD CONSTRAINT "FK_a82e0507e8b2a77019308028c8b" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE "left_near_text" ADD CONSTRAINT "FK_72bdc5bcbcc1bb60e78b6a25b4c" FOREIGN KEY ("other_id") REFERENCES "contribution"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE "left_near_text" ADD CONSTRAINT "FK_f4e663f13fea4e8ae80cd0adf0f" FOREIGN KEY ("left_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "left_near_text" DROP CONSTRAINT "FK_f4e663f13fea4e8ae80cd0adf0f";
      ALTER TABLE "left_near_text" DROP CONSTRAINT "FK_72bdc5bcbcc1bb60e78b6a25b4c";
      ALTER TABLE "left_near_text" DROP CONSTRAINT "FK_a82e0507e8b2a77019308028c8b";
      DROP INDEX "public"."left_near_text_other";
      DROP TABLE "left_near_text";
    `);
  }
}
