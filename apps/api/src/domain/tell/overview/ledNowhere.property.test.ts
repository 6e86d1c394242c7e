import { randomInt } from "node:crypto";
import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { setLedNowhereRight } from "../../ground/tally/tally.writes.ts";
import { ledNowhere } from "../../understand/reading/reading.filter.ts";

const api = seededApi();
const some = (table: string, where = "true") => `(select id from ${table} where ${where} order by random() limit 1)`;
const rows = (table: string, columns: string, count = 2) =>
  `(${columns}) in (select ${columns} from ${table} order by random() limit ${count})`;
const statuses = "(array['VISIBLE', 'UNPUBLISHED', 'HELD', 'WITHDRAWN'])[1 + floor(4 * random())::int]";
const marked = "(select id from passage order by random() limit 3)";

/** Acts on rows, of each kind after which a response leads somewhere or does not any more: one statement each. */
const acts = [
  `insert into contribution (theme_id, objective_id, response_id, channel, body, status, appearance, contributed_on, not_retained)
   select c.theme_id, c.objective_id, case when random() < 0.8 then c.response_id end, 'ONLINE', 'Mot.', ${statuses}, 'ANONYMOUS',
     current_date - floor(50 * random())::int, case when random() < 0.3 then 'ALREADY_SAID' end
   from (select * from contribution order by random() limit 3) c`,
  `update contribution set status = ${statuses}, contributed_on = contributed_on - 1 where ${rows("contribution", "id", 5)}`,
  `update contribution set not_retained = case when random() < 0.5 then 'ALREADY_SAID' end where ${rows("contribution", "id", 6)}`,
  `update contribution set objective_id = ${some("objective")}, theme_id = ${some("theme")} where ${rows("contribution", "id", 3)}`,
  `update contribution set response_id = ${some("response")} where id = ${some("contribution", "response_id is not null")}`,
  `update contribution set question_id = ${some("question")} where ${rows("contribution", "id", 3)}`,
  `update question set visibility = case visibility when 'AGGREGATED' then 'PUBLIC' else 'AGGREGATED' end where id = ${some("question")}`,
  `insert into passage (contribution_id, starts_at, ends_at, quote, marked_at)
   select id, 500 + floor(1000000 * random())::int, 5000000, 'Mot', now() from contribution order by random() limit 3`,
  `insert into key_point_passage (key_point_id, passage_id) select ${some("key_point")}, id from ${marked} p on conflict do nothing`,
  `delete from key_point_passage where ${rows("key_point_passage", "key_point_id, passage_id", 3)}`,
  `update key_point_passage l set key_point_id = k.id from (select id from key_point order by random() limit 1) k
   where l.key_point_id = (select key_point_id from key_point_passage order by random() limit 1)
     and not exists (select from key_point_passage o where o.key_point_id = k.id and o.passage_id = l.passage_id)`,
  `insert into statement_passage (statement_id, passage_id) select ${some("statement")}, id from ${marked} p on conflict do nothing`,
  `delete from statement_passage where ${rows("statement_passage", "statement_id, passage_id", 4)}`,
  `insert into statement_key_point (statement_id, key_point_id) select ${some("statement")}, id from key_point order by random() limit 2 on conflict do nothing`,
  `delete from statement_key_point where ${rows("statement_key_point", "statement_id, key_point_id", 3)}`,
  `update key_point k set merged_into_id = case when k.merged_into_id is null then ${some("key_point")} end where id = ${some("key_point")}`,
  "update synthesis set state = case state when 'PUBLISHED' then 'CIRCULATING' else 'PUBLISHED' end",
  `update synthesis set version = case version when 1 then 2 else 1 end where id = ${some("synthesis")}`,
  `insert into passage_citation (paragraph_id, passage_id) select p.id, ${some("passage")} from synthesis_paragraph p
     join synthesis_version v on v.id = p.version_id join synthesis s on s.id = v.synthesis_id and s.state <> 'PUBLISHED'
   order by random() limit 1 on conflict do nothing`,
  `insert into accounted_passage (version_id, passage_id, set_aside_id) select v.id, p.id, a.id
   from (select id from synthesis_version order by random() limit 1) v, ${marked} p, (select id from set_aside limit 1) a on conflict do nothing`,
  `delete from accounted_passage where ${rows("accounted_passage", "version_id, passage_id", 3)}`,
  `insert into initiative_contribution (initiative_id, contribution_id, linked_on) select ${some("initiative")}, id, current_date
   from contribution order by random() limit 3 on conflict do nothing`,
  `delete from initiative_contribution where ${rows("initiative_contribution", "initiative_id, contribution_id")}`,
  `insert into supply_taking (contribution_id, taken_as, taken_id, taken_on)
   select id, 'ASK', gen_random_uuid(), current_date from contribution order by random() limit 2`,
  `delete from supply_taking where ${rows("supply_taking", "id")}`,
];

/**
 * No act of the site gives another question to a text, nor gives it to another response or objective: what is narrowed, or
 * leads somewhere, meanwhile would be looked at where the text was.
 */
const together = acts.filter((act) => !/^update contribution set (?:question|response|objective)_id/.test(act));

/** Responses that led nowhere and are not kept, or are otherwise; then those that are kept, and led somewhere. */
const differing = () =>
  api.database.query(
    `select count(*) filter (where x.voice_id is not null and y.voice_id is null or x.last_on <> y.last_on)::int as missing,
       count(*) filter (where x.voice_id is null)::int as left
     from (${ledNowhere()}) x full join led_nowhere y
       on (y.voice_id, y.theme_id, y.objective_id) = (x.voice_id, x.theme_id, x.objective_id)`,
  );

test("the responses kept as those that led nowhere are those that did, after any act; after some at once, they are among them", async () => {
  const { manager: db } = api.database;
  expect(await differing()).toEqual([{ missing: 0, left: 0 }]);
  for (const act of [...acts, ...Array.from({ length: 30 }, () => acts[randomInt(acts.length)]!)]) {
    await db.query(act);
    expect({ act, differing: await differing() }).toEqual({ act, differing: [{ missing: 0, left: 0 }] });
  }
  const failures: string[] = [];
  for (let round = 0; round < 12; round++) {
    await Promise.all(
      Array.from({ length: 4 }, () =>
        api.database
          .transaction(async (tx) => {
            for (let left = 3; left > 0; left--) await tx.query(together[randomInt(together.length)]!);
            if (randomInt(4) === 0) throw new Error("taken back");
          })
          .catch((error: Error) => failures.push(error.message)),
      ),
    );
    expect(await differing()).toEqual([{ missing: 0, left: expect.any(Number) }]);
  }
  // Two acts that wait for each other, or one that is taken back, leave nothing.
  expect(failures.filter((message) => !/deadlock|taken back/.test(message))).toEqual([]);
  await db.query("delete from led_nowhere where random() < 0.5");
  await db.query(
    `insert into led_nowhere select gen_random_uuid(), theme_id, objective_id, last_on from led_nowhere limit 3`,
  );
  await setLedNowhereRight(db, ledNowhere());
  expect(await differing()).toEqual([{ missing: 0, left: 0 }]);
});
