import type { MigrationInterface, QueryRunner } from "typeorm";

const line = "('texts.named', c.territory_id, null, x.named::int),";
/** Texts that go no further, of a region by theme, and of any territory, as all texts are counted. */
const more = `${line}
    ('aside', c.theme_id, c.region_id, (c.not_retained is not null)::int), ('aside', c.territory_id, null, (c.not_retained is not null)::int),
    ('aside.named', c.territory_id, null, (x.named and c.not_retained is not null)::int),`;

const counting = (words: string) => `select pg_get_functiondef(oid) as made from pg_proc
  where pronamespace = 'public'::regnamespace and proname like 'tally\\_contribution\\_%'
    and position('${words.replaceAll("'", "''")}' in prosrc) > 0`;

const told = "c.status = 'VISIBLE' and c.not_retained is not null";

/** Texts of a territory that were set aside are counted as they are: its page counted them anew, as many as there were. */
export class AsideTallied202612022310 implements MigrationInterface {
  name = "AsideTallied1796253000000";

  async up(db: QueryRunner) {
    // No text is written between what is counted here and what is counted from here on.
    await db.query("lock table contribution in share row exclusive mode");
    for (const { made } of (await db.query(counting(line))) as { made: string }[])
      await db.query(made.replaceAll(line, more));
    await db.query(`
      insert into tally (figure, subject_id, place_id, n)
      select 'aside', c.theme_id, c.region_id, count(*) from contribution c where ${told} group by 2, 3
      union all select 'aside', c.territory_id, null, count(*) from contribution c where ${told} and c.territory_id is not null group by 2
      union all select 'aside.named', c.territory_id, null, count(*) from contribution c
      where ${told} and c.territory_id is not null and (c.appearance = 'NAMED' or c.response_id is null) group by 2`);
  }

  async down(db: QueryRunner) {
    for (const { made } of (await db.query(counting(more))) as { made: string }[])
      await db.query(made.replaceAll(more, line));
    await db.query("delete from tally where figure in ('aside', 'aside.named')");
  }
}
