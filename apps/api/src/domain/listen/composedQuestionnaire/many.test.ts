import { describe, expect, it } from "vitest";
import { composingApi } from "../../../../test/acts/composing.ts";

const api = composingApi();
const { done, draft, refused, act } = api;

const asked = (composed: any) => composed.sections.flatMap(({ questions }: any) => questions);

describe("a copy of a question", () => {
  it("stands right after it with all its words and settings, under a code and an id of its own", async () => {
    const made = await draft();
    const [, choice] = asked(made);
    const full = await done("editQuestion", {
      id: choice.id,
      version: choice.version,
      plain: "Laquelle voulez-vous ?",
      help: "Une seule.",
      visibility: "AGGREGATED",
      english: { label: "Which one?" },
    });
    const copied = asked(await done("duplicateQuestion", { id: choice.id }));
    expect(copied.map(({ question }: any) => question.label)).toEqual([
      "D’où parlez-vous ?",
      "Laquelle ?",
      "Laquelle ?",
      "Pourquoi ?",
    ]);
    const [source, copy] = [asked(full)[1], copied[2]];
    expect(copy.id).not.toBe(source.id);
    expect(copy.question.code).not.toBe(source.question.code);
    expect(copy.english).toEqual(source.english);
    const words = (question: any) => ({ ...question, id: "", code: "", since: 0 });
    expect(words(copy.question)).toEqual(words(source.question));
  });

  it("goes without a trace when it is taken back", async () => {
    const made = await draft();
    const copied = asked(await done("duplicateQuestion", { id: asked(made)[1].id }));
    const after = await done("removeQuestion", { id: copied[2].id });
    expect(asked(after).map(({ id }: any) => id)).toEqual(asked(made).map(({ id }: any) => id));
  });

  it("is not made of a question that is no longer asked, nor by somebody of another group", async () => {
    const made = await draft();
    expect((await act("duplicateQuestion", { id: asked(made)[1].id }, api.team[1])).problems).toEqual([]);
    const { questionnaire, ids } = await api.questionnaireWith([
      { code: "9.1", type: "TERRITORY", required: true },
      { code: "9.2", type: "DATE", retiredFrom: 1, retiredReason: "Assez." },
      { code: "9.3", type: "LONG_TEXT" },
    ]);
    expect(await refused("duplicateQuestion", { id: ids["9.2"] })).toBe("NOT_NOW id");
    // In a published questionnaire nobody sees the copy before somebody said why it is asked.
    const copied = await done("duplicateQuestion", { id: ids["9.3"] });
    const copy = asked(copied).find(({ id }: any) => !Object.values(ids).includes(id));
    expect(copy).toMatchObject({ question: { rationale: "" } });
    expect(copied.flaws).toEqual([{ questionId: copy.id, code: "RATIONALE_MISSING" }]);
    expect(copied.questionnaire).toMatchObject({ id: questionnaire.id, questionCount: 2 });
  });
});

describe("a list of questions", () => {
  it("becomes as many questions of one type at the end of a part, in its order", async () => {
    const made = await draft();
    const labels = ["Quand ?", "  Comment ? ", "Avec qui ?"];
    const added = await done("addQuestions", { sectionId: made.sections[0].id, type: "LONG_TEXT", labels });
    const { number } = added.questionnaire;
    expect(
      asked(added)
        .slice(3)
        .map(({ question }: any) => [question.code, question.type, question.label]),
    ).toEqual([
      [`${number}.4`, "LONG_TEXT", "Quand ?"],
      [`${number}.5`, "LONG_TEXT", "Comment ?"],
      [`${number}.6`, "LONG_TEXT", "Avec qui ?"],
    ]);
  });

  it("is taken whole or not at all: no empty line, none too long, a hundred at most", async () => {
    const made = await draft();
    const list = (labels: string[]) => ({ sectionId: made.sections[0].id, type: "DATE", labels });
    expect(await refused("addQuestions", list([]))).toBe("REQUIRED labels");
    expect(await refused("addQuestions", list(["Quand ?", " ".repeat(300)]))).toBe("REQUIRED labels");
    expect(await refused("addQuestions", list(["Quand ?", "x".repeat(301)]))).toBe("TOO_LONG labels");
    expect(await refused("addQuestions", list(Array(101).fill("Quand ?")))).toBe("TOO_MANY_CHOICES labels");
    const { composedQuestionnaire } = await act("addQuestions", list([]));
    expect(asked(composedQuestionnaire)).toHaveLength(3);
  });
});

describe("why questions are asked, said of several at once", () => {
  it("is written where nothing is said yet; what is left empty stays so", async () => {
    const made = await draft();
    const labels = ["Quand ?", "Comment ?", "Où ?"];
    const added = asked(
      await done("addQuestions", { sectionId: made.sections[0].id, type: "LONG_TEXT", labels }),
    ).slice(3);
    const rationales = added.map(({ id }: any, index: number) => ({
      questionId: id,
      rationale: ["Pour l’horaire.", "  ", "Pour le lieu."][index],
    }));
    const explained = await done("explainQuestions", { rationales });
    const said = asked(explained).slice(3);
    expect(said.map(({ question }: any) => question.rationale)).toEqual(["Pour l’horaire.", "", "Pour le lieu."]);
    expect(explained.flaws).toEqual([{ questionId: added[1].id, code: "RATIONALE_MISSING" }]);
    // Sent again, it changes nothing.
    const again = asked(await done("explainQuestions", { rationales })).slice(3);
    expect(again.map(({ version }: any) => version)).toEqual(said.map(({ version }: any) => version));
  });

  it("writes over nobody's words, and is taken whole or not at all", async () => {
    const made = await draft();
    const labels = ["Quand ?", "Comment ?"];
    const [when, how] = asked(
      await done("addQuestions", { sectionId: made.sections[0].id, type: "LONG_TEXT", labels }),
    ).slice(3);
    await done("editQuestion", { id: how.id, version: how.version, rationale: "Pour le trajet." }, api.team[1]);
    const rationales = [
      { questionId: when.id, rationale: "Pour l’horaire." },
      { questionId: how.id, rationale: "Pour autre chose." },
    ];
    const { problems, composedQuestionnaire } = await act("explainQuestions", { rationales });
    expect(problems).toMatchObject([{ code: "STALE", field: `rationale:${how.id}` }]);
    expect(
      asked(composedQuestionnaire)
        .slice(3)
        .map(({ question }: any) => question.rationale),
    ).toEqual(["", "Pour le trajet."]);
    const long = [{ questionId: when.id, rationale: "x".repeat(601) }];
    expect(await refused("explainQuestions", { rationales: long })).toBe(`TOO_LONG rationale:${when.id}`);
  });
});

describe("what is added again, because its answer was lost", () => {
  it("is there once, and is refused under an id that something else has", async () => {
    const made = await draft();
    const [section] = made.sections;
    const ids = Array.from({ length: 5 }, () => crypto.randomUUID() as string);
    const acts: [string, object][] = [
      ["addSection", { id: ids[0], questionnaireId: made.id, title: "La fin" }],
      [
        "addQuestion",
        { id: ids[1], sectionId: section.id, type: "DATE", label: "Quand ?", replacesId: asked(made)[2].id },
      ],
      [
        "addQuestions",
        { ids: [ids[2], ids[3]], sectionId: section.id, type: "LONG_TEXT", labels: ["Avec qui ?", "Où ?"] },
      ],
      ["duplicateQuestion", { id: asked(made)[1].id, copyId: ids[4] }],
    ];
    for (const [name, input] of acts) expect(await done(name, input)).toEqual(await done(name, input));
    const now = (await act("addQuestions", { sectionId: section.id, type: "DATE", labels: [] })).composedQuestionnaire;
    const known = [...now.sections, ...asked(now)].map(({ id }: any) => id as string);
    expect(known.filter((id) => ids.includes(id)).toSorted()).toEqual(ids.toSorted());
    expect(asked(now)).toHaveLength(6);

    const other = await draft();
    const given = { sectionId: other.sections[0].id, type: "DATE", label: "Quand ?" };
    expect(await refused("addQuestion", { ...given, id: ids[0] })).toBe("CONFLICT id");
    expect(await refused("addQuestion", { ...given, id: "x" })).toBe("CONFLICT id");
    expect(await refused("duplicateQuestion", { id: asked(other)[1].id, copyId: ids[4] })).toBe("CONFLICT copyId");
    const { label, ...list } = given;
    expect(await refused("addQuestions", { ...list, labels: [label], ids: [ids[1], ids[2]] })).toBe("CONFLICT ids");
  });
});
