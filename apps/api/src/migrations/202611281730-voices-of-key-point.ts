import type { MigrationInterface, QueryRunner } from "typeorm";

const voice = "CASE WHEN c.status = 'VISIBLE' AND c.minutes_block_id IS NULL THEN coalesce(c.response_id, c.id) END";
const region = "CASE WHEN c.status = 'VISIBLE' THEN c.region_id END";

/**
 * Beside each passage of a key point, who said it and from where, as long as anybody may read it: how many people and
 * regions a key point comes from is counted from these lines alone, where each text was looked up.
 */
export class VoicesOfKeyPoint202611281730 implements MigrationInterface {
  name = "VoicesOfKeyPoint1795887600000";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "key_point_passage" ADD "voice_id" uuid, ADD "region_id" uuid;
      ALTER TABLE "key_point_passage" DISABLE TRIGGER USER;
      UPDATE "key_point_passage" l SET voice_id = ${voice}, region_id = ${region}
        FROM "passage" p JOIN "contribution" c ON c.id = p.contribution_id WHERE p.id = l.passage_id;
      ALTER TABLE "key_point_passage" ENABLE TRIGGER USER;
      ANALYZE "key_point_passage";

      CREATE FUNCTION "voice_of_passage"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        SELECT ${voice}, ${region} INTO NEW.voice_id, NEW.region_id
          FROM passage p JOIN contribution c ON c.id = p.contribution_id WHERE p.id = NEW.passage_id;
        RETURN NEW;
      END $$;
      CREATE TRIGGER "voice_of_passage" BEFORE INSERT OR UPDATE OF "passage_id" ON "key_point_passage"
        FOR EACH ROW EXECUTE FUNCTION "voice_of_passage"();

      CREATE FUNCTION "voice_changed"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        UPDATE key_point_passage l SET voice_id = ${voice}, region_id = ${region}
          FROM passage p JOIN contribution c ON c.id = p.contribution_id
          WHERE p.contribution_id = NEW.id AND l.passage_id = p.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER "voice_changed" AFTER UPDATE OF "status", "response_id", "region_id", "minutes_block_id" ON "contribution"
        FOR EACH ROW WHEN (NEW.marked AND (OLD.status IS DISTINCT FROM NEW.status OR OLD.response_id IS DISTINCT FROM NEW.response_id
          OR OLD.region_id IS DISTINCT FROM NEW.region_id OR OLD.minutes_block_id IS DISTINCT FROM NEW.minutes_block_id))
        EXECUTE FUNCTION "voice_changed"();
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DROP FUNCTION "voice_changed"() CASCADE;
      DROP FUNCTION "voice_of_passage"() CASCADE;
      ALTER TABLE "key_point_passage" DROP COLUMN "voice_id", DROP COLUMN "region_id";
    `);
  }
}
