import { expect, test } from "vitest";
import { compile } from "./check.ts";
import type { Question } from "./definition.ts";
import { fieldNames, readForm } from "./form.ts";

const blank: Omit<Question, "id" | "type"> = {
  code: "1.1",
  label: "Une question",
  plain: null,
  help: null,
  rationale: "Pour savoir.",
  required: false,
  usedIn: null,
  visibility: "PUBLIC",
  maxLength: null,
  options: [],
  rows: [],
  scale: [],
  noOpinionValue: null,
  exclusiveValues: [],
  minSelect: null,
  maxSelect: null,
  allowOther: false,
  min: null,
  max: null,
  minLabel: null,
  maxLabel: null,
};
const options = ["a", "b", "OTHER"].map((value) => ({ value, label: value }));
const steps = ["1", "2"].map((value) => ({ value, label: value }));
const questions: Question[] = [
  { ...blank, id: "text", type: "LONG_TEXT" },
  { ...blank, id: "one", type: "SINGLE_CHOICE", options, allowOther: true },
  { ...blank, id: "many", type: "MULTIPLE_CHOICE", options },
  { ...blank, id: "grid", type: "MATRIX", rows: steps, scale: steps },
  { ...blank, id: "rank", type: "RANKING", options, maxSelect: 2 },
  { ...blank, id: "score", type: "RATING", noOpinionValue: "NONE", scale: [{ value: "NONE", label: "Sans avis" }] },
  { ...blank, id: "number", type: "NUMBER" },
  { ...blank, id: "block", type: "TEXT_BLOCK" },
];
const allAsked = questions.map(({ id }): [string, string] => [fieldNames.asked, id]);
const read = (...fields: [string, string][]) => readForm(questions, new URLSearchParams([...allAsked, ...fields]));

test("each type of question is read as the browser sends it", () => {
  const { answers } = read(
    ["text", "Un texte\r\nsur deux lignes"],
    ["one", "OTHER"],
    ["one-other", "autre chose"],
    ["many", "a"],
    ["many", "b"],
    ["grid 1", "2"],
    ["rank 1", ""],
    ["rank 2", "b"],
    ["score", "4"],
    ["number", "3,5"],
  );
  expect(answers).toEqual({
    text: "Un texte\nsur deux lignes",
    one: "OTHER",
    "one-other": "autre chose",
    many: ["a", "b"],
    grid: { 1: "2" },
    rank: ["b"],
    score: 4,
    number: 3.5,
  });
  const checker = compile({
    id: "it",
    repeatQuestionId: null,
    sections: [{ id: "s", title: "", intro: null, questions }],
  });
  expect(checker(answers, { draft: true }).problems).toEqual([]);
});

test("what is left empty is told from what was not on the page", () => {
  const { answers, empty } = readForm(
    questions,
    new URLSearchParams([
      ["asked", "text"],
      ["asked", "many"],
      ["one", "a"],
    ]),
  );
  expect(answers).toEqual({});
  expect(empty).toEqual(["text", "many"]);
});

test("a choice can be taken back, since a radio button cannot be unticked", () => {
  const { answers, empty } = read(
    ["one", "a"],
    ["grid 1", "2"],
    [fieldNames.cleared, "one"],
    [fieldNames.cleared, "grid"],
  );
  expect(answers).toEqual({});
  expect(empty).toContain("one");
  expect(empty).toContain("grid");
});

test("what is no number stays as typed, « no opinion » is one, and the checker says the rest", () => {
  expect(read(["number", "beaucoup"], ["score", "NONE"]).answers).toEqual({ number: "beaucoup", score: "NONE" });
  expect(read(["number", " 1 200 "]).answers).toEqual({ number: 1200 });
});

test("names that mean something to the engine are only names", () => {
  const { answers } = read(["__proto__", "x"], ["constructor", "x"], ["grid __proto__", "1"]);
  expect(answers).toEqual({});
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});
