import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { statementsOf } from "../../../../test/site/statements.ts";

const api = seededApi();

const fields = `slug name sector territory { name kind } region { name kind } criteria { key score } results obstacles
  levers contributions { id status } proposals { number state } reactions { text }`;

const all = async (asked = fields) => {
  const { data, errors } = await api.ask(`{ initiatives(first: 50) { nodes { ${asked} } } }`);
  expect(errors).toBeUndefined();
  return data.initiatives.nodes;
};

test("the twenty initiatives are there, each with its place and its criteria from 0 to 3", async () => {
  const found = await all();
  expect(found).toHaveLength(20);
  for (const { territory, region, criteria } of found) {
    expect(territory.name).not.toBe("");
    expect(region.kind).toBe("REGION");
    for (const { score } of criteria) expect([0, 1, 2, 3]).toContain(score);
  }
});

test("an initiative leads to the proposals it supports, never to a draft", async () => {
  const states = (await all()).flatMap(({ proposals }: { proposals: { state: string }[] }) =>
    proposals.map(({ state }) => state),
  );
  expect(states.length).toBeGreaterThan(0);
  expect(states).not.toContain("DRAFT");
});

test("the contributions that tell of it are those that are published", async () => {
  await api.database.query(
    `insert into initiative_contribution (initiative_id, contribution_id, linked_on)
     select i.id, c.id, c.contributed_on from (select id from initiative order by name limit 1) i,
       (select * from contribution where status in ('VISIBLE', 'UNPUBLISHED') order by status desc, id limit 3) c
     on conflict do nothing`,
  );
  const found = await all();
  const [first] = found;
  expect(first.contributions.length).toBeGreaterThan(0);
  for (const { contributions } of found) for (const { status } of contributions) expect(status).toBe("VISIBLE");
});

test("a list of 20 initiatives costs as many statements as one", async () => {
  const { slug } = (await all("slug proposals { id }")).find(
    ({ proposals }: { proposals: unknown[] }) => proposals.length,
  );
  const many = await statementsOf(() => api.ask(`{ initiatives(first: 50) { nodes { ${fields} } } }`));
  const one = await statementsOf(() => api.ask(`{ initiative(slug: "${slug}") { ${fields} } }`));
  expect(many.length).toBe(one.length);
});
