import type { MigrationInterface, QueryRunner } from "typeorm";

/** Tries and requests are counted for all processes. No page shows them: a count that moves ends no kept page. */
export class RateWindows202611270340 implements MigrationInterface {
  name = "RateWindows1795750800000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "rate_window" ("key" text NOT NULL, "count" integer NOT NULL, "ends_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_3f69109bab3787db07a44557144" PRIMARY KEY ("key"));

      CREATE OR REPLACE FUNCTION "watch_tables"() RETURNS void LANGUAGE plpgsql AS $$ DECLARE name text; BEGIN
        FOR name IN SELECT c.relname FROM pg_class c
          WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'rate_window'
            AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'note_change')
        LOOP
          EXECUTE format('CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I
            FOR EACH STATEMENT EXECUTE FUNCTION note_change()', name);
        END LOOP;
      END $$;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DROP TABLE "rate_window";

      CREATE OR REPLACE FUNCTION "watch_tables"() RETURNS void LANGUAGE plpgsql AS $$ DECLARE name text; BEGIN
        FOR name IN SELECT c.relname FROM pg_class c
          WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
            AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'note_change')
        LOOP
          EXECUTE format('CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I
            FOR EACH STATEMENT EXECUTE FUNCTION note_change()', name);
        END LOOP;
      END $$;
    `);
  }
}
