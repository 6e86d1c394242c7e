import type { MigrationInterface, QueryRunner } from "typeorm";

const region = "CASE WHEN c.status = 'VISIBLE' THEN c.region_id END";

/**
 * Key points and proposals that words of a region support are found by links alone: beside each passage that a statement
 * rests on stands the region of its text, as long as anybody may read it, as it does beside those of key points.
 */
export class KeyPointsOfRegion202611290018 implements MigrationInterface {
  name = "KeyPointsOfRegion1795911480000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE INDEX "key_point_passage_region" ON "key_point_passage" ("region_id", "key_point_id", "passage_id");
      ALTER TABLE "statement_passage" ADD "region_id" uuid;
      ALTER TABLE "statement_passage" DISABLE TRIGGER USER;
      UPDATE "statement_passage" s SET region_id = ${region}
        FROM "passage" p JOIN "contribution" c ON c.id = p.contribution_id WHERE p.id = s.passage_id;
      ALTER TABLE "statement_passage" ENABLE TRIGGER USER;
      CREATE INDEX "statement_passage_region" ON "statement_passage" ("region_id", "statement_id", "passage_id");
      ANALYZE "statement_passage";

      CREATE FUNCTION "words_of_region"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        NEW.region_id := (SELECT ${region} FROM passage p JOIN contribution c ON c.id = p.contribution_id
          WHERE p.id = NEW.passage_id);
        RETURN NEW;
      END $$;
      CREATE TRIGGER "words_of_region" BEFORE INSERT OR UPDATE OF "passage_id" ON "statement_passage"
        FOR EACH ROW EXECUTE FUNCTION "words_of_region"();

      CREATE FUNCTION "words_of_region_changed"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        UPDATE statement_passage s SET region_id = ${region} FROM passage p JOIN contribution c ON c.id = p.contribution_id
          WHERE p.contribution_id = NEW.id AND s.passage_id = p.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER "words_of_region_changed" AFTER UPDATE OF "status", "region_id" ON "contribution"
        FOR EACH ROW WHEN (NEW.marked AND (OLD.status IS DISTINCT FROM NEW.status OR OLD.region_id IS DISTINCT FROM NEW.region_id))
        EXECUTE FUNCTION "words_of_region_changed"();
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DROP FUNCTION "words_of_region_changed"() CASCADE;
      DROP FUNCTION "words_of_region"() CASCADE;
      DROP INDEX "statement_passage_region", "key_point_passage_region";
      ALTER TABLE "statement_passage" DROP COLUMN "region_id";
    `);
  }
}
