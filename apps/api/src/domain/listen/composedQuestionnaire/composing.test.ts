import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { asking, composingApi } from "../../../../test/acts/composing.ts";
import { statementsOf } from "../../../../test/site/statements.ts";
import { uniqueWord } from "../../../../test/site/uniqueWord.ts";
import { visitor } from "../../../platform/viewer.ts";

const api = composingApi();
const { act, composedQuestionnaire, done, draft, refused, rows } = api;

describe("a draft", () => {
  it("begins empty, with what is missing told, and nobody else sees it", async () => {
    const { objective } = api.small;
    const made = await done("createQuestionnaire", { objective: objective.slug, title: "  Nos   idées " });
    expect(made).toMatchObject({
      composedBy: "Anne Exemple",
      hasResponses: false,
      template: false,
      sections: [],
      flaws: [
        { questionId: null, code: "TERRITORY_NOT_ASKED" },
        { questionId: null, code: "NOTHING_ASKED" },
      ],
      questionnaire: { title: "Nos   idées", state: "DRAFT", revision: 1, languages: ["fr"] },
    });
    const { slug } = made.questionnaire;
    expect(await composedQuestionnaire(slug, visitor)).toBeNull();
    const asked = await api.ask("query ($slug: String!) { questionnaire(slug: $slug) { id } }", { slug }, visitor);
    expect(asked.data.questionnaire).toBeNull();
    const questionnaireDesk = await api.ask(
      "{ questionnaireDesk { questionnaires { id } objectives { slug } } }",
      {},
      api.team[0],
    );
    expect(questionnaireDesk.data.questionnaireDesk.questionnaires.map(({ id }: any) => id)).toContain(made.id);
    expect(questionnaireDesk.data.questionnaireDesk.objectives).toEqual([{ slug: objective.slug }]);
    expect((await api.ask("{ questionnaireDesk { questionnaires { id } } }")).errors![0]!.extensions.code).toBe(
      "UNAUTHENTICATED",
    );
  });

  it("is begun once, however many times its form is sent", async () => {
    const input = { key: randomUUID(), objective: api.small.objective.slug, title: `Une seule fois ${uniqueWord()}` };
    const made = await Promise.all([1, 2, 3].map(() => done("createQuestionnaire", input)));
    const again = await done("createQuestionnaire", { ...input, key: input.key.toUpperCase() });
    expect(new Set([...made, again].map(({ questionnaire }) => questionnaire.slug)).size).toBe(1);
    expect(await rows("select id from questionnaire where title = $1", [input.title])).toEqual([{ id: input.key }]);
    expect(again.history.map(({ event }: any) => event)).toEqual(["questionnaire.created"]);
    expect(await refused("createQuestionnaire", input, api.team[1])).toBe("CONFLICT key");
    expect(await refused("createQuestionnaire", { ...input, key: "1" })).toBe("WRONG_KIND key");
  });

  it("is refused without a title, with too long a one, or for an objective that is not there", async () => {
    const { slug: objective } = api.small.objective;
    expect(await refused("createQuestionnaire", { objective, title: " " })).toBe("REQUIRED title");
    expect(await refused("createQuestionnaire", { objective, title: "x".repeat(201) })).toBe("TOO_LONG title");
    expect(await refused("createQuestionnaire", { objective: "nowhere", title: "x" })).toBe("UNKNOWN_CHOICE objective");
  });

  it("has codes that follow the order of its questions, whatever is moved", async () => {
    let current = await draft();
    const { number } = current.questionnaire;
    const codes = () =>
      current.sections.flatMap((section: any) =>
        section.questions.map((one: any) => [one.question.code, one.question.label]),
      );
    expect(codes()).toEqual([
      [`${number}.1`, "D’où parlez-vous ?"],
      [`${number}.2`, "Laquelle ?"],
      [`${number}.3`, "Pourquoi ?"],
    ]);
    current = await done("addSection", { questionnaireId: current.id, title: "La suite" });
    const [first, second] = current.sections;
    await done("addQuestion", { sectionId: second.id, type: "TEXT_BLOCK", label: "Merci d’être là." });
    current = await done("addQuestion", { sectionId: second.id, type: "DATE", label: "Quand ?" });
    current = await done("moveQuestion", { id: asking(current, "Pourquoi ?").id, sectionId: first.id, position: 1 });
    current = await done("moveQuestion", { id: asking(current, "Laquelle ?").id, sectionId: second.id, position: 2 });
    expect(codes()).toEqual([
      [`${number}.1`, "Pourquoi ?"],
      [`${number}.2`, "D’où parlez-vous ?"],
      [`${number}.T1`, "Merci d’être là."],
      [`${number}.3`, "Laquelle ?"],
      [`${number}.4`, "Quand ?"],
    ]);
    current = await done("moveSection", { id: second.id, position: 1 });
    expect(current.sections.map(({ title, position }: any) => `${position} ${title}`)).toEqual([
      "1 La suite",
      "2 Une partie",
    ]);
    expect(codes().at(-1)).toEqual([`${number}.4`, "D’où parlez-vous ?"]);
    const { id } = asking(current, "Quand ?");
    current = await done("removeQuestion", { id });
    // Sent again, it is removed.
    expect(await done("removeQuestion", { id })).toEqual(current);
    expect(asking(current, "Quand ?")).toBeUndefined();
    expect(await refused("removeSection", { id: second.id })).toBe("IN_USE id");
  });

  it("gives each option a value of its own, made of its words, that it keeps when it is reworded", async () => {
    let current = await draft();
    const save = async (settings: object) => {
      const { id, version } = asking(current, "Laquelle ?");
      current = await done("editQuestion", { id, version, settings });
      return asking(current, "Laquelle ?").question;
    };
    const { options } = asking(current, "Laquelle ?").question;
    expect(options).toEqual([
      { value: "LA_PREMIERE", label: "La première", keyPointId: null },
      { value: "LA_SECONDE", label: "La seconde", keyPointId: null },
    ]);
    const reworded = await save({
      options: [{ ...options[1], label: "L’autre" }, { label: "La seconde" }, { label: "« !? »" }],
    });
    expect(reworded.options.map(({ value, label }: any) => [value, label])).toEqual([
      ["LA_SECONDE", "L’autre"],
      ["LA_SECONDE_2", "La seconde"],
      ["OPTION", "« !? »"],
    ]);
    const other = await save({ options: reworded.options, allowOther: true });
    expect(other.options.at(-1)).toMatchObject({ value: "OTHER", label: "Autre" });
    expect(other).toMatchObject({ allowOther: true, maxSelect: null, visibleIf: null });
    expect((await save({ options: reworded.options })).allowOther).toBe(false);
  });

  it("keeps of the settings what goes with the type", async () => {
    let current = await draft();
    const change = async (input: object) => {
      const { id, version } = asking(current, "Laquelle ?");
      current = await done("editQuestion", { id, version, ...input });
      return asking(current, "Laquelle ?").question;
    };
    expect(await change({ type: "RANKING" })).toMatchObject({ type: "RANKING", options: [{}, {}] });
    expect(
      await change({ type: "NUMBER", settings: { min: 0, max: 10, maxLength: 12, wholeNumbers: true } }),
    ).toMatchObject({
      type: "NUMBER",
      options: [],
      min: 0,
      max: 10,
      maxLength: null,
      wholeNumbers: true,
    });
    expect(await change({ type: "RATING" })).toMatchObject({ min: 0, max: 10, wholeNumbers: false, short: false });
    expect(await change({ settings: { short: true } })).toMatchObject({ min: null, short: true });
    expect(await change({ type: "DATE" })).toMatchObject({ short: true });
  });

  it.each<[string, object]>([
    ["REQUIRED label", { label: " " }],
    ["TOO_LONG label", { label: "x".repeat(301) }],
    ["WRONG_KIND settings", { settings: [] }],
    ["WRONG_KIND options", { settings: { options: "x" } }],
    ["REQUIRED options", { settings: { options: [{ value: "A" }] } }],
    ["REQUIRED options", { settings: { options: [{ value: "A", label: "" }] } }],
    ["OUT_OF_RANGE minSelect", { type: "MULTIPLE_CHOICE", settings: { options: [{ label: "a" }], minSelect: 2 } }],
    [
      "OUT_OF_RANGE maxSelect",
      { type: "MULTIPLE_CHOICE", settings: { options: [{ label: "a" }], minSelect: 0 + 1, maxSelect: -1 } },
    ],
    ["OUT_OF_RANGE max", { type: "NUMBER", settings: { min: 3, max: 2 } }],
    // Every step of a rating is drawn.
    ["OUT_OF_RANGE max", { type: "RATING", settings: { min: 0, max: 1_000_000_000 } }],
    ["WRONG_KIND max", { type: "NUMBER", settings: { max: "beaucoup" } }],
    ["WRONG_KIND wholeNumbers", { type: "NUMBER", settings: { wholeNumbers: "oui" } }],
    ["WRONG_KIND short", { type: "DATE", settings: { short: "oui" } }],
    ["OUT_OF_RANGE maxLength", { type: "LONG_TEXT", settings: { maxLength: 100_000 } }],
    ["WRONG_KIND visibleIf", { settings: { visibleIf: { and: [] } } }],
    ["WRONG_KIND english", { english: "x" }],
    ["TOO_LONG english.label", { english: { label: "x".repeat(301) } }],
  ])("refuses with %s a question changed like %j", async (code, input) => {
    const made = await draft();
    const { id, version } = asking(made, "Laquelle ?");
    expect(await refused("editQuestion", { id, version, ...input })).toBe(code);
    expect(asking(await composedQuestionnaire(made.questionnaire.slug), "Laquelle ?").version).toBe(version);
  });

  it("has conditions that look back, at options that are offered", async () => {
    const made = await draft();
    const choice = asking(made, "Laquelle ?");
    const text = asking(made, "Pourquoi ?");
    const where = (visibleIf: object) => ({ id: text.id, version: text.version, settings: { visibleIf } });
    expect(await refused("editQuestion", where({ question: text.id, answered: true }))).toBe("LOOKS_AHEAD visibleIf");
    expect(await refused("editQuestion", where({ question: choice.id, equals: "NOWHERE" }))).toBe(
      "UNKNOWN_CHOICE visibleIf",
    );
    const visibleIf = { question: choice.id, equals: "LA_PREMIERE" };
    const conditional = await done("editQuestion", where(visibleIf));
    expect(asking(conditional, "Pourquoi ?").question.visibleIf).toEqual(visibleIf);
    expect(await refused("removeQuestion", { id: choice.id })).toBe("IN_USE id");
    const moved = await done("moveQuestion", { id: text.id, sectionId: made.sections[0].id, position: 1 });
    expect(moved.flaws).toEqual([{ questionId: text.id, code: "CONDITION_LOOKS_AHEAD" }]);
  });

  it("is saved by two people without one undoing the other unseen", async () => {
    const made = await draft();
    const text = asking(made, "Pourquoi ?");
    await done("editQuestion", { id: text.id, version: text.version, label: "Pour quelle raison ?" }, api.team[1]);
    const late = await act("editQuestion", { id: text.id, version: text.version, help: "En deux phrases." });
    expect(late.problems).toEqual([{ code: "STALE", field: "version", value: String(text.version + 1) }]);
    expect(asking(late.composedQuestionnaire, "Pour quelle raison ?").question.help).toBeNull();
    const { id, version } = late.composedQuestionnaire;
    await done("editQuestionnaire", { id, version, title: "Un autre titre" }, api.team[1]);
    expect(await refused("editQuestionnaire", { id, version, intro: "Bonjour." })).toBe("STALE version");
    const [section] = made.sections;
    await done("editSection", { id: section.id, version: section.version, title: "Le début" }, api.team[1]);
    expect(await refused("editSection", { id: section.id, version: section.version, intro: "x" })).toBe(
      "STALE version",
    );
  });

  it("is told in a history, in words: who, what it was, what it became", async () => {
    const made = await draft();
    const text = asking(made, "Pourquoi ?");
    await done("editQuestion", { id: text.id, version: text.version, label: "Pour quelle raison ?" });
    const closesAt = "2090-07-14T16:00:00.000Z";
    const { id, version } = made;
    const { history } = await done("editQuestionnaire", { id, version, closesAt }, api.team[1]);
    expect(history[0]).toMatchObject({
      event: "questionnaire.rescheduled",
      by: "Bruno Exemple",
      after: "14 juillet 2090 à 18:00",
    });
    expect(history[1]).toMatchObject({
      event: "question.edited",
      by: "Anne Exemple",
      questionCode: text.question.code,
      before: "Pourquoi ?",
      after: "Pour quelle raison ?",
    });
    expect(history.at(-1)).toMatchObject({ event: "questionnaire.created", after: "Un questionnaire" });
  });
});

it("a whole questionnaire costs those who compose it the same number of statements, whatever it asks", async () => {
  const made = await draft();
  const read = () => statementsOf(() => composedQuestionnaire(made.questionnaire.slug));
  const few = (await read()).length;
  for (let count = 0; count < 10; count++)
    await done("addQuestion", { sectionId: made.sections[0].id, type: "LONG_TEXT", label: `Et ${count} ?` });
  expect((await read()).length).toBe(few);
  expect(few).toBeLessThanOrEqual(14);
});
