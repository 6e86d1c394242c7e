import { givenText } from "../../../platform/text/text.ts";
import type { Outline } from "./outline.ts";
import type {
  PlainHead,
  PlainWords,
  Question,
  Questionnaire,
  TranslatedHead,
  Translations,
} from "./questionnaire.entity.ts";

/** Words in English as they were given: the text, its field, its longest; an empty one is taken away, null stays. */
type TranslationGiven<Words> = { [Key in keyof Words]: [string | null | undefined, string, number] };

/** The same words in English, with what was given put in the place of what was there. */
export function translated(before: HeadTranslations, given: TranslationGiven<TranslatedHead>): HeadTranslations {
  const en: Record<string, string | undefined> = { ...before.en };
  for (const [key, [text, field, most]] of Object.entries(given)) {
    if (text == null) continue;
    const kept = givenText(text, field, most);
    if (kept === null) delete en[key];
    else en[key] = kept;
  }
  const { en: _, ...others } = before;
  return Object.keys(en).length > 0 ? { ...others, en } : others;
}

type HeadTranslations = Translations<TranslatedHead, PlainHead>;

/** The same with an introduction in simple words: an empty one is taken away, null stays. */
export function withPlainIntro(
  translations: HeadTranslations,
  given: string | null | undefined,
  most: number,
): HeadTranslations {
  if (given == null) return translations;
  const intro = givenText(given, "plainIntro", most);
  const { plain: _, ...others } = translations;
  return intro === null ? others : { ...others, plain: { intro } };
}

/** Simple words in English; where a text is translated without them, its own words are told. */
const plainIntroInEnglish = ({ en, plain }: HeadTranslations): Partial<PlainHead> | undefined =>
  en?.plainIntro ? { intro: en.plainIntro } : en?.intro ? undefined : plain;

function plainInEnglish({ en = {}, plain = {} }: Question["translations"]): Partial<PlainWords> {
  const list = (simple = {}, translatedWords: Record<string, string> = {}, own: Record<string, string> = {}) => ({
    ...Object.fromEntries(Object.entries(own).filter(([value]) => !translatedWords[value])),
    ...simple,
  });
  const help = en.plainHelp ?? (en.help ? undefined : plain.help);
  return {
    ...(help !== undefined && { help }),
    options: list(en.plainOptions, en.options, plain.options),
    rows: list(en.plainRows, en.rows, plain.rows),
    scale: list(en.plainScale, en.scale, plain.scale),
  };
}

const said = <Choice extends { value: string; label: string }>(
  choices: Choice[] | undefined,
  words: Record<string, string> | undefined,
) => choices?.map((choice) => ({ ...choice, label: words?.[choice.value] ?? choice.label }));

/** A question in English; what is not translated is in French. */
function questionInEnglish(question: Question): Question {
  const en = question.translations.en ?? {};
  const { options, rows, scale, minLabel, maxLabel } = en;
  const { settings } = question;
  const words = (["label", "plain", "help", "rationale", "usedIn"] as const).flatMap((key) =>
    en[key] === undefined ? [] : [[key, en[key]]],
  );
  return {
    ...question,
    ...(Object.fromEntries(words) as Partial<Question>),
    translations: { ...question.translations, plain: plainInEnglish(question.translations) },
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

const headInEnglish = <It extends { translations: HeadTranslations }>(it: It): It => {
  const { title, intro } = it.translations.en ?? {};
  const translations = { ...it.translations, plain: plainIntroInEnglish(it.translations) };
  return { ...it, ...(title && { title }), ...(intro && { intro }), translations };
};

/** A questionnaire with all it asks, in English; what is not translated is in French, field by field. */
export const inEnglish = <It extends Questionnaire & Outline>(it: It): It => ({
  ...headInEnglish(it),
  sections: it.sections.map(headInEnglish),
  questions: it.questions.map(questionInEnglish),
});
