import type { MigrationInterface, QueryRunner } from "typeorm";

const plain = (text: string) => `regexp_replace(${text}, '<[^>]*>|[*_#>|]+', ' ', 'g')`;

/** Words of a document before this migration, and since: those of the version in force are among them. */
const before = `concat_ws(' . ', it.purpose, ${plain("it.markdown")})`;
const since = `concat_ws(' . ', it.purpose, ${plain("it.markdown")},
  (select v.words from document_version v where v.document_id = it.id and v.number = it.version))`;

/** The trigger that keeps the words of documents, as docs/decisions/0018 says. */
const kept = (table: string, columns: string, subject: string, texts: string) => `
  create or replace function search_document_by_${table}() returns trigger language plpgsql
  set search_path = public, pg_catalog as $$
  declare
    line jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
    subject uuid := ${subject};
  begin
    perform from search_text where id = subject for update;
    insert into search_text (id, kind, document)
      select it.id, 'DOCUMENT', setweight(coalesce(search_document(it.title), ''), 'A')
        || setweight(coalesce(search_document(${texts}), ''), 'C')
      from document it where it.id = subject
    on conflict (id) do update set document = excluded.document;
    if not found then delete from search_text where id = subject; end if;
    return null;
  end $$;
  drop trigger if exists search_document_by_${table} on ${table};
  create trigger search_document_by_${table} after insert or delete or update of ${columns} on ${table}
    for each row execute function search_document_by_${table}();`;

const own = "(line ->> 'id')::uuid";

/** Documents are sent as files, in versions; templates are filled; both say what they serve. */
export class DocumentLibrary202611272021 implements MigrationInterface {
  name = "DocumentLibrary1795810860000";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "document" ADD "language" text NOT NULL DEFAULT 'fr', ADD "licence" text, ADD "attribution" text, ADD "dated_on" date, ADD "revision" integer NOT NULL DEFAULT 1, ADD "absence" text, ADD "absence_reason" text, ADD "absent_on" date, ADD "template_id" uuid, ADD "answers" jsonb NOT NULL DEFAULT '{}';
      ALTER TABLE "document" ADD CONSTRAINT "FK_0e9c5bda0dd75f3bde7ae176c62" FOREIGN KEY ("template_id") REFERENCES "document"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      CREATE TABLE "document_version" ("id" uuid NOT NULL DEFAULT uuidv7(), "document_id" uuid NOT NULL, "number" integer NOT NULL, "change" text, "restores" integer, "added_on" date NOT NULL, "file_id" uuid, "kind" text, "size" integer, "digest" text NOT NULL, "pages" integer, "picture_id" uuid, "words" text NOT NULL DEFAULT '', "answers" jsonb NOT NULL DEFAULT '{}', CONSTRAINT "PK_a4c39c95456c5dbb2e96cca713c" PRIMARY KEY ("id"));
      CREATE UNIQUE INDEX "document_version_number" ON "document_version"  ("document_id", "number");
      CREATE INDEX "document_version_file" ON "document_version"  ("file_id");
      CREATE INDEX "document_version_picture" ON "document_version"  ("picture_id");
      ALTER TABLE "document_version" ADD CONSTRAINT "FK_99e07676aba693e25611b1f6c12" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "document_version" ADD CONSTRAINT "FK_a7a3b3aa60b0382d8619643dd19" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "document_version" ADD CONSTRAINT "FK_0577f604613f5d6eb48d590effa" FOREIGN KEY ("picture_id") REFERENCES "stored_file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      CREATE TABLE "document_service" ("document_id" uuid NOT NULL, "kind" text NOT NULL, "subject_id" uuid NOT NULL, CONSTRAINT "PK_65a3f854985133eccaa7e1263ba" PRIMARY KEY ("document_id", "kind", "subject_id"));
      CREATE INDEX "document_service_subject" ON "document_service"  ("subject_id");
      ALTER TABLE "document_service" ADD CONSTRAINT "FK_3f1f1ea445d151c8e4bc7f85c24" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
      CREATE INDEX "document_group" ON "document"  ("group_id", "published_on", "id");
      CREATE INDEX "document_template" ON "document"  ("template_id");
    `);
    await db.query(kept("document", "title, purpose, markdown, version", own, since));
    await db.query(kept("document_version", "words, number", "(line ->> 'document_id')::uuid", since));
  }

  async down(db: QueryRunner) {
    await db.query(`
      drop trigger search_document_by_document_version on document_version;
      drop function search_document_by_document_version;
      DROP TABLE "document_service", "document_version";`);
    await db.query(kept("document", "title, purpose, markdown", own, before));
    await db.query(`
      DELETE FROM "document" WHERE "kind" IN ('FILE', 'SHEET');
      DROP INDEX "document_group", "document_template";
      ALTER TABLE "document" DROP COLUMN "language", DROP COLUMN "licence", DROP COLUMN "attribution", DROP COLUMN "dated_on", DROP COLUMN "revision", DROP COLUMN "absence", DROP COLUMN "absence_reason", DROP COLUMN "absent_on", DROP COLUMN "template_id", DROP COLUMN "answers";`);
  }
}
