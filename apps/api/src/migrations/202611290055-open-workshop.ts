import type { MigrationInterface, QueryRunner } from "typeorm";

const watched = (left: string) => `
  CREATE OR REPLACE FUNCTION "watch_tables"() RETURNS void LANGUAGE plpgsql AS $$ DECLARE name text; BEGIN
    FOR name IN SELECT c.relname FROM pg_class c
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname not in (${left})
        AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'note_change')
    LOOP
      EXECUTE format('CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I
        FOR EACH STATEMENT EXECUTE FUNCTION note_change()', name);
    END LOOP;
  END $$;`;

/** Who has the workshop of a proposal open. No page that is kept shows it: what is said every few seconds ends none. */
export class OpenWorkshop202611290055 implements MigrationInterface {
  name = "OpenWorkshop1795913700000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "open_workshop" ("proposal_id" uuid NOT NULL, "person_id" uuid NOT NULL, "seen_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_518fd4ed11a258dce322afb5c7e" PRIMARY KEY ("proposal_id", "person_id"));
      CREATE INDEX "open_workshop_person" ON "open_workshop" ("person_id");
      ALTER TABLE "open_workshop" ADD CONSTRAINT "FK_bee4ce960b3d17b521b6b120edc" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE "open_workshop" ADD CONSTRAINT "FK_e35baa4daebe0e556011c563218" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
      ${watched("'rate_window', 'tally', 'text_tally', 'reader_tally', 'open_workshop'")}
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DROP TABLE "open_workshop";
      ${watched("'rate_window', 'tally', 'text_tally', 'reader_tally'")}
    `);
  }
}
