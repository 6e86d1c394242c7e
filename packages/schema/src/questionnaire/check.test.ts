import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostile, validAnswer } from "../../test/arbitraries.ts";
import { definition, everything, question, territory } from "../../test/definitions.ts";
import { compile } from "./check.ts";
import { type Answers, type Question, questionsOf } from "./definition.ts";
import { visibleQuestions } from "./logic.ts";
import { readText } from "./read.ts";

const check = compile(everything);
const enough = { where: "DEPARTMENT:29", sector: "ENERGY", story: "Un récit." };
/** « where TERRITORY_REQUIRED », for each problem. */
const problems = (answers: unknown, draft = false) =>
  check(answers, { draft }).problems.map(({ code, field, value }) => [field, code, value].filter(Boolean).join(" "));
const kept = (answers: object) => check({ ...enough, ...answers }).answers;

const answerable = questionsOf(everything).filter(({ type }) => type !== "TEXT_BLOCK");
const anyOf = (arbitraryOf: (question: Question) => fc.Arbitrary<unknown>) =>
  fc.record(Object.fromEntries(answerable.map((one) => [one.id, arbitraryOf(one)])), { requiredKeys: [] });
const valid = anyOf(validAnswer) as fc.Arbitrary<Answers>;
const mixed = anyOf((one) => fc.oneof(validAnswer(one), hostile));
const keys = fc.constantFrom("__proto__", "constructor", "toString", "story", "where", "seen-other", "intro", "x");

describe("a response", () => {
  it("needs the territory, one answer, and an answer to the question the questionnaire repeats by", () => {
    expect(problems(enough)).toEqual([]);
    expect(problems({})).toEqual(["where TERRITORY_REQUIRED", "sector REPEAT_KEY_REQUIRED", "ANSWER_REQUIRED"]);
    expect(problems({ where: "DEPARTMENT:29", sector: "FOOD" })).toEqual(["ANSWER_REQUIRED"]);
    expect(problems({ where: " ", sector: null, story: "\u200b\n" })).toHaveLength(3);
    // However many they are: nobody is told that blanks are too long a text.
    expect(problems({ ...enough, story: " ".repeat(100_000) })).toEqual(["ANSWER_REQUIRED"]);
  });

  it("needs nothing as long as it is a draft, but is still read", () => {
    expect(problems({}, true)).toEqual([]);
    expect(problems({ seen: ["A"] }, true)).toEqual([]);
    expect(problems({ seen: ["Z"] }, true)).toEqual(["seen UNKNOWN_CHOICE"]);
  });

  it("needs a required question only where it is asked", () => {
    const required = question("q2", "NUMBER", { required: true, visibleIf: { question: "q1", equals: 1 } });
    const checker = compile(definition([territory, question("q1", "NUMBER"), required]));
    const codes = (q1: number) => checker({ where: "REGION:53", q1 }).problems.map(({ code }) => code);
    expect([codes(0), codes(1)]).toEqual([[], ["REQUIRED"]]);
  });

  it("needs the words of « other », but in a draft and on paper", () => {
    const options = [
      { value: "A", label: "A" },
      { value: "OTHER", label: "Autre" },
    ];
    const several = compile(definition([territory, question("q", "MULTIPLE_CHOICE", { options, allowOther: true })]));
    const codes = (said: object, how = {}) =>
      several({ where: "REGION:53", q: ["A", "OTHER"], ...said }, how).problems.map(
        ({ field, code }) => `${field} ${code}`,
      );
    expect(codes({})).toEqual(["q-other REQUIRED"]);
    expect(codes({ "q-other": " \u200b " })).toEqual(["q-other REQUIRED"]);
    expect(codes({ "q-other": 3 })).toEqual(["q-other WRONG_KIND"]);
    expect(codes({ "q-other": "Le bois" })).toEqual([]);
    expect([codes({}, { draft: true }), codes({}, { paper: true })]).toEqual([[], []]);
  });

  it("keeps no sign that turns the direction of words", () => {
    const told = "Marie\u202e\u202dDurand \u2066(29)\u2069";
    expect(readText(100)(told, () => undefined, false)).toBe("MarieDurand (29)");
  });

  it("lists its problems in the order of the questions", () => {
    const wrong = { since: "hier", story: 1, where: "29", nothing: 1 };
    expect(check(wrong, { draft: true }).problems.map(({ field }) => field)).toEqual([
      "where",
      "story",
      "since",
      "nothing",
    ]);
  });
});

describe("hostile input is refused:", () => {
  it.each<[string, object, string]>([
    ["an unknown choice", { sector: "NUCLEAR" }, "sector UNKNOWN_CHOICE"],
    ["an unknown choice among others", { seen: ["A", "Z"] }, "seen UNKNOWN_CHOICE"],
    ["the name of something every object has", { sector: "constructor" }, "sector UNKNOWN_CHOICE"],
    ["too many choices", { seen: ["A", "B", "C", "D"] }, "seen TOO_MANY_CHOICES 3"],
    ["too few choices", { seen: ["A"] }, "seen TOO_FEW_CHOICES 2"],
    ["an exclusive choice with another", { seen: ["NONE", "A"] }, "seen EXCLUSIVE_CHOICE"],
    ["a choice made twice", { seen: ["A", "A"] }, "seen WRONG_KIND"],
    ["a choice ranked twice", { order: ["X", "X"] }, "order RANKED_TWICE"],
    ["too long a ranking", { order: ["X", "Y", "Z"] }, "order TOO_MANY_CHOICES 2"],
    ["a list for one choice", { sector: ["FOOD"] }, "sector WRONG_KIND"],
    ["one choice for a list", { seen: "A" }, "seen WRONG_KIND"],
    ["lists in a list", { seen: [["A"], ["B"]] }, "seen WRONG_KIND"],
    ["an unknown question", { salary: 3 }, "salary UNKNOWN_QUESTION"],
    ["an answer to a text block", { intro: "x" }, "intro UNKNOWN_QUESTION"],
    ["« other » where it is not offered", { "as-other": "x" }, "as-other UNKNOWN_QUESTION"],
    ["an object for a text", { story: { toString: "x" } }, "story WRONG_KIND"],
    ["a number for a text", { story: 12 }, "story WRONG_KIND"],
    ["a text for a number", { people: "12" }, "people WRONG_KIND"],
    ["a text for a rating", { weight: "3" }, "weight WRONG_KIND"],
    ["a rating out of range", { weight: 6 }, "weight OUT_OF_RANGE 1–5"],
    ["half a rating", { weight: 2.5 }, "weight OUT_OF_RANGE 1–5"],
    ["a number out of range", { people: -1 }, "people OUT_OF_RANGE 0–1000"],
    ["half a person", { people: 2.5 }, "people NOT_WHOLE"],
    ["no number", { people: Number.NaN }, "people OUT_OF_RANGE 0–1000"],
    ["an unknown row", { criteria: { FAR: "1" } }, "criteria UNKNOWN_CHOICE"],
    ["an unknown column", { criteria: { NEAR: "9" } }, "criteria UNKNOWN_CHOICE"],
    ["a list for a matrix", { criteria: ["1"] }, "criteria WRONG_KIND"],
    ["a text for a matrix", { criteria: "1" }, "criteria WRONG_KIND"],
    ["too long a text", { name: "a".repeat(41) }, "name TOO_LONG 40"],
    [
      "too long a text for « other »",
      { sector: "OTHER", "sector-other": "a".repeat(201) },
      "sector-other TOO_LONG 200",
    ],
    ["a day that is not", { since: "2012-02-30" }, "since NOT_A_DATE"],
    ["a day in words", { since: "le 20 juin" }, "since NOT_A_DATE"],
    ["an instant for a day", { since: "2012-06-20T10:00:00Z" }, "since NOT_A_DATE"],
    ["a territory without its kind", { where: "29" }, "where UNKNOWN_TERRITORY"],
    ["an object for a territory", { where: { departmentCode: "29" } }, "where WRONG_KIND"],
    ["a NUL", { story: "a\0b" }, "story UNREADABLE_TEXT"],
    ["half a character", { story: "a\ud83d" }, "story UNREADABLE_TEXT"],
    ["a key that reaches for the prototype", JSON.parse('{"__proto__": {"a": 1}}'), "__proto__ UNKNOWN_QUESTION"],
    ["a constructor", { constructor: { name: "x" } }, "constructor UNKNOWN_QUESTION"],
    ["a prototype among rows", { criteria: JSON.parse('{"__proto__": "1"}') }, "criteria UNKNOWN_CHOICE"],
  ])("%s", (_, answers, problem) => {
    const received = Object.defineProperties({ ...enough }, Object.getOwnPropertyDescriptors(answers));
    expect(problems(received)).toEqual([problem]);
  });

  it.each([null, undefined, 1, "x", [], [enough], true])("%j in place of the answers", (answers) => {
    expect(problems(answers)).toEqual(["WRONG_KIND"]);
  });

  it("an oversized response, without reading it", () => {
    let read = 0;
    const counted = <T extends object>(whole: T) =>
      new Proxy(whole, {
        get: (from, key, self) => {
          if (key !== "length") read++;
          return Reflect.get(from, key, self) as unknown;
        },
      });
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, "x"]));
    expect(problems(counted({ ...enough, ...many }))).toEqual(["TOO_LARGE"]);
    expect(problems({ ...enough, story: "x".repeat(20_000_000) })).toEqual(["story TOO_LONG 300"]);
    expect(problems({ ...enough, seen: counted(Array<string>(1_000_000).fill("A")) })).toEqual([
      "seen TOO_MANY_CHOICES 3",
    ]);
    expect(read).toBeLessThan(100);
  });

  it("a territory that does not exist, when the list of territories is given", () => {
    const checker = compile(everything, { territories: new Set(["DEPARTMENT:29"]) });
    const codes = (where: string) => checker({ ...enough, where }).problems.map(({ code }) => code);
    expect([codes("DEPARTMENT:29"), codes("DEPARTMENT:20")]).toEqual([[], ["UNKNOWN_TERRITORY"]]);
  });

  it("any value of the wrong shape, without ever throwing", () => {
    fc.assert(
      fc.property(fc.oneof(mixed, fc.dictionary(keys, hostile), hostile), fc.boolean(), (answers, draft) => {
        const result = check(answers, { draft });
        for (const [id, value] of Object.entries(result.answers))
          expect(check({ ...enough, [id]: value }).problems.filter(({ field }) => field === id)).toEqual([]);
        expect(Object.getPrototypeOf(result.answers)).toBe(Object.prototype);
      }),
      { numRuns: 500 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe("an answer", () => {
  it("is kept trimmed, in NFC, with plain line ends and without control characters", () => {
    expect(kept({ story: "\u00a0 e\u0301te\u0301\r\nsuite\u2028fin\u0002 \n" }).story).toBe("été\nsuite\nfin");
  });

  it("keeps the narrow spaces and the apostrophes of French", () => {
    const story = "« Où\u202f?\u00a0» l’épargne";
    expect(kept({ story }).story).toBe(story);
  });

  it("is measured as kept: blanks around a text do not make it too long", () => {
    expect(kept({ name: ` ${"a".repeat(40)}\n` }).name).toHaveLength(40);
  });

  it("of a set is kept in the order of the options, of a ranking in the order given", () => {
    expect(kept({ seen: ["C", "A"], order: ["Z", "X"] })).toMatchObject({ seen: ["A", "C"], order: ["Z", "X"] });
  });

  it("of « none » or « no opinion » is an answer of its own", () => {
    expect(kept({ seen: ["NONE"], weight: "0", criteria: { NEAR: "0" } })).toMatchObject({
      seen: ["NONE"],
      weight: "0",
      criteria: { NEAR: "0" },
    });
  });

  it("that is blank counts as none", () => {
    const blanks = { name: " ", seen: [], weight: null, criteria: { NEAR: "", FAIR: null }, order: [], since: "" };
    expect(check({ ...enough, ...blanks })).toEqual({ answers: enough, problems: [], stripped: [] });
  });

  it("to a hidden question is stripped, and said to be, whatever it was", () => {
    const result = check({ ...enough, weight: 3, why: "Parce que", as: "INDIVIDUAL", members: { hostile: true } });
    expect(result.stripped).toEqual(["why", "members"]);
    expect(result.problems).toEqual([]);
    expect(result.answers).toEqual({ ...enough, weight: 3, as: "INDIVIDUAL" });
    expect(check({ ...enough, weight: 5, why: "Parce que" }).stripped).toEqual([]);
  });

  it("in one's own words is kept beside « other », and stripped without it", () => {
    const own = { "sector-other": "Commerce" };
    expect(check({ ...enough, sector: "OTHER", ...own }).answers).toMatchObject({ sector: "OTHER", ...own });
    expect(check({ ...enough, ...own })).toEqual({ answers: enough, problems: [], stripped: ["sector-other"] });
    expect(kept({ seen: ["A", "OTHER"], "seen-other": "Ici" })["seen-other"]).toBe("Ici");
  });
});

/** The same answers, with the words that « other » needs. */
const withWords = (answers: Record<string, unknown>) => {
  const others = Object.keys(answers).filter((key) => [answers[key]].flat().includes("OTHER"));
  return { ...Object.fromEntries(others.map((key) => [`${key}-other`, "Ailleurs"])), ...answers };
};

describe("whatever the answers,", () => {
  it("valid ones are all accepted and kept", () => {
    fc.assert(
      fc.property(valid.map(withWords), (answers) => {
        const { problems: refused, answers: clean, stripped } = check({ ...answers, ...enough });
        expect(refused).toEqual([]);
        expect(new Set([...Object.keys(clean), ...stripped])).toEqual(new Set(Object.keys({ ...answers, ...enough })));
      }),
    );
  });

  it("a second check keeps the same answers", () => {
    fc.assert(
      fc.property(mixed, (received) => {
        const { answers } = check(received);
        expect(check(answers)).toMatchObject({ answers, stripped: [] });
      }),
      { numRuns: 500 },
    );
  });

  it("only answers to visible questions are kept", () => {
    fc.assert(
      fc.property(mixed, (received) => {
        const { answers } = check(received);
        const asked = visibleQuestions(everything, answers).flatMap(({ id }) => [id, `${id}-other`]);
        expect(Object.keys(answers).filter((key) => !asked.includes(key))).toEqual([]);
      }),
    );
  });

  it("a text is kept in NFC and can be stored", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (story) => {
        const text = check({ ...enough, story }).answers.story;
        if (typeof text !== "string") return;
        expect(text).toBe(text.normalize().trim());
        expect(text.isWellFormed() && !text.includes("\0")).toBe(true);
        expect(check({ ...enough, story: text }).answers.story).toBe(text);
      }),
    );
  });
});
