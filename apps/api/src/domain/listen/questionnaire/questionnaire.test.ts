import { beforeAll, describe, expect, test } from "vitest";
import { testApi } from "../../../../test/site/api.ts";
import { questionnaireWith, type Small, smallInstance } from "../../../../test/rows/builders.ts";
import { options, placeAndText } from "../../../../test/acts/responses.ts";
import { statementsAgain } from "../../../../test/site/statements.ts";
import { viewerOf, visitor } from "../../../platform/viewer.ts";
import { definitionOf } from "./definition.ts";
import { questionnairePolicy, questionnaireState } from "./questionnaire.policy.ts";

const api = testApi();
let small: Small;
beforeAll(async () => {
  small = await smallInstance(api.database);
});

const page = `query ($slug: String!) {
  instance { demonstration shiftWeeks }
  questionnaire(slug: $slug) {
    id title intro number estimatedMinutes opensAt closesAt state pausedReason repeatQuestionId questionCount
    responseCount discussedAt objective { number name question }
    sections { id title intro questions {
      id code type label plain help rationale usedIn required visibility maxLength options { value label keyPointId }
      rows { value label } scale { value label } noOpinionValue exclusiveValues minSelect maxSelect allowOther
      min max minLabel maxLabel visibleIf } } }
  territories(kind: DEPARTMENT) { code name }
}`;
const read = async (slug: string, viewer = visitor) => (await api.ask(page, { slug }, viewer)).data.questionnaire;

test("reading a questionnaire writes nothing, and its whole page takes at most five statements", async () => {
  const { questionnaire } = await questionnaireWith(api.database, small, [
    ...placeAndText,
    ...Array.from({ length: 30 }, (_, n) => ({ code: `q${n}`, type: "LONG_TEXT" as const })),
  ]);
  let found: any;
  const statements = await statementsAgain(async () => {
    found = await read(questionnaire.slug);
  });
  expect(found.questionCount).toBe(32);
  expect(statements.length).toBeLessThanOrEqual(5);
  for (const statement of statements) expect(statement).toMatch(/^\s*select/i);
});

test("the bounds that do not apply are null or empty, those that do are told", async () => {
  const { questionnaire, ids } = await questionnaireWith(api.database, small, [
    { code: "place", type: "TERRITORY" },
    {
      code: "pick",
      type: "MULTIPLE_CHOICE",
      settings: { options: options("a", "b"), maxSelect: 1, exclusiveValues: ["b"] },
    },
    {
      code: "more",
      type: "LONG_TEXT",
      settings: { visibleIf: { question: "code:pick", contains: "a" }, maxLength: 500 },
    },
    { code: "read", type: "TEXT_BLOCK" },
  ]);
  const { sections, questionCount } = await read(questionnaire.slug);
  expect(questionCount).toBe(3);
  expect(sections[0].questions.map(({ code }: { code: string }) => code)).toEqual(["place", "pick", "more", "read"]);
  expect(sections[0].questions[1]).toMatchObject({
    options: [
      { value: "a", label: "« a »", keyPointId: null },
      { value: "b", label: "« b »", keyPointId: null },
    ],
    maxSelect: 1,
    minSelect: null,
    exclusiveValues: ["b"],
    allowOther: false,
    rows: [],
    scale: [],
    visibleIf: null,
  });
  expect(sections[0].questions[2]).toMatchObject({ maxLength: 500, visibleIf: { question: ids.pick, contains: "a" } });
});

describe("its state is read from its dates", () => {
  const dates = {
    publishedAt: new Date("2012-03-01T00:00Z"),
    opensAt: new Date("2012-03-13T17:00Z"),
    closesAt: new Date("2012-03-30T21:59:59Z"),
    archivedAt: null,
    pausedReason: null,
  };
  test.each([
    ["2012-02-28T00:00Z", {}, "DRAFT"],
    ["2012-03-20T00:00Z", { publishedAt: null }, "DRAFT"],
    ["2012-03-13T16:59:59.999Z", {}, "SCHEDULED"],
    ["2012-03-13T17:00Z", {}, "OPEN"],
    ["2012-03-20T00:00Z", { pausedReason: "Une erreur." }, "PAUSED"],
    ["2012-03-30T21:59:59Z", {}, "CLOSED"],
    ["2012-04-20T00:00Z", { pausedReason: "Une erreur." }, "CLOSED"],
    ["2012-05-01T00:00Z", { archivedAt: new Date("2012-04-30T00:00Z") }, "ARCHIVED"],
    ["2012-05-01T00:00Z", { publishedAt: null, archivedAt: new Date("2012-04-30T00:00Z") }, "ARCHIVED"],
  ] as const)("at %s %j it is %s", (now, change, state) => {
    expect(questionnaireState({ ...dates, ...change }, new Date(now))).toBe(state);
  });

  test("a draft is there for those who compose it, and for nobody else", async () => {
    const { questionnaire } = await questionnaireWith(api.database, small, [...placeAndText], { publishedAt: null });
    const facilitator = viewerOf({ id: null, displayName: "", language: "fr" }, [
      { role: "FACILITATOR", groupId: null, territoryId: null },
    ]);
    expect(await read(questionnaire.slug)).toBeNull();
    expect(await read(questionnaire.slug, facilitator)).toMatchObject({ state: "DRAFT" });
    expect(questionnairePolicy.read(visitor, questionnaire, { id: "", preparing: false }, new Date())).toBe(false);
    expect(await read("nowhere")).toBeNull();
  });
});

test("it is discussed at the next meeting of the group that works on its objective, else at the next one", async () => {
  const { questionnaire } = await questionnaireWith(api.database, small, [...placeAndText]);
  const at = async (days: number, more = "") => {
    const [meeting] = await api.database.query<{ id: string; starts_at: Date }[]>(
      `insert into meeting (slug, group_id, kind, title, starts_at, place ${more && ", cancelled_reason"})
       values (gen_random_uuid()::text, $1, 'NATIONAL', 'Réunion', now() + $2 * interval '1 day', 'Paris' ${more})
       returning id, starts_at`,
      [small.group.id, days],
    );
    return meeting!;
  };
  for (const table of ["meeting_objective", "meeting"]) await api.database.query(`delete from ${table}`);
  const discussedAt = async () => (await read(questionnaire.slug)).discussedAt;
  expect(await discussedAt()).toBeNull();
  await at(5);
  await at(11, ", 'Grève'");
  const next = await at(12);
  expect(await discussedAt()).toBe(next.starts_at.toISOString());
  const working = await at(20);
  await api.database.query("insert into meeting_objective values ($1, $2)", [working.id, small.objective.id]);
  expect(await discussedAt()).toBe(working.starts_at.toISOString());
});

test("its checker is compiled once, and again when it changes", async () => {
  const { questionnaire, ids } = await questionnaireWith(api.database, small, [
    ...placeAndText,
    { code: "sector", type: "SINGLE_CHOICE", settings: { options: options("FOOD", "OTHER") } },
    { code: "pick", type: "SINGLE_CHOICE", settings: { options: options("FOOD", "x") } },
  ]);
  const { manager } = api.database;
  const before = (await definitionOf(manager, questionnaire.id))!;
  expect((await definitionOf(manager, questionnaire.id))!.check).toBe(before.check);
  expect(before.sectorQuestions.map(({ code }) => code)).toEqual(["sector"]);
  await api.database.query(`update question set settings = '{"maxLength": 3}' where id = $1`, [ids.text]);
  const { check } = (await definitionOf(manager, questionnaire.id))!;
  const sent = { [ids.place!]: "REGION:53", [ids.text!]: "trop long" };
  expect(before.check(sent).problems).toEqual([]);
  expect(check(sent).problems).toEqual([{ code: "TOO_LONG", field: ids.text, value: "3" }]);
});
