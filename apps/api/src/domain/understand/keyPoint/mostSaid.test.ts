import { beforeAll, expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import { letGo, statementsAgain } from "../../../../test/site/statements.ts";
import type { Viewer } from "../../../platform/viewer.ts";

const api = seededApi();
let rapporteur: Viewer;
beforeAll(async () => {
  rapporteur = await holderOf(api.database, "RAPPORTEUR");
  await api.database.query(
    `insert into key_point (objective_id, number, sentence, nature, state, fictional)
     select o.id, 500 + n, 'Un point de la liste ' || n, (array['LEVER', 'DEFINITION', 'EXAMPLE'])[1 + n % 3],
       case when n % 4 = 0 then 'WORKING' else 'STATED' end, true
     from objective o, generate_series(1, 200) n where o.slug = 'objectif-4'`,
  );
});

interface Told {
  id: string;
  number: number;
  nature: string;
  peopleCount: number;
}

async function objective(fields: string, viewer?: Viewer) {
  const { data, errors } = await api.ask(`{ objective(slug: "objectif-4") { ${fields} } }`, {}, viewer);
  expect(errors).toBeUndefined();
  return data.objective as { keyPoints: Told[]; keyPointCount: number; mostSaid: Told[] };
}

test("the key points of an objective are read to the last, by nature and number, forty at a time; a visitor reads the stated ones", async () => {
  for (const viewer of [undefined, rapporteur]) {
    const fields = "keyPointCount keyPoints { id number nature }";
    const { keyPoints: all, keyPointCount } = await objective(fields, viewer);
    expect(keyPointCount).toBe(all.length);
    expect(all.length > 200).toBe(viewer !== undefined);
    const natures = ["DEFINITION", "FINDING", "PROBLEM", "LEVER", "ARGUMENT", "OBJECTION", "EXAMPLE"];
    const inOrder = all.toSorted(
      (one, other) => natures.indexOf(one.nature) - natures.indexOf(other.nature) || one.number - other.number,
    );
    expect(all).toEqual(inOrder);
    const read: Told[] = [];
    for (let part: Told[] | null = null; !part || part.length === 40; read.push(...part)) {
      const after = read.length > 0 ? `, after: "${read.at(-1)!.id}"` : "";
      part = (await objective(`keyPoints(first: 40${after}) { id number nature }`, viewer)).keyPoints;
    }
    expect(read).toEqual(all);
  }
});

test("those that most people say are told, as many as are asked, by as many statements", async () => {
  const asked = (first: number) => `mostSaid(first: ${first}) { id number peopleCount }`;
  const { keyPoints } = await objective("keyPoints { id number peopleCount }", rapporteur);
  const inOrder = keyPoints.toSorted((one, other) => other.peopleCount - one.peopleCount || one.number - other.number);
  expect((await objective(asked(20), rapporteur)).mostSaid).toEqual(inOrder.slice(0, 20));
  expect((await objective(asked(-1), rapporteur)).mostSaid).toEqual([]);
  expect((await objective(asked(5000))).mostSaid).toHaveLength(
    Math.min((await objective("keyPoints { id }")).keyPoints.length, 200),
  );
  const counts: number[] = [];
  for (const first of [2, 40]) {
    await letGo(api.database);
    counts.push((await statementsAgain(() => objective(asked(first), rapporteur))).length);
  }
  expect(new Set(counts).size).toBe(1);
});

test("those that were pinned are told by their ids, but for one that was merged, and for what is no id", async () => {
  const { keyPoints } = await objective("keyPoints { id number }", rapporteur);
  const [one, other, merged] = keyPoints.slice(-3);
  await api.database.query("update key_point set state = 'MERGED', merged_into_id = $1 where id = $2", [
    one!.id,
    merged!.id,
  ]);
  const { data, errors } = await api.ask(
    "query ($ids: [ID!]!) { readingDesk { keyPointsNamed(ids: $ids) { id } } }",
    { ids: [other!.id, "nothing", merged!.id, one!.id] },
    rapporteur,
  );
  expect(errors).toBeUndefined();
  expect(data.readingDesk.keyPointsNamed).toHaveLength(2);
  const { errors: refused } = await api.ask("{ readingDesk { keyPointsNamed(ids: []) { id } } }");
  expect(refused?.[0]?.extensions?.code).toBe("UNAUTHENTICATED");
});
