import type { MigrationInterface, QueryRunner } from "typeorm";

/** SQL: the place of a text `c` while it may be told of it: anybody may read it, and who answered gave a name. */
const place =
  "CASE WHEN c.status = 'VISIBLE' AND (c.appearance = 'NAMED' OR c.response_id IS NULL) THEN c.territory_id END";

const tables = { key_point_passage: "key_point_id", statement_passage: "statement_id" };

/**
 * Key points and proposals that words of a department support are found by links alone, as those of a region: beside each
 * passage stands the place of its text, while it may be told of it.
 */
export class WordsOfDepartment202611290350 implements MigrationInterface {
  name = "WordsOfDepartment1795924200000";

  async up(db: QueryRunner) {
    for (const [table, of] of Object.entries(tables))
      await db.query(`
        ALTER TABLE "${table}" ADD "place_id" uuid;
        ALTER TABLE "${table}" DISABLE TRIGGER USER;
        UPDATE "${table}" l SET place_id = ${place}
          FROM "passage" p JOIN "contribution" c ON c.id = p.contribution_id WHERE p.id = l.passage_id;
        ALTER TABLE "${table}" ENABLE TRIGGER USER;
        CREATE INDEX "${table}_place" ON "${table}" ("place_id", "${of}", "passage_id");
        ANALYZE "${table}";
      `);
    await db.query(`
      CREATE FUNCTION "place_of_words"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        NEW.place_id := (SELECT ${place} FROM passage p JOIN contribution c ON c.id = p.contribution_id
          WHERE p.id = NEW.passage_id);
        RETURN NEW;
      END $$;
      CREATE FUNCTION "place_of_words_changed"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        ${Object.keys(tables)
          .map(
            (
              table,
            ) => `UPDATE ${table} l SET place_id = ${place} FROM passage p JOIN contribution c ON c.id = p.contribution_id
          WHERE p.contribution_id = NEW.id AND l.passage_id = p.id;`,
          )
          .join("\n")}
        RETURN NULL;
      END $$;
      CREATE TRIGGER "place_of_words_changed" AFTER UPDATE OF "status", "appearance", "response_id", "territory_id" ON "contribution"
        FOR EACH ROW WHEN (NEW.marked AND (OLD.status, OLD.appearance, OLD.response_id, OLD.territory_id)
          IS DISTINCT FROM (NEW.status, NEW.appearance, NEW.response_id, NEW.territory_id))
        EXECUTE FUNCTION "place_of_words_changed"();
    `);
    for (const table of Object.keys(tables))
      await db.query(`CREATE TRIGGER "place_of_words" BEFORE INSERT OR UPDATE OF "passage_id" ON "${table}"
        FOR EACH ROW EXECUTE FUNCTION "place_of_words"()`);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DROP FUNCTION "place_of_words_changed"() CASCADE;
      DROP FUNCTION "place_of_words"() CASCADE;
    `);
    for (const table of Object.keys(tables))
      await db.query(`DROP INDEX "${table}_place"; ALTER TABLE "${table}" DROP "place_id";`);
  }
}
