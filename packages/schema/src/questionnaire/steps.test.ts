import { expect, test } from "vitest";
import { question } from "../../test/definitions.ts";
import type { Question, Section } from "./definition.ts";
import { stepsOf } from "./steps.ts";

const section = (id: string, questions: Question[], intro: string | null = null): Section => ({
  id,
  title: id,
  intro,
  questions,
});
const where = question("where", "TERRITORY");
const problem = question("problem", "SINGLE_CHOICE");
const proposal = question("proposal", "LONG_TEXT");
const example = question("example", "LONG_TEXT");
const people = question("people", "NUMBER");

/** « title: question question », for each step; the short path is « * ». */
const said = (sections: Section[], repeatQuestionId: string | null = null) =>
  stepsOf<Question>({ sections, repeatQuestionId }).map(
    ({ title, questions }) => `${title ?? "*"}: ${questions.map(({ id }) => id).join(" ")}`,
  );

test("a problem, a proposal and the territory come first, the territory last; then the rest, by section", () => {
  const as = question("as", "ORGANISATION_TYPE");
  expect(said([section("place", [where, as]), section("idea", [problem, proposal, example])])).toEqual([
    "*: problem proposal where",
    "idea: example",
    "place: as",
  ]);
});

test("what a response cannot do without is on the short path, with what it hangs on", () => {
  const needed = question("needed", "DATE", { required: true, visibleIf: { not: { question: "people", equals: 1 } } });
  const idea = section("idea", [people, needed, proposal, example, question("other", "SINGLE_CHOICE")]);
  expect(said([section("place", [where]), idea], "other")).toEqual([
    "*: people needed proposal other where",
    "idea: example",
  ]);
});

test("whoever composes says what is on the short path", () => {
  const marked = question("marked", "NUMBER", { short: true });
  expect(said([section("place", [where]), section("idea", [problem, proposal, marked])])).toEqual([
    "*: marked where",
    "idea: problem proposal",
  ]);
});

test("what hangs on the territory is asked after it", () => {
  const local = question("local", "LONG_TEXT", { visibleIf: { question: "where", equals: "REGION:53" } });
  expect(said([section("place", [where]), section("idea", [local, example])])).toEqual([
    "*: where local",
    "idea: example",
  ]);
});

test("a text to read goes with the question that it introduces, and no introduction is lost", () => {
  const [before, after] = [question("before", "TEXT_BLOCK"), question("after", "TEXT_BLOCK")];
  const idea = section("idea", [before, proposal, after], "Say it.");
  const steps = [section("place", [where]), idea, section("more", [example, people])];
  expect(said(steps)).toEqual(["*: before proposal after where", "more: example people"]);
  expect(stepsOf<Question>({ sections: steps, repeatQuestionId: null })[0]!.intro).toBe("Say it.");
});

test("nothing is cut where nothing is written at length, or all is short: the territory still comes last", () => {
  expect(said([section("place", [where]), section("idea", [problem, people])])).toEqual([
    "idea: problem people",
    "place: where",
  ]);
  expect(said([section("place", [where]), section("idea", [problem, proposal])])).toEqual([
    "idea: problem proposal",
    "place: where",
  ]);
});
