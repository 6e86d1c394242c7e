import type { MigrationInterface, QueryRunner } from "typeorm";

/** Key points are found by parts of their words from an index, where each of them was folded anew at every search. */
export class FoldedWords202611292020 implements MigrationInterface {
  name = "FoldedWords1795983600000";

  async up(db: QueryRunner) {
    await db.query(`
      -- Words without accents or capitals, as an index may hold them: the dictionary is named, so that nothing else decides.
      CREATE FUNCTION "search_folded"(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
      SET search_path = public, pg_catalog AS $$ SELECT lower(unaccent('unaccent', words)) $$;
      CREATE INDEX "key_point_said" ON "key_point"
        USING gin (search_folded(sentence || ' ' || coalesce(short_name, '')) gin_trgm_ops) WITH (fastupdate = off);
      ANALYZE "key_point";
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`DROP INDEX "key_point_said"; DROP FUNCTION "search_folded"`);
  }
}
