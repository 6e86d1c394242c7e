import { beforeAll, expect, test } from "vitest";
import { seededApi } from "./demo.ts";
import { holderOf } from "./people.ts";
import { statementsOf } from "./statements.ts";
import type { Plan } from "../../../scripts/perf/plans.read.ts";
import type { Viewer } from "../src/platform/viewer.ts";

const api = seededApi();
const rows = <Row = { id: string }>(text: string, values: unknown[] = []) => api.database.query<Row[]>(text, values);
let moderator: Viewer;
let before: { heldCount: number; held: string[] };

interface Desk {
  heldCount: number;
  heldSince: string | null;
  held: {
    nodes: { id: string; givenOn: string; alike: number }[];
    pageInfo: { endCursor: string; hasNextPage: boolean };
  };
}

const desk = async (after: string | null = null): Promise<Desk> =>
  (
    await api.ask(
      `query ($after: String) { moderationDesk { heldCount heldSince
         held(first: 50, after: $after) { nodes { id givenOn alike } pageInfo { endCursor hasNextPage } } } }`,
      { after },
      moderator,
    )
  ).data.moderationDesk;

/** Texts of the whole queue, page by page. */
async function walked() {
  const found: Desk["held"]["nodes"] = [];
  for (let after: string | null = null; ;) {
    const { held }: Desk = await desk(after);
    found.push(...held.nodes);
    if (!held.pageInfo.hasNextPage) return found;
    after = held.pageInfo.endCursor;
  }
}

/** Reactions to some subjects and texts of responses that wait, of four days. */
const reactions = (n: number) =>
  rows(
    `insert into reaction (key, subject, subject_id, kind, text, status, reacted_on)
     select 'many-' || m || p.subject, p.subject, p.id, 'SUPPORT', 'Mot ' || m, 'HELD', date '2026-02-01' + m % 4
     from generate_series(1, $1::int) m cross join (
       (select 'PROPOSAL' as subject, id from proposal where state = 'OPEN' order by number limit 1) union all
       (select 'CONTRIBUTION', id from contribution where status = 'VISIBLE' and objective_id is not null order by id limit 1)) p
     returning id`,
    [n],
  );
const texts = (n: number) =>
  rows(
    `insert into contribution (theme_id, objective_id, response_id, channel, body, status, appearance, territory_id, region_id, contributed_on)
     select c.theme_id, c.objective_id, c.response_id, 'ONLINE', 'Mot ' || m, 'HELD', 'ANONYMOUS', c.territory_id, c.region_id, date '2026-02-02' + m % 3
     from generate_series(1, $1::int) m, (select * from contribution where response_id is not null and objective_id is not null order by id limit 1) c
     returning id`,
    [n],
  );

/** Makes one flood of the reactions to a proposal, which came after others. */
async function asFlood() {
  await rows("update reaction set reacted_on = date '2026-03-01' where key like 'many-%PROPOSAL'");
  const some = await rows("select id from reaction where key like 'many-%PROPOSAL'");
  const ids = some.map(({ id }) => id);
  await rows(
    `insert into hold (kind, text_id, because, device_digest, flood_digest)
     select 'REACTION', id, '{FLOOD}', 'one', 'flood' from unnest($1::uuid[]) id`,
    [ids],
  );
  return ids;
}

beforeAll(async () => {
  moderator = await holderOf(api.database, "MODERATOR");
  before = { heldCount: (await desk()).heldCount, held: (await walked()).map(({ id }) => id) };
});

test("texts that wait are counted up to a hundred and one, and all of them come, page by page, the oldest first", async () => {
  const made = [...(await reactions(60)), ...(await texts(70))].map(({ id }) => id);
  const { heldCount, heldSince } = await desk();
  expect({ heldCount, heldSince }).toEqual({ heldCount: 101, heldSince: "2026-02-01" });
  const all = await walked();
  const ids = all.map(({ id }) => id.split(":")[1]!);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => made.includes(id)).length).toBe(190);
  expect(all.length).toBe(before.held.length + 190);
  const days = all.slice(0, 190).map(({ givenOn }) => givenOn);
  expect(days).toEqual(days.toSorted());
});

test("those of one flood are one line, however many wait before it", async () => {
  const flood = await asFlood();
  const all = await walked();
  const lines = all.filter(({ id }) => flood.includes(id.split(":")[1]!));
  expect(lines.map(({ alike }) => alike)).toEqual([flood.length - 1]);
});

/** Rows of texts and of what they are held for that a plan looked at. */
const looked = (plan: Plan): number =>
  (["reaction", "contribution", "hold"].includes(plan["Relation Name"] ?? "")
    ? plan["Actual Loops"]! * (plan["Actual Rows"]! + (plan["Rows Removed by Filter"] ?? 0))
    : 0) + (plan.Plans ?? []).reduce((sum, child) => sum + looked(child), 0);

test("a page looks at no more texts where thousands came in one flood; when the first one goes, the next stands for it", async () => {
  await rows(
    `with made as (insert into reaction (key, subject, subject_id, kind, text, status, reacted_on)
       select 'wave-' || m, 'PROPOSAL', p.id, 'SUPPORT', 'Vague ' || m, 'HELD', date '2026-01-01' + m / 1000
       from generate_series(1, 3000) m, (select id from proposal where state = 'OPEN' order by number limit 1) p returning id)
     insert into hold (kind, text_id, because, device_digest, flood_digest) select 'REACTION', id, '{FLOOD}', 'two', 'wave' from made`,
  );
  await rows("analyze reaction, contribution, hold");
  const order = "select id from reaction where key like 'wave-%' and status = 'HELD' order by reacted_on, id limit 1";
  const [first] = await rows(order);
  const all = await walked();
  expect(all[0]).toMatchObject({ id: `REACTION:${first!.id}`, alike: 101 });
  expect(all.length).toBe(before.held.length + 190 - 58);
  const sent = (await statementsOf(() => desk())).filter((text) => text.includes("recursive flood"));
  expect(sent.length).toBe(1);
  const groups = (await rows("select id from working_group")).map(({ id }) => id);
  const [plan] = await rows<{ "QUERY PLAN": [{ Plan: Plan }] }>(`explain (analyze, format json) ${sent[0]}`, [
    groups,
    ...[null, null, null, null, 51],
  ]);
  expect(looked(plan!["QUERY PLAN"][0].Plan)).toBeLessThan(1000);
  await rows("update reaction set status = 'HIDDEN' where id = $1", [first!.id]);
  await rows("delete from hold where text_id = $1", [first!.id]);
  const [next] = await rows(order);
  expect((await walked())[0]).toMatchObject({ id: `REACTION:${next!.id}`, alike: 101 });
  const [last] = await rows("select held_flood as id from reaction where id = $1", [first!.id]);
  expect(last!.id).toBe(null);
});
