import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * The state of this database, which every commit changes and no neighbour on the same cluster does: a number that each
 * statement that writes moves at once, and the transactions that wrote and did not end yet. The number is read first: what
 * is written after moves it, what was written before is among those transactions until it may be read.
 */
export class State0033 implements MigrationInterface {
  name = "State1795748489950";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE SEQUENCE "database_change";
      -- Called once: the first number and the next one are not the same.
      SELECT nextval('database_change');

      CREATE FUNCTION "note_change"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        PERFORM pg_advisory_xact_lock_shared(716, 1);
        PERFORM nextval('database_change');
        RETURN NULL;
      END $$;

      CREATE FUNCTION "database_state"() RETURNS text LANGUAGE plpgsql AS $$ DECLARE number bigint; BEGIN
        SELECT last_value INTO number FROM "database_change";
        RETURN concat_ws(' ', number, (
          SELECT string_agg(virtualtransaction, ' ' ORDER BY virtualtransaction) FROM pg_locks
          WHERE locktype = 'advisory' AND classid = 716 AND objid = 1 AND objsubid = 2
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())));
      END $$;

      -- Every table that is not watched yet: called after migrations too, for those they made.
      CREATE FUNCTION "watch_tables"() RETURNS void LANGUAGE plpgsql AS $$ DECLARE name text; BEGIN
        FOR name IN SELECT c.relname FROM pg_class c
          WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
            AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'note_change')
        LOOP
          EXECUTE format('CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I
            FOR EACH STATEMENT EXECUTE FUNCTION note_change()', name);
        END LOOP;
      END $$;
      SELECT watch_tables();
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DROP FUNCTION "watch_tables"();
      DROP FUNCTION "database_state"();
      DROP FUNCTION "note_change"() CASCADE;
      DROP SEQUENCE "database_change";
    `);
  }
}
