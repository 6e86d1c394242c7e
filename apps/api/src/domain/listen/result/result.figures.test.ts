import { describe, expect, test } from "vitest";
import { contributionOf } from "../../../../test/rows/builders.ts";
import { options } from "../../../../test/acts/responses.ts";
import { choice, countsOf, resultsApi } from "../../../../test/acts/results.ts";
import { QuestionRevisions, Questions } from "../questionnaire/questionnaire.entity.ts";

const api = resultsApi();
const { answer, asking, resultsOf } = api;

describe("counted answers", () => {
  test("several choices option by option, not their combinations", async () => {
    const { questionnaire, ids } = await asking([
      { code: "a", type: "MULTIPLE_CHOICE", settings: { options: options("x", "y", "z") } },
    ]);
    for (const value of [["x", "y"], ["x"], ["x", "y"]]) await answer(questionnaire.id, { [ids.a!]: value });
    const [{ answered, rows }] = (await resultsOf(questionnaire)).questions;
    expect(answered).toBe(3);
    expect(countsOf(rows[0])).toEqual({ x: 3, y: 2, z: 0 });
    expect(rows[0].cells[1].share).toBeCloseTo(2 / 3);
  });

  test("« sans avis » apart, and out of means and medians", async () => {
    const scale = [...options("1", "2", "3"), { value: "0", label: "Sans avis" }];
    const { questionnaire, ids } = await asking([
      { code: "score", type: "RATING", settings: { scale, noOpinionValue: "0", min: 1, max: 3 } },
      { code: "grid", type: "MATRIX", settings: { rows: options("a", "b"), scale, noOpinionValue: "0" } },
    ]);
    for (const [score, a, b] of [
      [1, "1", "0"],
      [3, "2", "0"],
      [3, "2", "3"],
      ["0", "0", "0"],
    ] as const)
      await answer(questionnaire.id, { [ids.score!]: score, [ids.grid!]: { a, b } });
    const [score, grid] = (await resultsOf(questionnaire)).questions;
    expect(score.rows[0]).toMatchObject({ answered: 4, mean: 2.33, median: 3 });
    expect(countsOf(score.rows[0])).toEqual({ 1: 1, 2: 0, 3: 2, 0: 1 });
    expect(score.rows[0].cells.filter((cell: any) => cell.noOpinion).length).toBe(1);
    expect(grid.rows.map(({ value, answered, mean }: any) => [value, answered, mean])).toEqual([
      ["a", 4, 1.67],
      ["b", 4, 3],
    ]);
  });

  test("rankings by Borda's count and by first choices; a partial one gives no point to what it leaves out", async () => {
    const { questionnaire, ids } = await asking([
      { code: "r", type: "RANKING", settings: { options: options("x", "y", "z", "w"), maxSelect: 3 } },
    ]);
    for (const value of [["x", "y", "z"], ["y"], ["y", "x"]]) await answer(questionnaire.id, { [ids.r!]: value });
    const [{ ranks }] = (await resultsOf(questionnaire)).questions;
    expect(ranks.map(({ value, points, first, ranked }: any) => [value, points, first, ranked])).toEqual([
      ["y", 8, 2, 3],
      ["x", 5, 1, 2],
      ["z", 1, 0, 1],
      ["w", 0, 0, 0],
    ]);
  });

  test("numbers by their spread and in stretches, days by month, territories by region", async () => {
    const { questionnaire, ids } = await asking([
      { code: "n", type: "NUMBER" },
      { code: "d", type: "DATE" },
      { code: "t", type: "TERRITORY" },
    ]);
    const given = [
      [1, "2012-05-02", "DEPARTMENT:29"],
      [2, "2012-05-30", "DEPARTMENT:56"],
      [3, "2012-06-01", "REGION:11"],
      [40, "2012-06-02", "REGION:53"],
    ];
    for (const [n, d, t] of given) await answer(questionnaire.id, { [ids.n!]: n, [ids.d!]: d, [ids.t!]: t });
    const [number, date, place] = (await resultsOf(questionnaire)).questions;
    expect(number.spread).toEqual({
      min: 1,
      lowerQuartile: 1.75,
      median: 2.5,
      upperQuartile: 12.25,
      max: 40,
      mean: 11.5,
    });
    expect(
      number.rows[0].cells.filter(({ count }: any) => count).map(({ label, count }: any) => [label, count]),
    ).toEqual([
      ["0 – 4", 3],
      ["40 – 44", 1],
    ]);
    expect(countsOf(date.rows[0])).toEqual({ "2012-05": 2, "2012-06": 2 });
    expect(place.rows[0].cells.map(({ label, count }: any) => [label, count])).toEqual([
      ["bretagne", 3],
      ["ile-de-france", 1],
    ]);
  });

  test("texts by how many can be read and how many are not published", async () => {
    const { questionnaire, ids } = await asking([{ code: "t", type: "LONG_TEXT" }]);
    for (const status of ["VISIBLE", "VISIBLE", "UNPUBLISHED", "HELD"] as const) {
      const { id } = await answer(questionnaire.id, {});
      await contributionOf(api.database, api.small, { responseId: id, questionId: ids.t!, status });
    }
    await answer(questionnaire.id, {});
    const [{ seen, answered, texts }] = (await resultsOf(questionnaire)).questions;
    expect([seen, answered]).toEqual([5, 4]);
    expect(texts).toEqual({ total: 4, readable: 2 });
  });

  test("answers given before and after a question was reworded apart, with what changed", async () => {
    const { questionnaire, ids } = await asking([
      {
        ...choice("a", "x", "z"),
        revision: 2,
        label: "Après",
        settings: {
          options: [
            { value: "x", label: "x" },
            { value: "z", label: "z" },
            { value: "y", label: "y", retired: true },
          ],
        },
      },
    ]);
    const base = { questionId: ids.a!, plain: null, help: null, rationale: "", required: false };
    await api.database.manager.insert(QuestionRevisions, [
      {
        ...base,
        revision: 1,
        questionnaireRevision: 1,
        label: "Avant",
        settings: { options: options("x", "y") },
        reason: null,
        madeOn: "2012-06-01",
      },
      {
        ...base,
        revision: 2,
        questionnaireRevision: 3,
        label: "Après",
        settings: { options: [...options("x", "z"), { value: "y", label: "y", retired: true }] },
        reason: "Plus claire.",
        madeOn: "2012-06-10",
      },
    ]);
    await answer(questionnaire.id, { [ids.a!]: "y" });
    await answer(questionnaire.id, { [ids.a!]: "x" }, { questionnaireRevision: 2 });
    // Came back after the change, and kept the answer to the first wording.
    await answer(questionnaire.id, { [ids.a!]: "x" }, { questionnaireRevision: 3 });
    await answer(questionnaire.id, { [ids.a!]: "z" }, { questionnaireRevision: 3, revisions: { [ids.a!]: 2 } });
    await answer(questionnaire.id, {}, { questionnaireRevision: 4 });
    const { questions } = await resultsOf(questionnaire);
    expect(questions.map((it: any) => [it.revision, it.label, it.wordedOn, it.reason, it.seen, it.answered])).toEqual([
      [1, "Avant", "2012-06-01", null, 3, 3],
      [2, "Après", "2012-06-10", "Plus claire.", 2, 1],
    ]);
    expect(countsOf(questions[0].rows[0])).toEqual({ x: 2, y: 1 });
    expect(
      questions[1].rows[0].cells.map(({ value, count, added: isNew, retired }: any) => [value, count, isNew, retired]),
    ).toEqual([
      ["x", 0, false, false],
      ["z", 1, true, false],
      ["y", 0, false, true],
    ]);
  });

  test("a question beside the one whose place it took", async () => {
    const { questionnaire, ids } = await asking([
      { ...choice("old", "x"), retiredFrom: 2, retiredReason: "Changée de forme." },
      { code: "new", type: "NUMBER", askedFrom: 2 },
    ]);
    await api.database.manager.update(Questions, ids.new!, { replacesId: ids.old! });
    const { questions } = await resultsOf(questionnaire);
    expect(questions.map((it: any) => it.replaces)).toEqual([null, "old"]);
  });
});
