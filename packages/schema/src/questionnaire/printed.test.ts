import { describe, expect, test } from "vitest";
import { compile } from "./check.ts";
import type { Question } from "./definition.ts";
import { question as bare } from "../../test/definitions.ts";
import { marksOf, readTyped } from "./printed.ts";

const options = (...labels: string[]) => labels.map((label) => ({ value: label.toUpperCase(), label }));
const blank = bare("q", "SHORT_TEXT");
const twelve = options("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "other");
const read = (question: Partial<Question>, text: string) => readTyped({ ...blank, ...question }, text, "2012-06-20");

describe("an answer typed in from a sheet is read:", () => {
  test("a choice by its printed number", () => {
    const question = { type: "SINGLE_CHOICE", options: twelve } as const;
    expect(read(question, "3")).toEqual({ value: "C" });
    expect(read(question, " 12 ")).toEqual({ value: "OTHER" });
    expect(read(question, "")).toEqual({});
    expect(read(question, "13")).toEqual({ problem: "TOO_MANY_CHOICES" });
    for (const text of ["0", "99", "c"]) expect(read(question, text).problem).toBeDefined();
  });

  test("several, separated or not, with the words of « other » after them", () => {
    const question = { type: "MULTIPLE_CHOICE", options: twelve, allowOther: true } as const;
    for (const text of ["1,4", "1 4", "1;4", "14"]) expect(read(question, text)).toEqual({ value: ["A", "D"] });
    expect(read(question, "1,12")).toEqual({ value: ["A", "OTHER"] });
    expect(read(question, "1,12 le troc")).toEqual({ value: ["A", "OTHER"], other: "le troc" });
    expect(read(question, "le troc")).toEqual({ value: ["OTHER"], other: "le troc" });
    expect(read(question, "1 le troc")).toEqual({ problem: "UNKNOWN_CHOICE" });
    expect(read(question, "1,1")).toEqual({ problem: "RANKED_TWICE" });
    expect(read(question, "4, 3, 99")).toEqual({ problem: "UNKNOWN_CHOICE" });
  });

  test("a rating by its digit, « no opinion » by 0", () => {
    const question = { type: "RATING", min: 1, max: 5, noOpinionValue: "NO", scale: options("no") } as const;
    expect(marksOf({ ...blank, ...question }).map(({ mark }) => mark)).toEqual(["1", "2", "3", "4", "5", "0"]);
    expect(read(question, "4")).toEqual({ value: 4 });
    expect(read(question, "0")).toEqual({ value: "NO" });
    expect(read(question, "6")).toEqual({ problem: "OUT_OF_RANGE" });
  });

  test("a matrix by a line of digits, a row left out by a dash", () => {
    const rows = options("one", "two", "three");
    const scale = ["1", "2", "0"].map((value) => ({ value, label: value }));
    expect(read({ type: "MATRIX", rows, scale }, "1-0")).toEqual({ value: { ONE: "1", THREE: "0" } });
    expect(read({ type: "MATRIX", rows, scale: options("yes", "no") }, "2 1 2")).toEqual({
      value: { ONE: "NO", TWO: "YES", THREE: "NO" },
    });
    expect(read({ type: "MATRIX", rows, scale }, "1234")).toEqual({ problem: "TOO_MANY_CHOICES" });
    expect(read({ type: "MATRIX", rows, scale }, "19")).toEqual({ problem: "UNKNOWN_CHOICE" });
  });

  test("a ranking in the order it is typed", () => {
    expect(read({ type: "RANKING", options: twelve }, "3 1 2")).toEqual({ value: ["C", "A", "B"] });
    expect(read({ type: "RANKING", options: twelve }, "312")).toEqual({ value: ["C", "A", "B"] });
  });

  test("a department by its number, a region after an « r »", () => {
    const typed = (text: string) => read({ type: "TERRITORY" }, text);
    expect(typed("29")).toEqual({ value: "DEPARTMENT:29" });
    expect(typed("1")).toEqual({ value: "DEPARTMENT:01" });
    expect(typed("2a")).toEqual({ value: "DEPARTMENT:2A" });
    expect(typed("971")).toEqual({ value: "DEPARTMENT:971" });
    expect(typed("r53")).toEqual({ value: "REGION:53" });
    expect(typed("Brest")).toEqual({ problem: "UNKNOWN_TERRITORY" });
    const known = new Map([
      ["DEPARTMENT:21", "Côte-d’Or, Bourgogne-Franche-Comté"],
      ["REGION:27", "Bourgogne-Franche-Comté"],
    ]);
    for (const [text, value] of [
      ["cote d'or", "DEPARTMENT:21"],
      ["Bourgogne Franche-Comté", "REGION:27"],
    ])
      expect(readTyped({ ...blank, type: "TERRITORY" }, text!, "2012-06-20", known)).toEqual({ value });
  });

  test("days and numbers as they are written", () => {
    expect(read({ type: "DATE" }, "3/6")).toEqual({ value: "2012-06-03" });
    expect(read({ type: "DATE" }, "13.12.2011")).toEqual({ value: "2011-12-13" });
    expect(read({ type: "DATE" }, "hier")).toEqual({ problem: "NOT_A_DATE" });
    expect(read({ type: "NUMBER" }, "2,5")).toEqual({ value: 2.5 });
  });

  test("every printed mark as the option it stands for", () => {
    for (const type of ["SINGLE_CHOICE", "MULTIPLE_CHOICE", "RANKING"] as const) {
      const question: Question = { ...blank, type, options: twelve };
      const check = compile({
        id: "x",
        repeatQuestionId: null,
        sections: [{ id: "s", title: "", intro: null, questions: [question] }],
      });
      for (const { mark, value } of marksOf(question)) {
        const typed = readTyped(question, mark, "2012-06-20");
        expect([typed.value].flat()).toEqual([value]);
        expect(check({ q: typed.value }).problems).toEqual([]);
      }
    }
  });
});
