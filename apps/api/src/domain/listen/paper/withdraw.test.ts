import { describe, expect, test } from "vitest";
import { dayFromNow, paperApi } from "../../../../test/acts/paper.ts";

const api = paperApi();
const { act, enter, inputOf, people, print, receipt, report, rows, sheetOf, submit } = api;

const words = "Amarante : une halle à Daoulas.";
const fields = "entry { id status statusOn viewerCan { enterAgain } second { id } }";
const withdraw = (code: string, viewer = people.breton, { questionnaireId } = sheetOf()) =>
  act("withdrawPaperEntry", { questionnaireId, code }, fields, viewer);

/** A sheet from Finistère, named, typed in under a printed code. */
async function typedIn() {
  const [sheet] = await print(1);
  const { code } = sheet!;
  const input = sheetOf(
    { text: words, score: 4 },
    { code, appearance: "NAMED", authorName: "Amarante Nom", followUpEmail: "amarante@exemple.invalid" },
  );
  const { entry } = await enter(input);
  return { code, id: entry.id as string };
}

describe("an author asks for a response that came on paper to be taken back", () => {
  test("its words are erased wherever they were, its place is kept, and the journal says who did it", async () => {
    const { code, id } = await typedIn();
    expect((await act("enterAgain", again(id), "entry { id }", people.second)).problems).toEqual([]);
    const { problems, entry } = await withdraw(code.toLowerCase());
    expect(problems).toEqual([]);
    expect(entry).toEqual({
      id,
      status: "WITHDRAWN",
      statusOn: expect.any(String),
      viewerCan: { enterAgain: false },
      second: null,
    });
    const tables = await rows<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    );
    for (const { name } of tables)
      expect(JSON.stringify(await rows(`select * from "${name}"`))).not.toMatch(/amarante/i);
    expect(await receipt(code, "status contributions { body status }")).toEqual({
      status: "WITHDRAWN",
      contributions: [{ body: "", status: "WITHDRAWN" }],
    });
    const [written] = await rows("select * from journal_entry where subject_id = $1 and event = 'response.withdrawn'", [
      id,
    ]);
    expect(written).toMatchObject({ actor_id: people.breton.id, data: {} });
  });

  test("at any time, after no paper is taken any more too, and again without a fault", async () => {
    const { questionnaire, ids } = await api.questionnaireWith([
      { code: "place", type: "TERRITORY" },
      { code: "text", type: "LONG_TEXT" },
    ]);
    const [sheet] = await print(1, people.facilitator, questionnaire.id);
    const answers = [
      { questionId: ids.place!, value: "DEPARTMENT:29" },
      { questionId: ids.text!, value: words },
    ];
    const input = { ...sheetOf(), questionnaireId: questionnaire.id, code: sheet!.code, answers };
    expect((await enter(input)).problems).toEqual([]);
    await rows(
      "update questionnaire set opens_at = now() - interval '2 years', closes_at = now() - interval '1 year' where id = $1",
      [questionnaire.id],
    );
    for (let times = 0; times < 2; times++)
      expect((await withdraw(sheet!.code, people.breton, input)).problems).toEqual([]);
    expect(
      await rows("select question_id from answer where response_id in (select id from response where key = $1)", [
        input.key,
      ]),
    ).toEqual([]);
  });

  test("the report of a meeting too, with the code that was handed over", async () => {
    const { key, questionnaireId, answers } = sheetOf({ text: words });
    const { entry } = await report({
      key,
      questionnaireId,
      answers,
      place: "Salle des fêtes",
      heldOn: dayFromNow(-1),
      peopleCount: 40,
      appearance: "ANONYMOUS",
    });
    expect((await withdraw(entry.codeToHandOver, people.facilitator)).problems).toEqual([]);
    const [left] = await rows("select status, people_count from response where id = $1", [entry.id]);
    expect(left).toEqual({ status: "WITHDRAWN", people_count: null });
  });

  test("by nobody who types in for other territories, nor with the code of another questionnaire", async () => {
    const { code, id } = await typedIn();
    expect((await withdraw(code, people.parisian)).problems).toMatchObject([
      { code: "NOT_YOUR_TERRITORY", field: "code" },
    ]);
    const { questionnaire } = await api.questionnaireWith([{ code: "place", type: "TERRITORY" }]);
    const elsewhere = { ...sheetOf(), questionnaireId: questionnaire.id };
    for (const refused of [withdraw(code, people.breton, elsewhere), withdraw("0000-0000-0000-0000"), withdraw("")])
      expect((await refused).problems).toMatchObject([{ code: "UNKNOWN_RECEIPT", field: "code" }]);
    expect(await rows("select status from response where id = $1", [id])).toEqual([{ status: "VISIBLE" }]);
  });

  test("a response that was sent on line stays its author's alone", async () => {
    const input = inputOf({ text: words });
    const { receipt: given } = await submit(input);
    expect((await withdraw(given.code, people.facilitator)).problems).toMatchObject([
      { code: "NOT_ON_PAPER", field: "code" },
    ]);
    expect(await receipt(given.code, "status")).toEqual({ status: "VISIBLE" });
  });
});

const again = (entryId: string) => ({
  entryId,
  answers: api.answered({ place: "DEPARTMENT:29", text: `${words} Bis.` }),
});
