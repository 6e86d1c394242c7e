import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";

const api = seededApi();

test("lists are narrowed by sector, place, criterion, words and theme; the map counts the same", async () => {
  const list = async (filter: object) => {
    const { data, errors } = await api.ask(
      `query ($filter: InitiativeFilter) { initiatives(filter: $filter, first: 100) { totalCount
         nodes { name sector criteria { key score } } regions { count territory { slug } } } }`,
      { filter },
    );
    expect(errors).toBeUndefined();
    const { totalCount, nodes, regions } = data.initiatives;
    expect(nodes).toHaveLength(totalCount);
    expect(regions).toHaveLength(18);
    // As everywhere: « Île-de-France » stands with the letter I.
    const slugs: string[] = regions.map(({ territory }: { territory: { slug: string } }) => territory.slug);
    expect(slugs).toEqual(slugs.toSorted());
    expect(regions.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(totalCount);
    return data.initiatives;
  };
  const all = await list({});
  const food = await list({ sector: "FOOD" });
  expect(food.totalCount).toBeGreaterThan(0);
  expect(food.totalCount).toBeLessThan(all.totalCount);
  const north = await list({ territory: "hauts-de-france" });
  expect(north.nodes).toContainEqual(expect.objectContaining({ name: "Les Watts de Vertmare" }));
  const department = await list({ territory: "nord" });
  expect(department.nodes).toContainEqual(expect.objectContaining({ name: "Les Watts de Vertmare" }));
  expect(department.totalCount).toBeLessThanOrEqual(north.totalCount);
  expect((await list({ territory: "nord-pas-de-calais-2012" })).totalCount).toBeGreaterThanOrEqual(
    department.totalCount,
  );
  const fair = await list({ criterion: "FAIRNESS" });
  for (const { criteria } of fair.nodes)
    expect(criteria.find(({ key }: { key: string }) => key === "FAIRNESS").score).toBeGreaterThanOrEqual(2);
  expect((await list({ search: "VERTMARE toiture" })).nodes).toMatchObject([{ name: "Les Watts de Vertmare" }]);
  expect((await list({ search: "100%_" })).totalCount).toBe(0);
  expect((await list({ theme: "circuits-courts" })).totalCount).toBe(all.totalCount);
  expect((await list({ theme: "une-finance-alternative" })).totalCount).toBe(0);

  // Of another group: listed under the theme of the proposal that it is an example of.
  const [group] = await api.database.query<[{ id: string }]>(
    `insert into working_group (slug, theme_id, name, final_goal, means)
     select 'finance', id, 'Finance', 'x', '{}' from theme where slug = 'une-finance-alternative' returning id`,
  );
  await api.database.query("update proposal set group_id = $1 where number = 1", [group.id]);
  expect((await list({ theme: "une-finance-alternative" })).totalCount).toBeGreaterThan(0);
});

test("a page follows another, each initiative once", async () => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { data } = await api.ask(
      `query ($after: String) { initiatives(first: 7, after: $after) { nodes { name } pageInfo { endCursor hasNextPage } } }`,
      { after },
    );
    seen.push(...data.initiatives.nodes.map(({ name }: { name: string }) => name));
    after = data.initiatives.pageInfo.hasNextPage ? data.initiatives.pageInfo.endCursor : null;
  } while (after);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeGreaterThanOrEqual(20);
  expect(seen).toEqual(seen.toSorted((a, b) => (a < b ? -1 : 1)));
});
