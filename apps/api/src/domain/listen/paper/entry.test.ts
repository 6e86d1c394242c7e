import { describe, expect, test } from "vitest";
import { dayFromNow, paperApi } from "../../../../test/acts/paper.ts";
import { dayOf } from "../../../platform/day.ts";
import { text } from "../../../../test/acts/responses.ts";
import { typedDigest } from "../../../platform/code.ts";

const api = paperApi();
const { enter, ids, people, print, receipt, rows, sheetOf } = api;
const stored = async (key: string) => (await rows("select * from response where key = $1", [key]))[0];

describe("a sheet of paper that is typed in", () => {
  test("is a response like any other: its texts can be cited, its code follows it", async () => {
    const [sheet] = await print(1);
    const input = sheetOf(
      { text, sectors: ["FOOD"], grid: { a: "2" }, rank: ["z", "x"], score: 4 },
      { code: sheet!.code, collectedBy: "Accueil de la mairie" },
    );
    expect(await enter(input)).toMatchObject({
      problems: [],
      entry: { codeToHandOver: null, batch: sheet!.batch, sheetNumber: 1, peopleCount: null },
    });
    const fields = `code channel appearance territory { slug } contributions { body channel status }
      closedAnswers { question { code } words }`;
    expect(await receipt(sheet!.code, fields)).toMatchObject({
      code: sheet!.code.slice(0, 19),
      channel: "PAPER",
      appearance: "ANONYMOUS",
      territory: { slug: "finistere" },
      contributions: [{ body: text, channel: "PAPER", status: "VISIBLE" }],
      closedAnswers: [
        { question: { code: "sectors" }, words: ["« FOOD »"] },
        { question: { code: "grid" }, words: ["« a »\u00A0: « 2 »"] },
        { question: { code: "rank" }, words: ["« z »", "« x »"] },
        { question: { code: "score" }, words: ["4/5"] },
      ],
    });
    expect(await stored(input.key)).toMatchObject({
      entered_by_id: people.breton.id,
      collected_by: "Accueil de la mairie",
      submitted_at: null,
    });
  });

  test("is stored once, whatever the retries; with other words it is a conflict", async () => {
    const [sheet] = await print(1);
    const input = sheetOf({ text }, { code: sheet!.code });
    const one = await enter(input);
    expect(await enter(input)).toEqual(one);
    expect(await rows("select id from response where key = $1", [input.key])).toHaveLength(1);
    expect((await enter({ ...input, appearance: "UNPUBLISHED" })).problems[0]?.code).toBe("CONFLICT");
  });

  test("two who send the same sheet at the same time store it once", async () => {
    const input = sheetOf();
    const answers = await Promise.all([enter(input), enter(input), enter(input)]);
    expect(new Set(answers.map(({ entry }) => entry.id)).size).toBe(1);
  });

  test("is listed beside those of its day as the sheets lie in their batch, whatever the order they were typed in", async () => {
    const sheets = await print(5);
    for (const at of [3, 0, 4, 2, 1]) await enter(sheetOf({ text }, { code: sheets[at]!.code }));
    const [{ slug }] = await rows("select slug from questionnaire where id = $1", [sheetOf().questionnaireId]);
    const { data } = await api.ask(
      "query ($slug: String!) { paperDesk(slug: $slug) { entries { batch sheetNumber } } }",
      { slug },
      people.breton,
    );
    const listed = data.paperDesk.entries.filter(({ batch }: { batch: string }) => batch === sheets[0]!.batch);
    expect(listed.map(({ sheetNumber }: { sheetNumber: number }) => sheetNumber)).toEqual([1, 2, 3, 4, 5]);
  });

  test("without a printed code gets one to hand over, told again to a retry and to nobody else", async () => {
    const input = sheetOf({ text }, { batch: "Marché" });
    const { entry } = await enter(input);
    expect(entry).toMatchObject({ batch: "Marché", sheetNumber: null });
    expect(await receipt(entry.codeToHandOver, "contributions { body }")).toEqual({ contributions: [{ body: text }] });
    const [{ slug }] = await rows("select slug from questionnaire where id = $1", [input.questionnaireId]);
    const seen = async (viewer = people.breton) =>
      (
        await api.ask(
          "query ($slug: String!, $id: ID!) { paperDesk(slug: $slug) { entry(id: $id) { codeToHandOver } } }",
          { slug, id: entry.id },
          viewer,
        )
      ).data.paperDesk.entry;
    expect(await seen()).toEqual({ codeToHandOver: entry.codeToHandOver });
    expect(await seen(people.facilitator)).toEqual({ codeToHandOver: null });
    expect(await seen(people.parisian)).toBeNull();
  });

  test("with a code that was typed already is refused once, then gets a new code to hand over", async () => {
    const [sheet] = await print(1);
    await enter(sheetOf({ text }, { code: sheet!.code }));
    const second = sheetOf({ text: "Une autre feuille, photocopiée." }, { code: sheet!.code.toLowerCase() });
    expect((await enter(second)).problems).toEqual([{ code: "CODE_USED", field: "code", value: dayFromNow(0) }]);
    expect(await stored(second.key)).toBeUndefined();
    const { entry } = await enter({ ...second, anotherSheet: true });
    expect(entry.codeToHandOver).toMatch(/^(\w{4}-){3}\w{4}$/);
    expect(await receipt(entry.codeToHandOver, "contributions { body }")).toEqual({
      contributions: [{ body: "Une autre feuille, photocopiée." }],
    });
    expect(await receipt(sheet!.code, "contributions { body }")).toEqual({ contributions: [{ body: text }] });
  });

  test("is known by its batch and its number where its code cannot be read, and by no sign that is mistyped", async () => {
    const [sheet, next] = await print(2);
    const { code } = sheet!;
    const wrong = `${code.slice(0, -1)}${code.endsWith("7") ? "8" : "7"}`;
    expect((await enter(sheetOf({ text }, { code: wrong }))).problems).toEqual([
      { code: "UNKNOWN_RECEIPT", field: "code", value: null },
    ]);
    const [{ batch, number }] = await rows("select batch, number from sheet where code_digest = $1", [
      typedDigest(code),
    ]);
    const nowhere = await enter(sheetOf({ text }, { code: `${batch}/44` }));
    expect(nowhere.problems).toEqual([{ code: "NO_SUCH_SHEET", field: "code", value: null }]);
    const { entry } = await enter(sheetOf({ text }, { code: `lot ${batch}, feuille ${number} sur 2` }));
    expect(entry).toMatchObject({ sheetNumber: number, codeToHandOver: null });
    expect(await receipt(code, "contributions { body }")).toEqual({ contributions: [{ body: text }] });
    const again = await enter(sheetOf({ text }, { code: `${batch}/${number}` }));
    expect(again.problems.map((problem: { code: string }) => problem.code)).toEqual(["CODE_USED"]);
    expect((await enter(sheetOf({ text }, { code: next!.code }))).problems).toEqual([]);
  });

  test("two who type the same code at the same time: one of them is told", async () => {
    const [sheet] = await print(1);
    const both = await Promise.all([1, 2].map(() => enter(sheetOf({ text }, { code: sheet!.code }))));
    expect(both.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(["CODE_USED"]);
  });

  test("with a code that is none, or of another questionnaire, is refused by its field", async () => {
    const { questionnaire } = await api.questionnaireWith([{ code: "place", type: "TERRITORY" }]);
    const [elsewhere] = await print(1, people.facilitator, questionnaire.id);
    for (const code of ["0000-0000-0000-0000", "abc", elsewhere!.code])
      expect((await enter(sheetOf({ text }, { code }))).problems).toEqual([
        { code: "UNKNOWN_RECEIPT", field: "code", value: null },
      ]);
  });

  test("is held to the same checker, and all that is wrong is told at once", async () => {
    const input = sheetOf(
      { text, score: 9, rank: ["x", "x"] },
      { appearance: null, receivedOn: dayFromNow(2), followUpEmail: "à la mairie", peopleCount: 0 },
    );
    const { problems } = await enter(input);
    expect(Object.fromEntries(problems.map(({ code, field }) => [field, code]))).toEqual(
      Object.fromEntries(
        [
          ["RANKED_TWICE", ids.rank],
          ["OUT_OF_RANGE", ids.score],
          ["APPEARANCE_REQUIRED", "appearance"],
          ["OUT_OF_RANGE", "peopleCount"],
          ["OUT_OF_RANGE", "receivedOn"],
          ["NOT_AN_EMAIL", "followUpEmail"],
        ].map(([code, field]) => [field, code]),
      ),
    );
    expect(await stored(input.key)).toBeUndefined();
  });

  test("what its author keeps unpublished is counted and read by the team alone", async () => {
    const { entry } = await enter(sheetOf({ text: "À garder entre nous." }, { appearance: "UNPUBLISHED" }));
    const [contribution] = await rows("select status from contribution where response_id = $1", [entry.id]);
    expect(contribution.status).toBe("UNPUBLISHED");
  });

  test("speaks for a group by its number, and is then never added to individuals", async () => {
    const [{ slug }] = await rows("select slug from questionnaire where id = $1", [sheetOf().questionnaireId]);
    const counts = async () =>
      (
        await api.ask(
          `query ($slug: String!) { questionnaire(slug: $slug) {
             responseCount paperCount groupCount groupPeople
             objective { responseCount coverage { responses } group { figures { responses } } } } }`,
          { slug },
        )
      ).data.questionnaire;
    const before = await counts();
    await enter(sheetOf({ text }, { peopleCount: 12, organisationName: "Le jardin partagé" }));
    expect(await counts()).toEqual({
      ...before,
      groupCount: before.groupCount + 1,
      groupPeople: before.groupPeople + 12,
    });
    await enter(sheetOf({ text }));
    const { responseCount, paperCount } = await counts();
    expect({ responseCount, paperCount }).toEqual({
      responseCount: before.responseCount + 1,
      paperCount: before.paperCount + 1,
    });
  });
});

describe("rights to type in paper", () => {
  test("a referent types in what comes from their territory, a facilitator what comes from anywhere", async () => {
    const problem = [{ code: "NOT_YOUR_TERRITORY", field: ids.place, value: null }];
    expect((await enter(sheetOf(), people.parisian)).problems).toEqual(problem);
    for (const viewer of [people.breton, people.second, people.facilitator])
      expect((await enter(sheetOf(), viewer)).problems).toEqual([]);
    expect((await enter(sheetOf({ text, place: "DEPARTMENT:75" }), people.breton)).problems).toEqual(problem);
    expect((await enter(sheetOf({ text, place: "REGION:53" }), people.breton)).problems).toEqual([]);
  });

  test("the journal says that something was entered, with a day and neither time nor author", async () => {
    const { entry } = await enter(sheetOf());
    const entries = await rows("select event, actor_id, recorded_at from journal_entry where subject_id = $1", [
      entry.id,
    ]);
    expect(entries).toEqual([{ event: "response.entered", actor_id: null, recorded_at: null }]);
  });
});

describe("when paper is taken", () => {
  const sheetTo = async (questionnaire: { id: string }, asked: Record<string, string>, receivedOn: string) => ({
    key: crypto.randomUUID(),
    questionnaireId: questionnaire.id,
    answers: [
      { questionId: asked.place!, value: "DEPARTMENT:29" },
      { questionId: asked.text!, value: text },
    ],
    receivedOn,
    appearance: "ANONYMOUS" as const,
  });

  test("what was handed in on time is typed in after the end, and what came after is not", async () => {
    const end = new Date(Date.now() - 3_600_000);
    const { questionnaire, ids: asked } = await api.closed(end);
    const closed = dayOf(end);
    expect((await enter(await sheetTo(questionnaire, asked, closed))).problems).toEqual([]);
    const { questionnaire: before, ids: others } = await api.closed(new Date(Date.now() - 26 * 3_600_000));
    expect((await enter(await sheetTo(before, others, dayFromNow(0)))).problems).toMatchObject([
      { code: "OUT_OF_RANGE", field: "receivedOn" },
    ]);
    expect((await enter(await sheetTo(before, others, dayFromNow(-2)))).problems).toEqual([]);
  });

  test("three working days after the end it is too late, with the day until which it was not", async () => {
    const { questionnaire, ids: asked } = await api.closed(new Date(Date.now() - 9 * 86_400_000));
    const { problems } = await enter(await sheetTo(questionnaire, asked, dayFromNow(-9)));
    expect(problems).toMatchObject([{ code: "PAPER_TOO_LATE", value: expect.stringMatching(/^\d\d\/\d\d\/\d{4}$/) }]);
  });

  test("a retry of what was taken in time is not too late", async () => {
    const end = new Date(Date.now() - 3_600_000);
    const { questionnaire, ids: asked } = await api.closed(end);
    const input = await sheetTo(questionnaire, asked, dayOf(end));
    const first = await enter(input);
    await rows("update questionnaire set closes_at = closes_at - interval '9 days' where id = $1", [questionnaire.id]);
    expect((await enter(input)).entry.id).toBe(first.entry.id);
  });

  test("nothing is typed in before it opens, nor while it is paused", async () => {
    const questions = [
      { code: "place", type: "TERRITORY" as const },
      { code: "text", type: "LONG_TEXT" as const },
    ];
    const soon = await api.questionnaireWith(questions, { opensAt: new Date(Date.now() + 86_400_000) });
    const paused = await api.questionnaireWith(questions, { pausedReason: "Une question est à revoir." });
    for (const { questionnaire, ids: asked } of [soon, paused])
      expect((await enter(await sheetTo(questionnaire, asked, dayFromNow(0)))).problems).toMatchObject([
        { code: "NOT_OPEN" },
      ]);
  });
});
