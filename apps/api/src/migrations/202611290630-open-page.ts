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

/** Who has a page open, of a proposal or of a synthesis; until now it was told of proposals alone, and no release did. */
export class OpenPage202611290630 implements MigrationInterface {
  name = "OpenPage1795933800000";

  async up(db: QueryRunner) {
    await db.query(`
      DROP TABLE "open_workshop";
      CREATE TABLE "open_page" ("subject_id" uuid NOT NULL, "kind" text NOT NULL, "person_id" uuid NOT NULL, "seen_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_d4d9faa14f7cb16d5597d4886bf" PRIMARY KEY ("subject_id", "kind", "person_id"));
      CREATE INDEX "open_page_person" ON "open_page" ("person_id");
      ALTER TABLE "open_page" ADD CONSTRAINT "FK_16a7f89291e5939797eb2948fcf" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
      ${watched("'rate_window', 'tally', 'text_tally', 'reader_tally', 'open_page'")}
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DROP TABLE "open_page";
      CREATE TABLE "open_workshop" ("proposal_id" uuid NOT NULL, "person_id" uuid NOT NULL, "seen_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_518fd4ed11a258dce322afb5c7e" PRIMARY KEY ("proposal_id", "person_id"));
      CREATE INDEX "open_workshop_person" ON "open_workshop" ("person_id");
      ALTER TABLE "open_workshop" ADD CONSTRAINT "FK_bee4ce960b3d17b521b6b120edc" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE "open_workshop" ADD CONSTRAINT "FK_e35baa4daebe0e556011c563218" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
      ${watched("'rate_window', 'tally', 'text_tally', 'reader_tally', 'open_workshop'")}
    `);
  }
}
