import type { EntityManager } from "typeorm";
import { outlineColumns, type Outline } from "../../domain/listen/questionnaire/outline.ts";
import { QuestionnaireRevisions, Questions } from "../../domain/listen/questionnaire/questionnaire.entity.ts";
import { dayOf } from "../../platform/day.ts";
import { JournalEntries } from "../../platform/journal.ts";
import { second } from "./people.ts";
import type { Demo } from "./rows.ts";

/** Persons who compose the group's questionnaires, and who review and publish them. */
export const composer = "p-anim";
export const publisher = second;

interface Rewording {
  questionId: string;
  /** Former label: the content holds the present one. */
  label: string;
  at: string;
  reason: string;
}

/** Two questions were reworded while people answered, one in a questionnaire that is over and one in that which is open. */
const all: Record<string, Rewording> = {
  q3: {
    questionId: "q3-6",
    label: "Qui peut le résoudre ?",
    at: "2012-05-20T20:00:00+02:00",
    reason: "Plusieurs réponses nommaient des personnes : nous demandons un niveau de décision.",
  },
  q4: {
    questionId: "q4-5",
    label: "À qui, précisément ?",
    at: "2012-06-18T12:00:00+02:00",
    reason: "Une fonction ou un service suffit : nous ne gardons le nom de personne.",
  },
};

/** Rewording of a questionnaire by the day of the demonstration; null when there is none. */
export function rewordingOf({ clock }: Pick<Demo, "clock">, questionnaireId: string): Rewording | null {
  const rewording = all[questionnaireId];
  return rewording && clock.past(rewording.at) ? rewording : null;
}

/** The revision of a questionnaire that was on the page of somebody who answered then. */
export function revisionAt(demo: Pick<Demo, "clock">, questionnaireId: string, submittedAt: string): number {
  const rewording = rewordingOf(demo, questionnaireId);
  return rewording && Date.parse(submittedAt) > Date.parse(rewording.at) ? 2 : 1;
}

/** Once all is written: what the questionnaires asked before, and who did what with them. */
export async function writeHistory(
  db: EntityManager,
  demo: Demo,
  published: { id: string; opensAt: string; title: string }[],
) {
  const { clock, ids } = demo;
  const note = (subject: string, event: string, at: Date, actor: string, data: object = {}) =>
    db.insert(JournalEntries, {
      event,
      subjectType: event.split(".")[0]!,
      subjectId: ids.ordered(subject),
      actorId: ids.ordered(actor),
      data: data as never,
      recordedOn: dayOf(at),
      recordedAt: at,
    });
  for (const { id, opensAt, title } of published) {
    const opened = clock.done(opensAt);
    const daysBefore = (days: number) => new Date(opened.getTime() - days * 86_400_000);
    await note(id, "questionnaire.created", daysBefore(7), composer, { to: title });
    await note(id, "questionnaire.publicationAsked", daysBefore(1), composer);
    await note(id, "questionnaire.published", opened, publisher);
    const rewording = rewordingOf(demo, id);
    if (!rewording) continue;
    const questionnaireId = ids.ordered(id);
    const { questionId, label: from, reason } = rewording;
    const question = await db.findOneByOrFail(Questions, { id: ids.ordered(questionId) });
    const { code, label: to } = question;
    await note(questionId, "question.reworded", clock.done(rewording.at), composer, {
      questionnaireId,
      code,
      from,
      to,
      reason,
    });
    const text = `select ${outlineColumns(db)} from questionnaire it where it.id = $1`;
    const [outline] = await db.query<[Outline]>(text, [questionnaireId]);
    const questions = outline.questions.map((one) =>
      one.id === question.id ? { ...one, label: from, revision: 1 } : one,
    );
    const { repeatQuestionId } = (
      await db.query<[{ repeatQuestionId: string | null }]>(
        `select repeat_question_id as "repeatQuestionId" from questionnaire where id = $1`,
        [questionnaireId],
      )
    )[0];
    await db.insert(QuestionnaireRevisions, {
      questionnaireId,
      revision: 1,
      outline: { repeatQuestionId, sections: outline.sections, questions } as never,
      replacedOn: clock.day(rewording.at),
    });
  }
}
