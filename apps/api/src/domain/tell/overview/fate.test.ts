import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { withoutEnd } from "../../understand/reading/reading.filter.ts";

const api = seededApi();
const parts = "fate { texts takenUp explained waiting }";
const rows = <Row = any>(text: string, values: unknown[] = []) => api.database.query<Row[]>(text, values);

const asked = async () => {
  const { data } = await api.ask(
    `{ group { ${parts} objectives { slug contributionCount ${parts} } } territories(kind: REGION) { slug contributionCount ${parts} } }`,
  );
  return data;
};

test("each text that anybody may read is taken up, explained, or to be read; what blocks a new version is to be read", async () => {
  const { group, territories } = await asked();
  for (const { fate, contributionCount } of [...group.objectives, ...territories]) {
    expect(fate.texts).toBe(contributionCount);
    expect(fate.takenUp + fate.explained + fate.waiting).toBe(fate.texts);
  }
  const found = await rows(
    `select o.slug, count(c.id)::int as count from objective o left join contribution c on c.objective_id = o.id and ${withoutEnd()} group by 1 order by 1`,
  );
  expect(
    group.objectives
      .map(({ slug, fate }: any) => ({ slug, count: fate.waiting }))
      .toSorted((a: any, b: any) => (a.slug < b.slug ? -1 : 1)),
  ).toEqual(found);
  expect(group.fate.takenUp).toBeGreaterThan(0);
  expect(group.fate.explained).toBe(6);
});

test("a text whose reason is said is explained, and taken up once a passage of it is retained", async () => {
  const [text] = await rows(
    `select c.id, c.theme_id, o.slug from contribution c join objective o on o.id = c.objective_id
     where c.objective_id is not null and ${withoutEnd()} order by c.id limit 1`,
  );
  const fate = async () => {
    const { data } = await api.ask(`query ($slug: String!) { objective(slug: $slug) { ${parts} } }`, {
      slug: text.slug,
    });
    return data.objective.fate;
  };
  const before = await fate();
  await rows("update contribution set not_retained = 'ALREADY_SAID' where id = $1", [text.id]);
  expect(await fate()).toEqual({ ...before, explained: before.explained + 1, waiting: before.waiting - 1 });
  await rows(
    "insert into passage (contribution_id, starts_at, ends_at, quote, marked_at) values ($1, 0, 5, 'Chez ', now())",
    [text.id],
  );
  expect(await fate()).toEqual({ ...before, takenUp: before.takenUp + 1, waiting: before.waiting - 1 });
});

test("of a department, texts with a name alone are told; what is not published is told nowhere", async () => {
  const [place] = await rows(
    `select t.slug, t.id, t.region_id from territory t where t.kind = 'DEPARTMENT' and exists (
       select from contribution c where c.territory_id = t.id and c.status = 'VISIBLE' and c.response_id is not null) order by t.slug limit 1`,
  );
  const fate = async () => {
    const { data } = await api.ask(
      `query ($slug: String!) { territory(slug: $slug) { ${parts} region { ${parts} } } }`,
      { slug: place.slug },
    );
    return data.territory;
  };
  const before = await fate();
  const insert = (status: string, appearance: string) =>
    rows(
      `insert into contribution (theme_id, response_id, channel, body, status, appearance, territory_id, region_id, contributed_on)
       select c.theme_id, c.response_id, 'ONLINE', 'Mot.', $2, $3, $1, c.region_id, current_date
       from contribution c where c.territory_id = $1 and c.response_id is not null limit 1`,
      [place.id, status, appearance],
    );
  await insert("UNPUBLISHED", "UNPUBLISHED");
  await insert("HELD", "NAMED");
  expect(await fate()).toEqual(before);
  await insert("VISIBLE", "ANONYMOUS");
  const after = await fate();
  expect(after.fate).toEqual(before.fate);
  expect(after.region.fate).toEqual({
    ...before.region.fate,
    texts: before.region.fate.texts + 1,
    waiting: before.region.fate.waiting + 1,
  });
});
