import { beforeAll, expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import type { Viewer } from "../../../platform/viewer.ts";

const api = seededApi();
let moderator: Viewer;
beforeAll(async () => {
  moderator = await holderOf(api.database, "MODERATOR");
});

const desk = async (after: string | null = null) => {
  const { data, errors } = await api.ask(
    `query ($after: String) { curations { count since items(first: 50, after: $after) {
       nodes { id kind givenOn } pageInfo { hasNextPage endCursor } } } }`,
    { after },
    moderator,
  );
  expect(errors).toBeUndefined();
  return data.curations[0];
};

test("where more than a hundred texts wait they are not counted further, and all are read, each once, the oldest first", async () => {
  await api.database.query(
    `insert into reaction (key, subject, subject_id, kind, text, reacted_on, status)
     select 'long-' || n, 'PROPOSAL', p.id, case when n % 2 = 0 then 'QUESTION' else 'SUPPORT' end, 'Et chez nous ?',
       date '2012-06-01' + n % 7, 'VISIBLE' from proposal p, generate_series(1, 160) n where p.number = 2`,
  );
  const read: { id: string; givenOn: string }[] = [];
  const counts = new Set<number>();
  let since = "";
  for (let after: string | null = null, more = true; more;) {
    const page: any = await desk(after);
    counts.add(page.count);
    ({ since } = page);
    read.push(...page.items.nodes);
    ({ endCursor: after, hasNextPage: more } = page.items.pageInfo);
  }
  expect([...counts]).toEqual([101]);
  expect(read.length).toBeGreaterThanOrEqual(160);
  expect(new Set(read.map(({ id }) => id)).size).toBe(read.length);
  const days = read.map(({ givenOn }) => givenOn);
  expect(days).toEqual(days.toSorted());
  expect(since).toBe(days[0]);
});
