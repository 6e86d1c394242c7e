import type { MigrationInterface, QueryRunner } from "typeorm";

/** Texts of the tenth that two people read, by their id alone. */
const tenth = (id: string) => `('x' || left(md5(${id}::text), 8))::bit(32)::bigint % 10 = 0`;

const nobody = "'00000000-0000-0000-0000-000000000000'::uuid";

/** Lines of rows `c` of a contribution that the team reads. */
const lines = (rows: string, n: number) => `select c.theme_id, coalesce(c.objective_id, ${nobody}) as objective_id,
    coalesce(c.question_id, ${nobody}) as question_id, coalesce(c.region_id, ${nobody}) as region_id, c.channel,
    c.status = 'UNPUBLISHED' as unpublished, least(c.readers, 2) as readers, c.marked,
    c.minutes_block_id is null and ${tenth("c.id")} as drawn, ${n} as n
  from ${rows} c where c.status in ('VISIBLE', 'UNPUBLISHED')`;

const columns = "theme_id, objective_id, question_id, region_id, channel, unpublished, readers, marked, drawn";

const append = (moves: string[]) => `insert into text_tally (${columns}, n)
  select ${columns}, sum(n) from (${moves.join(" union all ")}) moved group by ${columns} having sum(n) <> 0;`;

const counted = {
  added: { on: "INSERT", tables: "NEW TABLE AS added", moves: [lines("added", 1)] },
  changed: {
    on: "UPDATE",
    tables: "NEW TABLE AS added OLD TABLE AS removed",
    moves: [lines("added", 1), lines("removed", -1)],
  },
  removed: { on: "DELETE", tables: "OLD TABLE AS removed", moves: [lines("removed", -1)] },
};

/** The texts of rows that came or went, held one after the other until the end of the act. */
const held = (rows: string) => `
  select array_agg(distinct contribution_id order by contribution_id) into ids from (${rows}) r;
  if ids is null then return null; end if;
  perform from contribution where id = any(ids) order by id for no key update;`;

const readings = () => `
  update contribution c set readers = x.n from (
    select i.id, (select count(*) from reading r where r.contribution_id = i.id) as n from unnest(ids) i(id)) x
  where c.id = x.id and c.readers <> x.n;
  update reading r set alone = (c.readers = 1) from contribution c
  where c.id = r.contribution_id and c.id = any(ids) and r.alone <> (c.readers = 1);`;

const marks = `
  update contribution c set marked = x.is from (
    select i.id, exists (select from passage p where p.contribution_id = i.id) as is from unnest(ids) i(id)) x
  where c.id = x.id and c.marked <> x.is;`;

const acts = {
  added: { on: "INSERT", tables: "NEW TABLE AS added", rows: "select contribution_id from added" },
  removed: { on: "DELETE", tables: "OLD TABLE AS removed", rows: "select contribution_id from removed" },
  changed: {
    on: "UPDATE",
    tables: "NEW TABLE AS added OLD TABLE AS removed",
    rows: `select contribution_id from (select contribution_id, 1 as n from added union all select contribution_id, -1 from removed) m
      group by 1 having sum(n) <> 0`,
  },
};

const watched = (left: string) => `
  CREATE OR REPLACE FUNCTION "watch_tables"() RETURNS void LANGUAGE plpgsql AS $$ DECLARE name text; BEGIN
    FOR name IN SELECT c.relname FROM pg_class c
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname not in (${left})
        AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'note_change')
    LOOP
      EXECUTE format('CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I
        FOR EACH STATEMENT EXECUTE FUNCTION note_change()', name);
    END LOOP;
  END $$;`;

/**
 * Beside each text, how many read it and whether a stretch of it is marked; and how many texts there are of each theme,
 * objective, question, region and channel by that. The reading desk counts by these lines, and finds what is unread by
 * an index of it alone.
 */
export class ReadTexts202611281040 implements MigrationInterface {
  name = "ReadTexts1795862400000";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "contribution" ADD "readers" integer NOT NULL DEFAULT 0, ADD "marked" boolean NOT NULL DEFAULT false;
      ALTER TABLE "reading" ADD "alone" boolean NOT NULL DEFAULT false;
      ALTER TABLE "contribution" DISABLE TRIGGER USER;
      ALTER TABLE "reading" DISABLE TRIGGER USER;
      UPDATE "contribution" c SET readers = coalesce(r.n, 0), marked = p.id IS NOT NULL
      FROM "contribution" i LEFT JOIN (SELECT contribution_id AS id, count(*) AS n FROM "reading" GROUP BY 1) r ON r.id = i.id
        LEFT JOIN (SELECT DISTINCT contribution_id AS id FROM "passage") p ON p.id = i.id
      WHERE i.id = c.id AND (r.n IS NOT NULL OR p.id IS NOT NULL);
      UPDATE "reading" r SET alone = true FROM "contribution" c WHERE c.id = r.contribution_id AND c.readers = 1;
      ALTER TABLE "contribution" ENABLE TRIGGER USER;
      ALTER TABLE "reading" ENABLE TRIGGER USER;
      CREATE INDEX "contribution_unread" ON "contribution" ("id") WHERE readers = 0 AND status IN ('VISIBLE', 'UNPUBLISHED');
      CREATE INDEX "reading_alone" ON "reading" ("person_id", "contribution_id") WHERE alone AND ${tenth("contribution_id")};
      CREATE TABLE "text_tally" ("theme_id" uuid NOT NULL, "objective_id" uuid NOT NULL, "question_id" uuid NOT NULL,
        "region_id" uuid NOT NULL, "channel" text NOT NULL, "unpublished" boolean NOT NULL, "readers" integer NOT NULL,
        "marked" boolean NOT NULL, "drawn" boolean NOT NULL, "n" integer NOT NULL);
      CREATE INDEX "text_tally_objective" ON "text_tally" ("objective_id");
      ${watched("'rate_window', 'tally', 'text_tally'")}
    `);
    await db.query(append([lines("contribution", 1)]));
    const follow = async (table: string, act: string, on: string, refers: string, body: string) => {
      const name = `text_${table}_${act}`;
      await db.query(`CREATE FUNCTION "${name}"() RETURNS trigger LANGUAGE plpgsql AS $body$ declare ids uuid[]; begin
          ${body}
          return null;
        end $body$`);
      await db.query(`CREATE TRIGGER "${name}" AFTER ${on} ON "${table}" REFERENCING ${refers}
        FOR EACH STATEMENT EXECUTE FUNCTION "${name}"()`);
    };
    for (const [act, { on, tables, moves }] of Object.entries(counted))
      await follow("contribution", act, on, tables, append(moves));
    for (const [act, { on, tables, rows }] of Object.entries(acts)) {
      // A reading changes by nothing but what is said here of it.
      if (act !== "changed") await follow("reading", act, on, tables, held(rows) + readings());
      await follow("passage", act, on, tables, held(rows) + marks);
    }
  }

  async down(db: QueryRunner) {
    for (const act of Object.keys(counted)) await db.query(`DROP FUNCTION "text_contribution_${act}"() CASCADE`);
    for (const act of Object.keys(acts)) {
      if (act !== "changed") await db.query(`DROP FUNCTION "text_reading_${act}"() CASCADE`);
      await db.query(`DROP FUNCTION "text_passage_${act}"() CASCADE`);
    }
    await db.query(`
      DROP TABLE "text_tally";
      ${watched("'rate_window', 'tally'")}
      DROP INDEX "reading_alone", "contribution_unread";
      ALTER TABLE "reading" DROP "alone";
      ALTER TABLE "contribution" DROP "readers", DROP "marked";
    `);
  }
}
