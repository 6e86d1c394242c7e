import { isObject } from "@cahier/schema/object";
import { m } from "@cahier/schema/messages";
import type { Composed, ComposedQuestionnaire, Section } from "../composed.tsx";
import { labels as fieldLabels } from "../question/fieldWords.ts";
import { fieldsOf } from "../question/questionFields.ts";

/** Something to translate: under which key, what it is called, and its words in French. */
export interface TranslationSource {
  key: string;
  label: string;
  french: string;
}

export type English = Record<string, string>;

/** Names of the texts to translate; choices are `options.VALUE`. */
const plainKeys = ["label", "plain", "help", "rationale", "usedIn", "minLabel", "maxLabel"] as const;
const choiceKeys = ["options", "rows", "scale"] as const;
const simpleLists = { options: "plainOptions", rows: "plainRows", scale: "plainScale" } as const;

/** Each text goes by the label of its field, but a choice of a list is named as one. */
const labels = {
  ...fieldLabels,
  options: m.questionnaireWriting_one_option,
  rows: m.questionnaireWriting_one_row,
  scale: m.questionnaireWriting_one_column,
};

/** The words of a question that there are in French. */
export function sourcesOf({ question, plainWords }: Pick<Composed, "question" | "plainWords">): TranslationSource[] {
  const fields = fieldsOf(question, plainWords);
  const plain = plainKeys.map((key) => ({ key, label: labels[key](), french: question[key] ?? "" }));
  const choices = choiceKeys.flatMap((list) =>
    question[list].map(({ value, label }) => ({ key: `${list}.${value}`, label: labels[list](), french: label })),
  );
  const simple = choiceKeys.flatMap((list) =>
    fields[list].map(({ value, label, plain: words }) => ({
      key: `${simpleLists[list]}.${value}`,
      label: m.questionnaireWriting_plain_of({ label }),
      french: words,
    })),
  );
  const help = { key: "plainHelp", label: labels.plainHelp(), french: fields.plainHelp };
  return [...plain, help, ...choices, ...simple].filter(({ french }) => french.trim() !== "");
}

/** The English words of a question, each under the key of its source; empty where there are none. */
export function englishOf({ english, ...composed }: Pick<Composed, "question" | "plainWords" | "english">): English {
  const known = isObject(english) ? english : {};
  return Object.fromEntries(
    sourcesOf(composed).map(({ key }) => {
      const [name, ...rest] = key.split(".");
      const found = known[name!];
      const words = rest.length && isObject(found) ? found[rest.join(".")] : found;
      return [key, typeof words === "string" ? words : ""];
    }),
  );
}

/** Builds the input of the API: an empty text erases, an absent one stays. */
export function nested(english: English, changed: readonly string[]): Record<string, unknown> {
  const tree: Record<string, unknown> = {};
  for (const key of changed) {
    const words = english[key]!.trim();
    const [name, ...rest] = key.split(".");
    if (!rest.length) tree[name!] = words;
    else tree[name!] = { ...(tree[name!] as object), [rest.join(".")]: words };
  }
  return tree;
}

const of = (title: string, intro: string | null, plainIntro: string | null): TranslationSource[] =>
  [
    { key: "title", label: m.questionnaireWriting_words_title(), french: title },
    { key: "intro", label: m.questionnaireWriting_words_intro(), french: intro ?? "" },
    { key: "plainIntro", label: m.questionnaireWriting_plain_intro(), french: plainIntro ?? "" },
  ].filter(({ french }) => french.trim() !== "");

/** The words of a questionnaire, or of a part. */
export const headSources = (it: ComposedQuestionnaire["questionnaire"] | Section) =>
  of(it.title, it.intro, it.plainIntro);

export const headEnglish = (
  sources: readonly TranslationSource[],
  english: ComposedQuestionnaire["english"],
): English =>
  Object.fromEntries(sources.map(({ key }) => [key, english[key as "title" | "intro" | "plainIntro"] ?? ""]));

/** Counts the texts without English. */
export const missingIn = (sources: readonly TranslationSource[], english: English) =>
  sources.filter(({ key }) => !english[key]?.trim()).length;

/** Counts the texts of a questionnaire without English. */
export function missingEnglish({ questionnaire, english, sections }: ComposedQuestionnaire) {
  const head = headSources(questionnaire);
  const parts = sections.map((section) => {
    const sources = headSources(section);
    const questions = section.questions
      .filter(({ retired }) => !retired)
      .map((composed) => missingIn(sourcesOf(composed), englishOf(composed)));
    return missingIn(sources, headEnglish(sources, section.english)) + questions.reduce((sum, one) => sum + one, 0);
  });
  return missingIn(head, headEnglish(head, english)) + parts.reduce((sum, one) => sum + one, 0);
}
