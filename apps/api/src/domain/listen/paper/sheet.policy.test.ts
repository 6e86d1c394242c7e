import { expect, test } from "vitest";
import { seededApi } from "../../../../test/demo.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { touches, touching } from "./sheet.policy.ts";

const api = seededApi();

test("the entries that a referent is shown come from where they may type in: one rule, in SQL and in TypeScript", async () => {
  const territories = await api.database.manager.find(Territories);
  const [one] = await api.database.query<[{ pairs: string[] }]>(
    `select array_agg(one.id || ' ' || other.id) as pairs from territory one cross join territory other
     where ${touching("one", "other")}`,
  );
  const pairs = territories.flatMap((a) => territories.filter((b) => touches(a, b)).map((b) => `${a.id} ${b.id}`));
  expect(pairs.length).toBeGreaterThan(territories.length);
  expect(one.pairs.toSorted()).toEqual(pairs.toSorted());
});
