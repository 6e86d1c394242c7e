import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { asking, composingApi } from "../../../../test/acts/composing.ts";
import { labels, openedIn } from "../../../../test/acts/opened.ts";
import { definitionOf } from "./definition.ts";

const api = composingApi();
const { done, refused, rows } = api;
const { given, open } = openedIn(api);

describe("once people answered", () => {
  it("rewording a question takes a reason, and what was answered keeps the wording it was given to", async () => {
    const asked = await open();
    const first = await asked.answer({ [labels.choice]: "LA_PREMIERE", [labels.text]: "Parce que." });
    const reworded = { label: "Laquelle des deux ?" };
    expect((await asked.edit(labels.choice, reworded)).problems).toEqual([
      { code: "REQUIRED", field: "reason", value: null },
    ]);
    const { problems, composedQuestionnaire: now } = await asked.edit(labels.choice, {
      ...reworded,
      reason: "Plus clair.",
    });
    expect(problems).toEqual([]);
    const question = asking(now, reworded.label);
    expect(now.questionnaire.revision).toBe(2);
    expect(question).toMatchObject({
      answerCount: 1,
      question: { revision: 2, code: "1.2".replace("1.", `${now.questionnaire.number}.`) },
      revisions: [{ revision: 1, label: labels.choice, reason: null, answerCount: 1, options: [{}, {}] }],
    });
    const second = await asked.answer({ [reworded.label]: "LA_SECONDE" });
    expect(await given(first)).toEqual({
      at: 1,
      answers: { [reworded.label]: ["LA_PREMIERE", 1], [labels.text]: ["Parce que.", 1] },
    });
    expect(await given(second)).toEqual({ at: 2, answers: { [reworded.label]: ["LA_SECONDE", 2] } });
    expect(now.history[0]).toMatchObject({
      event: "question.reworded",
      reason: "Plus clair.",
      before: labels.choice,
      after: reworded.label,
    });
  });

  it("a page opened before is answered as it was read", async () => {
    const asked = await open();
    const options = [{ value: "LA_SECONDE", label: "La seconde" }, { label: "La troisième" }];
    await asked.answer({ [labels.choice]: "LA_PREMIERE" });
    await asked.edit(labels.choice, { settings: { options }, reason: "La première n’existe plus." });
    const added = await done("addQuestion", {
      sectionId: (await asked.now()).sections[0].id,
      type: "TEXT_BLOCK",
      label: "Merci.",
    });
    expect(added.questionnaire.revision).toBe(3);
    const late = await asked.answer({ [labels.choice]: "LA_PREMIERE" }, 1);
    expect(await given(late)).toEqual({ at: 1, answers: { [labels.choice]: ["LA_PREMIERE", 1] } });
    const { manager } = api.database;
    const then = (await definitionOf(manager, asked.id, 1))!;
    expect(then.questions.map(({ label }) => label)).toEqual(Object.values(labels));
    expect((await definitionOf(manager, asked.id, 1))!.check).toBe(then.check);
    expect((await definitionOf(manager, asked.id, 99))!.revision).toBe(3);
    const { problems } = then.check({
      [(await asked.find(labels.choice)).id]: "LA_TROISIEME",
      [(await asked.find(labels.place)).id]: "REGION:53",
    });
    expect(problems.map(({ code }) => code)).toEqual(["UNKNOWN_CHOICE"]);
  });

  it("a new question is asked once nothing is missing in it, and was not asked of those who answered before", async () => {
    const asked = await open();
    await asked.answer({ [labels.text]: "Parce que." });
    const section = (await asked.now()).sections[0].id;
    const label = "Depuis quand ?";
    const added = asking(await done("addQuestion", { sectionId: section, type: "SINGLE_CHOICE", label }), label);
    expect(added).toMatchObject({ asked: false, retired: false });
    const served = async () =>
      (await api.ask(`{ questionnaire(slug: "${asked.slug}") { revision sections { questions { label } } } }`)).data
        .questionnaire;
    expect(JSON.stringify(await served())).not.toContain(label);
    expect((await asked.now()).flaws.map(({ code }: any) => code)).toEqual(["RATIONALE_MISSING", "OPTIONS_MISSING"]);
    await asked.edit(label, { rationale: "Pour savoir." });
    expect(await asked.find(label)).toMatchObject({ asked: false });
    const { composedQuestionnaire: now } = await asked.edit(label, {
      settings: { options: [{ label: "Hier" }, { label: "Toujours" }] },
    });
    expect(asking(now, label)).toMatchObject({ asked: true });
    expect(now).toMatchObject({ flaws: [], questionnaire: { revision: 2 } });
    expect(await served()).toMatchObject({ revision: 2, sections: [{ questions: [{}, {}, {}, { label }] }] });
    const [row] = await rows("select asked_from from question where label = $1", [label]);
    expect(row).toEqual({ asked_from: 2 });
    const late = await asked.answer({ [labels.text]: "Encore." }, 1);
    expect((await given(late)).at).toBe(1);
  });

  it("a question that is retired says why, keeps its answers, and can be asked again", async () => {
    const asked = await open();
    const before = await asked.answer({ [labels.choice]: "LA_PREMIERE" });
    const { id } = await asked.find(labels.choice);
    expect(await refused("removeQuestion", { id })).toBe("REQUIRED reason");
    const now = await done("removeQuestion", { id, reason: "On le sait maintenant." });
    expect(asking(now, labels.choice)).toMatchObject({
      retired: true,
      asked: false,
      retiredReason: "On le sait maintenant.",
      answerCount: 1,
    });
    const late = await asked.answer({ [labels.choice]: "LA_SECONDE" }, 1);
    expect(await given(late)).toMatchObject({ answers: { [labels.choice]: ["LA_SECONDE", 1] } });
    expect(await given(before)).toMatchObject({ answers: { [labels.choice]: ["LA_PREMIERE", 1] } });
    const restored = await done("restoreQuestion", { id });
    expect(asking(restored, labels.choice)).toMatchObject({ retired: false, asked: true, retiredReason: null });
    expect(restored.questionnaire.revision).toBe(3);
    expect((await definitionOf(api.database.manager, asked.id, 2))!.questions.map(({ label }) => label)).toEqual([
      labels.place,
      labels.text,
    ]);
  });

  it("a type is kept: another question takes its place once it is ready, and the first keeps its answers", async () => {
    const asked = await open();
    const before = await asked.answer({ [labels.text]: "Parce que." });
    const old = await asked.find(labels.text);
    expect((await asked.edit(labels.text, { type: "SINGLE_CHOICE" })).problems[0]).toMatchObject({
      code: "TYPE_IS_KEPT",
      field: "type",
    });
    const section = (await asked.now()).sections[0].id;
    const label = "Pour laquelle de ces raisons ?";
    let now = await done("addQuestion", { sectionId: section, type: "SINGLE_CHOICE", label, replacesId: old.id });
    expect(asking(now, label)).toMatchObject({ asked: false, replaces: old.question.code });
    expect(asking(now, labels.text)).toMatchObject({ asked: true, retired: false });
    const options = [{ label: "L’envie" }, { label: "Le besoin" }];
    now = (await asked.edit(label, { settings: { options } })).composedQuestionnaire;
    expect(asking(now, label)).toMatchObject({ asked: true, question: { rationale: "Pour savoir." } });
    expect(asking(now, labels.text)).toMatchObject({ retired: true, asked: false, answerCount: 1 });
    expect(now.history[0]).toMatchObject({ event: "question.replaced", before: labels.text, after: label });
    expect(await given(before)).toMatchObject({ answers: { [labels.text]: ["Parce que.", 1] } });
  });

  it("an option that is left out is retired, keeps its words, and no other takes its value", async () => {
    const asked = await open();
    await asked.answer({ [labels.choice]: "LA_PREMIERE" });
    const { question } = await asked.find(labels.choice);
    const [first, second] = question.options;
    const reason = "Elles se ressemblent.";
    const { composedQuestionnaire: now } = await asked.edit(labels.choice, { settings: { options: [second] }, reason });
    expect(asking(now, labels.choice)).toMatchObject({
      question: { options: [second] },
      retiredOptions: [first],
      revisions: [{ options: [{ value: first.value }, { value: second.value }] }],
    });
    const other = [second, { value: first.value, label: "Une autre" }, { label: "La première !" }];
    const added = asking(
      (await asked.edit(labels.choice, { settings: { options: other }, reason })).composedQuestionnaire,
      labels.choice,
    );
    expect(added.question.options.map(({ value }: any) => value)).toEqual(["LA_SECONDE", "UNE_AUTRE", "LA_PREMIERE_2"]);
    const again = [second, first];
    const back = asking(
      (await asked.edit(labels.choice, { settings: { options: again }, reason })).composedQuestionnaire,
      labels.choice,
    );
    expect(back.question.options).toEqual([second, first]);
    expect(back.retiredOptions.map(({ label }: any) => label)).toEqual(["Une autre", "La première !"]);
  });

  it("the visibility of answers only ever narrows, for earlier answers too", async () => {
    const asked = await open();
    const said = await asked.answer({ [labels.text]: "Parce que je le vis." });
    const status = async () => (await rows("select status from contribution where response_id = $1", [said]))[0].status;
    expect(await status()).toBe("VISIBLE");
    expect((await asked.edit(labels.text, { visibility: "TEAM" })).problems).toEqual([]);
    expect(await status()).toBe("UNPUBLISHED");
    const late = await asked.answer({ [labels.text]: "Et moi aussi." }, 1);
    expect(await rows("select status from contribution where response_id = $1", [late])).toEqual([
      { status: "UNPUBLISHED" },
    ]);
    for (const visibility of ["PUBLIC", "AGGREGATED"])
      expect((await asked.edit(labels.text, { visibility })).problems).toEqual([
        { code: "PROMISE_KEPT", field: "visibility", value: "visibility" },
      ]);
  });

  it("nothing is changed that would leave a condition, the territory or a choice without what it needs", async () => {
    const asked = await open();
    const { id: choice } = await asked.find(labels.choice);
    const { id: text } = await asked.find(labels.text);
    const { id: place } = await asked.find(labels.place);
    const section = (await asked.now()).sections[0].id;
    const visibleIf = { question: choice, contains: "LA_PREMIERE" };
    expect((await asked.edit(labels.text, { settings: { visibleIf } })).problems).toEqual([]);
    expect(await refused("removeQuestion", { id: choice })).toBe("IN_USE id");
    expect(await refused("moveQuestion", { id: text, sectionId: section, position: 1 })).toBe("IN_USE");
    expect(await refused("removeQuestion", { id: place })).toBe("IN_USE");
    const options = [{ value: "LA_SECONDE", label: "La seconde" }];
    expect((await asked.edit(labels.choice, { settings: { options } })).problems[0]!.code).toBe("IN_USE");
    expect((await asked.edit(labels.choice, { settings: { options: [] } })).problems[0]!).toMatchObject({
      code: "REQUIRED",
      field: "options",
    });
    expect((await asked.edit(labels.choice, { rationale: "" })).problems[0]!).toMatchObject({
      code: "REQUIRED",
      field: "rationale",
    });
    const now = await asked.now();
    expect(now.flaws).toEqual([]);
    expect(now.questionnaire.revision).toBe(2);
    expect(await refused("restoreQuestion", { id: randomUUID() }).catch(() => "NOT_FOUND")).toBe("NOT_FOUND");
  });

  it("saying better why a question is asked is no rewording, and what was read before is kept", async () => {
    const asked = await open();
    await asked.answer({ [labels.text]: "Parce que." });
    const { problems, composedQuestionnaire: now } = await asked.edit(labels.text, {
      rationale: "Pour comprendre.",
      usedIn: "La synthèse.",
    });
    expect(problems).toEqual([]);
    expect(asking(now, labels.text).question.revision).toBe(1);
    const before = (await definitionOf(api.database.manager, asked.id, 1))!;
    expect(before.questions.map(({ rationale }) => rationale)).toEqual(Array(3).fill("Pour savoir."));
  });

  it("a part that only holds what is no longer asked can go: it leaves that to its neighbour", async () => {
    const asked = await open();
    const { id } = await asked.now();
    let now = await done("addSection", { questionnaireId: id, title: "La fin" });
    const [first, second] = now.sections;
    now = await done("moveQuestion", { id: asking(now, labels.text).id, sectionId: second.id, position: 1 });
    expect(asking(now, labels.text).question.code).toBe(`${now.questionnaire.number}.3`);
    await asked.answer({ [labels.text]: "Parce que." });
    expect(await refused("removeSection", { id: second.id })).toBe("IN_USE id");
    await done("removeQuestion", { id: asking(now, labels.text).id, reason: "Assez." });
    now = await done("removeSection", { id: second.id });
    expect(now.sections).toMatchObject([{ id: first.id, questions: [{}, {}, { retired: true, answerCount: 1 }] }]);
    expect(await refused("removeSection", { id: first.id })).toBe("IN_USE id");
    const { questions } = (await definitionOf(api.database.manager, asked.id, 2))!;
    expect(questions.map(({ label }) => label)).toEqual(Object.values(labels));
  });
});

it("before anybody answered, a change takes no reason, and still leaves the pages that are open as they were read", async () => {
  const asked = await open();
  const label = "Pour quelle raison ?";
  const { problems, composedQuestionnaire: now } = await asked.edit(labels.text, { label });
  expect(problems).toEqual([]);
  expect(now.questionnaire.revision).toBe(2);
  const late = await asked.answer({ [label]: "Parce que." }, 1);
  const [said] = await rows(
    `select v.label from contribution c join question_revision v on v.question_id = c.question_id
       and v.revision = c.question_revision where c.response_id = $1`,
    [late],
  );
  expect(said).toEqual({ label: labels.text });
});
