import type { Form } from "@cahier/schema/form";
import { describe, expect, it } from "vitest";
import { surveyInLss, surveyOf, workbookOf } from "../../../../test/acts/forms.ts";
import { readForm } from "../form/read.ts";

const lists = [
  ["list_name", "name", "label"],
  ["secteurs", "FOOD", "Alimentation"],
  ["secteurs", "ENERGY", "Énergie"],
  ["notes", "1", "Faible"],
  ["notes", "2", "Moyen"],
  ["notes", "3", "Fort"],
];

const readXlsForm = async (rows: Record<string, string>[]) =>
  readForm(await workbookOf({ survey: surveyOf(rows), choices: lists }));

const asked = (form: Form) => form.sections.flatMap(({ questions }) => questions);
const notes = (form: Form) => form.notes.map(({ outcome, code, place, value }) => [outcome, code, place, value]);

describe("a condition of an XLSForm", () => {
  it.each([
    ["selected(${s}, 'ENERGY')", { question: "s", contains: "ENERGY" }],
    ["not(selected(${s}, 'ENERGY'))", { not: { question: "s", contains: "ENERGY" } }],
    [
      "${n} >= 18 and ${n} < 65",
      {
        all: [
          { question: "n", gte: 18 },
          { question: "n", lt: 65 },
        ],
      },
    ],
    ["18 < ${n}", { question: "n", gt: 18 }],
    [
      "${u} = 'FOOD' or ${u} = \"ENERGY\"",
      {
        any: [
          { question: "u", equals: "FOOD" },
          { question: "u", equals: "ENERGY" },
        ],
      },
    ],
    ["selected(${s}, ‘ENERGY’)", { question: "s", contains: "ENERGY" }],
    ["selected(${s}, ’ENERGY’)", { question: "s", contains: "ENERGY" }],
    ["${u} = 'ENERGY’", { question: "u", equals: "ENERGY" }],
    ["${u} = “ENERGY”", { question: "u", equals: "ENERGY" }],
    ["${u} = «\u00a0ENERGY\u00a0»", { question: "u", equals: "ENERGY" }],
    ['${t} = "l’eau"', { question: "t", equals: "l’eau" }],
    ["${u} != 'FOOD'", { not: { question: "u", equals: "FOOD" } }],
    ["${n} != ''", { question: "n", answered: true }],
    ["count-selected(${s}) > 0", { question: "s", answered: true }],
    [
      "${g} >= 2",
      {
        any: [
          { question: "g", equals: "2" },
          { question: "g", equals: "3" },
        ],
      },
    ],
  ])("asks only if « %s »", async (relevant, expected) => {
    const form = await readXlsForm([
      { type: "select_multiple secteurs", name: "s", label: "S" },
      { type: "integer", name: "n", label: "N" },
      { type: "select_one secteurs", name: "u", label: "U" },
      { type: "select_one notes", name: "g", label: "G" },
      { type: "text", name: "t", label: "T" },
      { type: "text", name: "q", label: "Q", relevant },
    ]);
    expect(asked(form).at(-1)!.settings.visibleIf).toEqual(expected);
  });

  it.each([
    ["${plus_tard} = 'x'", "CONDITION_ELSEWHERE"],
    ["${inconnue} = 'x'", "CONDITION_ELSEWHERE"],
    ["${u} = 'ABSENT'", "CONDITION_ELSEWHERE"],
    ["${n} + 1 > 3", "CONDITION"],
    ["regex(${n}, '[0-9]')", "CONDITION"],
    ["${n} >", "CONDITION"],
  ])("asks it of everybody, and says so, if « %s » cannot be asked", async (relevant, code) => {
    const form = await readXlsForm([
      { type: "integer", name: "n", label: "N" },
      { type: "select_one secteurs", name: "u", label: "U" },
      { type: "text", name: "q", label: "Q", relevant },
      { type: "text", name: "plus_tard", label: "Plus tard" },
    ]);
    expect(asked(form)[2]!.settings.visibleIf).toBeUndefined();
    expect(notes(form)).toContainEqual(["LEFT", code, "survey:4", relevant]);
  });

  it("puts the condition of a group on each of its questions, beside their own", async () => {
    const form = await readXlsForm([
      { type: "integer", name: "n", label: "N" },
      { type: "begin group", name: "g", label: "G", relevant: "${n} > 1" },
      { type: "text", name: "a", label: "A" },
      { type: "text", name: "b", label: "B", relevant: "${n} < 9" },
      { type: "end group", name: "" },
    ]);
    expect(
      asked(form)
        .slice(1)
        .map(({ settings }) => settings.visibleIf),
    ).toEqual([
      { question: "n", gt: 1 },
      {
        all: [
          { question: "n", gt: 1 },
          { question: "n", lt: 9 },
        ],
      },
    ]);
    expect(notes(form)).toContainEqual(["CHANGED", "SHARED_CONDITION", "survey:3", "${n} > 1"]);
  });
});

const part = (title: string, parent = 11) => ({
  qid: 101,
  parent_qid: parent,
  title,
  question_order: 1,
  scale_id: 0,
  relevance: "1",
});
const around = {
  subquestions: [part("SQ1")],
  answers: ["A1", "A2"].map((code) => ({ qid: 10, code, answer: `Choix ${code}`, scale_id: 0, language: "fr" })),
};

describe("a condition of LimeSurvey", () => {
  it.each([
    ['q1.NAOK == "A1"', { question: "q1", equals: "A1" }],
    [
      '((q1.NAOK == "A1" or q1.NAOK == "A2"))',
      {
        any: [
          { question: "q1", equals: "A1" },
          { question: "q1", equals: "A2" },
        ],
      },
    ],
    ['q2_SQ1.NAOK == "Y"', { question: "q2", contains: "SQ1" }],
    [
      '1X7X11SQ1.NAOK == "Y" && q3.NAOK > 2',
      {
        all: [
          { question: "q2", contains: "SQ1" },
          { question: "q3", gt: 2 },
        ],
      },
    ],
    ["Q12.NAOK le 5", { question: "q3", lte: 5 }],
    ["!is_empty(q3.NAOK)", { question: "q3", answered: true }],
    ['q1.NAOK != "A1"', { not: { question: "q1", equals: "A1" } }],
  ])("asks only if %s", async (relevance, expected) => {
    const form = await readForm(
      surveyInLss([{ type: "L" }, { type: "M" }, { type: "N" }, { type: "T", relevance }], {
        ...around,
      }),
    );
    expect(asked(form)[3]!.settings.visibleIf).toEqual(expected);
    expect(form.notes).toEqual([]);
  });

  it("finds a cell of a table of boxes, and says that none asks for one of numbers", async () => {
    const cells = { subquestions: [part("SY1", 10), { ...part("SX1", 10), qid: 102, scale_id: 1 }] };
    const boxes = { question_attributes: [{ qid: 10, attribute: "multiflexible_checkbox", value: "1", language: "" }] };
    const table = [
      { type: ":", title: "t" },
      { type: "T", relevance: "!is_empty(t_SY1_SX1.NAOK)" },
    ];
    const ticked = await readForm(surveyInLss(table, { ...cells, ...boxes }));
    expect(asked(ticked)[1]!.settings.visibleIf).toEqual({ question: "t", contains: "SY1_SX1" });
    const counted = await readForm(surveyInLss(table, cells));
    expect(asked(counted)[1]!.settings.visibleIf).toBeUndefined();
    expect(notes(counted)).toContainEqual(["LEFT", "CONDITION", "qid 11", "!is_empty(t_SY1_SX1.NAOK)"]);
  });

  it("reads the conditions of before expressions", async () => {
    const condition = { qid: 11, cqid: 10, cfieldname: "1X7X10", method: "==" };
    const form = await readForm(
      surveyInLss([{ type: "L" }, { type: "T" }], {
        ...around,
        conditions: [
          { ...condition, value: "A1", scenario: 1 },
          { ...condition, value: "A2", scenario: 2 },
        ],
      }),
    );
    expect(asked(form)[1]!.settings.visibleIf).toEqual({
      any: [
        { question: "q1", equals: "A1" },
        { question: "q1", equals: "A2" },
      ],
    });
  });

  it.each([
    ["q2.NAOK == 1", "CONDITION_ELSEWHERE"],
    ["TOKEN:EMAIL != ''", "CONDITION_ELSEWHERE"],
    ["sum(q1, 2) > 3", "CONDITION"],
    ["regexMatch('/a/', q1)", "CONDITION"],
  ])("asks it of everybody, and says so, if %s cannot be asked", async (relevance, code) => {
    const form = await readForm(
      surveyInLss([
        { type: "N", relevance: "1" },
        { type: "T", relevance },
      ]),
    );
    expect(notes(form)).toContainEqual(["LEFT", code, "qid 11", relevance]);
    expect(asked(form)[1]!.settings.visibleIf).toBeUndefined();
  });
});
