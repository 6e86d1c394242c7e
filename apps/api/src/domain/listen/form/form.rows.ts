import type { Form, FormOption, FormQuestion, FormSettings, FormWords } from "@cahier/schema/form";
import { randomUUID } from "node:crypto";
import type { Question, QuestionSettings, QuestionWords, Section } from "../questionnaire/questionnaire.entity.ts";

/** The parts and questions of a form as rows of a questionnaire, with ids of their own. */
export function rowsOf(form: Form, questionnaireId: string, number: number, untitled: FormWords) {
  const sections: Partial<Section>[] = [];
  const questions: Partial<Question>[] = [];
  const ids = new Map<string, string>();
  const ranks = { asked: 0, told: 0 };
  for (const { title, intro, questions: asked } of form.sections) {
    const sectionId = randomUUID();
    const words = title.text ? title : untitled;
    sections.push({
      id: sectionId,
      questionnaireId,
      position: sections.length + 1,
      title: words.text,
      intro: intro?.text ?? null,
      translations: inEnglish({ title: words.english, intro: intro?.english ?? null }),
    });
    for (const question of asked) {
      const id = randomUUID();
      ids.set(question.name, id);
      const isText = question.type === "TEXT_BLOCK";
      const code = `${number}.${isText ? `T${++ranks.told}` : ++ranks.asked}`;
      questions.push({
        id,
        questionnaireId,
        sectionId,
        position: questions.length + 1,
        code,
        type: question.type,
        label: question.label.text,
        help: question.help?.text ?? null,
        plain: question.plain?.text ?? null,
        rationale: question.rationale?.text ?? "",
        required: question.required,
        settings: settingsOf(question.settings, ids),
        translations: { ...inEnglish(englishOf(question)), ...inSimpleWords(question) },
      });
    }
  }
  return { sections, questions };
}

const choices = (list: FormOption[]) => list.map(({ value, label }) => ({ value, label: label.text }));

/** The settings of a row: words in one language, questions named by their ids. */
function settingsOf({ visibleIf, ...settings }: FormSettings, ids: ReadonlyMap<string, string>): QuestionSettings {
  const { options, rows, scale, minLabel, maxLabel, ...plain } = settings;
  return {
    ...plain,
    ...(options && { options: choices(options) }),
    ...(rows && { rows: choices(rows) }),
    ...(scale && { scale: choices(scale) }),
    ...(minLabel && { minLabel: minLabel.text }),
    ...(maxLabel && { maxLabel: maxLabel.text }),
    ...(visibleIf !== undefined && { visibleIf: renamed(visibleIf, ids) }),
  };
}

/** A condition with each name replaced by the id of its question: only the value of `question` is one. */
function renamed(condition: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(condition)) return condition.map((part) => renamed(part, ids));
  if (typeof condition !== "object" || condition === null) return condition;
  return Object.fromEntries(
    Object.entries(condition).map(([key, value]) => [
      key,
      key === "question" ? ids.get(value as string) : renamed(value, ids),
    ]),
  );
}

/** Some words of each choice, by its value; null where none has them. */
function toldOf(list: FormOption[] = [], wordsOf: (option: FormOption) => string | null | undefined) {
  const told = list.flatMap((option) => {
    const words = wordsOf(option);
    return words ? [[option.value, words] as const] : [];
  });
  return told.length > 0 ? Object.fromEntries(told) : null;
}

function englishOf({ label, help, plain, plainHelp, rationale, settings }: FormQuestion): Partial<QuestionWords> {
  const told = (list?: FormOption[]) => toldOf(list, (option) => option.label.english);
  const simple = (list?: FormOption[]) => toldOf(list, (option) => option.plain?.english);
  return present({
    label: label.english,
    help: help?.english,
    plain: plain?.english,
    plainHelp: plainHelp?.english,
    rationale: rationale?.english,
    minLabel: settings.minLabel?.english,
    maxLabel: settings.maxLabel?.english,
    options: told(settings.options),
    rows: told(settings.rows),
    scale: told(settings.scale),
    plainOptions: simple(settings.options),
    plainRows: simple(settings.rows),
    plainScale: simple(settings.scale),
  });
}

/** The help and the choices in simple words: what is asked has a column of its own. */
function inSimpleWords({ plainHelp, settings }: FormQuestion) {
  const told = (list?: FormOption[]) => toldOf(list, (option) => option.plain?.text);
  const plain = present({
    help: plainHelp?.text,
    options: told(settings.options),
    rows: told(settings.rows),
    scale: told(settings.scale),
  });
  return Object.keys(plain).length > 0 ? { plain } : {};
}

const present = (words: object) => Object.fromEntries(Object.entries(words).filter(([, value]) => value));

const inEnglish = (words: object) => {
  const en = present(words);
  return Object.keys(en).length > 0 ? { en } : {};
};
