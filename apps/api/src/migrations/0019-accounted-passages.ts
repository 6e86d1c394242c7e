import type { MigrationInterface, QueryRunner } from "typeorm";

/** What each published version made of every passage, kept with it; how words were cited when their author was asked. */
export class AccountedPassages0019 implements MigrationInterface {
  name = "AccountedPassages1795612258813";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "accounted_passage" ("version_id" uuid NOT NULL, "passage_id" uuid NOT NULL, "set_aside_id" uuid, CONSTRAINT "PK_7b5293ac970b13eb37dc8126143" PRIMARY KEY ("version_id", "passage_id"));
      CREATE INDEX "accounted_passage_passage" ON "accounted_passage"  ("passage_id") ;
      ALTER TABLE "citation_review" ADD "cited_as" text;
      ALTER TABLE "synthesis_version" ADD "revision" integer NOT NULL DEFAULT '1';
      ALTER TABLE "synthesis_version" ADD "nothing_to_add" integer;
      ALTER TABLE "accounted_passage" ADD CONSTRAINT "FK_359520b52b7b64c619eb2917422" FOREIGN KEY ("version_id") REFERENCES "synthesis_version"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "accounted_passage" ADD CONSTRAINT "FK_a3661c051812f5d08d770d2bcce" FOREIGN KEY ("passage_id") REFERENCES "passage"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "accounted_passage" ADD CONSTRAINT "FK_180511f40295a804712761e4387" FOREIGN KEY ("set_aside_id") REFERENCES "set_aside"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      INSERT INTO "accounted_passage" ("version_id", "passage_id")
        SELECT v."id", l."passage_id" FROM "synthesis_version" v JOIN "synthesis_paragraph" g ON g."version_id" = v."id"
        JOIN "passage_citation" l ON l."paragraph_id" = g."id" WHERE v."state" = 'PUBLISHED'
        UNION
        SELECT v."id", l."passage_id" FROM "synthesis_version" v JOIN "synthesis_paragraph" g ON g."version_id" = v."id"
        JOIN "citation" c ON c."paragraph_id" = g."id" JOIN "key_point_passage" l ON l."key_point_id" = c."key_point_id"
        WHERE v."state" = 'PUBLISHED';
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "accounted_passage" DROP CONSTRAINT "FK_180511f40295a804712761e4387";
      ALTER TABLE "accounted_passage" DROP CONSTRAINT "FK_a3661c051812f5d08d770d2bcce";
      ALTER TABLE "accounted_passage" DROP CONSTRAINT "FK_359520b52b7b64c619eb2917422";
      ALTER TABLE "synthesis_version" DROP COLUMN "nothing_to_add";
      ALTER TABLE "synthesis_version" DROP COLUMN "revision";
      ALTER TABLE "citation_review" DROP COLUMN "cited_as";
      DROP INDEX "public"."accounted_passage_passage";
      DROP TABLE "accounted_passage";
    `);
  }
}
