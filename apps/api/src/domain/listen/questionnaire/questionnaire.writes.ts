import type { EntityManager } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";
import { insertAll } from "../../../platform/data/bulk.ts";
import { arrange } from "./arrange.ts";
import { askedAt, offered } from "./outline.ts";
import { outlineHeld } from "./questionnaire.desk.ts";
import {
  type Question,
  type Questionnaire,
  Questionnaires,
  Questions,
  type Section,
  Sections,
} from "./questionnaire.entity.ts";

/** A questionnaire with its parts and questions, whose ids are made already. */
export interface WholeQuestionnaire {
  head: Partial<Questionnaire> & Pick<Questionnaire, "id" | "title">;
  sections: Partial<Section>[];
  questions: Partial<Question>[];
}

/** Writes a whole questionnaire at once. */
export async function insertWhole(db: EntityManager, { head, sections, questions }: WholeQuestionnaire) {
  await db.insert(Questionnaires, head);
  await insertAll(db, Sections, sections);
  await insertAll(db, Questions, questions);
}

/** All that a questionnaire asks now, in its order: what is no longer asked is left out. */
export interface Asking extends WholeQuestionnaire {
  head: Questionnaire;
}

export async function askingOf(db: EntityManager, head: Questionnaire): Promise<Asking> {
  const { sections, questions } = askedAt(await outlineHeld(db, head.id), head.revision);
  const parts = sections.map(({ id, title, intro, translations }, index) => ({
    ...{ id, title, intro, translations },
    position: index + 1,
  }));
  const asked = sections.flatMap((section) => questions.filter(({ sectionId }) => sectionId === section.id));
  const words = asked.map(({ settings, ...one }, index) => {
    const { id, sectionId, type, label, plain, help, rationale, usedIn, required, visibility, translations } = one;
    return {
      ...{ id, sectionId, type, label, plain, help, rationale, usedIn, required, visibility, translations },
      settings: { ...settings, ...(settings.options && { options: offered(settings.options) }) },
      position: index + 1,
    };
  });
  return { head, sections: parts, questions: words };
}

/** The words and settings of a questionnaire that a rehearsal may change; its dates and its state are left out. */
export const wordsOfHead = (it: Questionnaire) => ({
  title: it.title,
  intro: it.intro,
  estimatedMinutes: it.estimatedMinutes,
  anonymous: it.anonymous,
  languages: it.languages,
  translations: it.translations,
  repeatQuestionId: it.repeatQuestionId,
});

/** Makes a draft ask what another version of it asks, all at once: whoever wrote on the one before is told so. */
export async function rewriteDraft({ db, record }: Transaction, draft: Questionnaire, asking: Asking) {
  const { id } = draft;
  const before = await outlineHeld(db, id);
  const version = 1 + Math.max(0, ...[...before.sections, ...before.questions].map((row) => row.version));
  await db.update(Questionnaires, id, { repeatQuestionId: null });
  await db.delete(Questions, { questionnaireId: id });
  await db.delete(Sections, { questionnaireId: id });
  const own = <Row extends object>(rows: Row[]) => rows.map((row) => ({ ...row, questionnaireId: id, version }));
  await insertAll(db, Sections, own(asking.sections));
  await insertAll(db, Questions, own(asking.questions.map((one) => ({ ...one, code: "" }))));
  const change = { ...wordsOfHead(asking.head), publicationAskedById: null, version: draft.version + 1 };
  await db.update(Questionnaires, id, change);
  const { sections, questions } = await outlineHeld(db, id);
  await arrange({ db, questionnaire: draft, published: false }, sections, questions);
  await record("questionnaire.takenUp", id, { from: draft.title, to: asking.head.title });
}

/** Archives what was published and is not open yet: nobody could answer it. */
export async function archiveUnopened({ db, record, now }: Transaction, id: string) {
  await db.update(Questionnaires, id, { archivedAt: now });
  await record("questionnaire.archived", id);
}
