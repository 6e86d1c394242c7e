import type { MigrationInterface, QueryRunner } from "typeorm";

/** The most rows that hang from one: table, column of what they hang from, number. */
const bounds = [
  ["agenda_item", "meeting_id", 60],
  ["ask", "proposal_id", 60],
  ["coherence_note_proposal", "note_id", 60],
  ["commitment", "handover_id", 60],
  ["document", "group_id", 300],
  ["erratum", "proposal_id", 100],
  ["glossary_term", "group_id", 400],
  ["glossary_version", "term_id", 200],
  ["handover", "proposal_id", 200],
  ["initiative_contribution", "initiative_id", 100],
  ["key_point", "objective_id", 1000],
  ["key_point_merge", "into_id", 1000],
  ["language_kit_version", "kit_id", 500],
  ["meeting_document", "meeting_id", 60],
  ["meeting_objective", "meeting_id", 60],
  ["milestone", "group_id", 200],
  ["minutes_block", "minutes_id", 400],
  ["minutes_erratum", "minutes_id", 100],
  ["objection", "proposal_id", 100],
  ["objective", "group_id", 100],
  ["office_link", "handover_id", 200],
  ["office_reply", "handover_id", 200],
  ["proposal", "group_id", 300],
  ["proposal_carrier", "proposal_id", 60],
  ["proposal_initiative", "proposal_id", 100],
  ["proposal_version", "proposal_id", 500],
  ["question", "questionnaire_id", 1000],
  ["question_revision", "question_id", 500],
  ["questionnaire", "objective_id", 100],
  ["regional_member", "regional_group_id", 300],
  ["set_aside", "version_id", 5000],
  ["statement", "proposal_id", 200],
  ["statement_key_point", "statement_id", 100],
  ["statement_passage", "statement_id", 300],
  ["synthesis", "objective_id", 60],
  ["synthesis_paragraph", "version_id", 400],
  ["synthesis_version", "synthesis_id", 200],
  ["theme", "axis_id", 200],
  ["work", "proposal_id", 100],
] as const;

/**
 * Lists that only a team lengthens are held by the database to a length that no page fears, whatever writes them: an act, an
 * import, a copy. An act past it is told so, as data.
 */
export class ListBounds202611271327 implements MigrationInterface {
  name = "ListBounds1795786020000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE FUNCTION "hold_length"() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE most int := TG_ARGV[1]; longer boolean; BEGIN
        EXECUTE format('SELECT EXISTS (SELECT FROM %I t WHERE t.%2$I IN (SELECT %2$I FROM added) GROUP BY t.%2$I HAVING count(*) > %3$s)',
          TG_TABLE_NAME, TG_ARGV[0], most) INTO longer;
        IF longer THEN RAISE EXCEPTION 'A list of % is full.', TG_TABLE_NAME USING ERRCODE = 'LF001', DETAIL = most; END IF;
        RETURN NULL;
      END $$;
    `);
    for (const [table, parent, most] of bounds)
      await db.query(`CREATE TRIGGER "hold_length" AFTER INSERT ON "${table}" REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION hold_length('${parent}', ${most})`);
  }

  async down(db: QueryRunner) {
    await db.query('DROP FUNCTION "hold_length"() CASCADE');
  }
}
