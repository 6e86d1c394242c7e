import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Beside each passage that a statement rests on, the objective of its text: what proposals rest on an objective is read
 * by an index, where every proposal was looked through for every objective. The objective of a text rarely changes, and a
 * link follows it.
 */
export class WordsOfObjective202611281720 implements MigrationInterface {
  name = "WordsOfObjective1795887000000";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "statement_passage" ADD "objective_id" uuid;
      ALTER TABLE "statement_passage" DISABLE TRIGGER USER;
      UPDATE "statement_passage" s SET objective_id = c.objective_id
        FROM "passage" p JOIN "contribution" c ON c.id = p.contribution_id
        WHERE p.id = s.passage_id AND c.objective_id IS NOT NULL;
      ALTER TABLE "statement_passage" ENABLE TRIGGER USER;
      CREATE INDEX "statement_passage_objective" ON "statement_passage" ("objective_id", "statement_id");
      ANALYZE "statement_passage";

      CREATE FUNCTION "words_of_objective"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        NEW.objective_id := (SELECT c.objective_id FROM passage p JOIN contribution c ON c.id = p.contribution_id
          WHERE p.id = NEW.passage_id);
        RETURN NEW;
      END $$;
      CREATE TRIGGER "words_of_objective" BEFORE INSERT OR UPDATE OF "passage_id" ON "statement_passage"
        FOR EACH ROW EXECUTE FUNCTION "words_of_objective"();

      CREATE FUNCTION "words_moved"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        UPDATE statement_passage s SET objective_id = NEW.objective_id FROM passage p
          WHERE p.contribution_id = NEW.id AND s.passage_id = p.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER "words_moved" AFTER UPDATE OF "objective_id" ON "contribution"
        FOR EACH ROW WHEN (OLD.objective_id IS DISTINCT FROM NEW.objective_id) EXECUTE FUNCTION "words_moved"();
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DROP FUNCTION "words_moved"() CASCADE;
      DROP FUNCTION "words_of_objective"() CASCADE;
      DROP INDEX "statement_passage_objective";
      ALTER TABLE "statement_passage" DROP COLUMN "objective_id";
    `);
  }
}
