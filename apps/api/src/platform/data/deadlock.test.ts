import { expect, test } from "vitest";
import { seededApi } from "../../../test/site/demo.ts";
import { createContext } from "../context.ts";

const api = seededApi();

test("of two acts that wait for each other both are done, each once", async () => {
  const [one, other] = await api.database.query<{ id: string }[]>("select id from territory order by code limit 2");
  let tried = 0;
  let arrived = 0;
  const bothHaveOne = Promise.withResolvers<void>();
  const touching = (first: string, second: string) =>
    createContext(api.database).run(async ({ db, record }) => {
      tried++;
      await db.query("select from territory where id = $1 for update", [first]);
      if (++arrived === 2) bothHaveOne.resolve();
      await bothHaveOne.promise;
      await db.query("select from territory where id = $1 for update", [second]);
      await record("territory.touched", first);
      return { first };
    });
  expect(await Promise.all([touching(one!.id, other!.id), touching(other!.id, one!.id)])).toEqual([
    { first: one!.id, problems: [] },
    { first: other!.id, problems: [] },
  ]);
  expect(tried).toBeGreaterThan(2);
  const kept = "select count(*)::int as kept from journal_entry where event = 'territory.touched'";
  expect(await api.database.query(kept)).toEqual([{ kept: 2 }]);
});
