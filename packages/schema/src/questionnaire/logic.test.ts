import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { condition, hostile, someAnswer } from "../../test/arbitraries.ts";
import { definition, question } from "../../test/definitions.ts";
import { type Condition } from "./definition.ts";
import { holds, isAnswered, visibleQuestions } from "./logic.ts";

const ids = ["q1", "q2", "q3"];
const answers = fc.record({ q1: someAnswer, q2: someAnswer, q3: someAnswer });
const on = (given: Record<string, unknown>) => (id: string) => (Object.hasOwn(given, id) ? given[id] : undefined);
const tree = condition(ids);

describe("a condition", () => {
  it.each<[Condition, Record<string, unknown>, boolean]>([
    [{ question: "q1", equals: "A" }, { q1: "A" }, true],
    [{ question: "q1", equals: "A" }, { q1: "B" }, false],
    [{ question: "q1", equals: "A" }, { q1: ["A"] }, false],
    [{ question: "q1", equals: 3 }, { q1: 3 }, true],
    [{ question: "q1", equals: 3 }, { q1: "3" }, false],
    [{ question: "q1", equals: "été" }, { q1: " e\u0301te\u0301 " }, true],
    [{ question: "q1", contains: "A" }, { q1: ["B", "A"] }, true],
    [{ question: "q1", contains: "A" }, { q1: "A" }, true],
    [{ question: "q1", contains: "FOO" }, { q1: "FOOD" }, false],
    [{ question: "q1", contains: "A" }, {}, false],
    [{ question: "q1", answered: true }, { q1: 0 }, true],
    [{ question: "q1", answered: true }, { q1: "  " }, false],
    [{ question: "q1", answered: false }, { q1: [] }, true],
    [{ question: "q1", answered: true }, { q1: { ROW: "1" } }, true],
    [{ question: "q1", gt: 3 }, { q1: 3 }, false],
    [{ question: "q1", gte: 3 }, { q1: 3 }, true],
    [{ question: "q1", lt: 3 }, { q1: 2 }, true],
    [{ question: "q1", lte: 3 }, { q1: 4 }, false],
    [{ question: "q1", lt: 3 }, {}, false],
    [{ question: "q1", gt: 3 }, { q1: "4" }, false],
    [{ all: [] }, {}, true],
    [{ any: [] }, {}, false],
  ])("%j on %j is %j", (rule, given, expected) => {
    expect(holds(rule, on(given))).toBe(expected);
  });

  it("follows De Morgan", () => {
    fc.assert(
      fc.property(tree, tree, answers, (a, b, given) => {
        const says = (rule: Condition) => holds(rule, on(given));
        expect(says({ not: { all: [a, b] } })).toBe(says({ any: [{ not: a }, { not: b }] }));
        expect(says({ not: { any: [a, b] } })).toBe(says({ all: [{ not: a }, { not: b }] }));
        expect(says({ not: { not: a } })).toBe(says(a));
      }),
    );
  });

  it("depends on nothing but the answers it names", () => {
    fc.assert(
      fc.property(condition(["q1", "q2"]), answers, someAnswer, (rule, given, q3) => {
        expect(holds(rule, on({ ...given, q3 }))).toBe(holds(rule, on(given)));
      }),
    );
  });

  it("answers yes or no and never throws, whatever it is given", () => {
    fc.assert(
      fc.property(hostile, fc.dictionary(fc.constantFrom(...ids), hostile), (rule, given) => {
        expect(typeof holds(rule, on(given))).toBe("boolean");
      }),
    );
  });

  it("is never run: what looks like code is only a value", () => {
    const rule = { question: "q1", equals: "process.exit()", toString: "alert(1)" };
    expect(holds(rule, on({ q1: "process.exit()" }))).toBe(true);
  });

  it("does not hold when it is deeper than anybody writes, and does not exhaust the stack", () => {
    let rule: Condition = { all: [] };
    for (let depth = 0; depth < 100_000; depth++) rule = { all: [rule] };
    expect(holds(rule, on({}))).toBe(false);
  });
});

describe("the questions asked", () => {
  const shown = (questions: Parameters<typeof definition>[0], given: Parameters<typeof visibleQuestions>[1]) =>
    visibleQuestions(definition(questions), given).map(({ id }) => id);

  it("leave out what depends on a hidden question, even when it was answered before being hidden", () => {
    const chain = [
      question("q1", "NUMBER"),
      question("q2", "NUMBER", { visibleIf: { question: "q1", equals: 1 } }),
      question("q3", "NUMBER", { visibleIf: { question: "q2", equals: 2 } }),
    ];
    expect(shown(chain, { q1: 1, q2: 2 })).toEqual(["q1", "q2", "q3"]);
    expect(shown(chain, { q1: 0, q2: 2 })).toEqual(["q1"]);
  });

  it("take a condition on a later question, or on itself, as unanswered: there is no cycle to fall into", () => {
    const cycle = [
      question("q1", "NUMBER", { visibleIf: { question: "q2", answered: true } }),
      question("q2", "NUMBER", { visibleIf: { question: "q1", answered: true } }),
      question("q3", "NUMBER", { visibleIf: { question: "q3", answered: true } }),
    ];
    expect(shown(cycle, { q1: 1, q2: 1, q3: 1 })).toEqual([]);
  });

  it("never change because of an answer that comes after them", () => {
    fc.assert(
      fc.property(tree, tree, tree, answers, someAnswer, (a, b, c, given, last) => {
        const all = Object.entries({ q1: a, q2: b, q3: c }).map(([id, visibleIf]) =>
          question(id, "NUMBER", { visibleIf }),
        );
        const first = (shownIds: string[]) => shownIds.filter((id) => id !== "q3");
        expect(first(shown(all, { ...given, q3: last }))).toEqual(first(shown(all, given)));
      }),
    );
  });

  it("are not fooled by the name of something every object has", () => {
    const fooled = [
      question("q1", "NUMBER", { visibleIf: { question: "constructor", answered: true } }),
      question("q2", "NUMBER", { visibleIf: { question: "__proto__", answered: true } }),
    ];
    expect(shown(fooled, {})).toEqual([]);
  });
});

it("zero is an answer, blanks are not", () => {
  expect([0, "a", ["A"], { ROW: "1" }].map(isAnswered)).toEqual([true, true, true, true]);
  expect([undefined, null, "", " \n", [], {}].map(isAnswered)).toEqual(Array(6).fill(false));
});
