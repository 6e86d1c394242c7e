import type { Form } from "@cahier/schema/form";
import { describe, expect, it } from "vitest";
import { surveyOf, workbookOf } from "../../../../test/acts/forms.ts";
import { randomUUID } from "node:crypto";
import { rowsOf } from "../form/form.rows.ts";
import { readForm } from "../form/read.ts";

const lists = [
  ["list_name", "name", "label::Français (fr)", "label::English (en)"],
  ["secteurs", "FOOD", "Alimentation", "Food"],
  ["secteurs", "ENERGY", "Énergie", "Energy"],
  ["secteurs", "none", "Aucun", "None"],
  ["notes", "1", "Faible", "Low"],
  ["notes", "2", "Moyen", "Fair"],
  ["notes", "3", "Fort", "High"],
];

const read = async (rows: Record<string, string>[], more: Record<string, string[][]> = {}) =>
  readForm(await workbookOf({ survey: surveyOf(rows), choices: lists, ...more }), "enquete.xlsx");

const asked = (form: Form) => form.sections.flatMap(({ questions }) => questions);
const one = async (row: Record<string, string>) => {
  const form = await read([{ name: "q", label: "Une question", ...row }]);
  return { question: asked(form)[0], form };
};
const notes = (form: Form) => form.notes.map(({ outcome, code, place, value }) => [outcome, code, place, value]);

describe("an XLSForm", () => {
  it.each([
    ["text", "SHORT_TEXT"],
    ["integer", "NUMBER"],
    ["decimal", "NUMBER"],
    ["date", "DATE"],
    ["note", "TEXT_BLOCK"],
    ["select_one secteurs", "SINGLE_CHOICE"],
    ["select one from secteurs", "SINGLE_CHOICE"],
    ["select_multiple secteurs", "MULTIPLE_CHOICE"],
    ["select all that apply from secteurs", "MULTIPLE_CHOICE"],
    ["rank secteurs", "RANKING"],
  ])("gives « %s » as %s", async (type, expected) => {
    expect((await one({ type })).question?.type).toBe(expected);
  });

  it("keeps the words of both languages, the hint, the reason and what is required", async () => {
    const { question } = await one({
      type: "select_one secteurs",
      label: "Quel domaine ?",
      english: "Which sector?",
      hint: "Un seul.",
      "rationale::fr": "Pour sortir de l’alimentation.",
      required: "yes",
    });
    expect(question).toMatchObject({
      label: { text: "Quel domaine ?", english: "Which sector?" },
      help: { text: "Un seul." },
      rationale: { text: "Pour sortir de l’alimentation." },
      required: true,
    });
    expect(question!.settings.options![1]).toEqual({ value: "ENERGY", label: { text: "Énergie", english: "Energy" } });
  });

  it("keeps simple words, in both languages: of a question, its help and its choices", async () => {
    const form = await read(
      [
        {
          type: "select_one secteurs",
          name: "domaine",
          label: "Quel domaine d’activité ?",
          hint: "Un seul.",
          "plain::fr": "Que faites-vous ?",
          "plain::en": "What do you do?",
          "plain_hint::fr": "Choisissez-en un.",
        },
        { type: "note", name: "mot", label: "Un mot avant de continuer.", "plain::fr": "Encore un mot." },
      ],
      {
        choices: [
          ["list_name", "name", "label::Français (fr)", "plain::Français (fr)", "plain::English (en)"],
          ["secteurs", "FOOD", "Alimentation", "Ce qu’on mange", "What we eat"],
          ["secteurs", "ENERGY", "Énergie", "", ""],
        ],
      },
    );
    expect(form.notes).toEqual([]);
    const { questions } = rowsOf(form, randomUUID(), 1, { text: "Une partie", english: null });
    expect(questions).toMatchObject([
      {
        plain: "Que faites-vous ?",
        translations: {
          en: { plain: "What do you do?", plainOptions: { FOOD: "What we eat" } },
          plain: { help: "Choisissez-en un.", options: { FOOD: "Ce qu’on mange" } },
        },
      },
      { type: "TEXT_BLOCK", plain: "Encore un mot." },
    ]);
  });

  it("makes a long text of what is written on several lines", async () => {
    expect((await one({ type: "text", appearance: "multiline" })).question?.type).toBe("LONG_TEXT");
  });

  it("makes a part of a group, joins a group within it to that part, and says so", async () => {
    const form = await read([
      { type: "text", name: "avant", label: "Avant" },
      { type: "begin group", name: "g", label: "Le groupe" },
      { type: "text", name: "dedans", label: "Dedans" },
      { type: "begin group", name: "sous", label: "Le sous-groupe" },
      { type: "text", name: "plus", label: "Plus profond" },
      { type: "end group", name: "" },
      { type: "end group", name: "" },
      { type: "text", name: "apres", label: "Après" },
    ]);
    expect(form.sections.map(({ title, questions }) => [title.text, questions.map(({ name }) => name)])).toEqual([
      ["", ["avant"]],
      ["Le groupe", ["dedans", "sous", "plus"]],
      ["", ["apres"]],
    ]);
    expect(notes(form)).toEqual([["CHANGED", "FLATTENED", "survey:5", "sous"]]);
  });

  it("asks what a repeated group asks once, and says so", async () => {
    const form = await read([
      { type: "begin repeat", name: "r", label: "Chaque ferme", repeat_count: "3" },
      { type: "text", name: "ferme", label: "Son nom" },
      { type: "end repeat", name: "" },
    ]);
    expect(asked(form)).toHaveLength(1);
    expect(notes(form)).toContainEqual(["CHANGED", "ASKED_ONCE", "survey:2", "3"]);
  });

  it("makes a table of a group that shows one list in columns", async () => {
    const form = await read([
      { type: "begin group", name: "t", label: "Que pensez-vous de", appearance: "table-list" },
      { type: "select_one notes", name: "prix", label: "Le prix" },
      { type: "select_one notes", name: "gout", label: "Le goût" },
      { type: "end group", name: "" },
    ]);
    expect(asked(form)).toMatchObject([
      {
        type: "MATRIX",
        label: { text: "Que pensez-vous de" },
        settings: {
          rows: [{ value: "prix" }, { value: "gout" }],
          scale: [{ value: "1" }, { value: "2" }, { value: "3" }],
        },
      },
    ]);
  });

  it.each([
    ["select_one secteurs or_other", "SINGLE_CHOICE"],
    ["select one from secteurs or specify other", "SINGLE_CHOICE"],
    ["select_multiple secteurs or_other", "MULTIPLE_CHOICE"],
  ])("« %s » comes with a text of one’s own", async (type, expected) => {
    const { question } = await one({ type });
    expect(question).toMatchObject({ type: expected, settings: { allowOther: true } });
    expect(question!.settings.options!.at(-1)).toEqual({ value: "OTHER", label: { text: "Autre", english: "Other" } });
  });

  it.each([
    ["integer", "", { wholeNumbers: true }],
    ["decimal", ". >= 0", { min: 0 }],
    ["integer", ". >= 0 and . <= 120", { min: 0, max: 120, wholeNumbers: true }],
    ["integer", ". > 0 and . < 10", { min: 1, max: 9, wholeNumbers: true }],
    ["select_multiple secteurs", "count-selected(.) <= 2", { maxSelect: 2 }],
    ["select_multiple secteurs", "not(selected(., 'none') and count-selected(.) > 1)", { exclusiveValues: ["none"] }],
    ["select_multiple secteurs", "not(selected(., ‘none’) and count-selected(.) > 1)", { exclusiveValues: ["none"] }],
    ["text", "string-length(.) <= 80", { maxLength: 80 }],
  ])("bounds %s by « %s »", async (type, constraint, expected) => {
    const { question, form } = await one({ type, constraint });
    expect(question!.settings).toMatchObject(expected);
    expect(form.notes.filter(({ code }) => code === "CONSTRAINT")).toEqual([]);
  });

  it.each([
    ["text", "regex(., '[A-Z]+')"],
    ["integer", ". mod 2 = 0"],
    ["decimal", ". < 2.5"],
    ["integer", ". > ${autre}"],
  ])("says that it does not take the constraint of %s, « %s »", async (type, constraint) => {
    const { question, form } = await one({ type, constraint });
    expect(question!.settings).toEqual(type === "integer" ? { wholeNumbers: true } : {});
    expect(notes(form)).toContainEqual(["LEFT", "CONSTRAINT", "survey:2", constraint]);
  });

  it("rates in the steps of a range, and takes a wide one as a number", async () => {
    expect((await one({ type: "range", parameters: "start=0 end=5 step=1" })).question).toMatchObject({
      type: "RATING",
      settings: { min: 0, max: 5 },
    });
    const { question, form } = await one({ type: "range", parameters: "start=0 end=100 step=10" });
    expect(question).toMatchObject({ type: "NUMBER", settings: { min: 0, max: 100, wholeNumbers: true } });
    expect(form.notes.map(({ code }) => code)).toContain("OTHER_TYPE");
  });

  it.each([
    "calculate",
    "hidden",
    "geopoint",
    "image",
    "audio",
    "barcode",
    "file",
    "select_one_from_file fermes.csv",
    "xml-external",
  ])("lists « %s » among what it leaves", async (type) => {
    const form = await read([
      { type: "text", name: "q", label: "Q" },
      { type, name: "x", label: "X" },
    ]);
    expect(asked(form)).toHaveLength(1);
    expect(form.items).toContainEqual({ place: "survey:3", name: "x", kind: type, became: null });
    expect(notes(form)).toContainEqual(["LEFT", "TYPE", "survey:3", type]);
  });

  it("drops no cell in silence", async () => {
    const form = await read(
      [
        { type: "start", name: "debut" },
        {
          type: "select_one secteurs",
          name: "q",
          label: "Q",
          choice_filter: "true()",
          default: "FOOD",
          "media::image": "a.png",
          appearance: "likert",
          calculation: "1+1",
          "constraint_message::fr": "Non.",
        },
      ],
      {
        settings: [
          ["form_title", "style"],
          ["Mon enquête", "pages"],
        ],
        external_choices: [["a"]],
      },
    );
    expect(form.title.text).toBe("Mon enquête");
    expect(notes(form)).toEqual([
      ["LEFT", "TABLE", "external_choices", "external_choices"],
      ["LEFT", "METADATA", "survey:2", "start"],
      ["CHANGED", "CHOICES_SHOWN", "survey:3", "true()"],
      ["LEFT", "DEFAULT", "survey:3", "FOOD"],
      ["LEFT", "MEDIA", "survey:3", "a.png"],
      ["LEFT", "COLUMN", "survey:3", "calculation = 1+1"],
      ["LEFT", "COLUMN", "survey:3", "constraint_message = Non."],
      ["LEFT", "LOOKS", "survey:3", "likert"],
      ["LEFT", "SETTING", "settings:2", "style = pages"],
    ]);
  });

  it("reads what a formula last gave, and says where one gave nothing", async () => {
    const form = await read([
      { type: "text", name: "q", label: "=A1&B1|Une question" },
      { type: "text", name: "r", label: "=A1|" },
    ]);
    expect(asked(form)[0]!.label.text).toBe("Une question");
    expect(form.notes.map(({ code, place }) => [code, place])).toEqual([
      ["FORMULA", "survey:2"],
      ["UNREADABLE_CELL", "survey:3"],
      ["LABEL_MISSING", "survey:3"],
    ]);
  });

  it("gives codes that can be kept, and the condition follows", async () => {
    const form = await readForm(
      await workbookOf({
        survey: surveyOf([
          { type: "select_one l", name: "q", label: "Q" },
          { type: "text", name: "r", label: "R", relevant: "${q} = 'été-other'" },
        ]),
        choices: [
          ["list_name", "name", "label"],
          ["l", "été-other", "L’été"],
          ["l", "__proto__", "Un autre"],
        ],
      }),
    );
    const [q, r] = asked(form);
    expect(q!.settings.options!.map(({ value }) => value)).toEqual(["cete", "proto"]);
    expect(r!.settings.visibleIf).toEqual({ question: "q", equals: "cete" });
    expect(form.notes.filter(({ code }) => code === "CODE_CHANGED")).toHaveLength(2);
  });

  it("moves what is too long for a label into its help, and cuts a text to read into several", async () => {
    const long = `${"Une phrase assez longue pour compter. ".repeat(12)}Fin.`;
    const form = await read([
      { type: "text", name: "q", label: long },
      { type: "note", name: "n", label: long },
    ]);
    const [q, ...blocks] = asked(form);
    expect(q!.label.text.length).toBeLessThanOrEqual(300);
    expect(`${q!.label.text} ${q!.help!.text}`).toBe(long);
    expect(blocks.map(({ type }) => type)).toEqual(["TEXT_BLOCK", "TEXT_BLOCK"]);
    expect(blocks.map(({ label }) => label.text).join(" ")).toBe(long);
  });
});
