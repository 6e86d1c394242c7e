import { beforeAll, expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import { statementsAgain } from "../../../../test/site/statements.ts";
import type { Viewer } from "../../../platform/viewer.ts";

const api = seededApi();
let rapporteur: Viewer;
beforeAll(async () => {
  rapporteur = await holderOf(api.database, "RAPPORTEUR");
});

async function board(asked: { objective?: string; search?: string } = {}) {
  const { data, errors } = await api.ask(
    `query ($objective: String, $search: String) { readingDesk { keyPointBoard(objective: $objective, search: $search) {
       many more objective { slug } agreements { id } keyPoints { sentence objective { slug } quotes { quote } peopleCount } } } }`,
    asked,
    rapporteur,
  );
  expect(errors).toBeUndefined();
  const { many, more, objective, keyPoints } = data.readingDesk.keyPointBoard;
  const of = new Set<string>(keyPoints.map((it: { objective: { slug: string } }) => it.objective.slug));
  return { many, more, objective: objective?.slug ?? null, of: [...of], count: keyPoints.length as number, keyPoints };
}

test("key points are arranged all together while they are few; past three hundred, objective by objective or by words", async () => {
  const few = await board();
  expect(few).toMatchObject({ many: false, objective: null });
  expect(few.of.length).toBeGreaterThan(1);
  await api.database.query(
    `insert into key_point (objective_id, number, sentence, nature, state, fictional)
     select o.id, 500 + n, 'Un point ' || n, 'FINDING', 'WORKING', true
     from objective o join working_group g on g.id = o.group_id and g.slug = 'circuits-courts', generate_series(1, 100) n`,
  );
  const [first, second] = await api.database.query<{ slug: string }[]>(
    "select o.slug from objective o join working_group g on g.id = o.group_id and g.slug = 'circuits-courts' order by o.number",
  );
  expect(await board()).toMatchObject({ many: true, objective: first!.slug, of: [first!.slug] });
  expect(await board({ objective: second!.slug })).toMatchObject({
    many: true,
    objective: second!.slug,
    of: [second!.slug],
  });
  const found = await board({ search: "UN POINT 77" });
  expect(found).toMatchObject({ many: true, objective: null });
  expect(found.of.length).toBeGreaterThan(1);
  expect((await board({ search: "100 %" })).count).toBe(0);
  const one = await statementsAgain(() => board());
  await api.database.query("delete from key_point where number > 580");
  expect(await statementsAgain(() => board())).toHaveLength(one.length);
});

test("of an objective that has more than three hundred, the first are there, and words find the others", async () => {
  const [first] = await api.database.query<{ id: string; slug: string }[]>(
    "select o.id, o.slug from objective o join working_group g on g.id = o.group_id and g.slug = 'circuits-courts' order by o.number",
  );
  await api.database.query(
    `insert into key_point (objective_id, number, sentence, nature, state, fictional)
     select $1, 1000 + n, 'Un autre point ' || n, 'FINDING', 'WORKING', true from generate_series(1, 310) n`,
    [first!.id],
  );
  const objective = first!.slug;
  const some = await board({ objective });
  expect(some).toMatchObject({ many: true, more: true, count: 300, of: [objective] });
  const sentences = some.keyPoints.map(({ sentence }: { sentence: string }) => sentence);
  expect(sentences).not.toContain("Un autre point 310");
  const found = await board({ objective, search: "autre point 310" });
  expect(found).toMatchObject({ many: true, more: false, objective, count: 1 });
  expect(found.keyPoints[0].sentence).toBe("Un autre point 310");
  expect(await board({ search: "autre point" })).toMatchObject({ more: true, count: 300 });
});
