import { expect, it } from "vitest";
import type { Question } from "../composed.tsx";
import { fieldsOf, inputOf, newChoice, sameField, settingsOf } from "./questionFields.ts";

const question: Question = {
  __typename: "Question",
  id: "q",
  code: "1.1",
  type: "MULTIPLE_CHOICE",
  label: "Quels domaines ?",
  plain: null,
  help: null,
  rationale: "Pour savoir",
  usedIn: null,
  required: false,
  visibility: "PUBLIC",
  maxLength: null,
  options: [
    { __typename: "Option", value: "ENERGY", label: "Énergie", keyPointId: "k1" },
    { __typename: "Option", value: "NONE", label: "Aucun", keyPointId: null },
  ],
  rows: [],
  scale: [],
  noOpinionValue: null,
  exclusiveValues: ["NONE"],
  minSelect: null,
  maxSelect: 2,
  allowOther: false,
  min: null,
  max: null,
  wholeNumbers: false,
  short: false,
  minLabel: null,
  maxLabel: null,
  visibleIf: null,
  revision: 1,
};

it("sends what it read, and null for what there is not", () => {
  expect(settingsOf(fieldsOf(question))).toEqual({
    options: [
      { value: "ENERGY", label: "Énergie" },
      { value: "NONE", label: "Aucun" },
    ],
    allowOther: false,
    exclusiveValues: ["NONE"],
    noOpinionValue: null,
    minSelect: null,
    maxSelect: 2,
    visibleIf: null,
    short: false,
  });
});

it("keeps the value of an option whose words change, and makes one for those that are added, never twice the same", () => {
  const fields = fieldsOf(question);
  const options = [
    { ...fields.options[0]!, label: "L’énergie" },
    newChoice("x", "Énergie solaire"),
    newChoice("y", "  "),
    newChoice("z", "Énergie", { noOpinion: true }),
  ];
  const { options: sent, noOpinionValue } = settingsOf({ ...fields, options }, ["ENERGIE"]) as {
    options: { value: string }[];
    noOpinionValue: string;
  };
  expect(sent.map(({ value }) => value)).toEqual(["ENERGY", "ENERGIE_SOLAIRE", "ENERGIE_2"]);
  expect(noOpinionValue).toBe("ENERGIE_2");
});

it("numbers the columns of a table, « no opinion » being zero", () => {
  const scale = [newChoice("a", "Utile"), newChoice("b", "Inutile"), newChoice("c", "Sans avis", { noOpinion: true })];
  const settings = settingsOf({ ...fieldsOf(question), type: "MATRIX", rows: [newChoice("r", "Le prix")], scale });
  expect(settings).toMatchObject({
    rows: [{ value: "LE_PRIX", label: "Le prix" }],
    scale: [{ value: "1" }, { value: "2" }, { value: "0" }],
    noOpinionValue: "0",
  });
  expect(settings).not.toHaveProperty("options");
});

it("sends the fields that changed, and the settings as a whole or not at all", () => {
  const fields = { ...fieldsOf(question), label: "Dans quels domaines ?" };
  expect(inputOf(fields, ["label"])).toEqual({ label: "Dans quels domaines ?" });
  expect(inputOf(fields, ["maxSelect"])).toHaveProperty("settings.options");
  expect(inputOf({ ...fields, maxSelect: "deux" }, ["maxSelect"])).toHaveProperty("settings.maxSelect", "deux");
});

it("sees no change in a list whose words are the same, whatever its lines are called here", () => {
  const { options } = fieldsOf(question);
  expect(
    sameField(
      options,
      options.map((one) => ({ ...one, key: "other", label: `${one.label} ` })),
    ),
  ).toBe(true);
  expect(sameField(options, options.toReversed())).toBe(false);
});

it("keeps of a number that it is whole, and of nothing else", () => {
  const number: typeof question = { ...question, type: "NUMBER", options: [], wholeNumbers: true };
  expect(settingsOf(fieldsOf(number))).toMatchObject({ wholeNumbers: true, min: null });
  expect(settingsOf(fieldsOf({ ...number, type: "RATING" }))).not.toHaveProperty("wholeNumbers");
});
