import { beforeAll, expect, test } from "vitest";
import { seededApi } from "../site/demo.ts";
import { holderOf } from "../site/people.ts";
import { statementsOf } from "../site/statements.ts";
import type { Plan } from "../../../../scripts/perf/plans.read.ts";
import type { Viewer } from "../../src/platform/viewer.ts";

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

/** Nodes of a plan that looked at more than some hundred rows of texts, or of their subjects. */
const looked = (plan: Plan): string[] => {
  const { "Relation Name": of = "", "Actual Loops": loops = 0, "Actual Rows": here = 0 } = plan;
  const all = loops * (here + (plan["Rows Removed by Filter"] ?? 0));
  const isText = ["reaction", "amendment", "agenda_request", "contribution", "hold"].includes(of);
  return [
    ...(isText && all > 500 ? [`${of}: ${plan["Node Type"]} ${plan["Index Name"]} ${all}`] : []),
    ...(plan.Plans ?? []).flatMap(looked),
  ];
};

/** Texts that anybody sends: how many of one flood are made, each of a day, and the column of that day. */
const open = "(select id from proposal where state = 'OPEN' order by number limit 1)";
const floods: Record<string, { table?: string; day: string; made: string; also?: string }> = {
  REACTION: {
    day: "reacted_on",
    made: `insert into reaction (key, subject, subject_id, kind, text, status, reacted_on)
      select 'wave-' || m, 'PROPOSAL', ${open}, 'SUPPORT', 'Vague ' || m, 'HELD'`,
  },
  AMENDMENT: {
    day: "proposed_on",
    made: `insert into amendment (key, proposal_id, part, text, why, status, proposed_on)
      select 'wave-' || m, ${open}, 'MEASURE', 'Vague ' || m, 'Mot.', 'HELD'`,
  },
  SUPPLY: {
    table: "contribution",
    day: "contributed_on",
    made: `insert into contribution (theme_id, channel, body, appearance, status, contributed_on)
      select (select theme_id from proposal p join working_group w on w.id = p.group_id where p.id = ${open}),
        'ONLINE', 'Vague ' || m, 'ANONYMOUS', 'HELD'`,
    also: `, given as (insert into supply (contribution_id, proposal_id, slot, key, digest, code_digest)
      select id, ${open}, 'EXAMPLE', id::text, '', id::text from made)`,
  },
  AGENDA_REQUEST: {
    day: "asked_on",
    made: `insert into agenda_request (key, meeting_id, text, status, asked_on)
      select 'wave-' || m, (select id from meeting order by starts_at limit 1), 'Vague ' || m, 'HELD'`,
  },
};

test.each(Object.entries(floods))(
  "a page looks at no more texts where thousands came in one flood; when the first one goes, the next stands for it: %s",
  async (kind, { table = kind.toLowerCase(), day, made, also = "" }) => {
    const lines = (await walked()).length;
    await rows(
      `with made as (${made}, date '2026-01-01' + m / 1000 from generate_series(1, 2000) m returning id)${also}
       insert into hold (kind, text_id, because, device_digest, flood_digest)
       select '${kind}', id, '{FLOOD}', 'two', 'wave of ${kind}' from made`,
    );
    await rows(`analyze reaction, amendment, agenda_request, contribution, hold`);
    const order = `select id from ${table} where held_flood = 'wave of ${kind}' order by ${day}, id limit 1`;
    const [first] = await rows(order);
    const all = await walked();
    expect(all.find(({ id }) => id === `${kind}:${first!.id}`)).toMatchObject({ alike: 101 });
    expect(all.length).toBe(lines + 1);
    const sent = await statementsOf(() => desk());
    const groups = (await rows("select id from working_group")).map(({ id }) => id);
    const asked = [
      { text: sent.find((it) => it.includes("recursive flood")), values: [groups, null, null, null, null, 51] },
      { text: sent.find((it) => it.includes("as busy,")), values: [groups] },
    ];
    await api.database.transaction(async (tx) => {
      // Two thousand are few enough for a plan that reads them whole.
      for (const way of ["seqscan", "hashjoin", "mergejoin"]) await tx.query(`set local enable_${way} = off`);
      for (const { text, values } of asked) {
        const [row] = await tx.query<[{ "QUERY PLAN": [{ Plan: Plan }] }]>(
          `explain (analyze, format json) ${text}`,
          values,
        );
        expect(looked(row["QUERY PLAN"][0].Plan)).toEqual([]);
      }
    });
    await rows(`update ${table} set status = 'HIDDEN' where id = $1`, [first!.id]);
    await rows("delete from hold where text_id = $1", [first!.id]);
    const [next] = await rows(order);
    expect((await walked()).find(({ id }) => id === `${kind}:${next!.id}`)).toMatchObject({ alike: 101 });
    const [last] = await rows(`select held_flood as id from ${table} where id = $1`, [first!.id]);
    expect(last!.id).toBe(null);
  },
);
