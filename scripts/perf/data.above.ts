import type { Many, Run } from "./data.database.ts";

/** Rows added to one group, beside the demonstration: as many as the limits of its lists allow. */
const ofOneGroup = { proposals: 250, keyPoints: 1600 };

/** A row copied, with other words in some columns. */
const copied = (table: string, from: string, changed: string) =>
  `(jsonb_populate_record(null::${table}, to_jsonb(${from}) || jsonb_build_object(${changed}))).*`;

/** Groups enough to hold the proposals and key points, each with four objectives; the demonstration's is as full as it may be. */
export async function groupsAndPoints(run: Run, many: Many) {
  const others = Math.max(0, Math.ceil(many(500) / ofOneGroup.proposals) - 1);
  await run("create unlogged table perf_group as select id, 0 as n from working_group limit 1");
  await run(
    `with made as (
       insert into working_group select ${copied("working_group", "g", "'id', gen_random_uuid(), 'slug', 'perf-' || m, 'theme_id', t.id, 'name', g.name || ' ' || m")}
       from (select g.* from working_group g join perf_group p on p.id = g.id) g cross join generate_series(1, $1::int) m
       join (select id, row_number() over (order by number) as n, count(*) over () as of from theme
         where id not in (select theme_id from working_group)) t on t.n = 1 + m % t.of
       returning id, slug)
     insert into perf_group select id, substr(slug, 6)::int from made`,
    [others],
  );
  await run(
    `insert into objective select ${copied("objective", "o", "'id', gen_random_uuid(), 'slug', o.slug || '-perf-' || p.n, 'group_id', p.id")}
     from objective o join perf_group first on first.id = o.group_id and first.n = 0 join perf_group p on p.n > 0`,
  );
  const here = Math.min(many(2000), ofOneGroup.keyPoints);
  const there = others ? Math.ceil((many(2000) - here) / others) : 0;
  await run(
    `insert into key_point (objective_id, number, sentence, nature, state, stated_on, fictional)
     select o.id, 200 + m, k.sentence || ' (' || m || ')', k.nature, case when m % 10 = 0 then 'WORKING' else 'STATED' end,
       case when m % 10 <> 0 then current_date - 30 end, true
     from objective o join perf_group g on g.id = o.group_id
     cross join lateral generate_series(1, (case g.n when 0 then $1::int else $2::int end) / 4) m
     join (select sentence, nature, row_number() over (order by id) as n, count(*) over () as of from key_point) k on k.n = 1 + m % k.of`,
    [here, there],
  );
}

/** Proposals of ten sentences with two sources each, out of published texts; most of them are open. */
export async function proposals(run: Run, many: Many) {
  await run("select setseed(0.125)");
  await run(
    `insert into proposal (slug, group_id, number, title, summary, state, created_on, lever_types, fictional)
     select 'proposition-perf-' || m, g.id, 100 + m, p.title || ' (' || m || ')', p.summary, case when m % 7 = 0 then 'DRAFT' else 'OPEN' end,
       current_date - 20, p.lever_types, true
     from generate_series(1, $1::int) m
     join perf_group g on g.n = (m - 1) / ${ofOneGroup.proposals}
     join (select *, row_number() over (order by number) as place, count(*) over () as of from proposal) p on p.place = 1 + m % p.of`,
    [many(500)],
  );
  await run(
    `insert into statement (proposal_id, part, position, text)
     select p.id, (array['PROBLEM', 'MEASURE', 'LIMIT', 'ARGUMENT', 'EFFECT'])[1 + m % 5], m, s.text
     from proposal p cross join generate_series(1, 10) m
     join (select text, row_number() over (order by id) as place, count(*) over () as of from statement) s on s.place = 1 + (p.number + m) % s.of
     where p.slug like 'proposition-perf-%'`,
  );
  await run(
    `create unlogged table perf_source as select p.id, row_number() over (order by md5(p.id::text)) as n, count(*) over () as of
     from passage p join contribution c on c.id = p.contribution_id and c.status = 'VISIBLE'`,
  );
  await run("create unique index on perf_source (n)");
  await run(
    `insert into statement_passage (statement_id, passage_id)
     select s.id, x.id from (
       select s.id, 1 + floor(random() * (select max(of) from perf_source))::int as n
       from statement s join proposal p on p.id = s.proposal_id and p.slug like 'proposition-perf-%' cross join generate_series(1, 2)) s
     join perf_source x on x.n = s.n on conflict do nothing`,
  );
  await run(
    `insert into statement_key_point (statement_id, key_point_id)
     select s.id, k.id from statement s join proposal p on p.id = s.proposal_id and p.slug like 'proposition-perf-%' and s.position % 3 = 0
     join lateral (select k.id from key_point k join objective o on o.id = k.objective_id
       where o.group_id = p.group_id and k.state = 'STATED' and k.number = 200 + 1 + (p.number * 7 + s.position) % 40 limit 1) k on true`,
  );
  await run("drop table perf_source");
}

/** Meetings, half of them held, with minutes of ten blocks. */
export async function meetings(run: Run, many: Many) {
  await run(
    `insert into meeting (slug, group_id, kind, title, starts_at, ends_at, place, territory_id, region_id, fictional)
     select 'rencontre-perf-' || d.n, g.id, 'LOCAL', 'Rencontre ' || d.n, day, day + interval '2 hours', 'Salle fictive', p.id, p.region_id, true
     from (select n, date_trunc('day', now()) + ((n % 120) - 60) * interval '1 day' + interval '18 hours' as day from generate_series(1, $1::int) n) d
     join perf_group g on g.n = 0 join perf_place p on p.n = d.n % (select count(*)::int from perf_place)`,
    [many(300)],
  );
  await run(
    `insert into minutes (meeting_id, state, published_at, present, excused, remote, regions, facts)
     select id, 'PUBLISHED', starts_at + interval '3 days', 12, 3, 2, 1, 'Douze personnes.' from meeting
     where slug like 'rencontre-perf-%' and starts_at < now() - interval '4 days'`,
  );
  await run(
    `insert into minutes_block (minutes_id, position, kind, topic, text)
     select m.id, i, b.kind, b.topic, b.text from minutes m join meeting it on it.id = m.meeting_id and it.slug like 'rencontre-perf-%'
     cross join generate_series(1, 10) i
     join (select kind, topic, text, row_number() over (order by id) as place, count(*) over () as of from minutes_block where kind = 'NOTE') b
       on b.place = 1 + i % b.of`,
  );
}

/** Reactions: most to texts, the rest to proposals and syntheses. */
export async function reactions(run: Run, many: Many) {
  await run("select setseed(0.75)");
  await run(
    `create unlogged table perf_subject as
     select *, row_number() over (partition by subject order by md5(id::text)) as n, count(*) over (partition by subject) as of from (
       select 'CONTRIBUTION' as subject, id from (select id from contribution where status = 'VISIBLE' order by md5(id::text) limit 20000) c
       union all select 'PROPOSAL', id from proposal where state = 'OPEN' union all select 'SYNTHESIS', id from synthesis) s`,
  );
  await run("create unique index on perf_subject (subject, n)");
  await run(
    `insert into reaction (key, subject, subject_id, kind, text, author_name, territory_id, status, reacted_on, fictional, author_digest)
     select 'perf-' || r.n, s.subject, s.id, (array['SUPPORT', 'COMPLETE', 'QUALIFY', 'QUESTION'])[1 + r.n % 4], t.text, 'Une personne fictive', p.id,
       case when r.n % 50 = 0 then 'HELD' else 'VISIBLE' end, current_date - r.n % 60, true, md5('perf' || r.n % 20000)
     from (select n, random() as y, case when random() < 0.7 then 'CONTRIBUTION' when random() < 0.9 then 'PROPOSAL' else 'SYNTHESIS' end as subject
       from generate_series(1, $1::int) n) r
     join (select subject, max(of) as of from perf_subject group by 1) k on k.subject = r.subject
     join perf_subject s on s.subject = r.subject and s.n = 1 + floor(r.y * k.of)::int
     join perf_place p on p.n = r.n % (select count(*)::int from perf_place)
     join (select text, row_number() over (order by id) as place, count(*) over () as of from reaction) t on t.place = 1 + r.n % t.of`,
    [many(60_000)],
  );
  await run("drop table perf_subject, perf_place, perf_asked, perf_group");
}

/** The next version of a synthesis under way, as a copy of the one in force: what its desk holds. */
export async function versionUnderWay(run: Run) {
  await run(
    `with was as (
       select v.* from synthesis_version v join synthesis s on s.id = v.synthesis_id and s.version = v.version order by s.slug limit 1
     ), made as (
       insert into synthesis_version (synthesis_id, version, state) select synthesis_id, version + 1, 'DRAFT' from was returning id
     ), paragraphs as (
       insert into synthesis_paragraph (version_id, origin_id, kind, position, text, detail)
       select made.id, g.origin_id, g.kind, g.position, g.text, g.detail
       from made, was join synthesis_paragraph g on g.version_id = was.id returning id, origin_id
     ), passages as (
       insert into passage_citation select p.id, l.passage_id
       from was join synthesis_paragraph g on g.version_id = was.id join paragraphs p using (origin_id)
       join passage_citation l on l.paragraph_id = g.id
     )
     insert into citation select p.id, l.key_point_id, l.against
     from was join synthesis_paragraph g on g.version_id = was.id join paragraphs p using (origin_id)
     join citation l on l.paragraph_id = g.id`,
  );
}
