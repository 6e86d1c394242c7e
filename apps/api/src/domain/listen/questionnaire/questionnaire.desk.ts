import { type Flaw, validateDefinition } from "@cahier/schema/questionnaire/validate";
import type { EntityManager } from "typeorm";
import type { ProblemCode, QuestionnaireState } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, notFound, Refusal } from "../../../platform/refusal.ts";
import { columnsOf } from "../../../platform/data/statement.ts";
import { isId } from "../../../platform/text/text.ts";
import { Objectives, type WorkingGroup, WorkingGroups } from "../../ground/group/group.entity.ts";
import { definitionFrom } from "./definition.ts";
import { askedAt, type Outline, outlineColumns } from "./outline.ts";
import {
  type Question,
  QuestionnaireRevisions,
  type Questionnaire,
  Questionnaires,
  type Section,
} from "./questionnaire.entity.ts";
import { questionnairePolicy, questionnaireState } from "./questionnaire.policy.ts";

/** A questionnaire on the desk of somebody who composes: held until what they do is written. */
export interface ComposingDesk extends Transaction {
  questionnaire: Questionnaire;
  group: WorkingGroup;
  outline: Outline;
  state: QuestionnaireState;
  /** People may have it before their eyes: what it asks changes by revisions, never in place. */
  published: boolean;
  question: (id: string) => Question;
  section: (id: string) => Section;
  /** Keeps what was asked so far and moves on to the next revision, once an act; a draft stays at the first. */
  revise: () => Promise<number>;
}

/** Answer of every act of composing. */
export type Composed = { composedQuestionnaire: Questionnaire };

/** SQL: the questionnaire of a part or a question; of one that was removed, the journal knows it. */
const holding = (table: "section" | "question") => `coalesce((select questionnaire_id from ${table} where id = $1),
  (select (data->>'questionnaireId')::uuid from journal_entry
   where subject_type = '${table}' and subject_id = $1 and event = '${table}.removed' limit 1))`;

const heldBy = { questionnaire: "$1", section: holding("section"), question: holding("question") };

/**
 * Does something with a questionnaire, named by its id or that of a part or a question of it. What is published stays
 * sound: an act that would leave a condition without its question, or a question without its options, is refused.
 */
export async function composing(
  tx: Transaction,
  named: keyof typeof heldBy,
  id: string,
  act: (desk: ComposingDesk) => Promise<unknown>,
): Promise<Composed> {
  const { db, viewer } = tx;
  authorize(questionnairePolicy.compose(viewer));
  const text = `select ${columnsOf(db, Questionnaires)} from questionnaire it where it.id = ${heldBy[named]}
    for no key update`;
  const [questionnaire] = isId(id) ? await db.query<[Questionnaire?]>(text, [id]) : [];
  if (!questionnaire) throw notFound();
  const group = await groupOf(db, questionnaire);
  authorize(questionnairePolicy.compose(viewer, group.id));
  try {
    const desk = await deskOf(tx, questionnaire, group);
    const before = flawsIn(desk);
    await act(desk);
    if (desk.published) await refuseNewFlaws(desk, before);
  } catch (error) {
    throw error instanceof Refusal ? error.with({ composedQuestionnaire: questionnaire, ...error.answer }) : error;
  }
  return { composedQuestionnaire: (await db.findOneBy(Questionnaires, { id: questionnaire.id }))! };
}

async function groupOf(db: EntityManager, { objectiveId }: Questionnaire): Promise<WorkingGroup> {
  const { groupId } = await db.findOneByOrFail(Objectives, { id: objectiveId });
  return db.findOneByOrFail(WorkingGroups, { id: groupId });
}

async function deskOf(tx: Transaction, questionnaire: Questionnaire, group: WorkingGroup): Promise<ComposingDesk> {
  const { db, now } = tx;
  const outline = await outlineHeld(db, questionnaire.id);
  const published = questionnaire.publishedAt !== null;
  let revision: Promise<number> | undefined;
  const revise = async () => {
    const { id, repeatQuestionId } = questionnaire;
    await db.insert(QuestionnaireRevisions, {
      questionnaireId: id,
      revision: questionnaire.revision,
      outline: { repeatQuestionId, ...(await outlineHeld(db, id)) } as never,
      replacedOn: dayOf(now),
    });
    questionnaire = { ...questionnaire, revision: questionnaire.revision + 1 };
    await db.update(Questionnaires, id, { revision: questionnaire.revision });
    return questionnaire.revision;
  };
  return {
    ...tx,
    questionnaire,
    group,
    outline,
    state: questionnaireState(questionnaire, now),
    published,
    question: (id) => found(outline.questions.find((question) => question.id === id)),
    section: (id) => found(outline.sections.find((section) => section.id === id)),
    revise: () => (published ? (revision ??= revise()) : Promise.resolve(questionnaire.revision)),
  };
}

/**
 * False where rows with these ids, made by whoever sends them, are in the questionnaire already: what is sent again is
 * there once. Refused with CONFLICT where other rows have them.
 */
export async function areNew({ db, outline }: ComposingDesk, ids: string[], field: string): Promise<boolean> {
  const known = new Set([...outline.sections, ...outline.questions].map(({ id }) => id));
  if (ids.length > 0 && ids.every((id) => known.has(id))) return false;
  const [{ taken }] = await db.query<[{ taken: boolean }]>(
    `select exists (select from section where id = any($1::uuid[]))
       or exists (select from question where id = any($1::uuid[])) as taken`,
    [ids.filter(isId)],
  );
  if (taken || !ids.every(isId) || new Set(ids).size < ids.length) throw new Refusal("CONFLICT", field);
  return true;
}

function found<Row>(row: Row | undefined): Row {
  if (!row) throw notFound();
  return row;
}

/** Its parts and questions as they stand in this transaction. */
export async function outlineHeld(db: EntityManager, id: string): Promise<Outline> {
  const [outline] = await db.query<[Outline]>(`select ${outlineColumns(db)} from questionnaire it where it.id = $1`, [
    id,
  ]);
  return { sections: outline.sections, questions: outline.questions };
}

const flawsIn = ({ questionnaire, outline }: Pick<ComposingDesk, "questionnaire" | "outline">): Flaw[] =>
  validateDefinition(definitionFrom(questionnaire, askedAt(outline, questionnaire.revision)));

const naming = ({ questionId, code }: Flaw) => `${questionId} ${code}`;

async function refuseNewFlaws(desk: ComposingDesk, before: Flaw[]) {
  const known = new Set(before.map(naming));
  const questionnaire = (await desk.db.findOneBy(Questionnaires, { id: desk.questionnaire.id }))!;
  if (!questionnaire.publishedAt) return;
  const outline = await outlineHeld(desk.db, questionnaire.id);
  const flaw = flawsIn({ questionnaire, outline }).find((one) => !known.has(naming(one)));
  if (!flaw) return;
  const question = outline.questions.find(({ id }) => id === flaw.questionId);
  const [code, field] = refusals[flaw.code] ?? ["IN_USE", null];
  throw new Refusal(code, field, question?.code ?? null);
}

/** Refusal for a flaw that an act would leave. Any other flaw means that something still uses what was there. */
const refusals: Partial<Record<Flaw["code"], [ProblemCode, string]>> = {
  OPTIONS_MISSING: ["REQUIRED", "options"],
  RATIONALE_MISSING: ["REQUIRED", "rationale"],
  VALUE_UNKNOWN: ["UNKNOWN_CHOICE", "exclusiveValues"],
  TERRITORY_ASKED_TWICE: ["IN_USE", "type"],
  NEVER_ASKED_OF_ALL: ["IN_USE", "visibleIf"],
};
