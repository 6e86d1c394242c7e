import { expect, test } from "vitest";
import { compile } from "./check.ts";
import type { Question } from "./definition.ts";
import { question } from "../../test/definitions.ts";
import { fieldNames, readForm } from "./form.ts";

const options = ["a", "b", "OTHER"].map((value) => ({ value, label: value }));
const steps = ["1", "2"].map((value) => ({ value, label: value }));
const questions: Question[] = [
  question("text", "LONG_TEXT"),
  question("one", "SINGLE_CHOICE", { options, allowOther: true }),
  question("many", "MULTIPLE_CHOICE", { options }),
  question("grid", "MATRIX", { rows: steps, scale: steps }),
  question("rank", "RANKING", { options, maxSelect: 2 }),
  question("score", "RATING", { noOpinionValue: "NONE", scale: [{ value: "NONE", label: "Sans avis" }] }),
  question("number", "NUMBER"),
  question("block", "TEXT_BLOCK"),
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

test("a question left empty is told from one not on the page", () => {
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

test("a text that is no number stays as typed, « no opinion » is kept, and the checker refuses the rest", () => {
  expect(read(["number", "beaucoup"], ["score", "NONE"]).answers).toEqual({ number: "beaucoup", score: "NONE" });
  expect(read(["number", " 1 200 "]).answers).toEqual({ number: 1200 });
});

test("names of object properties (`__proto__`) are only names", () => {
  const { answers } = read(["__proto__", "x"], ["constructor", "x"], ["grid __proto__", "1"]);
  expect(answers).toEqual({});
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});
