import { expect, test } from "vitest";
import { testApi } from "../../test/site/api.ts";
import { holderOf } from "../../test/site/people.ts";
import { seededApi } from "../../test/site/demo.ts";
import { seedDemo } from "./demo.ts";
import { seedEmptyFor } from "./empty.ts";

const api = testApi();
const demo = seededApi();
const counts = `select (select count(*)::int from axis) as axes, (select count(*)::int from theme) as themes,
  (select count(*)::int from territory) as territories, (select count(*)::int from working_group) as groups,
  (select count(*)::int from person) as persons, (select count(*)::int from role_grant) as roles`;

test("a real instance begins with axes, themes, territories and somebody to run it, however often it is asked", async () => {
  for (const address of ["Somebody@Example.org", " somebody@example.org"]) {
    await seedEmptyFor(api.database, address);
    expect(await api.database.query(counts)).toEqual([
      { axes: 4, themes: 12, territories: 101 + 18 + 27, groups: 0, persons: 1, roles: 1 },
    ]);
  }
  expect((await holderOf(api.database, "ADMINISTRATOR")).has("ADMINISTRATOR")).toBe(true);
});

test("the demonstration never fills a real instance", async () => {
  await seedEmptyFor(api.database, "somebody@example.org");
  expect(await seedDemo(api.database)).toBe(false);
});

test("a real instance does not begin on the demonstration", async () => {
  await expect(seedEmptyFor(demo.database, "somebody@example.org")).rejects.toThrow("holds the demonstration");
});

test.each(["", "somebody", "some body@example.org"])("« %s » runs nothing: it is no address", async (address) => {
  await expect(seedEmptyFor(api.database, address)).rejects.toThrow("is not an address");
});

test("the people of today’s regions are counted, and make up the country", async () => {
  await seedEmptyFor(api.database, "somebody@example.org");
  const [{ least, all }] = await api.database.query<[{ least: number; all: number }]>(
    "select min(population) as least, sum(population)::int as all from territory where kind = 'REGION'",
  );
  expect(least).toBeGreaterThan(200_000);
  expect(all).toBeGreaterThan(65_000_000);
  expect(all).toBeLessThan(70_000_000);
});
