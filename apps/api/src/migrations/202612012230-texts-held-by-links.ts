import type { MigrationInterface, QueryRunner } from "typeorm";

const place =
  "CASE WHEN c.status = 'VISIBLE' AND (c.appearance = 'NAMED' OR c.response_id IS NULL) THEN c.territory_id END";

/** The function whose trigger is the first of those that read a text when its passage is linked. */
const placed = (
  held: string,
) => `CREATE OR REPLACE FUNCTION "place_of_words"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  SELECT ${place} INTO NEW.place_id FROM passage p JOIN contribution c ON c.id = p.contribution_id
    WHERE p.id = NEW.passage_id${held};
  RETURN NEW;
END $$`;

/**
 * What is kept beside a link of a passage is read from its text: while the link is written, the text is held. One that was
 * taken back at that instant left its voice and its place beside the link.
 */
export class TextsHeldByLinks202612012230 implements MigrationInterface {
  name = "TextsHeldByLinks1796164200000";

  async up(db: QueryRunner) {
    await db.query(placed(" FOR SHARE OF c"));
  }

  async down(db: QueryRunner) {
    await db.query(placed(""));
  }
}
