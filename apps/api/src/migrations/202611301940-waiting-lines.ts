import type { MigrationInterface, QueryRunner } from "typeorm";

const about = (r: string) => `CASE ${r}.subject WHEN 'PROPOSAL' THEN ${r}.subject_id
  WHEN 'AMENDMENT' THEN (SELECT m.proposal_id FROM amendment m WHERE m.id = ${r}.subject_id) END`;

/** Whether a reaction `r` waits for an answer, its proposal being open. */
const asks = (r: string) => `${r}.status = 'VISIBLE' AND ${r}.reply IS NULL
  AND NOT EXISTS (SELECT FROM curation_answer a WHERE a.kind = 'REACTION' AND a.text_id = ${r}.id AND a.lifted_at IS NULL)`;

const columns = "id, group_id, reacted_on, proposal_id";

/** Those who change what a reaction says stand beside each other; who opens or closes its proposal waits for them. */
const turn = (proposal: string) => `hashtextextended('waits ' || ${proposal}, 0)`;

/** What stood beside each reaction was written anew as its proposal opened or closed. */
const opened = (
  body: string,
) => `CREATE OR REPLACE FUNCTION "proposal_opened"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    ${body}
    RETURN NULL;
  END $$;`;

/**
 * Reactions that wait for an answer are lines of their own: a proposal that opens or closes writes these alone, where each
 * of its reactions was written with all its indexes (20,000 took 1.2 seconds, of two that a statement has). The column of
 * before stays for the version that reads it, as it was when its reaction last changed.
 */
export class WaitingLines202611301940 implements MigrationInterface {
  name = "WaitingLines1796067600000";

  async up(db: QueryRunner) {
    await db.query(`
      LOCK TABLE "proposal", "reaction", "curation_answer" IN SHARE ROW EXCLUSIVE MODE;
      CREATE TABLE "waiting_reaction" ("id" uuid PRIMARY KEY, "group_id" uuid, "reacted_on" date NOT NULL, "proposal_id" uuid NOT NULL);
      INSERT INTO "waiting_reaction" (${columns}) SELECT r.id, r.group_id, r.reacted_on, ${about("r")} FROM reaction r WHERE r.waits;
      CREATE INDEX "waiting_reaction_in" ON "waiting_reaction" ("group_id", "reacted_on", "id");
      CREATE INDEX "waiting_reaction_proposal" ON "waiting_reaction" ("proposal_id");
      ANALYZE "waiting_reaction";

      CREATE FUNCTION "keep_waiting"() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE
        r reaction := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
        about uuid := ${about("r")};
      BEGIN
        IF about IS NOT NULL THEN PERFORM pg_advisory_xact_lock_shared(${turn("about")}); END IF;
        IF TG_OP <> 'INSERT' THEN DELETE FROM waiting_reaction WHERE id = OLD.id; END IF;
        IF TG_OP <> 'DELETE' THEN
          INSERT INTO waiting_reaction (${columns}) SELECT r.id, r.group_id, r.reacted_on, p.id FROM proposal p
            WHERE p.id = about AND p.state = 'OPEN' AND ${asks("r")};
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER "keep_waiting_added" AFTER INSERT ON "reaction"
        FOR EACH ROW WHEN (NEW.subject IN ('PROPOSAL', 'AMENDMENT')) EXECUTE FUNCTION "keep_waiting"();
      CREATE TRIGGER "keep_waiting_changed"
        AFTER UPDATE OF "subject", "subject_id", "status", "reply", "waits", "group_id", "reacted_on" ON "reaction"
        FOR EACH ROW EXECUTE FUNCTION "keep_waiting"();
      CREATE TRIGGER "keep_waiting_removed" AFTER DELETE ON "reaction" FOR EACH ROW EXECUTE FUNCTION "keep_waiting"();
      ${opened(`PERFORM pg_advisory_xact_lock(${turn("NEW.id")});
        DELETE FROM waiting_reaction WHERE proposal_id = NEW.id;
        IF NEW.state = 'OPEN' THEN
          INSERT INTO waiting_reaction (${columns}) SELECT r.id, r.group_id, r.reacted_on, NEW.id FROM (
            SELECT * FROM reaction WHERE subject = 'PROPOSAL' AND subject_id = NEW.id
            UNION ALL SELECT * FROM reaction WHERE subject = 'AMENDMENT'
              AND subject_id IN (SELECT m.id FROM amendment m WHERE m.proposal_id = NEW.id)) r
          WHERE ${asks("r")};
        END IF;`)}
    `);
    await watching(db, "'led_nowhere'", "'led_nowhere', 'waiting_reaction'");
  }

  async down(db: QueryRunner) {
    await db.query(`
      ${opened(`UPDATE reaction SET waits = false WHERE subject = 'PROPOSAL' AND subject_id = NEW.id;
        UPDATE reaction SET waits = false WHERE subject = 'AMENDMENT'
          AND subject_id IN (SELECT m.id FROM amendment m WHERE m.proposal_id = NEW.id);`)}
      DROP FUNCTION "keep_waiting"() CASCADE;
      UPDATE "reaction" r SET waits = x.waits
        FROM (SELECT r.id, w.id IS NOT NULL AS waits FROM "reaction" r LEFT JOIN "waiting_reaction" w ON w.id = r.id) x
        WHERE x.id = r.id AND r.waits <> x.waits;
      DROP TABLE "waiting_reaction";
    `);
    await watching(db, "'led_nowhere', 'waiting_reaction'", "'led_nowhere'");
  }
}

/** Changes which tables say nothing when they are written to: those that move with the rows they are of. */
async function watching(db: QueryRunner, from: string, to: string) {
  const [{ made }] = (await db.query("select pg_get_functiondef('watch_tables'::regproc) as made")) as [
    { made: string },
  ];
  await db.query(made.replace(from, to));
}
