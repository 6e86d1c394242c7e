import type { MigrationInterface, QueryRunner } from "typeorm";

const waits = "EXISTS (SELECT FROM contribution c WHERE c.response_id = r.id AND c.status = 'HELD')";

/**
 * Beside a response stands whether one of its texts waits for a moderator, who then reads it with that text: those that wait
 * by themselves are found oldest first, by an index, where each response that waits was looked at.
 */
export class HeldByText202611301350 implements MigrationInterface {
  name = "HeldByText1796046600000";

  async up(db: QueryRunner) {
    await db.query(`
      LOCK TABLE "contribution" IN SHARE ROW EXCLUSIVE MODE;
      ALTER TABLE "response" ADD "held_by_text" boolean NOT NULL DEFAULT false;
      ALTER TABLE "response" DISABLE TRIGGER USER;
      UPDATE "response" SET held_by_text = true WHERE id IN (SELECT c.response_id FROM contribution c WHERE c.status = 'HELD');
      ALTER TABLE "response" ENABLE TRIGGER USER;
      DROP INDEX "response_held";
      CREATE INDEX "response_held" ON "response" ("questionnaire_id", "submitted_on", "id")
        WHERE status = 'HELD' AND NOT held_by_text;
      ANALYZE "response" ("held_by_text", "status");

      CREATE FUNCTION "keep_held"(one uuid) RETURNS void LANGUAGE plpgsql AS $$ DECLARE was boolean; BEGIN
        SELECT held_by_text INTO was FROM response WHERE id = one FOR NO KEY UPDATE;
        IF FOUND AND was <> (SELECT ${waits} FROM (SELECT one AS id) r) THEN
          UPDATE response SET held_by_text = NOT was WHERE id = one;
        END IF;
      END $$;
      CREATE FUNCTION "held_text_moved"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF TG_OP <> 'INSERT' THEN PERFORM keep_held(OLD.response_id); END IF;
        IF TG_OP = 'DELETE' THEN RETURN NULL; END IF;
        IF TG_OP = 'INSERT' OR NEW.response_id IS DISTINCT FROM OLD.response_id THEN PERFORM keep_held(NEW.response_id); END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER "held_text_added" AFTER INSERT ON "contribution"
        FOR EACH ROW WHEN (NEW.status = 'HELD') EXECUTE FUNCTION "held_text_moved"();
      CREATE TRIGGER "held_text_removed" AFTER DELETE ON "contribution"
        FOR EACH ROW WHEN (OLD.status = 'HELD') EXECUTE FUNCTION "held_text_moved"();
      CREATE TRIGGER "held_text_changed" AFTER UPDATE OF "status", "response_id" ON "contribution" FOR EACH ROW
        WHEN ('HELD' IN (OLD.status, NEW.status) AND (OLD.status, OLD.response_id) IS DISTINCT FROM (NEW.status, NEW.response_id))
        EXECUTE FUNCTION "held_text_moved"();
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DROP FUNCTION "held_text_moved"() CASCADE;
      DROP FUNCTION "keep_held"(uuid);
      DROP INDEX "response_held";
      ALTER TABLE "response" DROP "held_by_text";
      CREATE INDEX "response_held" ON "response" ("questionnaire_id", "id", "submitted_on") WHERE status = 'HELD';
    `);
  }
}
