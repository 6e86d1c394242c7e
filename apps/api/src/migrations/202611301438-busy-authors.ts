import type { MigrationInterface, QueryRunner } from "typeorm";

const many = "kind = 'CONTRIBUTION' AND nth > 60 OR kind <> 'CONTRIBUTION' AND nth > 10";

/**
 * A recent text keeps which of its author's it was when it came: authors who write a lot are found by an index of texts past
 * their first ones, where all recent texts were counted by author. One of which nobody says it counts as past them.
 */
export class BusyAuthors202611301438 implements MigrationInterface {
  name = "BusyAuthors1796049480000";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "recent_text" ADD "nth" integer NOT NULL DEFAULT 1000000;
      ALTER TABLE "recent_text" DISABLE TRIGGER USER;
      UPDATE "recent_text" t SET nth = x.nth FROM (SELECT kind, text_id,
          row_number() OVER (PARTITION BY author_digest, kind = 'CONTRIBUTION' ORDER BY text_id) AS nth FROM "recent_text") x
        WHERE x.kind = t.kind AND x.text_id = t.text_id;
      ALTER TABLE "recent_text" ENABLE TRIGGER USER;
      CREATE INDEX "recent_text_many" ON "recent_text" ("group_id", "author_digest") WHERE ${many};
      -- Two acts of one author at once: the second counts what the first wrote. Past a thousand it makes no difference.
      CREATE FUNCTION "recent_before"(author text, answers boolean) RETURNS integer LANGUAGE plpgsql AS $$ BEGIN
        PERFORM pg_advisory_xact_lock(718, hashtext(author));
        RETURN (SELECT count(*) FROM (SELECT FROM recent_text
          WHERE author_digest = author AND (kind = 'CONTRIBUTION') = answers LIMIT 1000) t);
      END $$;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DROP FUNCTION "recent_before"(text, boolean);
      DROP INDEX "recent_text_many";
      ALTER TABLE "recent_text" DROP "nth";
    `);
  }
}
