import type { MigrationInterface, QueryRunner } from "typeorm";

const days = { amendment: "proposed_on", agenda_request: "asked_on" };
const tables = Object.entries(days);

const kinds = (names: Record<string, string>) =>
  Object.entries(names).map(
    ([kind, table]) =>
      `WHEN '${kind}' THEN UPDATE ${table} t SET held_flood = flood WHERE t.id = its_text AND t.held_flood IS DISTINCT FROM flood;`,
  );
const before = kinds({ CONTRIBUTION: "contribution", REACTION: "reaction" });
const since = [...before, ...kinds({ AMENDMENT: "amendment", AGENDA_REQUEST: "agenda_request" })];

/** Writes beside a text the flood it came in, as the line of why it is held changes. */
const keeper = (lines: string[]) => `
  CREATE OR REPLACE FUNCTION "flood_of_text"() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE
    its_kind text := CASE TG_OP WHEN 'DELETE' THEN OLD.kind ELSE NEW.kind END;
    its_text uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.text_id ELSE NEW.text_id END;
    flood text := CASE TG_OP WHEN 'DELETE' THEN NULL ELSE NEW.flood_digest END;
  BEGIN
    CASE its_kind ${lines.join(" ")} ELSE NULL; END CASE;
    RETURN NULL;
  END $$`;

/**
 * Amendments and requests for an agenda, which anybody sends, are found as reactions and texts of responses are while they
 * wait for a moderator; amendments that wait for an answer, without reading all of them.
 */
export class HeldFloodsOfFew202611301725 implements MigrationInterface {
  name = "HeldFloodsOfFew1796059500000";

  async up(db: QueryRunner) {
    await db.query('LOCK TABLE "hold" IN SHARE ROW EXCLUSIVE MODE');
    for (const [table, day] of tables)
      await db.query(`
        ALTER TABLE "${table}" ADD "held_flood" text;
        ALTER TABLE "${table}" DISABLE TRIGGER USER;
        UPDATE "${table}" t SET held_flood = h.flood_digest FROM "hold" h
          WHERE h.kind = '${table.toUpperCase()}' AND h.flood_digest IS NOT NULL AND h.text_id = t.id;
        ALTER TABLE "${table}" ENABLE TRIGGER USER;
        CREATE INDEX "${table}_held" ON "${table}" (${day}, id) WHERE status = 'HELD';
        CREATE INDEX "${table}_held_alone" ON "${table}" (${day}, id) WHERE status = 'HELD' AND held_flood IS NULL;
        CREATE INDEX "${table}_held_flood" ON "${table}" (held_flood, ${day}, id)
          WHERE status = 'HELD' AND held_flood IS NOT NULL;
      `);
    await db.query(`CREATE INDEX "amendment_waiting" ON "amendment" (proposal_id, proposed_on, id)
      WHERE status = 'VISIBLE' AND state = 'PROPOSED'`);
    await db.query(keeper(since));
  }

  async down(db: QueryRunner) {
    await db.query('DROP INDEX "amendment_waiting"');
    await db.query(keeper(before));
    for (const [table] of tables)
      await db.query(`
        DROP INDEX "${table}_held";
        DROP INDEX "${table}_held_alone";
        DROP INDEX "${table}_held_flood";
        ALTER TABLE "${table}" DROP "held_flood";
      `);
  }
}
