import { follow } from "../../apps/api/src/domain/listen/follow/follow.ts";
import { Follows } from "../../apps/api/src/domain/listen/follow/follow.entity.ts";
import { tellByMail } from "../../apps/api/src/domain/tell/trail/digest.commands.ts";
import { followers } from "./followers.ts";
import { demonstration } from "./demonstration.ts";

/**
 * `npm run perf:digest`: how long it takes to tell what happened to the responses of the demonstration, copied until 2,000
 * people left an address; then to find that nothing is new. On a throw-away database.
 */
const people = 2000;

const { database, end } = await demonstration();
try {
  await multiply();
  const now = new Date(Date.now() + 2 * 86_400_000);
  for (const what of ["told", "nothing new"]) {
    const started = performance.now();
    const mails = await tellByMail(database, { now, pace: "DAY" });
    console.log(`${what}: ${mails} mails in ${Math.round(performance.now() - started)} ms`);
  }
  const [{ steps, contributions }] = await database.query<[{ steps: number; contributions: number }]>(
    "select count(*)::int as steps, count(distinct contribution_id)::int as contributions from notice where mail_id is not null",
  );
  console.log(`${steps} steps of ${contributions} texts`);
  await database.query("delete from outgoing_mail");
  await followers(database);
} finally {
  await end();
}

/** The responses of the demonstration again and again, each with an address, their texts and what was marked in them. */
async function multiply() {
  await database.query(`
    with source as (select *, row_number() over (order by id) as place from response),
      copy as (
        select s.*, gen_random_uuid() as copied, n from source s cross join generate_series(1, 40) n
        order by n, place limit ${people}
      ), written as (
        insert into response (id, questionnaire_id, key, digest, receipt_digest, channel, appearance, territory_id,
          region_id, submitted_on, fictional)
        select copied, questionnaire_id, copied::text, '', copied::text, 'ONLINE', 'ANONYMOUS', territory_id, region_id,
          submitted_on, true from copy
      ), texts as (
        select c.*, gen_random_uuid() as text_id, y.copied from contribution c join copy y on y.id = c.response_id
      ), contributions as (
        insert into contribution (id, theme_id, objective_id, response_id, question_id, channel, body, status, appearance,
          territory_id, region_id, contributed_on, fictional)
        select text_id, theme_id, objective_id, copied, question_id, 'ONLINE', body, 'VISIBLE', 'ANONYMOUS', territory_id,
          region_id, contributed_on, true from texts
      ), readings as (
        insert into reading select t.text_id, r.person_id, r.read_at from texts t join reading r on r.contribution_id = t.id
      ), marked as (
        select p.*, gen_random_uuid() as passage_id, t.text_id from texts t join passage p on p.contribution_id = t.id
      ), passages as (
        insert into passage (id, contribution_id, starts_at, ends_at, quote, marked_at)
        select passage_id, text_id, starts_at, ends_at, quote, marked_at from marked
      )
    insert into key_point_passage (key_point_id, passage_id)
    select l.key_point_id, m.passage_id from marked m join key_point_passage l on l.passage_id = m.id`);
  const copies = await database.query<{ id: string }[]>("select id from response where key = id::text");
  await database.manager.insert(
    Follows,
    copies.map(({ id }) => follow({ kind: "ADDRESS", responseId: id, value: `p${id}@exemple.invalid` })),
  );
  await database.query("analyze");
}
