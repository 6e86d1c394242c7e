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
        rationale: question.rationale?.text ?? "",
        required: question.required,
        settings: settingsOf(question.settings, ids),
        translations: inEnglish(englishOf(question)),
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

function englishOf({ label, help, rationale, settings }: FormQuestion): Partial<QuestionWords> {
  const told = (list: FormOption[] = []) => {
    const words = list.flatMap(({ value, label: { english } }) => (english ? [[value, english] as const] : []));
    return words.length > 0 ? Object.fromEntries(words) : null;
  };
  return present({
    label: label.english,
    help: help?.english,
    rationale: rationale?.english,
    minLabel: settings.minLabel?.english,
    maxLabel: settings.maxLabel?.english,
    options: told(settings.options),
    rows: told(settings.rows),
    scale: told(settings.scale),
  });
}

const present = (words: object) => Object.fromEntries(Object.entries(words).filter(([, value]) => value));

const inEnglish = (words: object) => {
  const en = present(words);
  return Object.keys(en).length > 0 ? { en } : {};
};
