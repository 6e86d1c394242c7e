import { expect, test } from "vitest";
import { withoutAccents } from "@cahier/schema/text/plain";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import { statementsOf } from "../../../../test/site/statements.ts";
import type { Viewer } from "../../../platform/viewer.ts";

const api = seededApi();
const run = <Row>(text: string, values: unknown[] = []) => api.database.query<Row[]>(text, values);

interface Listed {
  nodes: { number: number; state: string }[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
  states: { state: string; count: number }[];
}

async function list(filter: object = {}, paging: { first?: number; after?: string | null } = {}, viewer?: Viewer) {
  const { data, errors } = await api.ask(
    `query ($filter: ProposalFilter, $first: Int, $after: String) { proposals(filter: $filter, first: $first, after: $after) {
       nodes { number state } pageInfo { endCursor hasNextPage } states { state count } } }`,
    { filter, first: 50, ...paging },
    viewer,
  );
  expect(errors).toBeUndefined();
  return data.proposals as Listed;
}
const numbers = ({ nodes }: Listed) => nodes.map(({ number }) => number);

test("proposals are read page after page, what may still change first; each page says how many there are in all", async () => {
  await run("update proposal set state = 'ADOPTED' where number = 1");
  const rapporteur = await holderOf(api.database, "RAPPORTEUR");
  const seen: number[] = [];
  for (let after: string | null = null, more = true; more;) {
    const page: Listed = await list({}, { first: 3, after }, rapporteur);
    seen.push(...numbers(page));
    expect(page.states).toEqual([
      { state: "OPEN", count: 4 },
      { state: "ADOPTED", count: 1 },
      { state: "DRAFT", count: 3 },
    ]);
    ({ endCursor: after, hasNextPage: more } = page.pageInfo);
  }
  expect(seen).toEqual([2, 3, 5, 8, 1, 4, 6, 7]);
  expect(numbers(await list())).toEqual([2, 3, 5, 8, 1]);
  expect((await list()).states.map(({ state }) => state)).not.toContain("DRAFT");
  expect(numbers(await list({ states: ["DRAFT"] }))).toEqual([]);
  await run("update proposal set state = 'OPEN' where number = 1");
});

test("they are found by the objective that they come from, the level that is asked, their number, words without accents", async () => {
  const { data } = await api.ask(
    "{ proposals { nodes { number title objectives { slug } asks { interlocutor { level } } } } }",
  );
  interface One {
    number: number;
    title: string;
    objectives: { slug: string }[];
    asks: { interlocutor: { level: string } }[];
  }
  const all: One[] = data.proposals.nodes;
  const those = (which: (one: One) => boolean) => all.filter(which).map(({ number }) => number);
  for (const { slug } of await run<{ slug: string }>("select slug from objective"))
    expect(numbers(await list({ objective: slug }))).toEqual(
      those(({ objectives }) => objectives.some((one) => one.slug === slug)),
    );
  for (const level of ["LOCAL", "REGIONAL", "NATIONAL"])
    expect(numbers(await list({ level }))).toEqual(
      those(({ asks }) => asks.some(({ interlocutor }) => interlocutor.level === level)),
    );
  const [{ title, number }] = all as [One];
  expect(numbers(await list({ search: `${number}` }))).toEqual([number]);
  const plain = withoutAccents(title).toUpperCase();
  expect(numbers(await list({ search: plain }))).toEqual([number]);
  expect(numbers(await list({ search: "100 % de _" }))).toEqual([]);
});

test("a page of proposals takes one statement with its counts once it is kept, however many there are", async () => {
  const before = await statementsOf(() => list());
  await run(
    `insert into proposal (slug, group_id, number, title, summary, state, created_on, lever_types, fictional)
     select slug || '-' || n, group_id, 20 + n, title, summary, 'OPEN', created_on, lever_types, true
     from proposal, generate_series(1, 120) n where number = 2`,
  );
  const after = await statementsOf(async () => expect((await list()).nodes).toHaveLength(50));
  expect(after).toHaveLength(before.length);
  expect(await statementsOf(() => list())).toHaveLength(1);
  const { errors } = await api.ask("{ proposals(first: 101) { nodes { number } } }");
  expect(errors).toHaveLength(1);
});
