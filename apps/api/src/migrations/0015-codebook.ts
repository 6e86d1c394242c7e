import type { MigrationInterface, QueryRunner } from "typeorm";

/** What a key point means, where it stands among the others, and what it was merged into. */
export class Codebook0015 implements MigrationInterface {
  name = "Codebook1795611600000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "key_point_merge" ("id" uuid NOT NULL DEFAULT uuidv7(), "key_point_id" uuid NOT NULL, "into_id" uuid NOT NULL, "was_state" text NOT NULL, "carried" jsonb NOT NULL, "merged_by_id" uuid, "merged_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "undone_by_id" uuid, "undone_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "PK_1e7a7e4469efb88ff7ba74c1697" PRIMARY KEY ("id"));
      CREATE INDEX "key_point_merge_key_point" ON "key_point_merge"  ("key_point_id") ;
      CREATE INDEX "key_point_merge_into" ON "key_point_merge"  ("into_id") ;
      ALTER TABLE "key_point" ADD "definition" text;
      ALTER TABLE "key_point" ADD "included" text;
      ALTER TABLE "key_point" ADD "excluded" text;
      ALTER TABLE "key_point" ADD "example" text;
      ALTER TABLE "key_point" ADD "parent_id" uuid;
      ALTER TABLE "key_point" ADD "color" text;
      ALTER TABLE "key_point" ADD "merged_into_id" uuid;
      CREATE INDEX "key_point_parent" ON "key_point"  ("parent_id") ;
      CREATE INDEX "key_point_merged_into" ON "key_point"  ("merged_into_id") ;
      ALTER TABLE "key_point" ADD CONSTRAINT "FK_107f8578fa2878da1226f1538fd" FOREIGN KEY ("parent_id") REFERENCES "key_point"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "key_point" ADD CONSTRAINT "FK_94638f8cf85dce72a3b2b24d491" FOREIGN KEY ("merged_into_id") REFERENCES "key_point"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "key_point_merge" ADD CONSTRAINT "FK_fcad83aacc61f9802197886d095" FOREIGN KEY ("key_point_id") REFERENCES "key_point"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "key_point_merge" ADD CONSTRAINT "FK_ca026bae016436fd13181d92baf" FOREIGN KEY ("into_id") REFERENCES "key_point"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "key_point_merge" ADD CONSTRAINT "FK_df2a5862db5b158cec13e0e7cc6" FOREIGN KEY ("merged_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "key_point_merge" ADD CONSTRAINT "FK_711e63a4724552437d9cc7612ce" FOREIGN KEY ("undone_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "key_point_merge" DROP CONSTRAINT "FK_711e63a4724552437d9cc7612ce";
      ALTER TABLE "key_point_merge" DROP CONSTRAINT "FK_df2a5862db5b158cec13e0e7cc6";
      ALTER TABLE "key_point_merge" DROP CONSTRAINT "FK_ca026bae016436fd13181d92baf";
      ALTER TABLE "key_point_merge" DROP CONSTRAINT "FK_fcad83aacc61f9802197886d095";
      ALTER TABLE "key_point" DROP CONSTRAINT "FK_94638f8cf85dce72a3b2b24d491";
      ALTER TABLE "key_point" DROP CONSTRAINT "FK_107f8578fa2878da1226f1538fd";
      DROP INDEX "public"."key_point_merged_into";
      DROP INDEX "public"."key_point_parent";
      ALTER TABLE "key_point" DROP COLUMN "merged_into_id";
      ALTER TABLE "key_point" DROP COLUMN "color";
      ALTER TABLE "key_point" DROP COLUMN "parent_id";
      ALTER TABLE "key_point" DROP COLUMN "example";
      ALTER TABLE "key_point" DROP COLUMN "excluded";
      ALTER TABLE "key_point" DROP COLUMN "included";
      ALTER TABLE "key_point" DROP COLUMN "definition";
      DROP INDEX "public"."key_point_merge_into";
      DROP INDEX "public"."key_point_merge_key_point";
      DROP TABLE "key_point_merge";
    `);
  }
}
