import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { condition } from "../../test/arbitraries.ts";
import { definition, everything, question, territory } from "../../test/definitions.ts";
import { type Condition, type Question } from "./definition.ts";
import { validateDefinition } from "./validate.ts";

const flaws = (...questions: Question[]) =>
  validateDefinition(definition([territory, ...questions])).map(({ questionId, code }) => `${questionId} ${code}`);
const asked = (visibleIf: unknown) =>
  flaws(question("q1", "NUMBER"), question("q2", "NUMBER", { visibleIf }), question("q3", "NUMBER"));
const options = ["A", "B"].map((value) => ({ value, label: value }));

describe("a questionnaire", () => {
  it("with every type of question is sound", () => {
    expect(validateDefinition(everything)).toEqual([]);
  });

  it.each<[string, unknown]>([
    ["CONDITION_LOOKS_AHEAD", { question: "q3", answered: true }],
    ["CONDITION_LOOKS_AHEAD", { question: "q2", answered: true }],
    [
      "CONDITION_LOOKS_AHEAD",
      {
        not: {
          any: [
            { question: "q1", gt: 1 },
            { question: "q3", gt: 1 },
          ],
        },
      },
    ],
    ["CONDITION_LOOKS_AHEAD", { question: "unknown", answered: true }],
    ["CONDITION_UNREADABLE", "q1 === 1"],
    ["CONDITION_UNREADABLE", []],
    ["CONDITION_UNREADABLE", {}],
    ["CONDITION_UNREADABLE", { question: "q1" }],
    ["CONDITION_UNREADABLE", { question: "q1", gt: "1" }],
    ["CONDITION_UNREADABLE", { question: "q1", gt: 1, lt: 3 }],
    ["CONDITION_UNREADABLE", { question: "q1", matches: ".*" }],
    ["CONDITION_UNREADABLE", { all: { question: "q1", answered: true } }],
    ["CONDITION_UNREADABLE", { all: [null] }],
  ])("is refused with %s for the condition %j", (code, visibleIf) => {
    expect(asked(visibleIf)).toEqual([`q2 ${code}`]);
  });

  it("says why each question is asked", () => {
    expect(flaws(question("q1", "DATE", { rationale: " " }))).toEqual(["q1 RATIONALE_MISSING"]);
    expect(flaws(question("q1", "TEXT_BLOCK", { rationale: "" }), question("q2", "DATE"))).toEqual([]);
  });

  it("has no condition on an option that is not offered", () => {
    const choice = question("q1", "SINGLE_CHOICE", { options });
    expect(flaws(choice, question("q2", "DATE", { visibleIf: { question: "q1", equals: "A" } }))).toEqual([]);
    expect(flaws(choice, question("q2", "DATE", { visibleIf: { question: "q1", contains: "Z" } }))).toEqual([
      "q2 CONDITION_NEVER_HOLDS",
    ]);
  });

  it("takes every condition that looks back", () => {
    fc.assert(
      fc.property(condition(["q1", "where"]), (visibleIf) => {
        expect(asked(visibleIf)).toEqual([]);
      }),
    );
  });

  it("refuses a condition too deep to be read", () => {
    let visibleIf: Condition = { question: "q1", answered: true };
    for (let depth = 0; depth < 20_000; depth++) visibleIf = { not: visibleIf };
    expect(asked(visibleIf)).toEqual(["q2 CONDITION_TOO_DEEP"]);
  });

  it("has one id for one question, and one value for one option", () => {
    expect(flaws(question("q1", "NUMBER"), question("q1", "NUMBER"))).toEqual(["q1 ID_TWICE"]);
    expect(flaws(question("q1", "RANKING", { options: [...options, ...options] }))).toEqual(["q1 OPTION_TWICE"]);
    expect(flaws(question("__proto__", "NUMBER"))).toEqual(["__proto__ ID_UNUSABLE"]);
    expect(flaws(question("q1-other", "NUMBER"))).toEqual(["q1-other ID_UNUSABLE"]);
  });

  it("has what its questions need", () => {
    expect(flaws(question("q1", "SINGLE_CHOICE"))).toEqual(["q1 OPTIONS_MISSING"]);
    expect(flaws(question("q1", "MATRIX", { rows: options }))).toEqual(["q1 OPTIONS_MISSING"]);
    expect(flaws(question("q1", "SINGLE_CHOICE", { options, allowOther: true }))).toEqual(["q1 OTHER_MISSING"]);
    expect(flaws(question("q1", "RANKING", { options, exclusiveValues: ["Z"] }))).toEqual(["q1 VALUE_UNKNOWN"]);
    expect(flaws(question("q1", "RANKING", { options, minSelect: 2, maxSelect: 1 }))).toEqual(["q1 BOUNDS_CROSSED"]);
  });

  it("asks everybody, once, for the territory and for what it repeats by", () => {
    const codes = (...args: Parameters<typeof definition>) =>
      validateDefinition(definition(...args)).map(({ code }) => code);
    const sector = question("sector", "SINGLE_CHOICE", { options });
    const visibleIf = { question: "where", answered: true };
    expect(codes([sector])).toEqual(["TERRITORY_NOT_ASKED"]);
    expect(codes([territory, question("text", "TEXT_BLOCK")])).toEqual(["NOTHING_ASKED"]);
    expect(codes([territory, sector, { ...territory, id: "again" }])).toEqual(["TERRITORY_ASKED_TWICE"]);
    expect(codes([territory, sector], "nowhere")).toEqual(["REPEAT_QUESTION_UNFIT"]);
    expect(codes([territory, { ...sector, visibleIf }, question("q1", "DATE")], "sector")).toEqual([
      "NEVER_ASKED_OF_ALL",
    ]);
  });
});
