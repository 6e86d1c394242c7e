import type { MigrationInterface, QueryRunner } from "typeorm";

/** Reactions that anybody reads, one a person who reacted in that way; one whose device nobody knows is a person. */
const moved = (rows: string, n: number) =>
  `select subject_id, kind, author_digest, case when author_digest is null then id end as alone, ${n} as n from ${rows} where status = 'VISIBLE'`;

const changes = {
  added: { on: "INSERT", tables: "NEW TABLE AS added", moved: moved("added", 1) },
  changed: {
    on: "UPDATE",
    tables: "OLD TABLE AS removed NEW TABLE AS added",
    moved: `${moved("added", 1)} union all ${moved("removed", -1)}`,
  },
  removed: { on: "DELETE", tables: "OLD TABLE AS removed", moved: moved("removed", -1) },
};

/** People who react are counted as they do: counting them anew took as long as there were reactions, at each request. */
export class ReactionsCounted202612011230 implements MigrationInterface {
  name = "ReactionsCounted1796128200000";

  async up(db: QueryRunner) {
    await db.query(
      `CREATE INDEX "reaction_author" ON "reaction" ("subject_id", "author_digest", "kind") WHERE status = 'VISIBLE'`,
    );
    for (const [name, change] of Object.entries(changes))
      await db.query(`
        CREATE FUNCTION tally_reaction_${name}() RETURNS trigger LANGUAGE plpgsql AS $$ declare few boolean; begin
          select count(*) <= 20 into few from (select from (${change.moved}) m group by subject_id, kind, author_digest, alone having sum(n) <> 0) m having count(*) > 0;
          if few is null then return null; end if;
          -- What one device sends at once is counted one after the other.
          if few then
            perform pg_advisory_xact_lock(key) from (select distinct hashtextextended(subject_id || kind || author_digest, 717) as key
              from (${change.moved}) m where author_digest is not null order by 1) k;
          end if;
          insert into tally (figure, subject_id, n)
          select 'reactions.' || kind, subject_id, sum((now > 0)::int - (now - n > 0)::int) from (
            select m.*, case when alone is null then (select count(*) from reaction r where r.subject_id = m.subject_id
                and r.author_digest = m.author_digest and r.kind = m.kind and r.status = 'VISIBLE')
              else (select count(*) from reaction r where r.id = m.alone
                and r.subject_id = m.subject_id and r.author_digest is null and r.kind = m.kind and r.status = 'VISIBLE') end as now
            from (select subject_id, kind, author_digest, alone, sum(n) as n from (${change.moved}) m group by 1, 2, 3, 4 having sum(n) <> 0) m
          ) m group by 1, 2 having sum((now > 0)::int - (now - n > 0)::int) <> 0;
          return null;
        end $$;
        CREATE TRIGGER tally_reaction_${name} AFTER ${change.on} ON reaction REFERENCING ${change.tables}
          FOR EACH STATEMENT EXECUTE FUNCTION tally_reaction_${name}();
      `);
    await db.query(`insert into tally (figure, subject_id, n)
      select 'reactions.' || kind, subject_id, count(distinct coalesce(author_digest, id::text)) from reaction
      where status = 'VISIBLE' group by 1, 2`);
  }

  async down(db: QueryRunner) {
    for (const name of Object.keys(changes))
      await db.query(`
        DROP TRIGGER tally_reaction_${name} ON reaction;
        DROP FUNCTION tally_reaction_${name}();
      `);
    await db.query(`DROP INDEX "reaction_author"; delete from tally where figure like 'reactions.%'`);
  }
}
