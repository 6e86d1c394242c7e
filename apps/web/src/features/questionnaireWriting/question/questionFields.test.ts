import { expect, it } from "vitest";
import type { Question } from "../composed.tsx";
import { fieldsOf, inputOf, named, newChoice, questionOf, sameField, settingsOf } from "./questionFields.ts";

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

it("counts an empty line for nothing, so that it stays while one types it", () => {
  const { options } = fieldsOf(question);
  expect(sameField([...options, newChoice("k")], options)).toBe(true);
});

it("gives a new choice its value at the first save, and the same one at the next, whatever its words become", () => {
  const fields = fieldsOf(question);
  const sent = named({ ...fields, options: [...fields.options, newChoice("k", "Eau")] });
  const reworded = {
    ...sent,
    options: sent.options.map((one) => (one.key === "k" ? { ...one, label: "Eau vive" } : one)),
  };
  expect(settingsOf(reworded).options).toContainEqual({ value: "EAU", label: "Eau vive" });
});

it("sends simple words by the values of the choices, and an empty text to take one away", () => {
  const fields = fieldsOf(question);
  const options = [
    { ...fields.options[0]!, plain: " " },
    { ...fields.options[1]!, plain: "Rien" },
  ];
  expect(inputOf({ ...fields, plainHelp: "Une phrase.", options }, ["options", "plainHelp"])).toMatchObject({
    plainWords: { help: "Une phrase.", options: { ENERGY: "", NONE: "Rien" } },
  });
  expect(sameField(fields.options, options)).toBe(false);
});

it("draws a question as it is typed, with no more steps than there is room for", () => {
  const fields = { ...fieldsOf(question), type: "RATING" as const, label: "Combien ?", min: "1", max: "1000000000" };
  expect(questionOf(question, fields)).toMatchObject({
    type: "RATING",
    label: "Combien ?",
    min: 1,
    max: 21,
    options: [],
  });
  expect(questionOf(question, { ...fields, max: "deux" }).max).toBeNull();
});
