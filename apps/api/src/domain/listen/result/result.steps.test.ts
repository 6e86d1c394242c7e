import { array, assert, asyncProperty, constantFrom } from "fast-check";
import { expect, test } from "vitest";
import { choice, countsOf, resultsApi } from "../../../../test/acts/results.ts";
import { visitor } from "../../../platform/viewer.ts";
import { isDue } from "./steps.ts";

const api = resultsApi();
const { answer, asking, resultsOf } = api;

/** Figures that a visitor reads, told apart by nothing else. */
async function seen(questionnaire: { slug: string }, within?: string) {
  const { hidden, responses, groups, questions } = await resultsOf(questionnaire, { viewer: visitor, within });
  return { hidden, responses, groups, counts: questions[0]?.rows[0] ? countsOf(questions[0].rows[0]) : {} };
}

test("nobody learns an answer from the results before and after it: they move by five responses at least", async () => {
  await assert(
    asyncProperty(array(constantFrom("x", "y"), { minLength: 14, maxLength: 22 }), async (given) => {
      const { questionnaire, ids } = await asking([choice("a", "x", "y")]);
      let before = { ...(await seen(questionnaire, "bretagne")), counts: {} as Record<string, number> };
      for (const value of given) {
        await answer(questionnaire.id, { [ids.a!]: value });
        const now = await seen(questionnaire, "bretagne");
        const more = now.responses - before.responses;
        expect(more === 0 ? now.counts : {}).toEqual(more === 0 ? before.counts : {});
        expect(more === 0 || more >= 5).toBe(true);
        expect(now.groups).toEqual([]);
        before = now;
      }
      expect(before.responses).toBeGreaterThanOrEqual(5);
      // Once nothing more can come, all are told, and what is told of groups never moves again.
      await api.database.query("update questionnaire set closes_at = now() - interval '9 days' where id = $1", [
        questionnaire.id,
      ]);
      const end = await seen(questionnaire);
      expect(end.responses).toBe(given.length);
      expect(end.responses - before.responses).toBeGreaterThanOrEqual(5);
      expect((end.counts.x ?? 0) + (end.counts.y ?? 0)).toBe(given.length);
      expect(end.groups).toMatchObject([{ key: "bretagne", responses: given.length }]);
      await api.database.query(
        "update response set status = 'WITHDRAWN' where id = (select id from response where questionnaire_id = $1 limit 1)",
        [questionnaire.id],
      );
      expect(await seen(questionnaire)).toEqual(end);
    }),
    { numRuns: 3, endOnFailure: true },
  );
});

test("fewer than five are not told, and the team reads all as they come", async () => {
  const { questionnaire, ids } = await asking([choice("a", "x", "y")]);
  for (const value of ["x", "y", "y", "y"]) await answer(questionnaire.id, { [ids.a!]: value });
  expect(await seen(questionnaire)).toEqual({ hidden: "TOO_FEW", responses: 0, groups: [], counts: {} });
  expect((await resultsOf(questionnaire, { viewer: api.team() })).responses).toBe(4);
});

test("changes and withdrawals wait as arrivals do", () => {
  const step = { region: null };
  expect(isDue(null, { present: 4, moved: 4 }, true)).toBe(false);
  expect(isDue(step, { present: 5, moved: 4 }, false)).toBe(false);
  expect(isDue(step, { present: 4, moved: 2 }, true)).toBe(false);
  expect(isDue(step, { present: 5, moved: 5 }, false)).toBe(true);
  const still = { present: 5, moved: 0 };
  expect([isDue(step, still, false), isDue(step, still, true)]).toEqual([false, true]);
});
