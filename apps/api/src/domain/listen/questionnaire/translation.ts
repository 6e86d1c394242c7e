import { givenText } from "../../../platform/text/text.ts";
import type { Outline } from "./outline.ts";
import type { Question, Questionnaire, Translations } from "./questionnaire.entity.ts";

/** Words in English as they were given: the text, its field, its longest; an empty one is taken away, null stays. */
type TranslationGiven<Words> = { [Key in keyof Words]: [string | null | undefined, string, number] };

/** The same words in English, with what was given put in the place of what was there. */
export function translated<Words extends Record<string, string>>(
  before: Translations<Words>,
  given: TranslationGiven<Words>,
): Translations<Words> {
  const en: Record<string, string | undefined> = { ...before.en };
  for (const [key, [text, field, most]] of Object.entries(given)) {
    if (text == null) continue;
    const kept = givenText(text, field, most);
    if (kept === null) delete en[key];
    else en[key] = kept;
  }
  return Object.keys(en).length > 0 ? { en: en as Partial<Words> } : {};
}

const said = <Choice extends { value: string; label: string }>(
  choices: Choice[] | undefined,
  words: Record<string, string> | undefined,
) => choices?.map((choice) => ({ ...choice, label: words?.[choice.value] ?? choice.label }));

/** A question in English; what is not translated is in French. */
function questionInEnglish(question: Question): Question {
  const { options, rows, scale, minLabel, maxLabel, ...words } = question.translations.en ?? {};
  const { settings } = question;
  return {
    ...question,
    ...words,
    settings: {
      ...settings,
      ...(settings.options && { options: said(settings.options, options) }),
      ...(settings.rows && { rows: said(settings.rows, rows) }),
      ...(settings.scale && { scale: said(settings.scale, scale) }),
      ...(settings.minLabel && { minLabel: minLabel ?? settings.minLabel }),
      ...(settings.maxLabel && { maxLabel: maxLabel ?? settings.maxLabel }),
    },
  };
}

/** A questionnaire with all it asks, in English; what is not translated is in French, field by field. */
export const inEnglish = <It extends Questionnaire & Outline>(it: It): It => ({
  ...it,
  ...it.translations.en,
  sections: it.sections.map((section) => ({ ...section, ...section.translations.en })),
  questions: it.questions.map(questionInEnglish),
});
