import type { MigrationInterface, QueryRunner } from "typeorm";

const taken = (id: string) => `(exists (select from passage p where p.contribution_id = ${id})
  or exists (select from initiative_contribution i where i.contribution_id = ${id})
  or exists (select from supply_taking s where s.contribution_id = ${id}))`;

/** Figures of rows `r` of a response that counts, with what its texts are: `readable`, `kept`. */
const ofResponse = `(values
    ('responses', r.questionnaire_id, r.region_id, (r.speaks_as <> 'GROUP')::int),
    ('responses.paper', r.questionnaire_id, null, (r.speaks_as <> 'GROUP' and r.channel = 'PAPER')::int),
    ('responses.group', r.questionnaire_id, null, (r.speaks_as = 'GROUP')::int),
    ('responses.people', r.questionnaire_id, null, case when r.speaks_as = 'GROUP' then coalesce(r.people_count, 0) else 0 end),
    ('responses.unpublished', r.questionnaire_id, null, (r.speaks_as <> 'GROUP' and r.status = 'UNPUBLISHED')::int),
    ('responses.sector', r.questionnaire_id, null, (r.speaks_as <> 'GROUP' and r.sectors <> '{}')::int),
    ('responses.beyondFood', r.questionnaire_id, null, (r.speaks_as <> 'GROUP' and not r.sectors <@ '{FOOD}')::int),
    ('responses.readable', r.questionnaire_id, null, (r.speaks_as <> 'GROUP' and x.readable)::int),
    ('responses.kept', r.questionnaire_id, null, (r.speaks_as <> 'GROUP' and (r.status = 'UNPUBLISHED' or x.kept))::int),
    ('responses', r.territory_id, null, (r.speaks_as <> 'GROUP')::int),
    ('responses.named', r.territory_id, null, (r.speaks_as <> 'GROUP' and r.appearance = 'NAMED')::int)
  ) f(figure, subject_id, place_id, n)`;

const counted = "r.status in ('VISIBLE', 'UNPUBLISHED', 'HELD')";

const responses = (
  rows: string,
  sign: string,
) => `select f.figure, f.subject_id, f.place_id, ${sign}f.n as n from ${rows} r
  cross join lateral (
    select coalesce(bool_or(t.status = 'VISIBLE'), false) as readable, coalesce(bool_and(t.status = 'UNPUBLISHED'), false) as kept
    from contribution t where t.response_id = r.id and t.status <> 'WITHDRAWN') x
  cross join lateral ${ofResponse} where ${counted}`;

/** Figures of rows `c` of a contribution, with whether it was `taken` up; a name is told of a department, a region of all. */
const texts = (
  rows: string,
  sign: string,
  isTaken = taken("c.id"),
) => `select f.figure, f.subject_id, f.place_id, ${sign}f.n as n
  from ${rows} c cross join lateral (select ${isTaken} as taken, c.appearance = 'NAMED' or c.response_id is null as named) x
  cross join lateral (values
    ('texts', c.theme_id, c.region_id, 1), ('texts', c.objective_id, c.region_id, 1), ('texts', c.territory_id, null, 1),
    ('texts.named', c.territory_id, null, x.named::int),
    ('taken', c.theme_id, null, x.taken::int), ('taken', c.objective_id, null, x.taken::int),
    ('taken', c.territory_id, null, x.taken::int), ('taken.named', c.territory_id, null, (x.taken and x.named)::int),
    ('explained', c.theme_id, null, (not x.taken and c.not_retained is not null)::int),
    ('explained', c.objective_id, null, (not x.taken and c.not_retained is not null)::int),
    ('explained', c.territory_id, null, (not x.taken and c.not_retained is not null)::int),
    ('explained.named', c.territory_id, null, (not x.taken and c.not_retained is not null and x.named)::int)
  ) f(figure, subject_id, place_id, n) where c.status = 'VISIBLE'
  union all
  select f.figure, f.subject_id, null, ${sign}f.n
  from ${rows} c cross join lateral (values
    ('unpublished', c.theme_id, 1), ('unpublished', c.objective_id, 1), ('unpublished', c.territory_id, 1),
    ('unpublished.named', c.territory_id, (c.appearance = 'NAMED' or c.response_id is null)::int)
  ) f(figure, subject_id, n) where c.status = 'UNPUBLISHED'`;

const append = (moves: string[]) => `insert into tally (figure, subject_id, place_id, n)
  select figure, subject_id, place_id, sum(n) from (${moves.join(" union all ")}) moved
  where subject_id is not null group by 1, 2, 3 having sum(n) <> 0;`;

/** Responses whose texts changed of status: what anybody reads of them is counted before and after, one act at a time. */
const responsesOf = (moved: string) => `
  select array_agg(distinct response_id order by response_id) into ids from (
    select response_id, status from (${moved}) m where response_id is not null group by 1, 2 having sum(n) <> 0) m;
  if ids is null then return null; end if;
  perform from response where id = any(ids) order by id for no key update;
  insert into tally (figure, subject_id, n)
  select f.figure, r.questionnaire_id, sum(f.n) from (
    select response_id, sum(now) as visible, sum(now - moved) as visible_before, sum(whole) as whole, sum(whole - whole_moved) as whole_before,
      sum(kept) as kept, sum(kept - kept_moved) as kept_before from (
      select response_id, (status = 'VISIBLE')::int as now, 0 as moved, (status <> 'WITHDRAWN')::int as whole, 0 as whole_moved,
        (status = 'UNPUBLISHED')::int as kept, 0 as kept_moved
      from contribution where response_id = any(ids)
      union all
      select response_id, 0, n * (status = 'VISIBLE')::int, 0, n * (status <> 'WITHDRAWN')::int, 0, n * (status = 'UNPUBLISHED')::int
      from (${moved}) m where response_id = any(ids)) one
    group by 1) x
  join response r on r.id = x.response_id and r.speaks_as <> 'GROUP' and ${counted}
  cross join lateral (values
    ('responses.readable', (visible > 0)::int - (visible_before > 0)::int),
    ('responses.kept', case when r.status = 'UNPUBLISHED' then 0
      else (whole > 0 and kept = whole)::int - (whole_before > 0 and kept_before = whole_before)::int end)
  ) f(figure, n) group by 1, 2 having sum(f.n) <> 0;`;

const added = (sign = 1) => `select response_id, status, ${sign} as n from added`;
const removed = "select response_id, status, -1 as n from removed";

/** Tables, and what each change of them appends. */
const followed: [table: string, body: (rows: { added: boolean; removed: boolean }) => string][] = [
  [
    "response",
    (rows) =>
      append([...(rows.added ? [responses("added", "")] : []), ...(rows.removed ? [responses("removed", "-")] : [])]),
  ],
  [
    "contribution",
    (rows) =>
      append([...(rows.added ? [texts("added", "")] : []), ...(rows.removed ? [texts("removed", "-")] : [])]) +
      responsesOf([...(rows.added ? [added()] : []), ...(rows.removed ? [removed] : [])].join(" union all ")),
  ],
  ...["passage", "initiative_contribution", "supply_taking"].map((table): (typeof followed)[number] => [
    table,
    (rows) => {
      const moved = [
        ...(rows.added ? ["select contribution_id as id, 1 as n from added"] : []),
        ...(rows.removed ? ["select contribution_id as id, -1 as n from removed"] : []),
      ].join(" union all ");
      const now = `((select count(*) from passage p where p.contribution_id = c.id)
          + (select count(*) from initiative_contribution i where i.contribution_id = c.id)
          + (select count(*) from supply_taking s where s.contribution_id = c.id))`;
      const some = `(select c.*, ${now} as now, ${now} - m.n as before from (select id, sum(n) as n from (${moved}) m where id = any(ids) group by 1) m
          join contribution c on c.id = m.id and c.status = 'VISIBLE')`;
      return `
          select array_agg(id order by id) into ids from (select id from (${moved}) m group by 1 having sum(n) <> 0) m;
          if ids is null then return null; end if;
          perform from contribution where id = any(ids) order by id for no key update;
          ${append([texts(some, "", "c.now > 0"), texts(some, "-", "c.before > 0")])}`;
    },
  ]),
];

const acts = {
  added: { on: "INSERT", tables: "NEW TABLE AS added", rows: { added: true, removed: false } },
  changed: { on: "UPDATE", tables: "NEW TABLE AS added OLD TABLE AS removed", rows: { added: true, removed: true } },
  removed: { on: "DELETE", tables: "OLD TABLE AS removed", rows: { added: false, removed: true } },
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
 * Counts that pages tell are kept: each act appends what it moves, in its transaction, and nobody waits for a row that all
 * count in. Lines of one figure are folded together later, which changes no sum: no kept page ends with it.
 */
export class Tally202611280630 implements MigrationInterface {
  name = "Tally1795847400000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "tally" ("figure" text NOT NULL, "subject_id" uuid NOT NULL, "place_id" uuid, "n" integer NOT NULL);
      CREATE INDEX "tally_subject" ON "tally" ("subject_id", "figure");
      ${watched("'rate_window', 'tally'")}
    `);
    await db.query(append([responses("response", ""), texts("contribution", "")]));
    for (const [table, body] of followed)
      for (const [act, { on, tables, rows }] of Object.entries(acts)) {
        const name = `tally_${table}_${act}`;
        await db.query(`CREATE FUNCTION "${name}"() RETURNS trigger LANGUAGE plpgsql AS $body$ declare ids uuid[]; begin
          ${body(rows)}
          return null;
        end $body$`);
        await db.query(`CREATE TRIGGER "${name}" AFTER ${on} ON "${table}" REFERENCING ${tables}
          FOR EACH STATEMENT EXECUTE FUNCTION "${name}"()`);
      }
  }

  async down(db: QueryRunner) {
    for (const [table] of followed)
      for (const act of Object.keys(acts)) await db.query(`DROP FUNCTION "tally_${table}_${act}"() CASCADE`);
    await db.query(`DROP TABLE "tally"; ${watched("'rate_window'")}`);
  }
}
