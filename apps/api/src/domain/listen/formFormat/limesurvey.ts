import type { Form } from "@cahier/schema/form";
import { type Assembly, assembly } from "./assembly.ts";
import { askLime, type Lime } from "./limesurvey.question.ts";
import { groupsOf, type LimeGroup, readTables, type Row } from "./limesurvey.tables.ts";
import { languageOf, type Texts } from "./formWords.ts";

/** Tables of a survey that are read, or hold nothing that is asked. Any other is reported. */
const read = new Set([
  "LimeSurveyDocType",
  "DBVersion",
  "languages",
  "answers",
  "answer_l10ns",
  "conditions",
  "groups",
  "group_l10ns",
  "questions",
  "question_l10ns",
  "question_attributes",
  "subquestions",
  "surveys",
  "surveys_languagesettings",
]);

/** Words of a survey that have a place here, or none that matters once it is here. */
const settled =
  /^(?:surveyls_(?:survey_id|language|title|description|welcometext|dateformat|numberformat|email_.*|alias)|email_admin_.*|attachments)$/;

/** An empty list, as PHP serialises it. */
const nothing = "a:0:{}";

/** Reads a survey taken out of LimeSurvey as .lss. */
export async function readLimeSurvey(text: string): Promise<Form> {
  const tables = await readTables(text);
  const settings = tables.rows("surveys_languagesettings");
  const survey = tables.rows("surveys")[0];
  const languages = [
    ...new Set([...tables.languages, ...settings.map((row) => row.get("surveyls_language") ?? "")].filter(Boolean)),
  ].map(languageOf);
  const form = assembly("LIMESURVEY", languages.length ? [...new Set(languages)] : ["fr"]);
  for (const name of tables.names) if (!read.has(name)) form.left("TABLE", undefined, name);
  saySettings(form, survey, settings);

  const lime: Lime = { looks: new Set() };
  for (const group of groupsOf(tables)) readGroup(form, group, lime);
  if (lime.looks.size) form.left("LOOKS", undefined, [...lime.looks].join(", "));

  const told = (field: string): Texts =>
    Object.fromEntries(
      settings.map((row) => [languageOf(row.get("surveyls_language") ?? ""), row.get(field) ?? ""] as const),
    );
  const intro = both(told("surveyls_description"), told("surveyls_welcometext"));
  return form.finish(told("surveyls_title"), intro);
}

/** Two texts, one under the other. */
const both = (first: Texts, second: Texts): Texts =>
  Object.fromEntries(
    [...new Set([...Object.keys(first), ...Object.keys(second)])].map((language) => [
      language,
      [first[language], second[language]].filter(Boolean).join("\n"),
    ]),
  );

function readGroup(form: Assembly, group: LimeGroup, lime: Lime) {
  const spot = { place: `gid ${group.gid}`, name: Object.values(group.title)[0] ?? "" };
  form.section(spot, "group", group.title, group.intro);
  const condition = group.relevance.trim() === "1" ? "" : group.relevance.trim();
  if (condition && group.questions.length) form.changed("SHARED_CONDITION", spot, condition);
  for (const question of group.questions) askLime(form, question, condition, lime);
}

/** Reports the settings of the survey that have no counterpart here. */
function saySettings(form: Assembly, survey: Row | undefined, settings: readonly Row[]) {
  const spot = { place: "surveys", name: null };
  const given = (field: string) => survey?.get(field) ?? "";
  for (const field of ["startdate", "expires", "googleanalyticsapikey"])
    if (given(field)) form.left("SETTING", spot, `${field} = ${given(field)}`);
  for (const field of ["anonymized", "assessments", "usetokens", "allowregister", "usecaptcha", "publicstatistics"])
    if (/^[YX]/.test(given(field))) form.left("SETTING", spot, `${field} = ${given(field)}`);
  for (const row of settings)
    for (const [field, value] of row)
      if (value && value !== "0" && value !== nothing && !settled.test(field))
        form.left("SETTING", { place: "surveys_languagesettings", name: null }, `${field} = ${value}`);
}
