import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { choice, resultsApi } from "../../../../test/acts/results.ts";
import { viewerOf, visitor } from "../../../platform/viewer.ts";

const api = resultsApi();
const { answer, asking, resultsOf, team } = api;

describe("rights to see results", () => {
  const three = [choice("a", "x"), choice("b", "x"), { ...choice("c", "x"), visibility: "TEAM" as const }];
  const codes = (results: any) => results.questions.map((it: any) => it.question.code);

  test("a visitor nothing while results are hidden, the team all of them as they come", async () => {
    const { questionnaire, ids } = await asking(three, { resultsShown: "HIDDEN" });
    await answer(questionnaire.id, { [ids.a!]: "x" });
    expect(await resultsOf(questionnaire, { viewer: visitor })).toEqual({
      ...{ hidden: "NOT_SHOWN", hiddenUntil: null, early: false, notShown: 3, responses: 0, unpublished: 0 },
      ...{ restitutions: 0, present: 0, groups: [], within: null, questions: [] },
    });
    const early = await resultsOf(questionnaire, { viewer: team() });
    expect(early).toMatchObject({ hidden: null, early: true, notShown: 0, responses: 1 });
    expect(codes(early)).toEqual(["a", "b", "c"]);
    expect(early.questions.map((it: any) => it.shown)).toEqual([false, false, false]);
  });

  test("a visitor those that were chosen, never what is asked for the team", async () => {
    const [a, b, c] = three;
    const { questionnaire } = await asking([a!, { ...b!, resultsShown: true }, { ...c!, resultsShown: true }], {
      resultsShown: "CHOSEN",
    });
    const results = await resultsOf(questionnaire, { viewer: visitor });
    expect(codes(results)).toEqual(["b"]);
    expect(results.notShown).toBe(2);
    const all = await asking(three);
    expect(codes(await resultsOf(all.questionnaire, { viewer: visitor }))).toEqual(["a", "b"]);
  });

  test("a visitor not how many were asked because of what they answered the team", async () => {
    const visibleIf = { question: "code:c", equals: "x" };
    const { questionnaire } = await asking([
      three[2]!,
      { ...choice("d", "x"), settings: { options: [{ value: "x", label: "x" }], visibleIf } },
      three[0]!,
    ]);
    expect(codes(await resultsOf(questionnaire, { viewer: visitor }))).toEqual(["a"]);
    expect(codes(await resultsOf(questionnaire, { viewer: team() }))).toEqual(["c", "d", "a"]);
  });

  test("a visitor nothing before the date they were promised hidden until, whatever was chosen since", async () => {
    const soon = new Date(Date.now() + 3_600_000);
    const promised = await asking(three, { resultsHiddenUntil: soon });
    expect(await resultsOf(promised.questionnaire, { viewer: visitor })).toMatchObject({
      hidden: "UNTIL",
      hiddenUntil: soon.toISOString(),
      questions: [],
    });
    const over = await asking(three, { resultsHiddenUntil: new Date(Date.now() - 1000) });
    expect(codes(await resultsOf(over.questionnaire, { viewer: visitor }))).toEqual(["a", "b"]);
  });

  test("somebody of another group what a visitor is shown", async () => {
    const { questionnaire } = await asking(three, { resultsShown: "HIDDEN" });
    const stranger = viewerOf({ id: randomUUID(), displayName: "R", language: "fr" }, [
      { role: "RAPPORTEUR", groupId: randomUUID(), territoryId: null },
    ]);
    expect((await resultsOf(questionnaire, { viewer: stranger })).questions).toEqual([]);
  });

  test("nobody the results of a draft they may not read", async () => {
    const { questionnaire } = await asking(three, { publishedAt: null });
    expect(await resultsOf(questionnaire, { viewer: visitor })).toBe(null);
  });
});
