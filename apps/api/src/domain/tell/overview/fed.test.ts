import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";

const api = seededApi();
const fields = "proposals { id } fed { proposal { id } passages { id quote contribution { id } } }";

const asked = async (slug: string) => {
  const { data, errors } = await api.ask(`query ($slug: String!) { territory(slug: $slug) { ${fields} } }`, { slug });
  expect(errors).toBeUndefined();
  return data.territory;
};

const rows = <Row = any>(text: string, values: unknown[] = []) => api.database.query<Row[]>(text, values);

test("each proposal that a territory feeds comes with words from there, the shortest first", async () => {
  const { proposals, fed } = await asked("bretagne");
  expect(fed.length).toBeGreaterThan(1);
  expect(fed.map(({ proposal }: any) => proposal)).toEqual(proposals);
  for (const { passages } of fed) {
    const lengths = passages.map(({ quote }: any) => quote.length);
    expect(lengths.length).toBeGreaterThan(0);
    expect(lengths).toEqual(lengths.toSorted((a: number, b: number) => a - b));
    const from = await rows(
      `select distinct r.slug from contribution c join territory r on r.id = c.region_id where c.id = any($1::uuid[])`,
      [passages.map(({ contribution }: any) => contribution.id)],
    );
    expect(from).toEqual([{ slug: "bretagne" }]);
  }
});

test("of a department, words of those who answered without a name are kept to its region; what is hidden goes from both", async () => {
  const places = await rows(
    `select distinct t.slug, r.slug as region, c.id from contribution c join territory t on t.id = c.territory_id
       join territory r on r.id = t.region_id join passage p on p.contribution_id = c.id
       join statement_passage l on l.passage_id = p.id
     where t.kind = 'DEPARTMENT' and c.status = 'VISIBLE' and c.appearance = 'NAMED' and c.response_id is not null`,
  );
  const heard = async (slug: string) =>
    (await asked(slug)).fed.flatMap(({ passages }: any) => passages.map(({ contribution }: any) => contribution.id));
  // Both show the shortest words alone: what both show is looked for.
  let place: any;
  for (const it of places)
    if ((await heard(it.slug)).includes(it.id) && (await heard(it.region)).includes(it.id)) place ??= it;
  expect(place).toBeDefined();
  await rows("update contribution set appearance = 'ANONYMOUS', author_name = null where id = $1", [place.id]);
  expect(await heard(place.slug)).not.toContain(place.id);
  expect(await heard(place.region)).toContain(place.id);
  await rows("update contribution set status = 'HIDDEN' where id = $1", [place.id]);
  expect(await heard(place.region)).not.toContain(place.id);
});
