import { describe, expect, test } from "vitest";
import { options } from "../../../../test/acts/responses.ts";
import { choice, countsOf, resultsApi, times } from "../../../../test/acts/results.ts";

const api = resultsApi();
const { answer, asking, resultsOf } = api;

describe("a group beside the whole", () => {
  test("shows its shares beside those of all, and hides what would tell single people", async () => {
    const { questionnaire, ids } = await asking([choice("a", "x", "y"), { code: "t", type: "TERRITORY" }]);
    for (const n of times(12)) await answer(questionnaire.id, { [ids.a!]: n < 6 ? "x" : "y" });
    for (const n of times(10)) await answer(questionnaire.id, { [ids.a!]: n < 5 ? "x" : "y" }, { territory: "paris" });
    const { within, groups, questions } = await resultsOf(questionnaire, { within: "bretagne" });
    expect(within).toEqual({ key: "bretagne", label: "bretagne", labelEn: "bretagne" });
    expect(groups.map(({ key, responses }: any) => [key, responses])).toEqual([
      ["bretagne", 12],
      ["ile-de-france", 10],
    ]);
    expect(questions[0]).toMatchObject({ withheld: null, seen: null, answered: 12, wholeAnswered: 22 });
    expect(questions[0].rows[0].cells.map(({ count, share, wholeShare }: any) => [count, share, wholeShare])).toEqual([
      [6, 0.5, 0.5],
      [6, 0.5, 0.5],
    ]);
    expect(questions[1]).toMatchObject({ withheld: "NOT_CROSSED", answered: null, rows: [] });

    // One more, who alone chose so elsewhere: subtraction would tell, so what stands beside is hidden too.
    await answer(questionnaire.id, { [ids.a!]: "y" }, { territory: "paris", organisationType: "SCIC" });
    for (const n of times(3))
      await answer(questionnaire.id, { [ids.a!]: n < 2 ? "x" : "y" }, { organisationType: "SCIC" });
    const scic = await resultsOf(questionnaire, { within: "SCIC" });
    expect(scic.within).toBe(null);
    expect(scic.questions[0].seen).toBe(26);
  });

  test("a kind of organisation has its name in both languages", async () => {
    const { questionnaire, ids } = await asking([choice("a", "x", "y")]);
    for (const n of times(10))
      await answer(questionnaire.id, { [ids.a!]: n < 5 ? "x" : "y" }, { organisationType: "SCIC" });
    const { within } = await resultsOf(questionnaire, { within: "SCIC" });
    expect(within).toEqual({ key: "SCIC", label: "Une Scic", labelEn: "A Scic" });
  });

  test("of several choices hides an option that one to four made, or left out, and what would tell it", async () => {
    const { questionnaire, ids } = await asking([
      { code: "a", type: "MULTIPLE_CHOICE", settings: { options: options("x", "y") } },
    ]);
    for (const n of times(10)) await answer(questionnaire.id, { [ids.a!]: n < 6 ? ["x"] : ["y"] });
    for (const n of times(10))
      await answer(questionnaire.id, { [ids.a!]: n < 5 ? ["x"] : ["x", "y"] }, { territory: "paris" });
    const [brittany] = (await resultsOf(questionnaire, { within: "bretagne" })).questions;
    expect(countsOf(brittany.rows[0])).toEqual({ x: null, y: null });
    const [paris] = (await resultsOf(questionnaire, { within: "ile-de-france" })).questions;
    expect(countsOf(paris.rows[0])).toEqual({ x: null, y: null });
  });

  test("gives no mean with a hidden figure, no number by itself, no point of a ranking", async () => {
    const { questionnaire, ids } = await asking([
      { code: "score", type: "RATING", settings: { min: 1, max: 3 } },
      { code: "n", type: "NUMBER" },
      { code: "r", type: "RANKING", settings: { options: options("x", "y") } },
    ]);
    for (const n of times(24))
      await answer(
        questionnaire.id,
        { [ids.score!]: n === 0 ? 1 : 3, [ids.n!]: n % 2, [ids.r!]: n % 4 < 2 ? ["x"] : ["y", "x"] },
        { territory: n % 2 ? "paris" : "finistere" },
      );
    const [score, number, ranking] = (await resultsOf(questionnaire, { within: "bretagne" })).questions;
    expect(score.rows[0]).toMatchObject({ answered: 12, mean: null, median: null });
    expect(score.rows[0].wholeMean).toBeGreaterThan(2.8);
    expect(number.spread).toBe(null);
    expect(ranking.ranks.map(({ value, points, first, ranked }: any) => [value, points, first, ranked])).toEqual([
      ["x", null, 6, null],
      ["y", null, 6, null],
    ]);
  });

  test("is not shown for a question that fewer than five of it answered, nor where the others would be fewer than five", async () => {
    const { questionnaire, ids } = await asking([choice("a", "x"), choice("b", "x")]);
    for (const n of times(7))
      await answer(questionnaire.id, n < 4 ? { [ids.a!]: "x", [ids.b!]: "x" } : { [ids.a!]: "x" });
    for (const _ of times(6)) await answer(questionnaire.id, { [ids.b!]: "x" }, { territory: "paris" });
    const withheld = async (within: string) =>
      (await resultsOf(questionnaire, { within })).questions.map((it: any) => it.withheld);
    expect(await withheld("bretagne")).toEqual([null, "TOO_FEW"]);
    expect(await withheld("ile-de-france")).toEqual(["TOO_FEW", "TOO_FEW"]);
  });

  test("that nobody knows is no group: the whole is told", async () => {
    const { questionnaire, ids } = await asking([choice("a", "x")]);
    await answer(questionnaire.id, { [ids.a!]: "x" });
    const results = await resultsOf(questionnaire, { within: "ailleurs" });
    expect(results).toMatchObject({ within: null });
    expect(results.questions[0].seen).toBe(1);
  });
});
