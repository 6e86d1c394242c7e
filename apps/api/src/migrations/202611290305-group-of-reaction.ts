import type { MigrationInterface, QueryRunner } from "typeorm";

/** SQL: the group of a text `c`: that of its objective, else the first of its theme. */
const ofText = `coalesce((SELECT o.group_id FROM objective o WHERE o.id = c.objective_id),
  (SELECT w.id FROM working_group w WHERE w.theme_id = c.theme_id ORDER BY w.id LIMIT 1))`;

/** SQL: the group of each kind of subject, from its id `$2`. */
const groups = {
  CONTRIBUTION: `(SELECT ${ofText} FROM contribution c WHERE c.id = $2)`,
  KEY_POINT: "(SELECT o.group_id FROM key_point k JOIN objective o ON o.id = k.objective_id WHERE k.id = $2)",
  SYNTHESIS: "(SELECT o.group_id FROM synthesis s JOIN objective o ON o.id = s.objective_id WHERE s.id = $2)",
  SYNTHESIS_PARAGRAPH: `(SELECT o.group_id FROM synthesis_paragraph p JOIN synthesis_version v ON v.id = p.version_id
    JOIN synthesis s ON s.id = v.synthesis_id JOIN objective o ON o.id = s.objective_id WHERE p.id = $2)`,
  PROPOSAL: "(SELECT p.group_id FROM proposal p WHERE p.id = $2)",
  AMENDMENT: "(SELECT p.group_id FROM amendment a JOIN proposal p ON p.id = a.proposal_id WHERE a.id = $2)",
  INITIATIVE: "(SELECT i.group_id FROM initiative i WHERE i.id = $2)",
  DOCUMENT: `(SELECT coalesce(d.group_id, (SELECT w.id FROM working_group w ORDER BY w.id LIMIT 1)) FROM document d
    WHERE d.id = $2)`,
  MINUTES: "(SELECT m.group_id FROM minutes n JOIN meeting m ON m.id = n.meeting_id WHERE n.id = $2)",
  MINUTES_BLOCK: `(SELECT m.group_id FROM minutes_block b JOIN minutes n ON n.id = b.minutes_id
    JOIN meeting m ON m.id = n.meeting_id WHERE b.id = $2)`,
};

/** Beside a reaction stands the group of what it is about: those that wait for its moderators are found oldest first, by an index. */
export class GroupOfReaction202611290305 implements MigrationInterface {
  name = "GroupOfReaction1795921500000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE FUNCTION "group_of_subject"(text, uuid) RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT CASE $1
        ${Object.entries(groups)
          .map(([kind, group]) => `WHEN '${kind}' THEN ${group}`)
          .join("\n")} END $$;
      ALTER TABLE "reaction" ADD "group_id" uuid;
      ALTER TABLE "reaction" DISABLE TRIGGER USER;
      UPDATE "reaction" SET group_id = group_of_subject(subject, subject_id);
      ALTER TABLE "reaction" ENABLE TRIGGER USER;
      DROP INDEX "reaction_held";
      CREATE INDEX "reaction_held" ON "reaction" ("group_id", "reacted_on", "id") WHERE status = 'HELD';
      ANALYZE "reaction";

      CREATE FUNCTION "group_of_reaction"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        NEW.group_id := group_of_subject(NEW.subject, NEW.subject_id);
        RETURN NEW;
      END $$;
      CREATE TRIGGER "group_of_reaction" BEFORE INSERT OR UPDATE OF "subject", "subject_id" ON "reaction"
        FOR EACH ROW EXECUTE FUNCTION "group_of_reaction"();

      CREATE FUNCTION "group_of_text_changed"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        UPDATE reaction SET group_id = group_of_subject('CONTRIBUTION', NEW.id)
          WHERE subject = 'CONTRIBUTION' AND subject_id = NEW.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER "group_of_text_changed" AFTER UPDATE OF "objective_id", "theme_id" ON "contribution"
        FOR EACH ROW WHEN ((OLD.objective_id, OLD.theme_id) IS DISTINCT FROM (NEW.objective_id, NEW.theme_id))
        EXECUTE FUNCTION "group_of_text_changed"();
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DROP FUNCTION "group_of_text_changed"() CASCADE;
      DROP FUNCTION "group_of_reaction"() CASCADE;
      DROP INDEX "reaction_held";
      ALTER TABLE "reaction" DROP "group_id";
      CREATE INDEX "reaction_held" ON "reaction" ("id") WHERE status = 'HELD';
      DROP FUNCTION "group_of_subject"(text, uuid);
    `);
  }
}
