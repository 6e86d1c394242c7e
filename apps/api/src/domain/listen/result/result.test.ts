import { describe, expect, test } from "vitest";
import { choice, countsOf, resultsApi, times } from "../../../../test/acts/results.ts";
import { contributionOf } from "../../../../test/rows/builders.ts";
import { options } from "../../../../test/acts/responses.ts";
import { statementsAgain } from "../../../../test/site/statements.ts";

const api = resultsApi();
const { answer, asking, resultsOf } = api;

describe("counted responses", () => {
  test("sent responses, published or not, and those that wait for a moderator; not withdrawn or set aside ones", async () => {
    const { questionnaire, ids } = await asking([choice("a", "x", "y")]);
    await answer(questionnaire.id, { [ids.a!]: "x" });
    await answer(questionnaire.id, { [ids.a!]: "x" }, { appearance: "UNPUBLISHED" });
    await answer(questionnaire.id, { [ids.a!]: "y" }, { status: "HELD" });
    await answer(questionnaire.id, { [ids.a!]: "y" }, { status: "WITHDRAWN" });
    await answer(questionnaire.id, { [ids.a!]: "y" }, { status: "HIDDEN" });
    const { responses, unpublished, questions } = await resultsOf(questionnaire);
    expect([responses, unpublished]).toEqual([3, 1]);
    expect(countsOf(questions[0].rows[0])).toEqual({ x: 2, y: 1 });
    expect(questions[0].rows[0].cells[0].share).toBeCloseTo(2 / 3);
  });

  test("groups and local meetings are told beside, never added to individuals", async () => {
    const { questionnaire, ids } = await asking([choice("a", "x", "y")]);
    await answer(questionnaire.id, { [ids.a!]: "x" });
    await answer(questionnaire.id, { [ids.a!]: "y" }, { speaksAs: "ORGANISATION", organisationName: "Une structure" });
    await answer(questionnaire.id, { [ids.a!]: "y" }, { speaksAs: "GROUP", peopleCount: 40 });
    await answer(questionnaire.id, { [ids.a!]: "y" }, { channel: "LOCAL_MEETING", peopleCount: 72 });
    const { responses, restitutions, present, questions } = await resultsOf(questionnaire);
    expect([responses, restitutions, present]).toEqual([2, 2, 112]);
    const [{ answered, seen, restitutions: those, rows }] = questions;
    expect([answered, seen, those]).toEqual([2, 2, 2]);
    expect(rows[0].cells.map(({ value, count, restitutions: beside }: any) => [value, count, beside])).toEqual([
      ["x", 1, 0],
      ["y", 1, 2],
    ]);
  });

  test("a person was asked a question if its condition was met and their questionnaire held it", async () => {
    const { questionnaire, ids } = await asking([
      choice("a", "x", "y"),
      {
        ...choice("b", "1", "2"),
        settings: { options: options("1", "2"), visibleIf: { question: "code:a", equals: "x" } },
      },
      { ...choice("late", "1", "2"), askedFrom: 2 },
      { ...choice("gone", "1", "2"), retiredFrom: 2, retiredReason: "Mal comprise." },
    ]);
    await answer(questionnaire.id, { [ids.a!]: "x", [ids.b!]: "1", [ids.gone!]: "1" });
    await answer(questionnaire.id, { [ids.a!]: "x" });
    await answer(questionnaire.id, { [ids.a!]: "y" }, { questionnaireRevision: 2 });
    await answer(questionnaire.id, {}, { questionnaireRevision: 2 });
    const { questions } = await resultsOf(questionnaire);
    expect(questions.map((it: any) => [it.question.code, it.seen, it.answered, it.retiredReason])).toEqual([
      ["a", 4, 3, null],
      ["b", 2, 1, null],
      ["late", 2, 0, null],
      ["gone", 2, 1, "Mal comprise."],
    ]);
  });

  test("conditions of all kinds hold for the same people in the counts as in the questionnaire", async () => {
    const rules: [unknown, number][] = [
      [{ question: "code:many", contains: "x" }, 2],
      [{ question: "code:number", gte: 3 }, 2],
      [{ question: "code:number", equals: 3 }, 1],
      [{ question: "code:text", answered: true }, 1],
      [{ not: { question: "code:many", answered: true } }, 1],
      [
        {
          all: [
            { question: "code:many", contains: "x" },
            { question: "code:number", lt: 4 },
          ],
        },
        1,
      ],
      [
        {
          any: [
            { question: "code:text", answered: true },
            { question: "code:number", gt: 4 },
          ],
        },
        2,
      ],
      ["no condition", 0],
    ];
    const { questionnaire, ids } = await asking([
      { code: "many", type: "MULTIPLE_CHOICE", settings: { options: options("x", "y") } },
      { code: "number", type: "NUMBER" },
      { code: "text", type: "LONG_TEXT" },
      ...rules.map(([visibleIf], index) => ({
        ...choice(`q${index}`, "1"),
        settings: { options: options("1"), visibleIf },
      })),
    ]);
    const first = await answer(questionnaire.id, { [ids.many!]: ["x"], [ids.number!]: 3 });
    await answer(questionnaire.id, { [ids.many!]: ["x", "y"], [ids.number!]: 5 });
    await answer(questionnaire.id, {});
    await contributionOf(api.database, api.small, {
      responseId: first.id,
      questionId: ids.text!,
      appearance: "ANONYMOUS",
    });
    const { questions } = await resultsOf(questionnaire);
    expect(questions.slice(3).map(({ seen }: any) => seen)).toEqual(rules.map(([, seen]) => seen));
  });
});

test("results ask the same statements of PostgreSQL whatever the number of responses", async () => {
  const { questionnaire, ids } = await asking([choice("a", "x"), { code: "t", type: "LONG_TEXT" }]);
  await answer(questionnaire.id, { [ids.a!]: "x" });
  const few = await statementsAgain(() => resultsOf(questionnaire));
  for (const _ of times(30)) await answer(questionnaire.id, { [ids.a!]: "x" });
  const many = await statementsAgain(() => resultsOf(questionnaire));
  expect(many.length).toBe(few.length);
  expect(many.length).toBeLessThanOrEqual(11);
});
