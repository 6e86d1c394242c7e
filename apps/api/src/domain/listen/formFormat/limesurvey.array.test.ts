import type { Form } from "@cahier/schema/form";
import { describe, expect, it } from "vitest";
import { surveyInLss } from "../../../../test/acts/forms.ts";
import { readForm } from "../form/read.ts";

const asked = (form: Form) => form.sections.flatMap(({ questions }) => questions);
const notes = (form: Form) => form.notes.map(({ outcome, code, place, value }) => [outcome, code, place, value]);

const part = (parent: number, title: string, more = {}) => ({
  qid: 100 + Number(title.slice(1)),
  parent_qid: parent,
  title,
  question_order: Number(title.slice(1)),
  scale_id: 0,
  relevance: "1",
  ...more,
});

describe("a table of a LimeSurvey survey is one question, whatever its size", () => {
  const products = ["Légumes", "Lait", "Pain", "Miel", "Viande", "Fruits", "Œufs", "Fromage", "Farine"];
  const table = (type: string, columns: number, attributes: [string, string][] = []) =>
    readForm(
      surveyInLss(
        [
          { type, title: "prix" },
          { type: "T", relevance: 'prix_P1_C1 == "1"' },
        ],
        {
          subquestions: [
            ...products.map((question, n) => part(10, `P${n + 1}`, { question, language: "fr" })),
            ...Array.from({ length: columns }, (_, n) =>
              part(10, `C${n + 1}`, { qid: 300 + n, question: `Mois ${n + 1}`, language: "fr", scale_id: 1 }),
            ),
          ],
          question_attributes: attributes.map(([attribute, value]) => ({ qid: 10, attribute, value, language: "" })),
        },
      ),
    );
  const cell = [["CHANGED", "CELLS", "qid 10", ": 9 × 2"]];
  const onRow = ["LEFT", "CONDITION", "qid 11", 'prix_P1_C1 == "1"'];

  it("of numbers to choose: each cell is a row, the numbers are the scale", async () => {
    const form = await table(":", 2, [["multiflexible_max", "5"]]);
    expect(asked(form).map(({ type }) => type)).toEqual(["MATRIX", "LONG_TEXT"]);
    const { rows, scale } = asked(form)[0]!.settings;
    expect(rows).toHaveLength(18);
    expect(rows!.slice(0, 2)).toEqual([
      { value: "P1_C1", label: { text: "Légumes — Mois 1", english: null } },
      { value: "P1_C2", label: { text: "Légumes — Mois 2", english: null } },
    ]);
    expect(scale!.map(({ value }) => value)).toEqual(["1", "2", "3", "4", "5"]);
    expect(notes(form)).toEqual([...cell, onRow]);
  });

  it("of boxes to tick: each cell is a choice, which a condition may name", async () => {
    const form = await table(":", 2, [["multiflexible_checkbox", "1"]]);
    expect(asked(form).map(({ type }) => type)).toEqual(["MULTIPLE_CHOICE", "LONG_TEXT"]);
    expect(asked(form)[0]!.settings.options).toHaveLength(18);
    expect(asked(form)[1]!.settings.visibleIf).toEqual({ question: "prix", contains: "P1_C1" });
    expect(notes(form)).toEqual(cell);
  });

  it.each<[string, number, [string, string][]]>([
    [";", 72, []],
    [";", 2, []],
    [":", 72, [["multiflexible_checkbox", "1"]]],
    [":", 2, [["input_boxes", "1"]]],
  ])("of what is written, %s 9 × %i: a text, with its rows in sight", async (type, columns, more) => {
    const form = await table(type, columns, more);
    const questions = asked(form).filter((question) => question.type !== "TEXT_BLOCK");
    expect(questions.map((question) => question.type)).toEqual(["LONG_TEXT", "LONG_TEXT"]);
    const told = asked(form)
      .slice(0, -1)
      .map(({ label, help }) => `${label.text} ${help?.text ?? ""}`)
      .join(" ");
    expect(told).toContain("Une ligne pour chacun\u00a0: Légumes · Lait · Pain · Miel");
    for (let n = 1; n <= columns; n++) expect(told).toContain(`Mois ${n}`);
    expect(notes(form).filter(([, code]) => code !== "SPLIT")).toEqual([
      ["CHANGED", "ROWS_AS_TEXT", "qid 10", `${type} 9 × ${columns}`],
      onRow,
    ]);
  });

  it("of steps of a scale: a row of it is no answer that a condition may name, and that is what is said", async () => {
    const form = await readForm(
      surveyInLss([{ type: "A" }, { type: "T", relevance: "q1_P1.NAOK > 3" }], { subquestions: [part(10, "P1")] }),
    );
    expect(asked(form).map(({ type }) => type)).toEqual(["MATRIX", "LONG_TEXT"]);
    expect(notes(form)).toContainEqual(["LEFT", "CONDITION", "qid 11", "q1_P1.NAOK > 3"]);
  });
});
