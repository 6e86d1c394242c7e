import type { MigrationInterface, QueryRunner } from "typeorm";

/** Imports of texts made elsewhere, the grid that notebooks are read with, and their lines. */
export class TextImport202611272013 implements MigrationInterface {
  name = "TextImport1795810424045";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "text_import" ("id" uuid NOT NULL DEFAULT uuidv7(), "group_id" uuid NOT NULL, "file_name" text NOT NULL, "format" text NOT NULL, "columns" jsonb NOT NULL, "row_count" integer NOT NULL, "state" text NOT NULL DEFAULT 'TO_MAP', "mapping" jsonb, "checked" jsonb, "cursor" integer NOT NULL DEFAULT '0', "read_count" integer NOT NULL DEFAULT '0', "written" integer NOT NULL DEFAULT '0', "changed" integer NOT NULL DEFAULT '0', "unchanged" integer NOT NULL DEFAULT '0', "left_as_is" integer NOT NULL DEFAULT '0', "held" integer NOT NULL DEFAULT '0', "fault_count" integer NOT NULL DEFAULT '0', "source" text, "licence" text, "attribution" text, "asked_by_id" uuid, "asked_on" date NOT NULL, "taken_back_for" text, CONSTRAINT "PK_92c327404e9e31744a05d67cae1" PRIMARY KEY ("id"));
      CREATE INDEX "text_import_group" ON "text_import"  ("group_id", "id") ;
      CREATE INDEX "text_import_running" ON "text_import"  ("state") WHERE state = 'RUNNING';
      CREATE TABLE "text_import_row" ("import_id" uuid NOT NULL, "line" integer NOT NULL, "values" json NOT NULL, "unreadable" text, "key" text, "fault" text, "fault_value" text, CONSTRAINT "PK_58a4e87faae38e1d955d5367889" PRIMARY KEY ("import_id", "line"));
      CREATE INDEX "text_import_row_key" ON "text_import_row"  ("import_id", "key") ;
      CREATE TABLE "imported_text" ("contribution_id" uuid NOT NULL, "import_id" uuid, "last_import_id" uuid NOT NULL, "title" text, "original" text, "digest" text NOT NULL, CONSTRAINT "PK_130813879100ad9197bad439a97" PRIMARY KEY ("contribution_id"));
      CREATE INDEX "imported_text_import" ON "imported_text"  ("import_id") ;
      CREATE INDEX "imported_text_last" ON "imported_text"  ("last_import_id") ;
      CREATE TABLE "grid_criterion" ("id" uuid NOT NULL DEFAULT uuidv7(), "group_id" uuid NOT NULL, "position" integer NOT NULL, "label" text NOT NULL, "help" text, "kind" text NOT NULL, "options" text array NOT NULL DEFAULT '{}', "retired" boolean NOT NULL DEFAULT false, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "PK_258072df3f9844e03decfe70859" PRIMARY KEY ("id"));
      CREATE INDEX "grid_criterion_group" ON "grid_criterion"  ("group_id", "position") ;
      CREATE TABLE "grid_reading" ("contribution_id" uuid NOT NULL, "person_id" uuid NOT NULL, "read_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_421e3afd3acadc6fdee9b8d8bb7" PRIMARY KEY ("contribution_id", "person_id"));
      CREATE TABLE "grid_answer" ("contribution_id" uuid NOT NULL, "person_id" uuid NOT NULL, "criterion_id" uuid NOT NULL, "value" text NOT NULL, CONSTRAINT "PK_36017134d238bb768e536e4c9d3" PRIMARY KEY ("contribution_id", "person_id", "criterion_id"));
      CREATE INDEX "grid_answer_criterion" ON "grid_answer"  ("criterion_id") ;
      CREATE TABLE "grid_decision" ("contribution_id" uuid NOT NULL, "criterion_id" uuid NOT NULL, "value" text NOT NULL, "reason" text NOT NULL, "decided_by_id" uuid, "decided_on" date NOT NULL, CONSTRAINT "PK_5b2c745c2d96a88b363815aa180" PRIMARY KEY ("contribution_id", "criterion_id"));
      CREATE TABLE "notebook_line" ("id" uuid NOT NULL DEFAULT uuidv7(), "passage_id" uuid NOT NULL, "theme_id" uuid NOT NULL, "from_theme_id" uuid, "state" text NOT NULL, "reason" text, "answer" text, "marked_by_id" uuid, "answered_by_id" uuid, "changed_on" date NOT NULL, CONSTRAINT "PK_95d9f039f8b858c18ea877d4b3c" PRIMARY KEY ("id"));
      CREATE UNIQUE INDEX "notebook_line_once" ON "notebook_line"  ("passage_id", "theme_id") ;
      CREATE INDEX "notebook_line_theme" ON "notebook_line"  ("theme_id", "state") ;
      CREATE INDEX "notebook_line_from" ON "notebook_line"  ("from_theme_id") ;
      ALTER TABLE "text_import" ADD CONSTRAINT "FK_f18daaeecaa275b28df0dc0eae1" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "text_import" ADD CONSTRAINT "FK_21be669a08ea7c208218e3f6f6b" FOREIGN KEY ("asked_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "text_import_row" ADD CONSTRAINT "FK_84e484425afc039d6c3a35d7aeb" FOREIGN KEY ("import_id") REFERENCES "text_import"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "imported_text" ADD CONSTRAINT "FK_130813879100ad9197bad439a97" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "imported_text" ADD CONSTRAINT "FK_3aebb26f51e3f3b31e4e6bf98ad" FOREIGN KEY ("import_id") REFERENCES "text_import"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "imported_text" ADD CONSTRAINT "FK_f9ca575278526072aee352a59d2" FOREIGN KEY ("last_import_id") REFERENCES "text_import"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "grid_criterion" ADD CONSTRAINT "FK_d7c4f1c317b76933d3b1c55bd8a" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "grid_reading" ADD CONSTRAINT "FK_98fbba5cfda69cb6e5916e8060d" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "grid_reading" ADD CONSTRAINT "FK_2169b7608858586e7adda8c6a9b" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "grid_answer" ADD CONSTRAINT "FK_3be7cf243f36499f346e9c76697" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "grid_answer" ADD CONSTRAINT "FK_d319a2d59f2efda5c204c650357" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "grid_answer" ADD CONSTRAINT "FK_513b54a951a1f4eb325f3762db9" FOREIGN KEY ("criterion_id") REFERENCES "grid_criterion"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "grid_decision" ADD CONSTRAINT "FK_4110d3541842e740138e9e0b501" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "grid_decision" ADD CONSTRAINT "FK_27699fc8acd1a1c76f79cf36e85" FOREIGN KEY ("criterion_id") REFERENCES "grid_criterion"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "grid_decision" ADD CONSTRAINT "FK_79de2240ac46e83f1deac728675" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "notebook_line" ADD CONSTRAINT "FK_d14a63868404b54d0d31923579e" FOREIGN KEY ("passage_id") REFERENCES "passage"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "notebook_line" ADD CONSTRAINT "FK_6885cd0e68af2573f2d5d91aa2a" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "notebook_line" ADD CONSTRAINT "FK_89a86edafdce4565f11b1699749" FOREIGN KEY ("from_theme_id") REFERENCES "theme"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "notebook_line" ADD CONSTRAINT "FK_33f3ee6416393a33fe6f11036b6" FOREIGN KEY ("marked_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "notebook_line" ADD CONSTRAINT "FK_8661638e7c9c83a158eded8509b" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "notebook_line" DROP CONSTRAINT "FK_8661638e7c9c83a158eded8509b";
      ALTER TABLE "notebook_line" DROP CONSTRAINT "FK_33f3ee6416393a33fe6f11036b6";
      ALTER TABLE "notebook_line" DROP CONSTRAINT "FK_89a86edafdce4565f11b1699749";
      ALTER TABLE "notebook_line" DROP CONSTRAINT "FK_6885cd0e68af2573f2d5d91aa2a";
      ALTER TABLE "notebook_line" DROP CONSTRAINT "FK_d14a63868404b54d0d31923579e";
      ALTER TABLE "grid_decision" DROP CONSTRAINT "FK_79de2240ac46e83f1deac728675";
      ALTER TABLE "grid_decision" DROP CONSTRAINT "FK_27699fc8acd1a1c76f79cf36e85";
      ALTER TABLE "grid_decision" DROP CONSTRAINT "FK_4110d3541842e740138e9e0b501";
      ALTER TABLE "grid_answer" DROP CONSTRAINT "FK_513b54a951a1f4eb325f3762db9";
      ALTER TABLE "grid_answer" DROP CONSTRAINT "FK_d319a2d59f2efda5c204c650357";
      ALTER TABLE "grid_answer" DROP CONSTRAINT "FK_3be7cf243f36499f346e9c76697";
      ALTER TABLE "grid_reading" DROP CONSTRAINT "FK_2169b7608858586e7adda8c6a9b";
      ALTER TABLE "grid_reading" DROP CONSTRAINT "FK_98fbba5cfda69cb6e5916e8060d";
      ALTER TABLE "grid_criterion" DROP CONSTRAINT "FK_d7c4f1c317b76933d3b1c55bd8a";
      ALTER TABLE "imported_text" DROP CONSTRAINT "FK_f9ca575278526072aee352a59d2";
      ALTER TABLE "imported_text" DROP CONSTRAINT "FK_3aebb26f51e3f3b31e4e6bf98ad";
      ALTER TABLE "imported_text" DROP CONSTRAINT "FK_130813879100ad9197bad439a97";
      ALTER TABLE "text_import_row" DROP CONSTRAINT "FK_84e484425afc039d6c3a35d7aeb";
      ALTER TABLE "text_import" DROP CONSTRAINT "FK_21be669a08ea7c208218e3f6f6b";
      ALTER TABLE "text_import" DROP CONSTRAINT "FK_f18daaeecaa275b28df0dc0eae1";
      DROP INDEX "public"."notebook_line_from";
      DROP INDEX "public"."notebook_line_theme";
      DROP INDEX "public"."notebook_line_once";
      DROP TABLE "notebook_line";
      DROP TABLE "grid_decision";
      DROP INDEX "public"."grid_answer_criterion";
      DROP TABLE "grid_answer";
      DROP TABLE "grid_reading";
      DROP INDEX "public"."grid_criterion_group";
      DROP TABLE "grid_criterion";
      DROP INDEX "public"."imported_text_last";
      DROP INDEX "public"."imported_text_import";
      DROP TABLE "imported_text";
      DROP INDEX "public"."text_import_row_key";
      DROP TABLE "text_import_row";
      DROP INDEX "public"."text_import_running";
      DROP INDEX "public"."text_import_group";
      DROP TABLE "text_import";
    `);
  }
}
