import type { MigrationInterface, QueryRunner } from "typeorm";

/** The words of a synthesis go into its versions, each whole; words that are cited are passages, and nothing else. */
export class SynthesisVersions0014 implements MigrationInterface {
  name = "SynthesisVersions1795611364738";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "synthesis_paragraph" DROP CONSTRAINT "FK_9c3d80b299a459bc65c9819e38d";
      DROP INDEX "synthesis_paragraph_order";
      CREATE TABLE "passage_citation" ("paragraph_id" uuid NOT NULL, "passage_id" uuid NOT NULL, CONSTRAINT "PK_7619892f41b2f21481d8df98b65" PRIMARY KEY ("paragraph_id", "passage_id"));
      CREATE INDEX "passage_citation_passage" ON "passage_citation"  ("passage_id") ;
      CREATE TABLE "set_aside" ("id" uuid NOT NULL DEFAULT uuidv7(), "version_id" uuid NOT NULL, "key_point_id" uuid, "passage_id" uuid, "reason" text NOT NULL, "note" text, "set_aside_by_id" uuid, CONSTRAINT "PK_3f5b27cd5abdbd711c15b2c1d2c" PRIMARY KEY ("id"));
      CREATE UNIQUE INDEX "set_aside_key_point" ON "set_aside"  ("version_id", "key_point_id") ;
      CREATE UNIQUE INDEX "set_aside_passage" ON "set_aside"  ("version_id", "passage_id") ;
      CREATE TABLE "minority_position" ("id" uuid NOT NULL DEFAULT uuidv7(), "key" text NOT NULL, "synthesis_id" uuid NOT NULL, "text" text NOT NULL, "territory_id" uuid, "opened_by_id" uuid NOT NULL, "opened_on" date NOT NULL, CONSTRAINT "UQ_05a0ae431fbd2ae123f078b330d" UNIQUE ("key"), CONSTRAINT "PK_b3eb31871721df3db7d7cbb1aa4" PRIMARY KEY ("id"));
      CREATE INDEX "minority_position_synthesis" ON "minority_position"  ("synthesis_id") ;
      CREATE TABLE "minority_signature" ("position_id" uuid NOT NULL, "person_id" uuid NOT NULL, CONSTRAINT "PK_255194e35e5de2042a31f910936" PRIMARY KEY ("position_id", "person_id"));
      ALTER TABLE "citation_review" ADD "resolution" text;
      ALTER TABLE "citation_review" ADD "reply" text;
      ALTER TABLE "citation_review" ADD "resolved_on" date;
      ALTER TABLE "citation_review" ADD "resolved_by_id" uuid;
      ALTER TABLE "synthesis_version" ADD "id" uuid NOT NULL DEFAULT uuidv7();
      ALTER TABLE "synthesis_version" ADD "state" text NOT NULL DEFAULT 'PUBLISHED';
      ALTER TABLE "synthesis_version" ADD "edit" integer NOT NULL DEFAULT '1';
      ALTER TABLE "synthesis_version" ADD "circulated_on" date;
      ALTER TABLE "synthesis_version" ADD "circulates_until" date;
      ALTER TABLE "synthesis_version" ADD "circulated_by_id" uuid;
      ALTER TABLE "synthesis_version" ADD "published_by_id" uuid;
      ALTER TABLE "synthesis_version" ADD "published_alone" boolean NOT NULL DEFAULT false;
      ALTER TABLE "synthesis_version" ADD "method" text NOT NULL DEFAULT '';
      ALTER TABLE "synthesis_version" ADD "not_heard" text array NOT NULL DEFAULT '{}';
      ALTER TABLE "synthesis_version" ADD "decisions" text array NOT NULL DEFAULT '{}';
      ALTER TABLE "synthesis_version" ADD "next_steps" text array NOT NULL DEFAULT '{}';
      ALTER TABLE "synthesis_version" ADD "changes" text;
      ALTER TABLE "synthesis_paragraph" ADD "version_id" uuid;
      ALTER TABLE "synthesis_paragraph" ADD "origin_id" uuid;
      ALTER TABLE "synthesis_paragraph" ADD "detail" text;
      ALTER TABLE "synthesis_paragraph" ADD "edit" integer NOT NULL DEFAULT '1';
      ALTER TABLE "synthesis_version" ALTER COLUMN "state" DROP DEFAULT;
      INSERT INTO "synthesis_version" ("synthesis_id", "version", "published_at", "causes", "state")
        SELECT "id", "version", "published_at", '[]', "state" FROM "synthesis" s WHERE NOT EXISTS (
          SELECT FROM "synthesis_version" v WHERE v."synthesis_id" = s."id" AND v."version" = s."version");
      UPDATE "synthesis_version" v SET "method" = s."method", "not_heard" = s."not_heard", "decisions" = s."decisions",
        "next_steps" = s."next_steps", "state" = CASE WHEN v."version" = s."version" THEN s."state" ELSE 'PUBLISHED' END,
        "published_at" = coalesce(v."published_at", s."published_at")
        FROM "synthesis" s WHERE s."id" = v."synthesis_id";
      UPDATE "synthesis_paragraph" p SET "origin_id" = p."id", "version_id" = v."id"
        FROM "synthesis" s JOIN "synthesis_version" v ON v."synthesis_id" = s."id" AND v."version" = s."version"
        WHERE s."id" = p."synthesis_id";
      ALTER TABLE "synthesis_paragraph" DROP COLUMN "synthesis_id";
      ALTER TABLE "synthesis_paragraph" ALTER COLUMN "version_id" SET NOT NULL;
      ALTER TABLE "synthesis_paragraph" ALTER COLUMN "origin_id" SET NOT NULL;
      ALTER TABLE "synthesis" DROP COLUMN "published_at", DROP COLUMN "method", DROP COLUMN "not_heard",
        DROP COLUMN "decisions", DROP COLUMN "next_steps";
      ALTER TABLE "synthesis_version" DROP CONSTRAINT "PK_0ba04b17bf251de6bbec6d46511";
      ALTER TABLE "synthesis_version" ADD CONSTRAINT "PK_2edcd8aecc29393fc15f45260b6" PRIMARY KEY ("id");
      ALTER TABLE "synthesis_version" ALTER COLUMN "causes" SET DEFAULT '[]';
      CREATE UNIQUE INDEX "synthesis_version_once" ON "synthesis_version"  ("synthesis_id", "version") ;
      CREATE INDEX "synthesis_paragraph_order" ON "synthesis_paragraph"  ("version_id", "position") ;
      CREATE UNIQUE INDEX "synthesis_paragraph_once" ON "synthesis_paragraph"  ("version_id", "origin_id") ;
      ALTER TABLE "citation_review" ADD CONSTRAINT "FK_fa8746f4f3ff6d00df77d9bc8c5" FOREIGN KEY ("resolved_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "synthesis_version" ADD CONSTRAINT "FK_09b46dd32e52ac3bdc22ee58b2f" FOREIGN KEY ("circulated_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "synthesis_version" ADD CONSTRAINT "FK_85b8d8cbeb0c1f69757ddf4d1c0" FOREIGN KEY ("published_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "synthesis_paragraph" ADD CONSTRAINT "FK_1c34ff8af3af0ed796fe7380d14" FOREIGN KEY ("version_id") REFERENCES "synthesis_version"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "passage_citation" ADD CONSTRAINT "FK_3bc4ea4ba2664853678b54f5c21" FOREIGN KEY ("paragraph_id") REFERENCES "synthesis_paragraph"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "passage_citation" ADD CONSTRAINT "FK_0c32496fad3176b0ccf745af82a" FOREIGN KEY ("passage_id") REFERENCES "passage"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "set_aside" ADD CONSTRAINT "FK_a50ffcdaf96bc49184504b04e55" FOREIGN KEY ("version_id") REFERENCES "synthesis_version"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "set_aside" ADD CONSTRAINT "FK_aef799272522afb5b6c082dffbc" FOREIGN KEY ("key_point_id") REFERENCES "key_point"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "set_aside" ADD CONSTRAINT "FK_c3b82b94612a696513a9852a1c6" FOREIGN KEY ("passage_id") REFERENCES "passage"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "set_aside" ADD CONSTRAINT "FK_86b8ea719352b47ac762f48c7f1" FOREIGN KEY ("set_aside_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "minority_position" ADD CONSTRAINT "FK_9d0b35799b89a278f07eca3ce37" FOREIGN KEY ("synthesis_id") REFERENCES "synthesis"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "minority_position" ADD CONSTRAINT "FK_8926a3b14d0e55c3289ff0acc75" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "minority_position" ADD CONSTRAINT "FK_ec8104173305e0778abc584f904" FOREIGN KEY ("opened_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "minority_signature" ADD CONSTRAINT "FK_dfb1d862874cd238485e2104a54" FOREIGN KEY ("position_id") REFERENCES "minority_position"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "minority_signature" ADD CONSTRAINT "FK_c5465f9e11ff64468e2a528741b" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      INSERT INTO "passage" ("contribution_id", "starts_at", "ends_at", "quote", "marked_at", "contribution_revision")
        SELECT q."contribution_id", strpos(c."body", q."text") - 1, strpos(c."body", q."text") - 1 + length(q."text"),
          q."text", now(), c."revision"
        FROM "synthesis_quote" q JOIN "contribution" c ON c."id" = q."contribution_id"
        WHERE strpos(c."body", q."text") > 0
        ON CONFLICT ("contribution_id", "contribution_revision", "starts_at", "ends_at") DO NOTHING;
      WITH quoted AS (
        SELECT uuidv7() AS "id", v."id" AS "version_id", p."id" AS "passage_id", 10000 + q."position" AS "position"
        FROM "synthesis_quote" q JOIN "synthesis" s ON s."id" = q."synthesis_id"
        JOIN "synthesis_version" v ON v."synthesis_id" = s."id" AND v."version" = s."version"
        JOIN "contribution" c ON c."id" = q."contribution_id"
        JOIN "passage" p ON p."contribution_id" = c."id" AND p."contribution_revision" = c."revision"
          AND p."starts_at" = strpos(c."body", q."text") - 1 AND p."quote" = q."text"
      ), paragraphs AS (
        INSERT INTO "synthesis_paragraph" ("id", "version_id", "origin_id", "kind", "position", "text")
        SELECT "id", "version_id", "id", 'QUOTE', "position", '' FROM quoted
      )
      INSERT INTO "passage_citation" SELECT "id", "passage_id" FROM quoted;
      DROP TABLE "synthesis_quote";
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "synthesis_quote" ("synthesis_id" uuid NOT NULL, "contribution_id" uuid NOT NULL, "position" integer NOT NULL, "text" text NOT NULL, CONSTRAINT "PK_6c73ee90647b813440aff911eb0" PRIMARY KEY ("synthesis_id", "contribution_id"));
      ALTER TABLE "synthesis_quote" ADD CONSTRAINT "FK_47b1807bccaa347224e827ed6a5" FOREIGN KEY ("synthesis_id") REFERENCES "synthesis"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "synthesis_quote" ADD CONSTRAINT "FK_8c868e9118163e2ce7bd461853a" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      INSERT INTO "synthesis_quote"
        SELECT DISTINCT ON (s."id", p."contribution_id") s."id", p."contribution_id", g."position", p."quote"
        FROM "synthesis" s JOIN "synthesis_version" v ON v."synthesis_id" = s."id" AND v."version" = s."version"
        JOIN "synthesis_paragraph" g ON g."version_id" = v."id" AND g."kind" = 'QUOTE'
        JOIN "passage_citation" l ON l."paragraph_id" = g."id" JOIN "passage" p ON p."id" = l."passage_id";
      DROP TABLE "minority_signature", "minority_position", "set_aside", "passage_citation";
      ALTER TABLE "citation_review" DROP COLUMN "resolved_by_id", DROP COLUMN "resolved_on", DROP COLUMN "reply",
        DROP COLUMN "resolution";
      ALTER TABLE "synthesis" ADD "published_at" TIMESTAMP(3) WITH TIME ZONE, ADD "method" text NOT NULL DEFAULT '',
        ADD "not_heard" text array NOT NULL DEFAULT '{}', ADD "decisions" text array NOT NULL DEFAULT '{}',
        ADD "next_steps" text array NOT NULL DEFAULT '{}';
      ALTER TABLE "synthesis" ALTER COLUMN "method" DROP DEFAULT;
      UPDATE "synthesis" s SET "published_at" = v."published_at", "method" = v."method", "not_heard" = v."not_heard",
        "decisions" = v."decisions", "next_steps" = v."next_steps"
        FROM "synthesis_version" v WHERE v."synthesis_id" = s."id" AND v."version" = s."version";
      DELETE FROM "citation" WHERE "paragraph_id" IN (SELECT p."id" FROM "synthesis_paragraph" p
        JOIN "synthesis_version" v ON v."id" = p."version_id" JOIN "synthesis" s ON s."id" = v."synthesis_id"
        WHERE p."kind" = 'QUOTE' OR v."version" <> s."version");
      DELETE FROM "synthesis_paragraph" p USING "synthesis_version" v, "synthesis" s
        WHERE v."id" = p."version_id" AND s."id" = v."synthesis_id" AND (p."kind" = 'QUOTE' OR v."version" <> s."version");
      ALTER TABLE "synthesis_paragraph" ADD "synthesis_id" uuid;
      UPDATE "synthesis_paragraph" p SET "synthesis_id" = v."synthesis_id"
        FROM "synthesis_version" v WHERE v."id" = p."version_id";
      ALTER TABLE "synthesis_paragraph" ALTER COLUMN "synthesis_id" SET NOT NULL, DROP COLUMN "version_id",
        DROP COLUMN "origin_id", DROP COLUMN "detail", DROP COLUMN "edit";
      DELETE FROM "synthesis_version" v USING "synthesis" s
        WHERE s."id" = v."synthesis_id" AND v."version" > s."version";
      DROP INDEX "synthesis_version_once";
      ALTER TABLE "synthesis_version" ALTER COLUMN "causes" DROP DEFAULT;
      ALTER TABLE "synthesis_version" DROP COLUMN "id", DROP COLUMN "state", DROP COLUMN "edit",
        DROP COLUMN "circulated_on", DROP COLUMN "circulates_until", DROP COLUMN "circulated_by_id",
        DROP COLUMN "published_by_id", DROP COLUMN "published_alone", DROP COLUMN "method", DROP COLUMN "not_heard",
        DROP COLUMN "decisions", DROP COLUMN "next_steps", DROP COLUMN "changes";
      ALTER TABLE "synthesis_version" ADD CONSTRAINT "PK_0ba04b17bf251de6bbec6d46511" PRIMARY KEY ("synthesis_id", "version");
      CREATE INDEX "synthesis_paragraph_order" ON "synthesis_paragraph" ("synthesis_id", "position");
      ALTER TABLE "synthesis_paragraph" ADD CONSTRAINT "FK_9c3d80b299a459bc65c9819e38d" FOREIGN KEY ("synthesis_id") REFERENCES "synthesis"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }
}
