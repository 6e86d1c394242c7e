import { expect, test } from "vitest";
import { choice, countsOf, resultsApi, times } from "../../../../test/acts/results.ts";
import { visitor } from "../../../platform/viewer.ts";
import { takeSteps } from "./apart.ts";

const api = resultsApi();
const { answer, asking, resultsOf } = api;
const taken = () => takeSteps(api.database, () => true);

test("where so many answered, nobody waits for the counts: a job takes them, and all read the last ones", async () => {
  const { questionnaire, ids } = await asking([choice("a", "x", "y")]);
  const close = "update questionnaire set closes_at = now() - interval '9 days' where id = $1";
  for (const n of times(12)) await answer(questionnaire.id, { [ids.a!]: n % 3 ? "x" : "y" });
  // As many as a great number of people would have left.
  await api.database.query("insert into tally (figure, subject_id, n) values ('responses', $1, 20000)", [
    questionnaire.id,
  ]);
  const seen = async (viewer = visitor, within?: string) => {
    const { hidden, responses, questions, groups } = await resultsOf(questionnaire, { viewer, within });
    return { hidden, responses, groups: groups.length, counts: questions[0] ? countsOf(questions[0].rows[0]) : {} };
  };
  const none = { hidden: "BEING_COUNTED", responses: 0, groups: 0, counts: {} };
  for (const viewer of [visitor, api.team()]) expect(await seen(viewer)).toEqual(none);

  // Another process is at it: it is left to that one.
  await api.database.transaction(async (other) => {
    await other.query("select pg_advisory_xact_lock(716, 6)");
    await taken();
  });
  expect(await seen()).toEqual(none);
  await taken();
  // The five last ones wait, as they do where fewer answered.
  const first = { hidden: null, responses: 7, groups: 0 };
  for (const viewer of [visitor, api.team()]) expect(await seen(viewer)).toMatchObject(first);
  for (const _ of times(4)) await answer(questionnaire.id, { [ids.a!]: "x" });
  await taken();
  expect(await seen()).toMatchObject(first);

  // Once nothing more can come, all are told, by region too.
  await api.database.query(close, [questionnaire.id]);
  await taken();
  expect(await seen()).toEqual({ hidden: null, responses: 16, groups: 1, counts: { x: 12, y: 4 } });
  expect(await seen(visitor, "bretagne")).toMatchObject({ responses: 16, groups: 1 });
  await api.database.query("delete from tally where subject_id = $1 and n = 20000", [questionnaire.id]);
});

test("where few answered nothing is taken apart", async () => {
  const { questionnaire, ids } = await asking([choice("a", "x", "y")]);
  for (const _ of times(12)) await answer(questionnaire.id, { [ids.a!]: "x" });
  await taken();
  const steps = await api.database.query("select from result_step where questionnaire_id = $1", [questionnaire.id]);
  expect(steps).toEqual([]);
  expect((await resultsOf(questionnaire, { viewer: visitor })).responses).toBe(7);
});
