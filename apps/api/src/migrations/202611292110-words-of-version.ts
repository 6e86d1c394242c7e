import type { MigrationInterface, QueryRunner } from "typeorm";

const from = `FROM "passage" p JOIN "contribution" c ON c.id = p.contribution_id AND c.status = 'VISIBLE'`;

/**
 * Beside each passage of a key point stand its objective, the day of its text and the text, while anybody may read it: a
 * page of the words that a version may cite is read from one index in its order, where all those of the objective were.
 */
export class WordsOfVersion202611292110 implements MigrationInterface {
  name = "WordsOfVersion1795986600000";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "key_point_passage" ADD "objective_id" uuid, ADD "said_on" date, ADD "text_id" uuid;
      ALTER TABLE "key_point_passage" DISABLE TRIGGER USER;
      UPDATE "key_point_passage" l SET objective_id = k.objective_id, said_on = c.contributed_on, text_id = c.id
        ${from}, "key_point" k WHERE p.id = l.passage_id AND k.id = l.key_point_id;
      ALTER TABLE "key_point_passage" ENABLE TRIGGER USER;
      CREATE INDEX "key_point_passage_said" ON "key_point_passage"
        ("objective_id", "said_on", "text_id", "passage_id", "key_point_id");
      ANALYZE "key_point_passage";

      CREATE FUNCTION "text_of_words"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        SELECT k.objective_id, c.contributed_on, c.id INTO NEW.objective_id, NEW.said_on, NEW.text_id
          ${from}, key_point k WHERE p.id = NEW.passage_id AND k.id = NEW.key_point_id;
        RETURN NEW;
      END $$;
      CREATE TRIGGER "text_of_words" BEFORE INSERT OR UPDATE OF "passage_id", "key_point_id" ON "key_point_passage"
        FOR EACH ROW EXECUTE FUNCTION "text_of_words"();

      CREATE FUNCTION "text_of_words_changed"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        UPDATE key_point_passage l SET objective_id = CASE WHEN NEW.status = 'VISIBLE' THEN k.objective_id END,
            said_on = CASE WHEN NEW.status = 'VISIBLE' THEN NEW.contributed_on END,
            text_id = CASE WHEN NEW.status = 'VISIBLE' THEN NEW.id END
          FROM passage p, key_point k WHERE p.contribution_id = NEW.id AND l.passage_id = p.id AND k.id = l.key_point_id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER "text_of_words_changed" AFTER UPDATE OF "status", "contributed_on" ON "contribution"
        FOR EACH ROW WHEN (NEW.marked AND (OLD.status, OLD.contributed_on) IS DISTINCT FROM (NEW.status, NEW.contributed_on))
        EXECUTE FUNCTION "text_of_words_changed"();
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DROP FUNCTION "text_of_words_changed"() CASCADE;
      DROP FUNCTION "text_of_words"() CASCADE;
      DROP INDEX "key_point_passage_said";
      ALTER TABLE "key_point_passage" DROP COLUMN "objective_id", DROP COLUMN "said_on", DROP COLUMN "text_id";
    `);
  }
}
