import { randomUUID } from "node:crypto";
import type { EntityManager } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";
import { insertAll } from "../../../platform/data/bulk.ts";
import type { Objective, WorkingGroup } from "../../ground/group/group.entity.ts";
import { starterFor } from "../../ground/group/starters.ts";
import { arrange } from "./arrange.ts";
import { freeAddress, numberOfLast } from "./begin.ts";
import {
  archiveQuestionnaire,
  askForPublication,
  closeQuestionnaire,
  publishQuestionnaire,
} from "./lifecycle.commands.ts";
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
import { questionnaireState } from "./questionnaire.policy.ts";

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

/** A question that is asked alone, and its span. */
export interface Single {
  id: string;
  questionId: string;
  label: string;
  rationale: string;
  title: string;
  opensAt: Date;
  closesAt: Date;
}

/** The question about the place, in the words of questionnaires that groups begin with. */
const placeAsked = () =>
  starterFor("FULL", "")
    .objectives.flatMap(({ questionnaire }) => questionnaire.sections.flatMap(({ questions }) => questions))
    .find(({ type }) => type === "TERRITORY")!;

/** Writes a questionnaire of one question and the place; publishes it, or asks a second person to, as for any other. */
export async function askSingle(tx: Transaction, group: WorkingGroup, objective: Objective, asked: Single) {
  const { db, viewer, record } = tx;
  const { id, questionId, label, rationale, title, opensAt, closesAt } = asked;
  const number = (await numberOfLast(db, group.id)) + 1;
  const slug = await freeAddress(db, number, group.slug);
  const sectionId = randomUUID();
  const { type, label: where, plain, help, rationale: why, usedIn } = placeAsked();
  const both = { questionnaireId: id, sectionId, required: true, visibility: "PUBLIC" as const, settings: {} };
  await insertWhole(db, {
    head: {
      ...{ id, slug, objectiveId: objective.id, number, title, intro: "", estimatedMinutes: 2, opensAt, closesAt },
      ofTheWeek: true,
      composedById: viewer.id,
    },
    sections: [{ id: sectionId, questionnaireId: id, position: 1, title, intro: null }],
    questions: [
      {
        ...{ ...both, id: questionId, position: 1, code: `${number}.1`, type: "LONG_TEXT" },
        ...{ label, plain: null, help: null, rationale, usedIn: null },
      },
      {
        ...{ ...both, id: randomUUID(), position: 2, code: `${number}.2`, type },
        ...{ label: where, plain, help, rationale: why, usedIn },
      },
    ],
  });
  await record("questionnaire.created", id, { to: title, from: null });
  await (group.smallTeam ? publishQuestionnaire(tx, { id }) : askForPublication(tx, { id }));
}

/** Asks it of nobody any more, where it was written for a week: answers given stay. */
export async function unaskSingle(tx: Transaction, { id, ofTheWeek, ...dates }: Questionnaire) {
  if (!ofTheWeek) return;
  const state = questionnaireState(dates, tx.now);
  if (state === "DRAFT") await archiveQuestionnaire(tx, { id });
  if (state === "OPEN" || state === "PAUSED")
    await closeQuestionnaire(tx, { id, reason: "Question de la semaine retirée." });
  if (state === "SCHEDULED") await archiveUnopened(tx, id);
}

/** Archives what was published and is not open yet: nobody could answer it. */
async function archiveUnopened({ db, record, now }: Transaction, id: string) {
  await db.update(Questionnaires, id, { archivedAt: now });
  await record("questionnaire.archived", id);
}
