import type { MigrationInterface, QueryRunner } from "typeorm";

const nobody = "'00000000-0000-0000-0000-000000000000'::uuid";

/** Texts of the tenth that two people read, by their id alone. */
const tenth = "('x' || left(md5(c.id::text), 8))::bit(32)::bigint % 10 = 0";

/** Lines of readings `r` of texts `c` that the team reads. */
const lines = (
  from: string,
  n: number,
) => `select r.person_id, c.theme_id, coalesce(c.objective_id, ${nobody}) as objective_id,
    coalesce(c.question_id, ${nobody}) as question_id, r.marked,
    r.second and c.status = 'VISIBLE' and c.minutes_block_id is null and ${tenth} as second, ${n} as n
  from ${from} where c.status in ('VISIBLE', 'UNPUBLISHED')`;

const columns = "person_id, theme_id, objective_id, question_id, marked, second";

const append = (...moves: string[]) => `insert into reader_tally (${columns}, n)
  select ${columns}, sum(n) from (${moves.join(" union all ")}) moved group by ${columns} having sum(n) <> 0;`;

const read = (rows: string, n: number) => lines(`${rows} r join contribution c on c.id = r.contribution_id`, n);

/** Texts that moved among those that are counted together, as they are in some rows. */
const moved = (rows: string, n: number) =>
  lines(
    `(select now.id from added now join removed was on was.id = now.id
        and (now.theme_id, now.objective_id, now.question_id, now.status, now.minutes_block_id)
          is distinct from (was.theme_id, was.objective_id, was.question_id, was.status, was.minutes_block_id)) m
      join ${rows} c on c.id = m.id join reading r on r.contribution_id = m.id`,
    n,
  );

/** The texts of rows that came or went, held one after the other until the end of the act. */
const held = (rows: string) => `
  select array_agg(distinct contribution_id order by contribution_id) into ids from ${rows};
  if ids is null then return null; end if;
  perform from contribution where id = any(ids) order by id for no key update;`;

/** What is kept beside each reading `r`: whether its reader marked something, and came after another. */
const truth = `select r.contribution_id, r.person_id,
    exists (select from reading_code k where k.contribution_id = r.contribution_id and k.person_id = r.person_id) as marked,
    exists (select from reading o where o.contribution_id = r.contribution_id and o.person_id <> r.person_id and o.read_at < r.read_at) as second
  from reading r`;

const right = (where: string) => `
  update reading r set marked = x.marked, second = x.second from (${truth} where ${where}) x
  where x.contribution_id = r.contribution_id and x.person_id = r.person_id and (r.marked, r.second) <> (x.marked, x.second);`;

const theirs = "r.contribution_id = any(ids)";

const triggers: [table: string, act: string, on: string, tables: string, body: string][] = [
  ["reading", "added", "INSERT", "NEW TABLE AS added", held("added") + append(read("added", 1)) + right(theirs)],
  [
    "reading",
    "removed",
    "DELETE",
    "OLD TABLE AS removed",
    held("removed") + append(read("removed", -1)) + right(theirs),
  ],
  [
    "reading",
    "changed",
    "UPDATE",
    "NEW TABLE AS added OLD TABLE AS removed",
    append(read("added", 1), read("removed", -1)),
  ],
  ["reading_code", "added", "INSERT", "NEW TABLE AS added", held("added") + right(theirs)],
  ["reading_code", "removed", "DELETE", "OLD TABLE AS removed", held("removed") + right(theirs)],
  [
    "contribution",
    "changed",
    "UPDATE",
    "NEW TABLE AS added OLD TABLE AS removed",
    append(moved("added", 1), moved("removed", -1)),
  ],
];

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

/** How many texts each reader of the team read, marked and read second, kept by lines as other counts are. */
export class ReaderTally202611282355 implements MigrationInterface {
  name = "ReaderTally1795910100000";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "reading" ADD "marked" boolean NOT NULL DEFAULT false, ADD "second" boolean NOT NULL DEFAULT false;
      ALTER TABLE "reading" DISABLE TRIGGER USER;
      ${right("true")}
      ALTER TABLE "reading" ENABLE TRIGGER USER;
      CREATE TABLE "reader_tally" ("person_id" uuid NOT NULL, "theme_id" uuid NOT NULL, "objective_id" uuid NOT NULL,
        "question_id" uuid NOT NULL, "marked" boolean NOT NULL, "second" boolean NOT NULL, "n" integer NOT NULL);
      ${watched("'rate_window', 'tally', 'text_tally', 'reader_tally'")}
      ${append(read("reading", 1))}
    `);
    for (const [table, act, on, tables, body] of triggers) {
      const name = `reader_${table}_${act}`;
      await db.query(`CREATE FUNCTION "${name}"() RETURNS trigger LANGUAGE plpgsql AS $body$ declare ids uuid[]; begin
          ${body}
          return null;
        end $body$`);
      await db.query(`CREATE TRIGGER "${name}" AFTER ${on} ON "${table}" REFERENCING ${tables}
        FOR EACH STATEMENT EXECUTE FUNCTION "${name}"()`);
    }
  }

  async down(db: QueryRunner) {
    for (const [table, act] of triggers) await db.query(`DROP FUNCTION "reader_${table}_${act}"() CASCADE`);
    await db.query(`
      DROP TABLE "reader_tally";
      ${watched("'rate_window', 'tally', 'text_tally'")}
      ALTER TABLE "reading" DROP "marked", DROP "second";
    `);
  }
}
