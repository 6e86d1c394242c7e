import { randomUUID } from "node:crypto";
import { receiptDigest } from "../../apps/api/src/domain/listen/response/codes.ts";
import type { Many, Run } from "./data.database.ts";
import { textsLike } from "./search.texts.ts";

/** Questions for a long text that each questionnaire asks, and texts of a response at most. */
const longTexts = 7;

/** SQL: how a response appears, by a number drawn. */
const appearance = "case when x < 0.45 then 'NAMED' when x < 0.88 then 'ANONYMOUS' else 'UNPUBLISHED' end";

/**
 * Responses: two fifths to the questionnaire that is open, a fifth to each of the others, from some departments more than
 * from others; some on paper, some of groups, some that a moderator holds, some taken back. The last seven wait for others.
 */
export async function responses(run: Run, many: Many) {
  await run("select setseed(0.5)");
  await run(
    `insert into question (questionnaire_id, section_id, position, code, type, label, rationale, settings)
     select q.questionnaire_id, q.section_id, 100 + n, q.code || '.' || n, q.type, q.label || ' (' || n || ')', q.rationale, q.settings
     from (select distinct on (x.questionnaire_id) x.* from question x join questionnaire it on it.id = x.questionnaire_id
       where it.published_at is not null and x.type = 'LONG_TEXT' order by x.questionnaire_id, x.position) q
     cross join generate_series(1, $1 - (select count(*)::int from question y
       where y.questionnaire_id = q.questionnaire_id and y.type = 'LONG_TEXT')) n`,
    [longTexts],
  );
  await run(
    `create unlogged table perf_place as select id, region_id, (row_number() over (order by md5(slug)))::int - 1 as n
     from territory where kind = 'DEPARTMENT' and region_id is not null`,
  );
  await run(
    `create unlogged table perf_asked as
     select q.id, q.opens_at, least(q.closes_at, now()) as until, q.revision, array[0.4, 0.2, 0.2, 0.2] as shares,
       row_number() over (order by q.closes_at desc) as n
     from questionnaire q where q.published_at is not null and not q.of_the_week`,
  );
  const all = many(25_000);
  for (let from = 0; from < all; from += 5000) {
    const ids = Array.from({ length: Math.min(5000, all - from) }, () => randomUUID());
    await run(
      `insert into response (id, questionnaire_id, key, digest, receipt_digest, channel, appearance, status, author_name, territory_id,
         region_id, sectors, submitted_on, fictional, questionnaire_revision, speaks_as, people_count)
       select d.id, q.id, 'perf-' || d.id, md5(d.id::text), d.digest, case when d.c < 0.85 then 'ONLINE' else 'PAPER' end, d.appearance,
         case when d.s < 0.02 then 'WITHDRAWN' when d.appearance = 'UNPUBLISHED' then 'UNPUBLISHED' when d.s < 0.03 then 'HELD' else 'VISIBLE' end,
         case when d.appearance = 'NAMED' then 'Une personne fictive' end, p.id, p.region_id, d.sectors,
         (q.opens_at + (q.until - q.opens_at) * d.t)::date, true, q.revision, case when d.g < 0.03 then 'GROUP' else 'INDIVIDUAL' end,
         case when d.g < 0.03 then 5 + (100 * d.g * 4)::int end
       from (select e.*, ${appearance} as appearance, floor((select count(*) from perf_place) * power(e.p, 2))::int as place,
           case when e.q < 0.4 then 1 else 2 + floor((e.q - 0.4) / 0.2)::int end as asked,
           (array['FOOD', 'ENERGY', 'MOBILITY', 'HOUSING', 'CULTURE', 'DIGITAL'])[1 : floor(4 * power(e.c, 3))::int] as sectors
         from (select i.id, i.digest, random() as x, random() as s, random() as c, random() as t, random() as g, random() as p, random() as q
           from unnest($1::uuid[], $2::text[]) i(id, digest)) e) d
       join perf_place p on p.n = d.place join perf_asked q on q.n = least(d.asked, 4)`,
      [ids, ids.map(receiptDigest)],
    );
  }
  await run(
    `update response set awaits_others = true where id in (select r.id from response r join perf_asked q on q.id = r.questionnaire_id
       where q.n = 1 and r.channel = 'ONLINE' and r.key like 'perf-%' order by r.submitted_on desc, r.id limit 7)`,
  );
  await run(
    `insert into answer (response_id, question_id, value, other, question_revision)
     select r.id, a.question_id, a.value, a.other, a.question_revision
     from (select id, questionnaire_id, 1 + abs(hashtext(key)) % 10 as n from response where key like 'perf-%' and status <> 'WITHDRAWN') r
     join (select id, questionnaire_id, row_number() over (partition by questionnaire_id order by id) as n from response
       where key not like 'perf-%') like_it on like_it.questionnaire_id = r.questionnaire_id and like_it.n = r.n
     join answer a on a.response_id = like_it.id`,
  );
}

/** Texts: seven of each response, those asked for a long text; the rest stand free, out of notebooks, mails and meetings. */
export async function texts(run: Run, many: Many) {
  const bodies = (await run("select body from contribution where status = 'VISIBLE' and body <> '' order by id")) as {
    body: string;
  }[];
  await run("create unlogged table perf_text (n int, body text)");
  let some: string[] = [];
  let from = 0;
  const write = async () => {
    await run("insert into perf_text select $2::int + t.n, t.body from unnest($1::text[]) with ordinality t(body, n)", [
      some,
      from,
    ]);
    from += some.length;
    some = [];
  };
  for (const text of textsLike(
    bodies.map(({ body }) => body),
    many(200_000),
  ))
    if (some.push(text) === 5000) await write();
  if (some.length) await write();
  await run("create unique index on perf_text (n)");
  await run("analyze perf_text");
  await run(
    `insert into contribution (theme_id, objective_id, response_id, question_id, channel, body, status, appearance, author_name,
       speaks_as, organisation_type, territory_id, region_id, sectors, contributed_on, fictional)
     select g.theme_id, o.id, r.id, r.question_id, r.channel, case r.status when 'WITHDRAWN' then '' else t.body end,
       case when r.status = 'VISIBLE' and r.n % 120 = 0 then 'HIDDEN' else r.status end, r.appearance, r.author_name, r.speaks_as,
       r.organisation_type, r.territory_id, r.region_id, r.sectors, r.submitted_on, true
     from (select r.*, x.id as question_id, row_number() over (order by r.id, x.position)::int as n from response r
       join question x on x.questionnaire_id = r.questionnaire_id and x.type = 'LONG_TEXT' where r.key like 'perf-%') r
     join perf_text t on t.n = r.n
     join questionnaire q on q.id = r.questionnaire_id join objective o on o.id = q.objective_id join working_group g on g.id = o.group_id`,
  );
  await run(
    `insert into contribution (theme_id, objective_id, channel, body, appearance, author_name, territory_id, region_id, sectors,
       contributed_on, imported_on, fictional)
     select g.theme_id, case when t.n % 5 < 2 then o.id end, (array['NOTEBOOK', 'NOTEBOOK', 'EMAIL', 'LOCAL_MEETING'])[1 + t.n % 4], t.body,
       'NAMED', 'Un groupe fictif', p.id, p.region_id, '{}', current_date - t.n % 90, case when t.n % 4 < 2 then current_date - t.n % 30 end, true
     from perf_text t
     join perf_place p on p.n = (t.n * 7) % (select count(*)::int from perf_place)
     join objective o on o.number = 1 + t.n % 4 join working_group g on g.id = o.group_id
     where t.n > (select count(*) from contribution c join response r on r.id = c.response_id and r.key like 'perf-%')`,
  );
  await run("drop table perf_text");
  await run("analyze contribution");
}

/**
 * Three fifths of the texts were read, some twice; a half of those has a passage, given to one or two key points of its
 * objective; a third of the others has a reason why it is not retained. The journal says so, as it does.
 */
export async function readings(run: Run) {
  await run("select setseed(0.25)");
  await run(
    `create unlogged table perf_read as select c.id, c.objective_id, c.theme_id, c.status, c.body, c.contributed_on, random() as x, random() as y
     from contribution c where c.fictional and c.status in ('VISIBLE', 'UNPUBLISHED') and c.body <> ''
       and not exists (select from reading r where r.contribution_id = c.id)`,
  );
  const rapporteur = "(select person_id from role_grant where role = 'RAPPORTEUR' order by person_id limit 1)";
  const second = "(select person_id from role_grant where role = 'RAPPORTEUR' order by person_id offset 1 limit 1)";
  const at = "least(contributed_on + interval '3 days', now() - interval '2 days')";
  await run(
    `insert into reading (contribution_id, person_id, read_at)
     select id, ${rapporteur}, ${at} from perf_read where x < 0.6
     union all select id, ${second}, least(contributed_on + interval '5 days', now() - interval '2 days') from perf_read where x < 0.03`,
  );
  await run(
    `insert into journal_entry (event, subject_type, subject_id, actor_id, recorded_on, recorded_at)
     select 'contribution.read', 'contribution', id, ${rapporteur}, contributed_on, ${at} from perf_read where x < 0.6`,
  );
  await run(
    `insert into passage (contribution_id, starts_at, ends_at, quote, marked_by_id, marked_at)
     select id, 0, length(said), said, ${rapporteur}, ${at}
     from (select *, left(body, greatest(20, position('. ' in body))) as said from perf_read
       where x < 0.3 and status = 'VISIBLE') it`,
  );
  await run("analyze perf_read, passage, reading");
  await run(
    `insert into key_point_passage (key_point_id, passage_id)
     select k.id, p.id from (
       select p.id, c.objective_id, 1 + floor(power(random(), 2) * 100000)::int as one, 1 + floor(random() * 100000)::int as two, random() as x
       from passage p join perf_read c on c.id = p.contribution_id where c.objective_id is not null) p
     join (select objective_id, count(*) as of from key_point where merged_into_id is null group by 1) o on o.objective_id = p.objective_id
     cross join lateral (values (1 + one % o.of), (case when x < 0.2 then 1 + two % o.of end)) chosen(n)
     join (select id, objective_id, row_number() over (partition by objective_id order by number) as n
       from key_point where merged_into_id is null) k on k.objective_id = p.objective_id and k.n = chosen.n
     on conflict do nothing`,
  );
  // Of what was read twice the second one gave most of it too.
  await run(
    `insert into reading_code (contribution_id, person_id, key_point_id, starts_at, ends_at)
     select r.contribution_id, r.person_id, l.key_point_id, p.starts_at, p.ends_at
     from perf_read c join reading r on r.contribution_id = c.id join passage p on p.contribution_id = c.id
     join key_point_passage l on l.passage_id = p.id
     where c.x < 0.03 and (r.person_id = ${rapporteur} or random() < 0.7) on conflict do nothing`,
  );
  await run(
    `update contribution c set not_retained = (array['ALREADY_SAID', 'NOTHING_TO_ADD', 'NOT_ACTIONABLE'])[1 + floor(3 * r.y)::int],
       not_retained_on = c.contributed_on
     from perf_read r where r.id = c.id and r.x >= 0.3 and r.x < 0.4 and r.status = 'VISIBLE'`,
  );
  await run("drop table perf_read");
  await run("analyze passage, key_point_passage, reading, contribution");
}
