import { describe, expect, test } from "vitest";
import { ask, retire, reword } from "../../../../test/acts/changes.ts";
import { answeringApi, options, placeAndText, text } from "../../../../test/acts/responses.ts";

const api = answeringApi();
const { act, ids, receipt, rows, sent } = api;

describe("what changed in the questionnaire since is told, and asked once", () => {
  async function changed() {
    const { ids: its, questionnaire } = await api.questionnaireWith([
      ...placeAndText,
      { code: "pick", type: "SINGLE_CHOICE", settings: { options: options("a", "b") } },
      { code: "score", type: "RATING", settings: { min: 1, max: 5 } },
    ]);
    const answer = (values: Record<string, unknown>) =>
      Object.entries({ place: "DEPARTMENT:29", ...values }).map(([code, value]) => ({ questionId: its[code]!, value }));
    const response = await sent(
      {},
      {
        questionnaireId: questionnaire.id,
        questionnaireRevision: 1,
        answers: answer({ text, pick: "a", score: 3 }),
      },
    );
    const changes = async () =>
      (await receipt(response.code, "changes { kind question { id label revision } former reason words }")).changes;
    return { ...response, its, answer, changes };
  }

  test("a question that was reworded: both wordings, the reason, and the answer as it was given", async () => {
    const { its, code, changes, contribution } = await changed();
    expect(await changes()).toEqual([]);
    await reword(api.database, its.text!, { label: "Et vous ?" });
    await reword(api.database, its.pick!, {
      settings: {
        options: [
          { value: "b", label: "B" },
          { value: "a", label: "« a »", retired: true },
        ],
      },
    });
    expect(await changes()).toMatchObject([
      { kind: "REWORDED", question: { label: "Et vous ?", revision: 2 }, former: "Question text", words: [] },
      { kind: "REWORDED", question: { id: its.pick }, reason: "Plus clair.", words: ["« a »"] },
    ]);
    const { closedAnswers, contributions } = await receipt(
      code,
      "closedAnswers { asked words } contributions { asked }",
    );
    expect(closedAnswers).toContainEqual({ asked: "Question pick", words: ["« a »"] });
    expect(contributions).toEqual([{ asked: "Question text" }]);
    expect((await contribution(its.text)).question_revision).toBe(1);
  });

  test("kept as it is, an answer stays with the wording it was given to, and is asked about no more", async () => {
    const { its, code, changes, contribution } = await changed();
    await reword(api.database, its.text!, { label: "Et vous ?" });
    const keep = { code, questionId: its.text, questionRevision: 2 };
    expect((await act("keepAnswer", keep, "changes { kind }")).receipt.changes).toEqual([]);
    expect((await contribution(its.text)).question_revision).toBe(1);
    await reword(api.database, its.text!, { label: "Et vous, alors ?" });
    expect(await changes()).toMatchObject([{ former: "Question text", question: { label: "Et vous, alors ?" } }]);
    for (const [questionId, questionRevision, refused] of [
      [ids.text, 1, "UNKNOWN_QUESTION"],
      [its.text, 4, "OUT_OF_RANGE"],
    ])
      expect((await act("keepAnswer", { code, questionId, questionRevision })).codes).toEqual([refused]);
  });

  test("updated, it is given to the new wording; those left as they are keep theirs", async () => {
    const { its, edit, answer, changes, contribution, id } = await changed();
    await reword(api.database, its.text!, { label: "Et vous ?" });
    await reword(api.database, its.score!, { label: "Combien ?" });
    const answers = answer({ text: "À la nouvelle.", pick: "a", score: 3 });
    expect((await edit({}, { answers, questionnaireRevision: 3 })).codes).toEqual([]);
    expect((await contribution(its.text)).question_revision).toBe(2);
    const [score] = await rows("select question_revision from answer where response_id = $1 and question_id = $2", [
      id,
      its.score,
    ]);
    expect(score.question_revision).toBe(1);
    expect(await changes()).toMatchObject([{ question: { id: its.score } }]);
  });

  test("a choice that is no longer offered stays where it was made, and cannot be made anew", async () => {
    const { its, edit, answer } = await changed();
    await reword(api.database, its.pick!, {
      settings: {
        options: [
          { value: "b", label: "B" },
          { value: "a", label: "« a »", retired: true },
        ],
      },
    });
    const same = answer({ text: "Autre.", pick: "a" });
    expect((await edit({}, { answers: same, questionnaireRevision: 2 })).codes).toEqual([]);
    const moved = answer({ text: "Autre.", pick: "b" });
    expect((await edit({}, { answers: moved, questionnaireRevision: 2, revision: 2 })).codes).toEqual([]);
    const back = answer({ text: "Autre.", pick: "a" });
    expect((await edit({}, { answers: back, questionnaireRevision: 2, revision: 3 })).codes).toEqual([
      "UNKNOWN_CHOICE",
    ]);
  });

  test("a question that is asked since may be answered, or left", async () => {
    const { its, code, changes } = await changed();
    const questionId = await ask(api.database, its.text!, { code: "n", type: "LONG_TEXT", label: "Et depuis ?" });
    expect(await changes()).toMatchObject([{ kind: "ADDED", question: { label: "Et depuis ?" }, former: null }]);
    await act("keepAnswer", { code, questionId, questionRevision: 1 });
    expect(await changes()).toEqual([]);
  });

  test("a question that is no longer asked keeps its answer, through every change of the others", async () => {
    const { its, edit, answer, changes, contribution } = await changed();
    await retire(api.database, its.text!);
    expect(await changes()).toMatchObject([{ kind: "RETIRED", former: "Question text" }]);
    const answers = answer({ pick: "b" });
    expect((await edit({}, { answers, questionnaireRevision: 2 })).codes).toEqual([]);
    expect(await contribution(its.text)).toMatchObject({ body: text, status: "VISIBLE" });
  });
});
