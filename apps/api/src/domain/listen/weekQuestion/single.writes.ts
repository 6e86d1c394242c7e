import { randomUUID } from "node:crypto";
import type { Transaction } from "../../../platform/context.ts";
import type { Objective, WorkingGroup } from "../../ground/group/group.entity.ts";
import { starterFor } from "../../ground/group/starters.ts";
import { freeAddress, numberOfLast } from "../questionnaire/begin.ts";
import {
  archiveQuestionnaire,
  askForPublication,
  closeQuestionnaire,
  publishQuestionnaire,
} from "../questionnaire/lifecycle.commands.ts";
import type { Questionnaire } from "../questionnaire/questionnaire.entity.ts";
import { questionnaireState } from "../questionnaire/questionnaire.policy.ts";
import { archiveUnopened, insertWhole } from "../questionnaire/questionnaire.writes.ts";

/** What is asked alone, and from when to when. */
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
