import type { EntityManager } from "typeorm";
import type { QuestionWords } from "../../domain/ground/group/starters.ts";
import {
  type Question,
  QuestionRevisions,
  Questionnaires,
  Questions,
  type QuestionSettings,
  Sections,
} from "../../domain/listen/questionnaire/questionnaire.entity.ts";
import { content } from "../content.ts";
import { composer, publisher, rewordingOf, writeHistory } from "./rewordings.ts";
import type { Demo } from "./rows.ts";

interface SourceQuestion extends Omit<QuestionSettings, "options">, QuestionWords {
  id: string;
  code: string;
  plainHelp?: string;
  options?: { value: string; label: string; plain?: string }[];
  /** Source of its options, when they come from a synthesis. */
  optionsFrom?: string;
}

interface Source {
  id: string;
  objectiveId: string;
  number: number;
  title: string;
  intro: string;
  plainIntro?: string;
  opensAt: string;
  closesAt: string;
  estimatedMinutes: number;
  repeatBy?: string;
  sections: { id: string; title: string; questionIds: string[] }[];
  questions: SourceQuestion[];
}

/** Its help and its choices in simple words, where somebody wrote them. */
function simpleWordsOf({ plainHelp, options = [] }: SourceQuestion): Question["translations"] {
  const simple = Object.fromEntries(options.flatMap(({ value, plain }) => (plain ? [[value, plain]] : [])));
  const isSimple = Object.keys(simple).length > 0;
  if (!plainHelp && !isSimple) return {};
  return { plain: { ...(plainHelp && { help: plainHelp }), ...(isSimple && { options: simple }) } };
}

/** The four questionnaires; those to come are announced, with their dates. `stated` tells the key points that are. */
export function questionnaires(demo: Demo, stated: (keyPointId: string) => boolean) {
  const { clock, ids, put } = demo;
  const all = content<Source[]>("questionnaires.json");
  const problems = new Map(
    content<{ id: string; keyPointId: string }[]>("problems.json").map(({ id, keyPointId }) => [id, keyPointId]),
  );
  put(
    Questionnaires,
    all.map((it) => ({
      id: ids.ordered(it.id),
      slug: `questionnaire-${it.number}`,
      objectiveId: ids.ordered(it.objectiveId),
      number: it.number,
      title: it.title,
      intro: it.intro,
      translations: it.plainIntro ? { plain: { intro: it.plainIntro } } : {},
      estimatedMinutes: it.estimatedMinutes,
      opensAt: clock.instant(it.opensAt),
      closesAt: clock.instant(it.closesAt),
      publishedAt: clock.done(it.opensAt),
      // Results of a closed questionnaire are public; those of an open one wait for its end.
      resultsShown: clock.past(it.closesAt) && it.number < all.length ? ("ALL" as const) : ("HIDDEN" as const),
      revision: rewordingOf(demo, it.id) ? 2 : 1,
      template: false,
      composedById: ids.ordered(composer),
      publishedById: ids.ordered(publisher),
    })),
  );
  put(
    Sections,
    all.flatMap(({ id, sections }) =>
      sections.map((section, position) => ({
        id: ids.ordered(section.id),
        questionnaireId: ids.ordered(id),
        position: position + 1,
        title: section.title,
        intro: null,
      })),
    ),
  );
  const settingsOf = (question: SourceQuestion): QuestionSettings => {
    const { maxLength, options, rows, scale, noOpinionValue, exclusiveValues, minSelect, maxSelect } = question;
    const { allowOther, min, max, minLabel, maxLabel, optionsFrom } = question;
    const linked = (value: string) => {
      const keyPoint = optionsFrom && problems.get(value);
      return keyPoint && stated(keyPoint) ? { keyPointId: ids.ordered(keyPoint) } : {};
    };
    return {
      maxLength,
      options: options?.map(({ value, label }) => ({ value, label, ...linked(value) })),
      rows,
      scale,
      noOpinionValue,
      exclusiveValues,
      minSelect,
      maxSelect,
      allowOther,
      min,
      max,
      minLabel,
      maxLabel,
    };
  };
  put(
    Questions,
    all.flatMap(({ id, sections, questions }) =>
      sections
        .flatMap((section) => section.questionIds.map((questionId) => ({ questionId, sectionId: section.id })))
        .map(({ questionId, sectionId }, position) => {
          const question = questions.find((it) => it.id === questionId)!;
          return {
            id: ids.ordered(questionId),
            questionnaireId: ids.ordered(id),
            sectionId: ids.ordered(sectionId),
            position: position + 1,
            code: question.code,
            type: question.type,
            label: question.label,
            plain: question.plain,
            help: question.help,
            rationale: question.rationale,
            usedIn: question.usedIn,
            required: question.required,
            visibility: question.visibility,
            settings: settingsOf(question),
            translations: simpleWordsOf(question),
            revision: rewordingOf(demo, id)?.questionId === questionId ? 2 : 1,
          };
        }),
    ),
  );
  put(
    QuestionRevisions,
    all.flatMap(({ id, opensAt, questions }) =>
      questions.flatMap((question) => {
        const { plain, help, rationale, required } = question;
        const words = { questionId: ids.ordered(question.id), plain, help, rationale, required };
        const translations = simpleWordsOf(question);
        const asked = { ...words, label: question.label, settings: settingsOf(question), translations };
        const rewording = rewordingOf(demo, id);
        const first = { ...asked, revision: 1, questionnaireRevision: 1, reason: null, madeOn: clock.day(opensAt) };
        if (rewording?.questionId !== question.id) return [first];
        const { label, reason, at } = rewording;
        return [
          { ...first, label },
          { ...asked, revision: 2, questionnaireRevision: 2, reason, madeOn: clock.day(at) },
        ];
      }),
    ),
  );
  /** Once the questions are written: a questionnaire and one of its questions name each other. */
  return async (db: EntityManager) => {
    for (const { id, repeatBy } of all)
      if (repeatBy) await db.update(Questionnaires, ids.ordered(id), { repeatQuestionId: ids.ordered(repeatBy) });
    await writeHistory(
      db,
      demo,
      all.filter(({ opensAt }) => clock.past(opensAt)),
    );
  };
}
