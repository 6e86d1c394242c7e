import type { MigrationInterface, QueryRunner } from "typeorm";

/** Tables in which a new row adds something to read, and takes nothing from sight. */
const adds = [
  "response",
  "answer",
  "contribution",
  "attachment",
  "attachment_file",
  "reaction",
  "objection",
  "argument_rating",
  "agenda_request",
  "supply",
  "report",
  "consent",
];

/**
 * Tables that no page shows to whoever has no account, what one types, sessions, counts of floods, mails; and those made
 * from others, whose own writes say enough.
 */
const aside = [
  "draft",
  "search_stem",
  "search_text",
  "contribution_search",
  "session",
  "verification",
  "known_device",
  "recent_text",
  "follow",
  "outgoing_mail",
  "told",
  "watch",
  "watch_request",
  "watcher",
  "left_suggestion",
  "journal_entry",
];

const mark = (tables: string[], kind: string) =>
  tables
    .map(
      (table) => `DROP TRIGGER note_change ON "${table}";
        CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "${table}"
          FOR EACH STATEMENT EXECUTE FUNCTION note_change(${kind});`,
    )
    .join("\n");

/** For tables that a new row updates too: one that waited for others is counted, a consent given again is the same. */
const byRows = (table: string, ignored: string) => `
      DROP TRIGGER note_change ON "${table}";
      CREATE TRIGGER note_change AFTER INSERT OR DELETE OR TRUNCATE ON "${table}"
        FOR EACH STATEMENT EXECUTE FUNCTION note_change('adds');
      CREATE TRIGGER note_change_rows AFTER UPDATE ON "${table}"
        REFERENCING OLD TABLE AS former NEW TABLE AS latter
        FOR EACH STATEMENT EXECUTE FUNCTION note_change_rows('${ignored}');`;

/**
 * A second number beside the state of the database: the end of what was kept before. A new answer or reaction leaves it,
 * so that a page made a moment ago may still be given; whatever could take a word from sight moves it, and a table that
 * nobody marked does so at each write.
 */
export class KeptCopies202611280640 implements MigrationInterface {
  name = "KeptCopies1795848000000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE SEQUENCE "database_ending";
      SELECT nextval('database_ending');

      CREATE OR REPLACE FUNCTION "note_change"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        PERFORM pg_advisory_xact_lock_shared(716, 1);
        PERFORM nextval('database_change');
        IF TG_ARGV[0] = 'aside' OR (TG_ARGV[0] = 'adds' AND TG_OP = 'INSERT') THEN RETURN NULL; END IF;
        PERFORM pg_advisory_xact_lock_shared(716, 2);
        PERFORM nextval('database_ending');
        RETURN NULL;
      END $$;

      -- As database_state(): the number first, then the transactions that moved it and did not end yet.
      CREATE FUNCTION "database_end"() RETURNS text LANGUAGE plpgsql AS $$ DECLARE number bigint; BEGIN
        SELECT last_value INTO number FROM "database_ending";
        RETURN concat_ws(' ', number, (
          SELECT string_agg(virtualtransaction, ' ' ORDER BY virtualtransaction) FROM pg_locks
          WHERE locktype = 'advisory' AND classid = 716 AND objid = 2 AND objsubid = 2
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())));
      END $$;

      SELECT watch_tables();
      ${mark(adds, "'adds'")}
      ${mark(aside, "'aside'")}

      -- As note_change() for an update, where rows that stay as they are, but for one column, end nothing.
      CREATE FUNCTION "note_change_rows"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        PERFORM pg_advisory_xact_lock_shared(716, 1);
        PERFORM nextval('database_change');
        IF NOT EXISTS (SELECT to_jsonb(latter) - TG_ARGV[0] FROM latter EXCEPT SELECT to_jsonb(former) - TG_ARGV[0] FROM former)
          THEN RETURN NULL; END IF;
        PERFORM pg_advisory_xact_lock_shared(716, 2);
        PERFORM nextval('database_ending');
        RETURN NULL;
      END $$;
      ${byRows("response", "awaits_others")}
      ${byRows("consent", "")}
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DROP FUNCTION "database_end"();
      DROP FUNCTION "note_change_rows"() CASCADE;
      CREATE OR REPLACE FUNCTION "note_change"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        PERFORM pg_advisory_xact_lock_shared(716, 1);
        PERFORM nextval('database_change');
        RETURN NULL;
      END $$;
      DROP SEQUENCE "database_ending";
      ${mark([...adds, ...aside], "")}
    `);
  }
}
