import { randomInt } from "node:crypto";
import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { foldPairs, foldReaders, foldTally, foldTexts } from "../../ground/tally/tally.writes.ts";
import { tenth } from "../../understand/passage/second.filter.ts";
import { astray, countAgain } from "./tally.truth.ts";

const api = seededApi();
const some = (table: string, where = "true") => `(select id from ${table} where ${where} order by random() limit 1)`;
const statuses = "(array['VISIBLE', 'UNPUBLISHED', 'HELD', 'HIDDEN', 'WITHDRAWN'])[1 + floor(5 * random())::int]";
const reason = "case when random() < 0.5 then 'ALREADY_SAID' end";

/** Acts on rows, of each kind that moves a figure: one statement each. */
const acts = [
  `insert into response (questionnaire_id, key, digest, receipt_digest, channel, appearance, status, territory_id, region_id, sectors, submitted_on, speaks_as, people_count, awaits_others)
   select q.id, gen_random_uuid(), '', gen_random_uuid(), (array['ONLINE', 'PAPER'])[1 + floor(2 * random())::int], (array['NAMED', 'ANONYMOUS'])[1 + floor(2 * random())::int],
     'VISIBLE', t.id, t.region_id, (array['FOOD', 'ENERGY'])[1 : floor(3 * random())::int], current_date, (array['INDIVIDUAL', 'GROUP'])[1 + floor(2 * random())::int], 7, random() < 0.5
   from (select id from questionnaire order by random() limit 1) q, (select id, region_id from territory where kind = 'DEPARTMENT' order by random() limit 1) t`,
  `insert into contribution (theme_id, objective_id, response_id, channel, body, status, appearance, territory_id, region_id, contributed_on)
   select c.theme_id, case when random() < 0.8 then c.objective_id end, case when random() < 0.8 then r.id end, 'ONLINE', 'Mot.', ${statuses}, 'ANONYMOUS', r.territory_id, r.region_id, current_date
   from (select * from contribution order by random() limit 1) c, (select * from response order by random() limit 3) r`,
  `update contribution set status = ${statuses} where id in (select id from contribution order by random() limit 4)`,
  `update contribution set not_retained = ${reason}, objective_id = ${some("objective")} where id = ${some("contribution")}`,
  `update contribution set response_id = ${some("response")} where id = ${some("contribution", "response_id is not null")}`,
  `update response set status = ${statuses}, appearance = 'ANONYMOUS' where id in (select id from response order by random() limit 3)`,
  `update response set submitted_on = submitted_on - floor(3 * random())::int where id in (select id from response order by random() limit 3)`,
  `update contribution set imported_on = case when random() < 0.7 then current_date - floor(3 * random())::int end,
     sectors = (array['FOOD', 'ENERGY'])[1 : floor(3 * random())::int] where id in (select id from contribution order by random() limit 3)`,
  `update response set speaks_as = 'GROUP', people_count = 12, sectors = '{FOOD}', awaits_others = not awaits_others where id = ${some("response")}`,
  `update response set territory_id = t.id, region_id = t.region_id from (select * from territory order by random() limit 1) t where response.id = ${some("response")}`,
  `insert into passage (contribution_id, starts_at, ends_at, quote, marked_at)
   select id, 500 + floor(1000000 * random())::int, 5000000, 'Mot', now() from contribution order by random() limit 2`,
  `insert into reading (contribution_id, person_id, read_at) select c.id, p.id, now()
   from (select id from contribution order by random() limit 3) c, (select id from person order by random() limit 2) p on conflict do nothing`,
  "delete from reading where contribution_id = (select contribution_id from reading order by random() limit 1)",
  "delete from reading r where (r.contribution_id, r.person_id) in (select contribution_id, person_id from reading order by random() limit 2)",
  `update contribution set question_id = ${some("question")}, channel = 'EMAIL' where id in (select id from contribution order by random() limit 2)`,
  `update contribution set question_id = ${some("question", "type = 'LONG_TEXT'")}, question_revision = 1 + floor(2 * random())::int
   where id in (select id from contribution where response_id is not null order by random() limit 3)`,
  `insert into answer (response_id, question_id, question_revision, value)
   select r.id, q.id, 1 + floor(2 * random())::int, '"A"' from (select id from response order by random() limit 2) r, (select id from question order by random() limit 3) q
   on conflict do nothing`,
  "update answer set question_revision = question_revision + 1 where (response_id, question_id) in (select response_id, question_id from answer order by random() limit 3)",
  "delete from answer where response_id = (select response_id from answer order by random() limit 1)",
  `delete from passage p where id = (select id from passage x where not exists (select from key_point_passage l where l.passage_id = x.id)
     and not exists (select from statement_passage l where l.passage_id = x.id) and not exists (select from passage_citation l where l.passage_id = x.id)
     and not exists (select from accounted_passage l where l.passage_id = x.id) order by random() limit 1)`,
  `insert into reading_code (contribution_id, person_id, key_point_id, starts_at, ends_at) select c.id, p.id, ${some("key_point")}, 1, 9
   from (select contribution_id as id from reading order by random() limit 2) c, (select person_id as id from reading order by random() limit 2) p on conflict do nothing`,
  "delete from reading_code where contribution_id = (select contribution_id from reading_code order by random() limit 1)",
  `insert into initiative_contribution (initiative_id, contribution_id, linked_on) select ${some("initiative")}, ${some("contribution")}, current_date on conflict do nothing`,
  `insert into reaction (key, subject, subject_id, kind, text, status, reacted_on) select gen_random_uuid(), s.kind, s.id, 'SUPPORT', 'Mot', 'HELD', current_date
   from (select 'CONTRIBUTION' as kind, ${some("contribution")} as id union all select 'DOCUMENT', ${some("document")}
     union all select 'MINUTES_BLOCK', ${some("minutes_block")} union all select 'SYNTHESIS_PARAGRAPH', ${some("synthesis_paragraph")}) s where s.id is not null`,
  `insert into reaction (key, subject, subject_id, kind, text, status, reacted_on)
   select gen_random_uuid(), 'PROPOSAL', id, 'QUESTION', 'Mot', ${statuses}, current_date from (select id from proposal order by random() limit 3) p`,
  `insert into reaction (key, subject, subject_id, kind, text, status, reacted_on, author_digest)
   select gen_random_uuid(), 'PROPOSAL', p.id, (array['SUPPORT', 'QUALIFY'])[1 + floor(2 * random())::int], 'Mot', ${statuses}, current_date,
     (array['one', 'two', null])[1 + floor(3 * random())::int] from (select id from proposal order by number limit 2) p, generate_series(1, 3)`,
  "update reaction set author_digest = (array['one', 'three', null])[1 + floor(3 * random())::int] where id in (select id from reaction where subject = 'PROPOSAL' order by random() limit 5)",
  "update reaction set kind = 'SUPPORT', subject_id = p.id from (select id from proposal order by random() limit 1) p where reaction.id in (select id from reaction where subject = 'PROPOSAL' order by random() limit 3)",
  "delete from reaction where id in (select id from reaction where subject = 'PROPOSAL' and author_digest is not null order by random() limit 3)",
  `update reaction set status = ${statuses}, reply = case when random() < 0.3 then 'Mot' end where id in (select id from reaction where subject = 'PROPOSAL' order by random() limit 4)`,
  "update proposal set state = case state when 'OPEN' then 'STABILISED' else 'OPEN' end where id in (select id from proposal where state in ('OPEN', 'STABILISED') order by random() limit 2)",
  `insert into curation_answer (kind, text_id, group_id, reason, act_id, answered_at)
   select 'REACTION', id, group_id, 'Mot', gen_random_uuid(), now() from reaction where subject = 'PROPOSAL' order by random() limit 2
   on conflict do nothing`,
  `insert into hold (kind, text_id, because, device_digest, flood_digest)
   select kind, id, '{FLOOD}', 'one', (array['one', 'two'])[1 + floor(3 * random())::int] from (
     (select 'CONTRIBUTION' as kind, id from contribution where id not in (select contribution_id from supply) order by random() limit 3)
     union all (select 'SUPPLY', contribution_id from supply order by random() limit 1) union all (select 'REACTION', id from reaction order by random() limit 3)
     union all (select 'AMENDMENT', id from amendment order by random() limit 1) union all (select 'AGENDA_REQUEST', id from agenda_request order by random() limit 1)) t
   on conflict (kind, text_id) do update set flood_digest = excluded.flood_digest`,
  "delete from hold where (kind, text_id) in (select kind, text_id from hold order by random() limit 2)",
  "update curation_answer set lifted_at = now() where id in (select id from curation_answer where lifted_at is null order by random() limit 1)",
  "delete from initiative_contribution where contribution_id = (select contribution_id from initiative_contribution order by random() limit 1)",
  `insert into reading (contribution_id, person_id, read_at) select c.id, p.id, now() - random() * interval '1 day'
   from (select id from contribution c where ${tenth("c.id")} and objective_id is not null order by random() limit 3) c,
     (select id from person order by random() limit 2) p on conflict do nothing`,
  `insert into reading_code (contribution_id, person_id, key_point_id, starts_at, ends_at)
   select r.contribution_id, r.person_id, ${some("key_point")}, floor(1000000 * random())::int, 5000000 from reading r join reading_pair using (contribution_id)
   order by random() limit 3`,
  `delete from reading_code k using (select contribution_id, one from reading_pair where cardinality(one) > 0 order by random() limit 1) y
   where k.contribution_id = y.contribution_id and k.key_point_id = y.one[1]`,
  `update contribution set status = ${statuses}, objective_id = ${some("objective")}, question_id = ${some("question")}
   where id in (select contribution_id from reading_pair order by random() limit 2)`,
  "delete from reading r where (r.contribution_id, r.person_id) in (select contribution_id, person_id from reading join reading_pair using (contribution_id) order by random() limit 1)",
];

test("what two readers gave that somebody changed by hand is found, and put right with its lines", async () => {
  // Before acts drawn at random, which may leave no text to two readers.
  const db = api.database.manager;
  await db.query(`update reading_pair set one = array[gen_random_uuid()], read_at = now()
    where contribution_id = (select contribution_id from reading_pair order by random() limit 1)`);
  const found = await astray(db);
  expect(new Set(found.map(({ figure }) => figure))).toEqual(new Set(["texts of two readers", "two readers"]));
  await countAgain(db);
  expect(await astray(db)).toEqual([]);
});

test("kept figures are those of the rows after any acts, one by one, several at a time, folded or not", async () => {
  const { manager: db } = api.database;
  expect(await astray(db)).toEqual([]);
  for (const act of acts) {
    await db.query(act);
    expect({ act, astray: await astray(db) }).toEqual({ act, astray: [] });
  }
  const failures: string[] = [];
  for (let round = 0; round < 12; round++) {
    const busy = Array.from({ length: 4 }, () =>
      api.database
        .transaction(async (tx) => {
          for (let left = 3; left > 0; left--) await tx.query(acts[randomInt(acts.length)]!);
          if (randomInt(4) === 0) throw new Error("taken back");
        })
        .catch((error: Error) => failures.push(error.message)),
    );
    await Promise.all([
      ...busy,
      foldTally(api.database.manager),
      foldTexts(api.database.manager),
      foldReaders(api.database.manager),
      foldPairs(api.database.manager),
    ]);
    expect(await astray(api.database.manager)).toEqual([]);
  }
  await foldTally(api.database.manager);
  // Two acts that wait for each other, or one that is taken back, leave nothing.
  expect(failures.filter((message) => !/deadlock|taken back/.test(message))).toEqual([]);
  await foldTexts(api.database.manager);
  await foldReaders(api.database.manager);
  await foldPairs(api.database.manager);
  const [{ twice }] = await api.database.query<[{ twice: number }]>(
    `select count(*)::int as twice from (select from tally group by figure, subject_id, place_id having count(*) > 1
       union all select from text_tally group by theme_id, objective_id, question_id, region_id, channel, unpublished, readers, marked, drawn
         having count(*) > 1
       union all select from reader_tally group by person_id, theme_id, objective_id, question_id, marked, second having count(*) > 1
       union all select from pair_tally group by theme_id, objective_id, question_id, one, other having count(*) > 1) t`,
  );
  expect(twice).toBe(0);
  expect(await astray(api.database.manager)).toEqual([]);
});

/** Two acts, of which the second begins before the first is over: it waits for it, or is done beside it. */
async function atOnce(first: string, second: string, ids: string[][]) {
  const [one, two] = [api.database.createQueryRunner(), api.database.createQueryRunner()];
  await one.startTransaction();
  await one.query(first, ids[0]);
  await two.startTransaction();
  const later = two.query(second, ids[1]);
  const waits = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  for (let looks = 0; looks < 100; looks++) {
    if ((await api.database.query<unknown[]>(waits)).length > 0) break;
    await new Promise((done) => setTimeout(done, 5));
  }
  await one.commitTransaction();
  await later;
  await two.commitTransaction();
  await Promise.all([one.release(), two.release()]);
}

test("two acts at once are counted one after the other: two passages or two readers of one text, two texts of one response", async () => {
  const { manager: db } = api.database;
  const [text] = await db.query<{ id: string }[]>(
    `select c.id from contribution c where c.status = 'VISIBLE' and not exists (select from passage p where p.contribution_id = c.id) limit 1`,
  );
  const mark = (at: number) =>
    `insert into passage (contribution_id, starts_at, ends_at, quote, marked_at) values ($1, ${at}, 9000, 'Mot', now())`;
  await atOnce(mark(1), mark(2), [[text!.id], [text!.id]]);
  expect(await astray(db)).toEqual([]);
  const [pair] = await db.query<{ ids: string[] }[]>(
    `select array_agg(c.id) as ids from contribution c join response r on r.id = c.response_id and r.status = 'VISIBLE' and r.speaks_as <> 'GROUP'
     where c.status <> 'WITHDRAWN' group by c.response_id having count(*) = 2 and bool_and(c.status = 'VISIBLE') limit 1`,
  );
  const [person, other] = await db.query<{ id: string }[]>("select id from person order by id limit 2");
  const read = "insert into reading (contribution_id, person_id, read_at) values ($1, $2, now())";
  const [unread] = await db.query<{ id: string }[]>("select id from contribution where readers = 0 limit 1");
  await atOnce(read, read, [
    [unread!.id, person!.id],
    [unread!.id, other!.id],
  ]);
  expect(await astray(db)).toEqual([]);
  const keep = "update contribution set status = 'UNPUBLISHED' where id = $1";
  await atOnce(keep, keep, [[pair!.ids[0]!], [pair!.ids[1]!]]);
  expect(await astray(db)).toEqual([]);
});

test("two acts at once leave what waits as it is: a reaction to a proposal that closes, two texts of one response let through", async () => {
  const { manager: db } = api.database;
  const [proposal] = await db.query<{ id: string }[]>("select id from proposal where state = 'OPEN' limit 1");
  const id = proposal!.id;
  const turn = (state: string) => `update proposal set state = '${state}' where id = $1`;
  const react = `insert into reaction (key, subject, subject_id, kind, text, status, reacted_on)
    values (gen_random_uuid(), 'PROPOSAL', $1, 'QUESTION', 'Mot', 'VISIBLE', current_date)`;
  const hold = "update reaction set status = 'HELD' where subject_id = $1";
  const show = "update reaction set status = 'VISIBLE' where subject_id = $1";
  const answer = `insert into curation_answer (kind, text_id, group_id, reason, act_id, answered_at)
    select 'REACTION', id, group_id, 'Mot', gen_random_uuid(), now() from reaction where subject_id = $1 on conflict do nothing`;
  const lift = `update curation_answer set lifted_at = now() where lifted_at is null
    and text_id in (select id from reaction where subject_id = $1)`;
  await db.query(react, [id]);
  for (const [first, second] of [
    [turn("STABILISED"), react],
    [turn("OPEN"), react],
    [react, turn("STABILISED")],
    [hold, turn("OPEN")],
    [turn("STABILISED"), show],
    [show, turn("OPEN")],
    [turn("STABILISED"), answer],
    [turn("OPEN"), lift],
    [answer, turn("STABILISED")],
    [lift, turn("OPEN")],
    [turn("STABILISED"), react],
    [answer, turn("OPEN")],
  ] as const) {
    await atOnce(first, second, [[id], [id]]);
    expect({ first, second, astray: await astray(db) }).toEqual({ first, second, astray: [] });
  }
  const written = () => db.query("select id, ctid from reaction where subject_id = $1 order by id", [id]);
  const before = await written();
  for (const state of ["STABILISED", "OPEN"]) await db.query(turn(state), [id]);
  expect({ many: before.length > 3, written: await written() }).toEqual({ many: true, written: before });
  const [pair] = await db.query<{ ids: string[] }[]>(
    "select (array_agg(id))[1:2] as ids from contribution where response_id is not null group by response_id having count(*) > 1 limit 1",
  );
  await db.query("update contribution set status = 'HELD' where id = any($1)", [pair!.ids]);
  const letThrough = "update contribution set status = 'VISIBLE' where id = $1";
  await atOnce(letThrough, letThrough, [[pair!.ids[0]!], [pair!.ids[1]!]]);
  expect(await astray(db)).toEqual([]);
});

test("a figure that somebody changed by hand is found, and put right", async () => {
  const db = api.database.manager;
  await foldTally(db);
  await db.query(
    "update tally set n = n + 3 where figure = 'texts' and ctid = (select min(ctid) from tally where figure = 'texts')",
  );
  const [found, ...others] = await astray(db);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ figure: "texts", kept: found!.counted + 3 });
  await countAgain(db);
  expect(await astray(db)).toEqual([]);
});
