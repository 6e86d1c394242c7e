import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { allCame } from "../questionnaire/published.queries.ts";
import { allIsIn, paperUntil } from "../questionnaire/questionnaire.policy.ts";
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

const hours = (count: number) => count * 3_600_000;

test("nothing more can come from the end of the third working day on: one rule, in SQL and in TypeScript", async () => {
  // Each day of the week, at midnight and in the evening, across both changes of the hour.
  const first = Date.UTC(2026, 9, 20);
  const ends = Array.from({ length: 400 }, (_, n) => new Date(first + hours(n * 11)));
  const cases = ends.flatMap((closesAt) =>
    [-hours(1), -1, 0, hours(1)].map((ms) => ({ closesAt, now: new Date(paperUntil(closesAt).getTime() + ms) })),
  );
  const told = await api.database.query<{ over: boolean }[]>(
    `select ${allCame("it", "it.now")} as over
     from jsonb_to_recordset($1::jsonb) it(n int, closes_at timestamptz, archived_at timestamptz, now timestamptz) order by n`,
    [JSON.stringify(cases.map(({ closesAt, now }, n) => ({ n, closes_at: closesAt, now })))],
  );
  const opened = { opensAt: new Date(first - hours(48)), publishedAt: new Date(first - hours(48)) };
  const asRead = cases.map(({ closesAt, now }) =>
    allIsIn({ ...opened, closesAt, archivedAt: null, pausedReason: null }, now),
  );
  expect(told.map(({ over }) => over)).toEqual(asRead);
  expect(new Set(asRead)).toEqual(new Set([true, false]));
});
