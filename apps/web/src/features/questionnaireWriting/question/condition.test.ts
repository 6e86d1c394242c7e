import { expect, it } from "vitest";
import { holds } from "@cahier/schema/questionnaire/logic";
import { rulesOf, treeOf } from "./condition.ts";
import { conditionSentence } from "../../../i18n/conditions.ts";

const sectors = {
  id: "a",
  code: "1.2",
  scale: [],
  options: [
    { value: "ENERGY", label: "Énergie" },
    { value: "FOOD", label: "Alimentation" },
  ],
};
const count = { id: "b", code: "1.3", scale: [], options: [] };
const known = [sectors, count];
const typeOf = (id: string) => (id === "b" ? "NUMBER" : "MULTIPLE_CHOICE");

it("says a condition in words", () => {
  expect(conditionSentence(null, known)).toBeNull();
  expect(conditionSentence({ question: "a", contains: "ENERGY" }, known)).toBe(
    "Si la réponse à 1.2 contient « Énergie »",
  );
  const both = {
    all: [
      { question: "a", answered: true },
      {
        any: [
          { question: "b", gt: 3 },
          { question: "b", equals: 0 },
        ],
      },
    ],
  };
  expect(conditionSentence(both, known)).toBe(
    "Si la réponse à 1.2 est donnée et (la réponse à 1.3 est plus grande que 3 ou la réponse à 1.3 est 0)",
  );
  expect(conditionSentence({ not: { question: "a", contains: "FOOD" } }, known)).toBe(
    "Si la réponse à 1.2 ne contient pas « Alimentation »",
  );
  expect(conditionSentence("rm -rf", known)).toBe("Si (condition illisible)");
});

it("reads back the rules it writes", () => {
  for (const mode of ["all", "any"] as const) {
    const rules = [
      { question: "a", operator: "notContains" as const, value: "FOOD" },
      { question: "b", operator: "gte" as const, value: "3.5" },
      { question: "b", operator: "unanswered" as const, value: "" },
    ];
    expect(rulesOf(treeOf({ mode, rules }, typeOf))).toEqual({ mode, rules });
  }
  expect(rulesOf(treeOf({ mode: "all", rules: [] }, typeOf))).toEqual({ mode: "all", rules: [] });
});

it("writes trees that the checker of answers understands, numbers as numbers", () => {
  const rule = (operator: "gt" | "contains", value: string, question: string) =>
    treeOf({ mode: "all", rules: [{ question, operator, value }] }, typeOf);
  expect(holds(rule("gt", "3,5", "b"), () => 4)).toBe(true);
  expect(holds(rule("gt", "3,5", "b"), () => 3)).toBe(false);
  expect(holds(rule("contains", "ENERGY", "a"), () => ["ENERGY"])).toBe(true);
});

it("does not pretend to edit a tree that says more than rules can", () => {
  expect(rulesOf({ any: [{ all: [{ question: "a", answered: true }] }] })).toBeNull();
  expect(rulesOf({ not: { question: "b", gt: 3 } })).toBeNull();
});
