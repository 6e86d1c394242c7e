import type { Form } from "@cahier/schema/form";
import { describe, expect, it } from "vitest";
import { lssOf, surveyInLss } from "../../../../test/acts/forms.ts";
import { readForm } from "../form/read.ts";

const asked = (form: Form) => form.sections.flatMap(({ questions }) => questions);
const notes = (form: Form) => form.notes.map(({ outcome, code, place, value }) => [outcome, code, place, value]);

const part = (parent: number, title: string, more = {}) => ({
  qid: 100 + Number(title.replace(/\D/g, "")),
  parent_qid: parent,
  title,
  question_order: Number(title.replace(/\D/g, "")),
  scale_id: 0,
  relevance: "1",
  ...more,
});
const answer = (qid: number, code: string, more = {}) => ({
  qid,
  code,
  answer: `Choix ${code}`,
  scale_id: 0,
  language: "fr",
  ...more,
});

/** Parts and answers for the question 10, as every type may want them. */
const around = {
  subquestions: [part(10, "SQ1"), part(10, "SQ2"), part(10, "SQ7", { scale_id: 1 })],
  answers: [answer(10, "A1"), answer(10, "A2"), answer(10, "B1", { scale_id: 1 })],
};

describe("a LimeSurvey survey", () => {
  it.each([
    ["L", "SINGLE_CHOICE"],
    ["!", "SINGLE_CHOICE"],
    ["O", "SINGLE_CHOICE"],
    ["Y", "SINGLE_CHOICE"],
    ["G", "SINGLE_CHOICE"],
    ["M", "MULTIPLE_CHOICE"],
    ["P", "MULTIPLE_CHOICE"],
    ["T", "LONG_TEXT"],
    ["U", "LONG_TEXT"],
    ["S", "SHORT_TEXT"],
    ["Q", "SHORT_TEXT"],
    ["K", "NUMBER"],
    ["N", "NUMBER"],
    ["D", "DATE"],
    ["F", "MATRIX"],
    ["H", "MATRIX"],
    ["A", "MATRIX"],
    ["B", "MATRIX"],
    ["C", "MATRIX"],
    ["E", "MATRIX"],
    ["1", "MATRIX"],
    [":", "MATRIX"],
    [";", "LONG_TEXT"],
    ["R", "RANKING"],
    ["5", "RATING"],
    ["X", "TEXT_BLOCK"],
  ])("gives the type %s as %s", async (type, expected) => {
    const form = await readForm(surveyInLss([{ type }], around));
    expect(asked(form)[0]?.type).toBe(expected);
    expect(form.items).toContainEqual({
      place: "qid 10",
      name: expect.any(String) as string,
      kind: type,
      became: expected,
    });
  });

  it.each(["I", "*", "|", "?"])("lists the type %s among what it leaves", async (type) => {
    const form = await readForm(surveyInLss([{ type: "T" }, { type }]));
    expect(asked(form)).toHaveLength(1);
    expect(notes(form)).toContainEqual(["LEFT", "TYPE", "qid 11", type]);
  });

  it("joins groups, questions, parts and answers by their ids, in their order, in both languages", async () => {
    const form = await readForm(
      lssOf(
        {
          groups: [
            { gid: 2, group_order: 2, grelevance: "" },
            { gid: 1, group_order: 1, grelevance: "" },
          ],
          group_l10ns: [
            { gid: 1, group_name: "Avant", description: "<p>Un mot.</p>", language: "fr" },
            { gid: 1, group_name: "Before", description: "<p>A word.</p>", language: "en" },
            { gid: 2, group_name: "Après", language: "fr" },
          ],
          questions: [
            { qid: 4, parent_qid: 0, gid: 2, type: "T", title: "b", question_order: 1, relevance: "1" },
            { qid: 3, parent_qid: 0, gid: 1, type: "L", title: "a", question_order: 1, relevance: "1", mandatory: "Y" },
          ],
          question_l10ns: [
            { qid: 3, question: "Lequel ?", help: "Un seul.", language: "fr" },
            { qid: 3, question: "Which one?", help: "Only one.", language: "en" },
            { qid: 4, question: "Pourquoi ?", language: "fr" },
          ],
          answers: [
            { aid: 31, qid: 3, code: "z", sortorder: 2, scale_id: 0 },
            { aid: 30, qid: 3, code: "y", sortorder: 1, scale_id: 0 },
          ],
          answer_l10ns: [
            { aid: 30, answer: "Oui", language: "fr" },
            { aid: 30, answer: "Yes", language: "en" },
            { aid: 31, answer: "Non", language: "fr" },
          ],
          surveys_languagesettings: [
            { surveyls_language: "fr", surveyls_title: "Le sondage", surveyls_welcometext: "Bonjour." },
            { surveyls_language: "en", surveyls_title: "The survey", surveyls_welcometext: "Hello." },
          ],
        },
        ["fr", "en"],
      ),
    );
    expect(form).toMatchObject({
      title: { text: "Le sondage", english: "The survey" },
      intro: { text: "Bonjour.", english: "Hello." },
      sections: [
        { title: { text: "Avant", english: "Before" }, intro: { text: "Un mot." }, questions: [{ name: "a" }] },
        { title: { text: "Après", english: null }, questions: [{ name: "b" }] },
      ],
    });
    expect(asked(form)[0]).toMatchObject({
      label: { text: "Lequel ?", english: "Which one?" },
      help: { text: "Un seul.", english: "Only one." },
      required: true,
      settings: { options: [{ value: "y", label: { text: "Oui", english: "Yes" } }, { value: "z" }] },
    });
    expect(form.notes).toEqual([]);
  });

  it("reads the files of older versions, where each language has a row of its own", async () => {
    const row = { qid: 3, parent_qid: 0, gid: 1, type: "S", title: "a", question_order: 1, relevance: "1" };
    const form = await readForm(
      lssOf(
        {
          groups: [
            { gid: 1, group_name: "Partie", group_order: 1, language: "fr" },
            { gid: 1, group_name: "Part", group_order: 1, language: "en" },
          ],
          questions: [
            { ...row, question: "Name?", language: "en" },
            { ...row, question: "Nom ?", language: "fr" },
          ],
          surveys_languagesettings: [{ surveyls_language: "fr", surveyls_title: "Sondage" }],
        },
        ["en", "fr"],
      ),
    );
    expect(asked(form)).toMatchObject([{ label: { text: "Nom ?", english: "Name?" } }]);
    expect(form.sections[0]!.title).toEqual({ text: "Partie", english: "Part" });
  });

  it("keeps of a number that it is whole, and its bounds", async () => {
    const form = await readForm(
      surveyInLss([{ type: "N" }, { type: "N" }], {
        question_attributes: [
          { qid: 10, attribute: "num_value_int_only", value: "1", language: "" },
          { qid: 10, attribute: "min_num_value_n", value: "0", language: "" },
        ],
      }),
    );
    expect(asked(form).map(({ settings }) => settings)).toEqual([{ min: 0, wholeNumbers: true }, {}]);
  });

  it("keeps simple words, which are attributes of its own", async () => {
    const form = await readForm(
      surveyInLss([{ type: "T" }], {
        question_attributes: [
          { qid: 10, attribute: "plain", value: "Que faites-vous ?", language: "fr" },
          { qid: 10, attribute: "plain_help", value: "En un mot.", language: "fr" },
        ],
      }),
    );
    expect(asked(form)).toMatchObject([{ plain: { text: "Que faites-vous ?" }, plainHelp: { text: "En un mot." } }]);
    expect(form.notes).toEqual([]);
  });

  it("takes « other », the least and the most of choices, and what excludes the others", async () => {
    const form = await readForm(
      surveyInLss([{ type: "M", other: "Y" }], {
        ...around,
        question_attributes: [
          { qid: 10, attribute: "min_answers", value: "1", language: "" },
          { qid: 10, attribute: "max_answers", value: "2", language: "" },
          { qid: 10, attribute: "exclude_all_others", value: "SQ2", language: "" },
          { qid: 10, attribute: "other_replace_text", value: "Autre chose", language: "fr" },
        ],
      }),
    );
    expect(asked(form)[0]!.settings).toMatchObject({
      allowOther: true,
      minSelect: 1,
      maxSelect: 2,
      exclusiveValues: ["SQ2"],
      options: [{ value: "SQ1" }, { value: "SQ2" }, { value: "OTHER", label: { text: "Autre chose" } }],
    });
  });

  it("asks the text beside a list apart, each line of a list of texts apart, each scale of a double table apart", async () => {
    const count = async (type: string) => asked(await readForm(surveyInLss([{ type }], around))).length;
    expect(await count("O")).toBe(2);
    expect(await count("Q")).toBe(2);
    expect(await count("1")).toBe(2);
  });

  it("leaves out what is never shown, and says so", async () => {
    const form = await readForm(
      surveyInLss([{ type: "T" }, { type: "T", relevance: "0" }, { type: "S" }], {
        question_attributes: [{ qid: 12, attribute: "hidden", value: "1", language: "" }],
      }),
    );
    expect(asked(form)).toHaveLength(1);
    expect(form.notes.map(({ code, place }) => [code, place])).toEqual([
      ["ALWAYS_HIDDEN", "qid 11"],
      ["ALWAYS_HIDDEN", "qid 12"],
    ]);
  });

  it("keeps the text of HTML alone", async () => {
    const question = `<p>Une <b>ques</b>tion<br/>&eacute;crite &lt;ici&gt;</p><script>alert(1)</script><img src=x onerror="alert(2)">`;
    const form = await readForm(surveyInLss([{ type: "T", question }]));
    expect(asked(form)[0]!.label.text).toBe("Une question écrite <ici>");
    expect(notes(form)).toEqual([["CHANGED", "MARKUP", "qid 10", ""]]);
  });

  it("drops no setting in silence", async () => {
    const form = await readForm(
      surveyInLss([{ type: "S", preg: "/a+/", mandatory: "S" }], {
        defaultvalues: [{ qid: 10, defaultvalue: "Bonjour" }],
        quota: [{ id: 1 }],
        surveys: [{ sid: 1, anonymized: "Y", startdate: "2020-01-01 00:00:00" }],
        question_attributes: [
          { qid: 10, attribute: "array_filter", value: "q0", language: "" },
          { qid: 10, attribute: "cssclass", value: "grand", language: "" },
          { qid: 10, attribute: "location_mapservice", value: "0", language: "" },
        ],
      }),
    );
    expect(notes(form)).toEqual([
      ["LEFT", "TABLE", null, "defaultvalues"],
      ["LEFT", "TABLE", null, "quota"],
      ["LEFT", "SETTING", "surveys", "startdate = 2020-01-01 00:00:00"],
      ["LEFT", "SETTING", "surveys", "anonymized = Y"],
      ["CHANGED", "SOFT", "qid 10", ""],
      ["LEFT", "CONSTRAINT", "qid 10", "/a+/"],
      ["LEFT", "COLUMN", "qid 10", "array_filter = q0"],
      ["LEFT", "LOOKS", null, "cssclass"],
    ]);
  });

  it("is kept in the language it has, which is said, where it has no French", async () => {
    const form = await readForm(
      lssOf(
        {
          groups: [{ gid: 1, group_name: "Part", group_order: 1, language: "en" }],
          questions: [{ qid: 3, parent_qid: 0, gid: 1, type: "S", title: "a", question: "Name?", language: "en" }],
          surveys_languagesettings: [{ surveyls_language: "en", surveyls_title: "Survey" }],
        },
        ["en", "es"],
      ),
    );
    expect(form.language).toBe("en");
    expect(asked(form)[0]!.label).toEqual({ text: "Name?", english: "Name?" });
    expect(notes(form)).toEqual([
      ["CHANGED", "LANGUAGE", null, "en"],
      ["LEFT", "LANGUAGES", null, "es"],
    ]);
  });
});
