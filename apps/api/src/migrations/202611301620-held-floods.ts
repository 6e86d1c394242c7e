import type { MigrationInterface, QueryRunner } from "typeorm";

const kinds = { CONTRIBUTION: "contribution", REACTION: "reaction" };
const lists = { contribution: "objective_id, contributed_on, id", reaction: "group_id, reacted_on, id" };
const tables = Object.values(kinds);

/**
 * Beside a text of which many may be held stands the flood it came in: those outside of floods, and the first one of each
 * flood, are found oldest first by indexes, where all that came in floods were read and folded at each page.
 */
export class HeldFloods202611301620 implements MigrationInterface {
  name = "HeldFloods1796055600000";

  async up(db: QueryRunner) {
    await db.query('LOCK TABLE "hold" IN SHARE ROW EXCLUSIVE MODE');
    for (const [kind, table] of Object.entries(kinds)) {
      const [list, day] = [lists[table as keyof typeof lists], lists[table as keyof typeof lists].split(", ")[1]];
      await db.query(`
        ALTER TABLE "${table}" ADD "held_flood" text;
        ALTER TABLE "${table}" DISABLE TRIGGER USER;
        UPDATE "${table}" t SET held_flood = h.flood_digest FROM "hold" h
          WHERE h.kind = '${kind}' AND h.flood_digest IS NOT NULL AND h.text_id = t.id;
        ALTER TABLE "${table}" ENABLE TRIGGER USER;
        CREATE INDEX "${table}_held_alone" ON "${table}" (${list}) WHERE status = 'HELD' AND held_flood IS NULL;
        CREATE INDEX "${table}_held_flood" ON "${table}" (held_flood, ${day}, id)
          WHERE status = 'HELD' AND held_flood IS NOT NULL;
        ANALYZE "${table}" ("held_flood");
      `);
    }
    await db.query(`
      CREATE FUNCTION "flood_of_text"() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE
        its_kind text := CASE TG_OP WHEN 'DELETE' THEN OLD.kind ELSE NEW.kind END;
        its_text uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.text_id ELSE NEW.text_id END;
        flood text := CASE TG_OP WHEN 'DELETE' THEN NULL ELSE NEW.flood_digest END;
      BEGIN
        CASE its_kind
          ${Object.entries(kinds)
            .map(
              ([kind, table]) => `WHEN '${kind}' THEN UPDATE ${table} t SET held_flood = flood
            WHERE t.id = its_text AND t.held_flood IS DISTINCT FROM flood;`,
            )
            .join("\n          ")}
          ELSE NULL;
        END CASE;
        RETURN NULL;
      END $$;
      CREATE TRIGGER "flood_of_text_added" AFTER INSERT ON "hold"
        FOR EACH ROW WHEN (NEW.flood_digest IS NOT NULL) EXECUTE FUNCTION "flood_of_text"();
      CREATE TRIGGER "flood_of_text_changed" AFTER UPDATE ON "hold"
        FOR EACH ROW WHEN (OLD.flood_digest IS DISTINCT FROM NEW.flood_digest) EXECUTE FUNCTION "flood_of_text"();
      CREATE TRIGGER "flood_of_text_removed" AFTER DELETE ON "hold"
        FOR EACH ROW WHEN (OLD.flood_digest IS NOT NULL) EXECUTE FUNCTION "flood_of_text"();
    `);
  }

  async down(db: QueryRunner) {
    await db.query('DROP FUNCTION "flood_of_text"() CASCADE');
    for (const table of tables)
      await db.query(`
        DROP INDEX "${table}_held_alone";
        DROP INDEX "${table}_held_flood";
        ALTER TABLE "${table}" DROP "held_flood";
      `);
  }
}
