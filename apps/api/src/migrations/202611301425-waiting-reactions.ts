import type { MigrationInterface, QueryRunner } from "typeorm";

const former = "subject IN ('PROPOSAL', 'AMENDMENT') AND status = 'VISIBLE' AND reply IS NULL";

/** Whether a reaction `r` waits, that is about a proposal of id `about`. */
const waits = (r: string, about: string) => `${r}.status = 'VISIBLE' AND ${r}.reply IS NULL
  AND EXISTS (SELECT FROM proposal p WHERE p.id = ${about} AND p.state = 'OPEN')
  AND NOT EXISTS (SELECT FROM curation_answer a WHERE a.kind = 'REACTION' AND a.text_id = ${r}.id AND a.lifted_at IS NULL)`;

const about = (r: string) => `CASE ${r}.subject WHEN 'PROPOSAL' THEN ${r}.subject_id
  WHEN 'AMENDMENT' THEN (SELECT m.proposal_id FROM amendment m WHERE m.id = ${r}.subject_id) END`;

/**
 * Beside a reaction stands whether it waits for an answer while its proposal is open: the first hundred of each group are
 * counted from an index, where each was compared with all open proposals and with what was answered.
 */
export class WaitingReactions202611301425 implements MigrationInterface {
  name = "WaitingReactions1796048700000";

  async up(db: QueryRunner) {
    await db.query(`
      LOCK TABLE "proposal", "curation_answer" IN SHARE ROW EXCLUSIVE MODE;
      ALTER TABLE "reaction" ADD "waits" boolean NOT NULL DEFAULT false;
      ALTER TABLE "reaction" DISABLE TRIGGER USER;
      UPDATE "reaction" r SET waits = true WHERE subject IN ('PROPOSAL', 'AMENDMENT') AND ${waits("r", about("r"))};
      ALTER TABLE "reaction" ENABLE TRIGGER USER;
      DROP INDEX "reaction_waiting_in";
      CREATE INDEX "reaction_waiting_in" ON "reaction" ("group_id", "reacted_on", "id") WHERE waits;

      CREATE FUNCTION "waiting_reaction"() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE about uuid := ${about("NEW")}; BEGIN
        -- One that is new is seen by no act on its proposal: it waits for those under way.
        IF TG_OP = 'INSERT' AND about IS NOT NULL THEN PERFORM FROM proposal WHERE id = about FOR SHARE; END IF;
        NEW.waits := about IS NOT NULL AND ${waits("NEW", "about")};
        RETURN NEW;
      END $$;
      CREATE TRIGGER "waiting_reaction" BEFORE INSERT OR UPDATE OF "subject", "subject_id", "status", "reply", "waits" ON "reaction"
        FOR EACH ROW EXECUTE FUNCTION "waiting_reaction"();

      CREATE FUNCTION "reaction_answered"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        UPDATE reaction SET waits = false WHERE id = coalesce(NEW.text_id, OLD.text_id);
        RETURN NULL;
      END $$;
      CREATE TRIGGER "reaction_answered" AFTER INSERT OR UPDATE OF "lifted_at" ON "curation_answer"
        FOR EACH ROW WHEN (NEW.kind = 'REACTION') EXECUTE FUNCTION "reaction_answered"();
      CREATE TRIGGER "reaction_answer_removed" AFTER DELETE ON "curation_answer"
        FOR EACH ROW WHEN (OLD.kind = 'REACTION') EXECUTE FUNCTION "reaction_answered"();

      -- Each of its reactions, whatever it says now: one that changes at the same moment is waited for.
      CREATE FUNCTION "proposal_opened"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        UPDATE reaction SET waits = false WHERE subject = 'PROPOSAL' AND subject_id = NEW.id;
        UPDATE reaction SET waits = false WHERE subject = 'AMENDMENT'
          AND subject_id IN (SELECT m.id FROM amendment m WHERE m.proposal_id = NEW.id);
        RETURN NULL;
      END $$;
      CREATE TRIGGER "proposal_opened" AFTER UPDATE OF "state" ON "proposal"
        FOR EACH ROW WHEN ((OLD.state = 'OPEN') <> (NEW.state = 'OPEN')) EXECUTE FUNCTION "proposal_opened"();
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DROP FUNCTION "proposal_opened"() CASCADE;
      DROP FUNCTION "reaction_answered"() CASCADE;
      DROP FUNCTION "waiting_reaction"() CASCADE;
      DROP INDEX "reaction_waiting_in";
      ALTER TABLE "reaction" DROP "waits";
      CREATE INDEX "reaction_waiting_in" ON "reaction" ("group_id", "reacted_on", "id", "subject", "subject_id") WHERE ${former};
    `);
  }
}
