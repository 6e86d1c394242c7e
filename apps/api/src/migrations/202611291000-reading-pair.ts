import type { MigrationInterface, QueryRunner } from "typeorm";

const nobody = "'00000000-0000-0000-0000-000000000000'::uuid";

/** Texts of the tenth that two people read, by their id alone. */
const tenth = "('x' || left(md5(c.id::text), 8))::bit(32)::bigint % 10 = 0";

const codes = (reader: number) => `array(select distinct k.key_point_id from reading_code k
  where k.contribution_id = c.id and k.person_id = r.people[${reader}] order by 1)`;

/** What the first two readers of a text gave it, each alone. */
const pairs = (where: string) => `select c.id as contribution_id, c.theme_id, c.objective_id,
    coalesce(c.question_id, ${nobody}) as question_id, ${codes(1)} as one, ${codes(2)} as other, r.read_at
  from contribution c cross join lateral (
    select array_agg(r.person_id order by r.read_at, r.person_id) as people, max(r.read_at) as read_at
    from reading r where r.contribution_id = c.id having count(*) > 1) r
  where c.status = 'VISIBLE' and c.minutes_block_id is null and c.objective_id is not null and ${tenth} and ${where}`;

const rest = "theme_id, objective_id, question_id, one, other, read_at";
const columns = "theme_id, objective_id, question_id, one, other";

const line = (rows: string, n: number) => `select ${columns}, ${n} as n from ${rows}`;

const append = (...moves: string[]) => `insert into pair_tally (${columns}, n)
  select ${columns}, sum(n) from (${moves.join(" union all ")}) moved group by ${columns} having sum(n) <> 0;`;

const [added, removed] = ["NEW TABLE AS added", "OLD TABLE AS removed"] as const;

/** The texts of rows that came or went, held one after the other until the end of the act. */
const held = (rows: string) => `
  select array_agg(distinct contribution_id order by contribution_id) into ids from ${rows};
  if ids is null then return null; end if;
  perform from contribution where id = any(ids) order by id for no key update;
  perform keep_pairs(ids);`;

/** Texts that moved among those that are compared; of one that is new nobody has read anything. */
const moved = `
  select array_agg(now.id) into ids from added now join removed was on was.id = now.id
    and (now.theme_id, now.objective_id, now.question_id, now.status, now.minutes_block_id)
      is distinct from (was.theme_id, was.objective_id, was.question_id, was.status, was.minutes_block_id);
  if ids is not null then perform keep_pairs(ids); end if;`;

const triggers: [table: string, act: string, on: string, tables: string, body: string][] = [
  ["reading", "added", "INSERT", added, held("added")],
  ["reading", "removed", "DELETE", removed, held("removed")],
  ["reading_code", "added", "INSERT", added, held("added")],
  ["reading_code", "removed", "DELETE", removed, held("removed")],
  ["contribution", "changed", "UPDATE", `${added} ${removed}`, moved],
  ["reading_pair", "added", "INSERT", added, append(line("added", 1))],
  ["reading_pair", "removed", "DELETE", removed, append(line("removed", -1))],
  ["reading_pair", "changed", "UPDATE", `${added} ${removed}`, append(line("added", 1), line("removed", -1))],
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

const before = "'rate_window', 'tally', 'text_tally', 'reader_tally', 'open_page'";

/**
 * What two readers gave to each text that is read twice, and how many texts have the same pair: agreement is counted from
 * these lines, and those that differ are found by an index, however many are read.
 */
export class ReadingPair202611291000 implements MigrationInterface {
  name = "ReadingPair1795946400000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "reading_pair" ("contribution_id" uuid PRIMARY KEY, "theme_id" uuid NOT NULL, "objective_id" uuid NOT NULL,
        "question_id" uuid NOT NULL, "one" uuid[] NOT NULL, "other" uuid[] NOT NULL, "read_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL);
      CREATE INDEX "reading_pair_differing" ON "reading_pair" ("objective_id", "read_at" DESC, "contribution_id") WHERE one <> other;
      CREATE TABLE "pair_tally" ("theme_id" uuid NOT NULL, "objective_id" uuid NOT NULL, "question_id" uuid NOT NULL,
        "one" uuid[] NOT NULL, "other" uuid[] NOT NULL, "n" integer NOT NULL);
      CREATE INDEX "pair_tally_objective" ON "pair_tally" ("objective_id");
      ${watched(`${before}, 'reading_pair', 'pair_tally'`)}
      INSERT INTO "reading_pair" (contribution_id, ${rest}) ${pairs("true")};
      ${append(line("reading_pair", 1))}
      CREATE FUNCTION "keep_pairs"(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $body$ begin
        delete from reading_pair y where y.contribution_id = any(ids)
          and not exists (select from (${pairs("c.id = any(ids)")}) t where t.contribution_id = y.contribution_id);
        insert into reading_pair as y (contribution_id, ${rest}) ${pairs("c.id = any(ids)")}
        on conflict (contribution_id) do update set (${rest}) = (${rest.replaceAll(/\w+/g, "excluded.$&")})
          where (${rest.replaceAll(/\w+/g, "y.$&")}) is distinct from (${rest.replaceAll(/\w+/g, "excluded.$&")});
      end $body$;
    `);
    for (const [table, act, on, tables, body] of triggers) {
      const name = `pair_${table}_${act}`;
      await db.query(`CREATE FUNCTION "${name}"() RETURNS trigger LANGUAGE plpgsql AS $body$ declare ids uuid[]; begin
          ${body}
          return null;
        end $body$`);
      await db.query(`CREATE TRIGGER "${name}" AFTER ${on} ON "${table}" REFERENCING ${tables}
        FOR EACH STATEMENT EXECUTE FUNCTION "${name}"()`);
    }
  }

  async down(db: QueryRunner) {
    for (const [table, act] of triggers) await db.query(`DROP FUNCTION "pair_${table}_${act}"() CASCADE`);
    await db.query(`
      DROP FUNCTION "keep_pairs"(uuid[]);
      DROP TABLE "pair_tally", "reading_pair";
      ${watched(before)}
    `);
  }
}
