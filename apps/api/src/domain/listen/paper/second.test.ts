import { describe, expect, test } from "vitest";
import { sentTwice } from "../../../../test/acts/again.ts";
import { paperApi } from "../../../../test/acts/paper.ts";
import { text } from "../../../../test/acts/responses.ts";

const api = paperApi();
const { act, answered, enter, ids, people, rows, sheetOf } = api;

const fields = `entry { id viewerCan { enterAgain } second { enteredBy compared settledOn
  differences { key question { code } first second settled } } }`;
const again = (entryId: string, answers: Record<string, unknown>, viewer = people.second) =>
  act("enterAgain", { entryId, answers: answered({ place: "DEPARTMENT:29", ...answers }) }, fields, viewer);
const settle = (entryId: string, answers: Record<string, unknown>) =>
  act("settlePaperEntry", { entryId, answers: answered(answers) }, fields, people.breton);

describe("a sheet typed in twice", () => {
  const said = { text, sectors: ["FOOD"], score: 4, grid: { a: "1", b: "2" } };

  test("that agrees has nothing to settle", async () => {
    const { entry } = await enter(sheetOf(said));
    const { entry: seen } = await again(entry.id, { ...said, grid: { b: "2", a: "1" } });
    expect(seen.second).toMatchObject({ compared: 5, differences: [], settledOn: expect.any(String) });
    expect(seen.viewerCan.enterAgain).toBe(false);
  });

  test("shows where the two differ, question by question, and is settled with what holds", async () => {
    const { entry } = await enter(sheetOf(said));
    const typed = { text: "Un circuit court, c’est quand on se connait.", sectors: ["FOOD", "ENERGY"], score: 4 };
    const { entry: seen } = await again(entry.id, typed);
    expect(seen.second).toMatchObject({
      compared: 5,
      settledOn: null,
      differences: [
        { key: ids.text, question: { code: "text" }, first: text, second: typed.text },
        { key: ids.sectors, first: ["FOOD"], second: ["FOOD", "ENERGY"] },
        { key: ids.grid, first: { a: "1", b: "2" }, second: null },
      ],
    });
    expect((await settle(entry.id, { text })).problems).toEqual([
      { code: "REQUIRED", field: ids.sectors, value: null },
      { code: "REQUIRED", field: ids.grid, value: null },
    ]);
    const other = "Un circuit court, c’est se connaître.";
    const { entry: settled } = await sentTwice(api.database, () =>
      settle(entry.id, { text: other, sectors: ["ENERGY"], grid: null }),
    );
    expect(settled.second.settledOn).toEqual(expect.any(String));
    expect(settled.second.differences.map((one: { settled: unknown }) => one.settled)).toEqual([
      other,
      ["ENERGY"],
      null,
    ]);

    const [response] = await rows("select sectors from response where id = $1", [entry.id]);
    expect(response.sectors).toEqual(["ENERGY"]);
    const [contribution] = await rows("select id, body, revision from contribution where response_id = $1", [entry.id]);
    expect(contribution).toMatchObject({ body: other, revision: 2 });
    expect(
      await rows("select body, revision from contribution_revision where contribution_id = $1", [contribution.id]),
    ).toEqual([{ body: text, revision: 1 }]);
    const answers = await rows("select question_id as id from answer where response_id = $1", [entry.id]);
    expect(new Set(answers.map(({ id }) => id))).toEqual(new Set([ids.place, ids.score, ids.sectors]));
    expect((await settle(entry.id, { text, sectors: [], grid: null })).problems).toMatchObject([{ code: "NOT_NOW" }]);
  });

  test("that nobody can read is a response and no text, until somebody reads it", async () => {
    const illegible = "[illisible]\n[illisible]…";
    const { entry } = await enter(sheetOf({ text: illegible }));
    const texts = () =>
      rows("select body from contribution where response_id = $1 and status <> 'WITHDRAWN'", [entry.id]);
    expect(await texts()).toEqual([]);
    const { entry: seen } = await again(entry.id, { text });
    expect(seen.second.differences).toMatchObject([{ key: ids.text, first: illegible, second: text }]);
    await settle(entry.id, { text });
    expect(await texts()).toEqual([{ body: text }]);
    expect(await rows("select from answer where response_id = $1 and question_id = $2", [entry.id, ids.text])).toEqual(
      [],
    );

    const other = await enter(sheetOf({ text: "[illisible] se connaître" }));
    expect(await rows("select body from contribution where response_id = $1", [other.entry.id])).toHaveLength(1);
  });

  test("that nobody can read is counted by no result, and told to its author", async () => {
    const [sheet] = await api.print(1);
    const counted = async () => {
      const [{ slug }] = await rows("select slug from questionnaire where id = $1", [sheetOf().questionnaireId]);
      await rows("update response set awaits_others = false");
      const query = `query ($slug: String!) { results(questionnaire: $slug) { questions { question { code } wholeAnswered } } }`;
      const { questions } = (await api.ask(query, { slug }, people.facilitator)).data.results;
      return questions.find(({ question }: { question: { code: string } }) => question.code === "text").wholeAnswered;
    };
    const before = await counted();
    await enter(sheetOf({ text: "[illegible]" }, { code: sheet!.code }));
    expect([before > 0, await counted()]).toEqual([true, before]);
    expect(await api.receipt(sheet!.code, "contributions { body } closedAnswers { words }")).toEqual({
      contributions: [],
      closedAnswers: [{ words: ["[illegible]"] }],
    });
  });

  test("is typed in the second time by somebody else, and once", async () => {
    const { entry } = await enter(sheetOf(said));
    const refused = await api.ask(
      "mutation ($input: EnterAgainInput!) { enterAgain(input: $input) { problems { code } } }",
      { input: { entryId: entry.id, answers: answered({ place: "DEPARTMENT:29", ...said }) } },
      people.breton,
    );
    expect(refused.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    await again(entry.id, said);
    expect((await again(entry.id, said)).problems).toEqual([]);
    expect((await again(entry.id, { text: "Autre chose." })).problems).toMatchObject([{ code: "ALREADY_ANSWERED" }]);
  });

  test("is for those who type in for where it comes from, whatever territory it is given", async () => {
    const { entry } = await enter(sheetOf(said));
    const elsewhere = { entryId: entry.id, answers: answered({ place: "DEPARTMENT:75", text: "Autre chose." }) };
    const refused = { problems: [{ code: "NOT_YOUR_TERRITORY", field: null, value: null }], entry: null };
    expect(await act("enterAgain", elsewhere, fields, people.parisian)).toEqual(refused);
    await again(entry.id, { ...said, score: 5 });
    expect(await act("settlePaperEntry", elsewhere, fields, people.parisian)).toEqual(refused);
  });

  test("tells how far two entries of the same sheets agree", async () => {
    const [{ slug }] = await rows("select slug from questionnaire where id = $1", [sheetOf().questionnaireId]);
    const agreement = async () =>
      (
        await api.ask(
          "query ($slug: String!) { paperDesk(slug: $slug) { agreement { sheets compared same } } }",
          { slug },
          people.breton,
        )
      ).data.paperDesk.agreement;
    const before = await agreement();
    const { entry } = await enter(sheetOf(said));
    await again(entry.id, { ...said, score: 5 });
    expect(await agreement()).toEqual({
      sheets: before.sheets + 1,
      compared: before.compared + 5,
      same: before.same + 4,
    });
  });
});
