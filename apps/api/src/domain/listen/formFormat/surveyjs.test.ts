import type { Form } from "@cahier/schema/form";
import { describe, expect, it } from "vitest";
import { readForm } from "../form/read.ts";
import { Unreadable } from "../../../platform/files/reading/unreadable.ts";

const read = (survey: unknown) =>
  readForm(Buffer.from(typeof survey === "string" ? survey : JSON.stringify(survey)), "enquete.json");
const one = (element: object) => read({ elements: [{ name: "q", title: "Une question", ...element }] });

const asked = (form: Form) => form.sections.flatMap(({ questions }) => questions);
const notes = (form: Form) => form.notes.map(({ outcome, code, place, value }) => [outcome, code, place, value]);

describe("a form of SurveyJS", () => {
  it.each<[object, string, object]>([
    [{ type: "text", maxLength: 80 }, "SHORT_TEXT", { maxLength: 80 }],
    [{ type: "text", inputType: "number", min: 0, max: 9 }, "NUMBER", { min: 0, max: 9 }],
    [{ type: "text", inputType: "number", min: 0, step: 1 }, "NUMBER", { min: 0, wholeNumbers: true }],
    [{ type: "text", inputType: "date" }, "DATE", {}],
    [{ type: "comment" }, "LONG_TEXT", {}],
    [
      { type: "radiogroup", choices: ["a", { value: "b", text: "Le b" }] },
      "SINGLE_CHOICE",
      { options: [{ value: "a" }, { value: "b", label: { text: "Le b" } }] },
    ],
    [{ type: "dropdown", choices: [1, 2] }, "SINGLE_CHOICE", { options: [{ value: "1" }, { value: "2" }] }],
    [
      { type: "checkbox", choices: ["a"], hasOther: true, showNoneItem: true, maxSelectedChoices: 2 },
      "MULTIPLE_CHOICE",
      {
        allowOther: true,
        exclusiveValues: ["none"],
        maxSelect: 2,
        options: [{ value: "a" }, { value: "none" }, { value: "OTHER" }],
      },
    ],
    [{ type: "ranking", choices: ["a", "b"] }, "RANKING", { options: [{ value: "a" }, { value: "b" }] }],
    [
      { type: "rating", rateMax: 10, minRateDescription: "Peu" },
      "RATING",
      { min: 1, max: 10, minLabel: { text: "Peu" } },
    ],
    [
      { type: "boolean" },
      "SINGLE_CHOICE",
      { options: [{ value: "true", label: { text: "Oui" } }, { value: "false" }] },
    ],
    [
      { type: "matrix", rows: ["r"], columns: ["c", "d"] },
      "MATRIX",
      { rows: [{ value: "r" }], scale: [{ value: "c" }, { value: "d" }] },
    ],
    [{ type: "html", html: "<p>Un <b>mot</b>.</p>" }, "TEXT_BLOCK", {}],
  ])("gives %o as %s", async (element, type, settings) => {
    const form = await one(element);
    expect(asked(form)).toMatchObject([{ type, settings }]);
    expect(form.notes).toEqual([]);
  });

  it("keeps simple words, which are properties of its own, in each language", async () => {
    const form = await one({
      type: "radiogroup",
      title: { fr: "Quel domaine ?", en: "Which field?" },
      plain: { fr: "Que faites-vous ?", en: "What do you do?" },
      plainDescription: "Choisissez-en un.",
      choices: [{ value: "FOOD", text: { fr: "Alimentation", en: "Food" }, plain: "Ce qu’on mange" }, "a"],
    });
    expect(asked(form)).toMatchObject([
      {
        plain: { text: "Que faites-vous ?", english: "What do you do?" },
        plainHelp: { text: "Choisissez-en un." },
        settings: { options: [{ value: "FOOD", plain: { text: "Ce qu’on mange" } }, { value: "a" }] },
      },
    ]);
    expect(form.notes).toEqual([]);
  });

  it.each(["expression", "file", "signaturepad", "matrixdynamic", "paneldynamic", "imagepicker"])(
    "lists the type %s among what it leaves",
    async (type) => {
      const form = await read({
        elements: [
          { type: "text", name: "a" },
          { type, name: "x" },
        ],
      });
      expect(asked(form)).toHaveLength(1);
      expect(notes(form)).toEqual([["LEFT", "TYPE", "x", type]]);
    },
  );

  it("makes parts of pages, joins panels to them, and keeps both languages", async () => {
    const form = await read({
      title: { default: "L’enquête", en: "The survey" },
      pages: [
        {
          name: "p1",
          title: { default: "Avant", en: "Before" },
          elements: [{ type: "comment", name: "a", title: { default: "Pourquoi ?", en: "Why?", de: "Warum?" } }],
        },
        {
          name: "p2",
          elements: [
            {
              type: "panel",
              name: "pan",
              title: "Ensemble",
              visibleIf: "{a} notempty",
              elements: [{ type: "text", name: "b" }],
            },
          ],
        },
      ],
    });
    expect(form.title).toEqual({ text: "L’enquête", english: "The survey" });
    expect(form.sections.map(({ title, questions }) => [title.english, questions.map(({ name }) => name)])).toEqual([
      ["Before", ["a"]],
      [null, ["pan", "b"]],
    ]);
    expect(asked(form)[0]!.label).toEqual({ text: "Pourquoi ?", english: "Why?" });
    expect(asked(form)[2]!.settings.visibleIf).toEqual({ question: "a", answered: true });
    expect(form.notes.map(({ code }) => code)).toEqual(["LANGUAGES", "SHARED_CONDITION", "FLATTENED"]);
  });

  it.each([
    ["English, where French is named", {}, { default: "Farm", fr: "Ferme" }, ["Ferme", "Farm"]],
    [
      "English, where the survey is shown in French",
      { locale: "fr" },
      { default: "Farm", fr: "Ferme" },
      ["Ferme", "Farm"],
    ],
    ["French, where English is named", {}, { default: "Ferme", en: "Farm" }, ["Ferme", "Farm"]],
    ["the language of the survey", { locale: "fr" }, { default: "Ferme", de: "Hof" }, ["Ferme", null]],
    ["English, where German is named", {}, { default: "Farm", de: "Hof" }, ["Farm", "Farm"]],
    [
      "English, where the survey is shown in German",
      { locale: "de" },
      { default: "Farm", de: "Hof" },
      ["Farm", "Farm"],
    ],
  ])("takes `default` as %s", async (_, survey, title, [text, english]) => {
    const form = await read({ ...survey, title, elements: [{ type: "text", name: "q", title }] });
    expect(form.title).toEqual({ text, english });
    expect(asked(form)[0]!.label).toEqual({ text, english });
  });

  it("asks each line of a list of lines under its title, of its kind, and requires what was", async () => {
    const lines = (more: object) =>
      one({
        type: "multipletext",
        title: "Votre ferme",
        items: [
          { name: "nom", title: "Son nom", isRequired: true },
          { name: "ha", inputType: "number", min: 0 },
          "lieu",
        ],
        ...more,
      });
    const form = await lines({ isRequired: true });
    expect(asked(form)).toMatchObject([
      { name: "q.nom", type: "SHORT_TEXT", label: { text: "Votre ferme — Son nom" }, required: true },
      { name: "q.ha", type: "NUMBER", label: { text: "Votre ferme — ha" }, required: false, settings: { min: 0 } },
      { name: "q.lieu", type: "SHORT_TEXT", label: { text: "Votre ferme — lieu" }, required: false },
    ]);
    expect(notes(form)).toEqual([["CHANGED", "SPLIT", "q", "× 3"]]);
    const all = await lines({ isRequired: true, items: [{ name: "nom" }, { name: "lieu" }] });
    expect(asked(all).map(({ required }) => required)).toEqual([true, true]);
    expect(all.notes.map(({ code }) => code)).toEqual(["SPLIT", "REQUIRED_EACH"]);
  });

  it("parts « value|text », and asks under the conditions that name the value", async () => {
    const form = await read({
      elements: [
        { type: "radiogroup", name: "vente", choices: ["direct|En direct, à la ferme", "gros|À un grossiste"] },
        { type: "matrix", name: "avis", rows: ["prix|Le prix", "gout"], columns: ["1|Peu", "2|Beaucoup"] },
        { type: "comment", name: "pourquoi", visibleIf: "{vente} = 'direct'" },
        { type: "comment", name: "cher", visibleIf: "{avis.prix} = 2" },
      ],
    });
    expect(asked(form)[0]!.settings.options).toEqual([
      { value: "direct", label: { text: "En direct, à la ferme", english: null } },
      { value: "gros", label: { text: "À un grossiste", english: null } },
    ]);
    expect(asked(form)[1]!.settings).toMatchObject({
      rows: [{ value: "prix", label: { text: "Le prix" } }, { value: "gout" }],
      scale: [{ value: "1", label: { text: "Peu" } }, { value: "2" }],
    });
    expect(asked(form)[2]!.settings.visibleIf).toEqual({ question: "vente", equals: "direct" });
    expect(notes(form)).toEqual([["LEFT", "CONDITION", "cher", "{avis.prix} = 2"]]);
  });

  it.each([
    ["{s} contains 'ENERGY'", { question: "s", contains: "ENERGY" }],
    [
      "{s} anyof ['FOOD', 'ENERGY']",
      {
        any: [
          { question: "s", contains: "FOOD" },
          { question: "s", contains: "ENERGY" },
        ],
      },
    ],
    ["{b} = true", { question: "b", equals: "true" }],
    ["{n} >= 3 and !({n} > 8)", { all: [{ question: "n", gte: 3 }, { not: { question: "n", gt: 8 } }] }],
    ["{n} empty", { question: "n", answered: false }],
  ])("asks only if « %s »", async (visibleIf, expected) => {
    const form = await read({
      elements: [
        { type: "checkbox", name: "s", choices: ["FOOD", "ENERGY"] },
        { type: "boolean", name: "b" },
        { type: "text", name: "n", inputType: "number" },
        { type: "text", name: "q", visibleIf },
      ],
    });
    expect(asked(form)[3]!.settings.visibleIf).toEqual(expected);
    expect(form.notes).toEqual([]);
  });

  it("drops no setting in silence", async () => {
    const form = await read({
      showProgressBar: "top",
      elements: [
        {
          type: "text",
          name: "q",
          defaultValue: "x",
          validators: [{ type: "email" }],
          enableIf: "{a} = 1",
          startWithNewLine: true,
          isRequired: true,
        },
      ],
    });
    expect(asked(form)[0]!.required).toBe(true);
    expect(notes(form)).toEqual([
      ["LEFT", "SETTING", null, "showProgressBar = top"],
      ["LEFT", "DEFAULT", "q", "defaultValue = x"],
      ["LEFT", "COLUMN", "q", 'validators = [{"type":"email"}]'],
      ["LEFT", "COLUMN", "q", "enableIf = {a} = 1"],
      ["LEFT", "LOOKS", null, "startWithNewLine"],
    ]);
  });

  it.each<[string, string, string]>([
    ["cut", '{"pages":[{"elements":[', "BROKEN"],
    ["of something else", '{"name":"cahier"}', "NO_QUESTION"],
    ["whose questions are no questions", '{"pages":[{"elements":[1,"x",null]}]}', "NO_QUESTION"],
    [
      "a hundred thousand levels deep",
      `{"pages":[{"elements":[{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}]}]}`,
      "TOO_DEEP",
    ],
    [
      "of panels within panels",
      `{"elements":[${'{"type":"panel","elements":['.repeat(25)}{"type":"text"}${"]}".repeat(25)}]}`,
      "TOO_DEEP",
    ],
    [
      "of too many questions",
      JSON.stringify({ elements: Array.from({ length: 500 }, (_, n) => ({ type: "text", name: `q${n}` })) }),
      "TOO_MANY",
    ],
  ])("is refused when it is %s", async (_, text, reason) => {
    await expect(read(text)).rejects.toThrow(new Unreadable(reason as "BROKEN"));
  });

  it("changes nothing of what all objects have", async () => {
    const form = await read(
      `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"title":{"__proto__":"x","constructor":"y"},
        "elements":[{"type":"text","name":"__proto__","title":{"toString":"Un titre"}},{"type":"constructor","name":"c"}]}`,
    );
    expect(asked(form)).toMatchObject([{ name: "proto", label: { text: "Un titre" } }]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(notes(form)).toContainEqual(["LEFT", "TYPE", "c", "constructor"]);
  });
});
