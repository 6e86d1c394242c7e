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

/** A text that can be translated: its field, the choice it names if it is one, its words in French. */
type Told = [field: string, choice: string | null, words: string | null | undefined];

const toldByHead = ({ title, intro }: { title: string; intro: string | null }): Told[] => [
  ["title", null, title],
  ["intro", null, intro],
];

const toldByQuestion = ({ label, plain, help, rationale, usedIn, settings }: Question): Told[] => [
  ...Object.entries({ label, plain, help, rationale, usedIn }).map(([field, words]): Told => [field, null, words]),
  ["minLabel", null, settings.minLabel],
  ["maxLabel", null, settings.maxLabel],
  ...(["options", "rows", "scale"] as const).flatMap((list) =>
    (settings[list] ?? []).map(({ value, label: words }): Told => [list, value, words]),
  ),
];

/** English words with those that models say of the same French, where there were none; or without them. */
function asModels(before: object, told: Told[], known: ReadonlyMap<string, string>, without: boolean) {
  const en = structuredClone(before) as Record<string, any>;
  let count = 0;
  for (const [field, choice, words] of told) {
    const same = words && known.get(words);
    if (!same) continue;
    const among = choice === null ? en : (en[field] ?? {});
    const at = choice ?? field;
    if (without ? among[at] !== same : among[at]) continue;
    count++;
    if (without) delete among[at];
    else among[at] = same;
    if (choice !== null) en[field] = among;
  }
  return { en, count };
}

/** The rows of a questionnaire whose English changes when what models say is taken up, or taken back. */
export function rowsAsModels(
  head: Questionnaire,
  { sections, questions }: Outline,
  known: ReadonlyMap<string, string>,
  without = false,
) {
  const of = (row: { id: string; translations: { en?: object } }, told: Told[]) => {
    const { en, count } = asModels(row.translations.en ?? {}, told, known, without);
    return { id: row.id, translations: { ...row.translations, en }, count };
  };
  const changed = ({ count }: { count: number }) => count > 0;
  return {
    head: [of(head, toldByHead(head))].filter(changed),
    sections: sections.map((row) => of(row, toldByHead(row))).filter(changed),
    questions: questions.map((row) => of(row, toldByQuestion(row))).filter(changed),
  };
}

/** Number of texts whose English changes then. */
export const textsAsModels = (...asked: Parameters<typeof rowsAsModels>) =>
  Object.values(rowsAsModels(...asked))
    .flat()
    .reduce((sum, { count }) => sum + count, 0);
