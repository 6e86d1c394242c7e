import type { MigrationInterface, QueryRunner } from "typeorm";

/** Questionnaires that change after answers, drafts on the server, sheets of paper. What was asked so far is the first revision. */
export class QuestionnaireLife0005 implements MigrationInterface {
  name = "QuestionnaireLife1795582389878";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "question_revision" ("question_id" uuid NOT NULL, "revision" integer NOT NULL, "questionnaire_revision" integer NOT NULL, "label" text NOT NULL, "plain" text, "help" text, "rationale" text NOT NULL, "required" boolean NOT NULL DEFAULT false, "settings" jsonb NOT NULL, "translations" jsonb NOT NULL DEFAULT '{}', "reason" text, "made_on" date NOT NULL, CONSTRAINT "PK_ab31d66cd744bb3ee010e5b60f7" PRIMARY KEY ("question_id", "revision"));
      CREATE TABLE "draft" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "questionnaire_id" uuid NOT NULL, "token_digest" text NOT NULL, "key" text NOT NULL, "answers" jsonb NOT NULL, "part" integer NOT NULL DEFAULT '1', "appearance" text, "author_name" text, "questionnaire_revision" integer NOT NULL DEFAULT '1', "response_id" uuid, "version" integer NOT NULL DEFAULT '1', "saved_on" date NOT NULL, CONSTRAINT "UQ_b3d4a1519d82d0f5a0f170bb765" UNIQUE ("token_digest"), CONSTRAINT "PK_0b2b03d3f2c998450423648bc65" PRIMARY KEY ("id"));
      CREATE UNIQUE INDEX "draft_once" ON "draft"  ("questionnaire_id", "key") ;
      CREATE TABLE "sheet" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "questionnaire_id" uuid NOT NULL, "code_digest" text NOT NULL, "batch" text NOT NULL, "number" integer NOT NULL, "printed_by_id" uuid, "printed_on" date NOT NULL, CONSTRAINT "UQ_4a67821343141eef54559cca437" UNIQUE ("code_digest"), CONSTRAINT "PK_dad09477f092119a15d46ee598e" PRIMARY KEY ("id"));
      CREATE UNIQUE INDEX "sheet_batch" ON "sheet"  ("questionnaire_id", "batch", "number") ;
      CREATE TABLE "second_entry" ("response_id" uuid NOT NULL, "entered_by_id" uuid NOT NULL, "answers" jsonb NOT NULL, "entered_on" date NOT NULL, "settled_on" date, CONSTRAINT "PK_e0f6ad5fe8c98c7b0fad20b78d6" PRIMARY KEY ("response_id"));
      CREATE TABLE "response_revision" ("response_id" uuid NOT NULL, "revision" integer NOT NULL, "questionnaire_revision" integer NOT NULL, "answers" jsonb NOT NULL, "appearance" text NOT NULL, "author_name" text, "replaced_on" date NOT NULL, CONSTRAINT "PK_0f61b41840dd15a8b662778e2a5" PRIMARY KEY ("response_id", "revision"));
      CREATE TABLE "contribution_revision" ("contribution_id" uuid NOT NULL, "revision" integer NOT NULL, "body" text NOT NULL, "replaced_on" date NOT NULL, CONSTRAINT "PK_268b57b8bd6936ea1386aa96f4c" PRIMARY KEY ("contribution_id", "revision"));
      ALTER TABLE "working_group" ADD "small_team" boolean NOT NULL DEFAULT false;
      ALTER TABLE "questionnaire" ADD "version" integer NOT NULL DEFAULT '1';
      ALTER TABLE "questionnaire" ADD "revision" integer NOT NULL DEFAULT '1';
      ALTER TABLE "questionnaire" ADD "anonymous" boolean NOT NULL DEFAULT false;
      ALTER TABLE "questionnaire" ADD "template" boolean NOT NULL DEFAULT false;
      ALTER TABLE "questionnaire" ADD "languages" text array NOT NULL DEFAULT '{fr}';
      ALTER TABLE "questionnaire" ADD "translations" jsonb NOT NULL DEFAULT '{}';
      ALTER TABLE "questionnaire" ADD "composed_by_id" uuid;
      ALTER TABLE "questionnaire" ADD "publication_asked_by_id" uuid;
      ALTER TABLE "questionnaire" ADD "published_by_id" uuid;
      ALTER TABLE "questionnaire" ADD "published_alone" boolean NOT NULL DEFAULT false;
      ALTER TABLE "questionnaire" ADD "results_shown" text NOT NULL DEFAULT 'HIDDEN';
      ALTER TABLE "questionnaire" ADD "results_hidden_until" TIMESTAMP(3) WITH TIME ZONE;
      ALTER TABLE "section" ADD "version" integer NOT NULL DEFAULT '1';
      ALTER TABLE "section" ADD "translations" jsonb NOT NULL DEFAULT '{}';
      ALTER TABLE "question" ADD "translations" jsonb NOT NULL DEFAULT '{}';
      ALTER TABLE "question" ADD "version" integer NOT NULL DEFAULT '1';
      ALTER TABLE "question" ADD "revision" integer NOT NULL DEFAULT '1';
      ALTER TABLE "question" ADD "asked_from" integer NOT NULL DEFAULT '1';
      ALTER TABLE "question" ADD "retired_from" integer;
      ALTER TABLE "question" ADD "retired_reason" text;
      ALTER TABLE "question" ADD "replaces_id" uuid;
      ALTER TABLE "question" ADD "results_shown" boolean NOT NULL DEFAULT false;
      ALTER TABLE "response" ADD "revision" integer NOT NULL DEFAULT '1';
      ALTER TABLE "response" ADD "questionnaire_revision" integer NOT NULL DEFAULT '1';
      ALTER TABLE "response" ADD "speaks_as" text NOT NULL DEFAULT 'INDIVIDUAL';
      ALTER TABLE "response" ADD "organisation_name" text;
      ALTER TABLE "response" ADD "people_count" integer;
      ALTER TABLE "response" ADD "person_id" uuid;
      ALTER TABLE "response" ADD "entered_by_id" uuid;
      ALTER TABLE "response" ADD "sheet_id" uuid;
      ALTER TABLE "response" ADD CONSTRAINT "UQ_5c8e503da82a3d069b017288904" UNIQUE ("sheet_id");
      ALTER TABLE "response" ADD "batch" text;
      ALTER TABLE "response" ADD "edited_on" date;
      ALTER TABLE "response" ADD "withdrawn_on" date;
      ALTER TABLE "response" ADD "set_aside_reason" text;
      ALTER TABLE "answer" ADD "question_revision" integer NOT NULL DEFAULT '1';
      ALTER TABLE "contribution" ADD "revision" integer NOT NULL DEFAULT '1';
      ALTER TABLE "contribution" ADD "question_revision" integer NOT NULL DEFAULT '1';
      ALTER TABLE "passage" ADD "contribution_revision" integer NOT NULL DEFAULT '1';
      CREATE INDEX "response_person" ON "response"  ("person_id") ;
      ALTER TABLE "questionnaire" ADD CONSTRAINT "FK_1fbb32ed724d56eebcb912ddfb4" FOREIGN KEY ("composed_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "questionnaire" ADD CONSTRAINT "FK_bd89a2242f028d8a9c84e6bd538" FOREIGN KEY ("publication_asked_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "questionnaire" ADD CONSTRAINT "FK_84240ebb4adf958aff774f9ea94" FOREIGN KEY ("published_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "question" ADD CONSTRAINT "FK_35e7dcd92464975da42c69408cc" FOREIGN KEY ("replaces_id") REFERENCES "question"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "question_revision" ADD CONSTRAINT "FK_5c9141042817e342692a001db46" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "draft" ADD CONSTRAINT "FK_7b921fad495abc40066af3568a3" FOREIGN KEY ("questionnaire_id") REFERENCES "questionnaire"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "draft" ADD CONSTRAINT "FK_6ffc06b52b91f5af82ca86994b3" FOREIGN KEY ("response_id") REFERENCES "response"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "sheet" ADD CONSTRAINT "FK_2941752cb3b737087bf7c0bf5c1" FOREIGN KEY ("questionnaire_id") REFERENCES "questionnaire"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "sheet" ADD CONSTRAINT "FK_7e6949e27e504807510a078ef9a" FOREIGN KEY ("printed_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "second_entry" ADD CONSTRAINT "FK_e0f6ad5fe8c98c7b0fad20b78d6" FOREIGN KEY ("response_id") REFERENCES "response"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "second_entry" ADD CONSTRAINT "FK_0658babc065339837b452063601" FOREIGN KEY ("entered_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "response" ADD CONSTRAINT "FK_0c458d3ff37c6ae8274fbe92cd6" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "response" ADD CONSTRAINT "FK_c528282c9f3bdd2f32597ddca43" FOREIGN KEY ("entered_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "response" ADD CONSTRAINT "FK_5c8e503da82a3d069b017288904" FOREIGN KEY ("sheet_id") REFERENCES "sheet"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "response_revision" ADD CONSTRAINT "FK_e3f25e885f357fabcf5524670bb" FOREIGN KEY ("response_id") REFERENCES "response"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "contribution_revision" ADD CONSTRAINT "FK_d32446827f2888c492e6f732212" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      INSERT INTO "question_revision" (question_id, revision, questionnaire_revision, label, plain, help, rationale, required, settings, made_on)
        SELECT q.id, 1, 1, q.label, q.plain, q.help, q.rationale, q.required, q.settings, coalesce(it.published_at, now())::date
        FROM question q JOIN questionnaire it ON it.id = q.questionnaire_id;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "contribution_revision" DROP CONSTRAINT "FK_d32446827f2888c492e6f732212";
      ALTER TABLE "response_revision" DROP CONSTRAINT "FK_e3f25e885f357fabcf5524670bb";
      ALTER TABLE "response" DROP CONSTRAINT "FK_5c8e503da82a3d069b017288904";
      ALTER TABLE "response" DROP CONSTRAINT "FK_c528282c9f3bdd2f32597ddca43";
      ALTER TABLE "response" DROP CONSTRAINT "FK_0c458d3ff37c6ae8274fbe92cd6";
      ALTER TABLE "second_entry" DROP CONSTRAINT "FK_0658babc065339837b452063601";
      ALTER TABLE "second_entry" DROP CONSTRAINT "FK_e0f6ad5fe8c98c7b0fad20b78d6";
      ALTER TABLE "sheet" DROP CONSTRAINT "FK_7e6949e27e504807510a078ef9a";
      ALTER TABLE "sheet" DROP CONSTRAINT "FK_2941752cb3b737087bf7c0bf5c1";
      ALTER TABLE "draft" DROP CONSTRAINT "FK_6ffc06b52b91f5af82ca86994b3";
      ALTER TABLE "draft" DROP CONSTRAINT "FK_7b921fad495abc40066af3568a3";
      ALTER TABLE "question_revision" DROP CONSTRAINT "FK_5c9141042817e342692a001db46";
      ALTER TABLE "question" DROP CONSTRAINT "FK_35e7dcd92464975da42c69408cc";
      ALTER TABLE "questionnaire" DROP CONSTRAINT "FK_84240ebb4adf958aff774f9ea94";
      ALTER TABLE "questionnaire" DROP CONSTRAINT "FK_bd89a2242f028d8a9c84e6bd538";
      ALTER TABLE "questionnaire" DROP CONSTRAINT "FK_1fbb32ed724d56eebcb912ddfb4";
      DROP INDEX "public"."response_person";
      ALTER TABLE "passage" DROP COLUMN "contribution_revision";
      ALTER TABLE "contribution" DROP COLUMN "question_revision";
      ALTER TABLE "contribution" DROP COLUMN "revision";
      ALTER TABLE "answer" DROP COLUMN "question_revision";
      ALTER TABLE "response" DROP COLUMN "set_aside_reason";
      ALTER TABLE "response" DROP COLUMN "withdrawn_on";
      ALTER TABLE "response" DROP COLUMN "edited_on";
      ALTER TABLE "response" DROP COLUMN "batch";
      ALTER TABLE "response" DROP CONSTRAINT "UQ_5c8e503da82a3d069b017288904";
      ALTER TABLE "response" DROP COLUMN "sheet_id";
      ALTER TABLE "response" DROP COLUMN "entered_by_id";
      ALTER TABLE "response" DROP COLUMN "person_id";
      ALTER TABLE "response" DROP COLUMN "people_count";
      ALTER TABLE "response" DROP COLUMN "organisation_name";
      ALTER TABLE "response" DROP COLUMN "speaks_as";
      ALTER TABLE "response" DROP COLUMN "questionnaire_revision";
      ALTER TABLE "response" DROP COLUMN "revision";
      ALTER TABLE "question" DROP COLUMN "results_shown";
      ALTER TABLE "question" DROP COLUMN "replaces_id";
      ALTER TABLE "question" DROP COLUMN "retired_reason";
      ALTER TABLE "question" DROP COLUMN "retired_from";
      ALTER TABLE "question" DROP COLUMN "asked_from";
      ALTER TABLE "question" DROP COLUMN "revision";
      ALTER TABLE "question" DROP COLUMN "version";
      ALTER TABLE "question" DROP COLUMN "translations";
      ALTER TABLE "section" DROP COLUMN "translations";
      ALTER TABLE "section" DROP COLUMN "version";
      ALTER TABLE "questionnaire" DROP COLUMN "results_hidden_until";
      ALTER TABLE "questionnaire" DROP COLUMN "results_shown";
      ALTER TABLE "questionnaire" DROP COLUMN "published_alone";
      ALTER TABLE "questionnaire" DROP COLUMN "published_by_id";
      ALTER TABLE "questionnaire" DROP COLUMN "publication_asked_by_id";
      ALTER TABLE "questionnaire" DROP COLUMN "composed_by_id";
      ALTER TABLE "questionnaire" DROP COLUMN "translations";
      ALTER TABLE "questionnaire" DROP COLUMN "languages";
      ALTER TABLE "questionnaire" DROP COLUMN "template";
      ALTER TABLE "questionnaire" DROP COLUMN "anonymous";
      ALTER TABLE "questionnaire" DROP COLUMN "revision";
      ALTER TABLE "questionnaire" DROP COLUMN "version";
      ALTER TABLE "working_group" DROP COLUMN "small_team";
      DROP TABLE "contribution_revision";
      DROP TABLE "response_revision";
      DROP TABLE "second_entry";
      DROP INDEX "public"."sheet_batch";
      DROP TABLE "sheet";
      DROP INDEX "public"."draft_once";
      DROP TABLE "draft";
      DROP TABLE "question_revision";
    `);
  }
}
