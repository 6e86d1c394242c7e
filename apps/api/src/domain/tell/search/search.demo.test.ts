import { beforeAll, expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { wantedFirst } from "../../../../test/site/searches.ts";
import { searchedKinds } from "../../../platform/searched.ts";
import { countStems } from "./stems.writes.ts";

const api = seededApi();
beforeAll(() => countStems(api.database.manager));

test.each(wantedFirst)("« %s » finds first %s %s", async (query, kind, words) => {
  const { data, errors } = await api.ask(
    "query ($query: String!) { search(query: $query, first: 5) { nodes { kind title { text } extract { text } path } } }",
    { query },
  );
  expect(errors).toBeUndefined();
  const told = data.search.nodes.map(
    ({ kind: is, title, extract }: any) => `${is} ${is === "CONTRIBUTION" ? extract.text : title.text}`,
  );
  expect(told[0]?.replaceAll(/\s/g, " ")).toMatch(new RegExp(`^${kind} .*${words}`));
});

test("every subject that anybody may read is among the words that are searched, under its kind", async () => {
  const left: [string, number][] = [];
  let counted = 0;
  for (const [kind, { table, readable, words }] of searchedKinds()) {
    const kept = words
      ? `select from ${words.table} s where s.${words.id} = it.id and ${words.which ?? "true"}`
      : `select from search_text s where s.id = it.id and s.kind = '${kind}'`;
    const text = `select count(*)::int as readable, (count(*) filter (where not exists (${kept})))::int as missing
      from ${table} it where ${readable}`;
    const [{ readable: all, missing }] = await api.database.query<[{ readable: number; missing: number }]>(text);
    counted += all;
    left.push([kind, missing]);
  }
  expect(left.filter(([, missing]) => missing > 0)).toEqual([]);
  expect(left.length).toBeGreaterThan(10);
  expect(counted).toBeGreaterThan(200);
});
