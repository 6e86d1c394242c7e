import { randomUUID } from "node:crypto";
import { following } from "@cahier/schema/calendar/follow";
import type { GroupStarter, Language } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf, endOf, startOf } from "../../../platform/day.ts";
import { type Objective, Objectives, type WorkingGroup, WorkingGroups } from "../../ground/group/group.entity.ts";
import { type Milestone, Milestones } from "../../meet/schedule/schedule.entity.ts";
import { objectivesAtWork } from "../../ground/group/launch.writes.ts";
import { starterFor, type StarterQuestionnaire } from "../../ground/group/starters.ts";
import { Themes } from "../../ground/theme/theme.entity.ts";
import { Questionnaires } from "./questionnaire.entity.ts";
import { type Asking, insertWhole, rewriteDraft } from "./questionnaire.writes.ts";
import { freeAddress, numberOfLast } from "./begin.ts";
import { duplicate } from "./duplicate.ts";
import { validateDefinition } from "@cahier/schema/questionnaire/validate";
import { type EntityManager, In, IsNull } from "typeorm";
import { Refusal } from "../../../platform/refusal.ts";
import { definitionFrom } from "./definition.ts";
import { askedAt } from "./outline.ts";
import { keepWording } from "./question.writes.ts";
import { outlineHeld } from "./questionnaire.desk.ts";
import { questionnairePolicy, questionnaireState } from "./questionnaire.policy.ts";

/** Writes the questionnaires of a new group, one an objective: drafts, in the words of its theme, on its calendar. */
export async function startQuestionnaires(tx: Transaction, groupId: string, data: Record<string, unknown>) {
  const { db } = tx;
  const { starter, language, fromId } = data;
  const group = await db.findOneByOrFail(WorkingGroups, { id: groupId });
  const { title } = await db.findOneByOrFail(Themes, { id: group.themeId });
  const objectives = await db.find(Objectives, { where: { groupId }, order: { number: "ASC" } });
  const dates = await datesByObjective(tx, groupId);
  if (typeof fromId === "string") return copyQuestionnaires(tx, fromId, group.slug, objectives, dates);
  for (const [index, { questionnaire }] of starterFor(
    starter as GroupStarter,
    title,
    language as Language,
  ).objectives.entries()) {
    const objective = objectives[index]!;
    await write(tx, group.slug, objective, index + 1, questionnaire, dates.get(objective.id)!);
  }
}

/** Writes what another group asked, objective by objective: the questions alone, as drafts. */
async function copyQuestionnaires(
  tx: Transaction,
  fromId: string,
  groupSlug: string,
  objectives: Objective[],
  dates: Map<string | null, Opening>,
) {
  const { db, viewer, record } = tx;
  const asked = await objectivesAtWork(db, fromId);
  let number = 0;
  for (const [index, { id: objectiveId }] of asked.entries()) {
    const where = { objectiveId, template: false, ofTheWeek: false, archivedAt: IsNull() };
    for (const source of await db.find(Questionnaires, { where, order: { number: "ASC" } })) {
      number++;
      const id = randomUUID();
      const own = objectives[index]!.id;
      const { title, intro, estimatedMinutes, anonymous } = source;
      const slug = await freeAddress(db, number, groupSlug);
      const head = { id, slug, objectiveId: own, number, title, intro, estimatedMinutes, anonymous };
      await db.insert(Questionnaires, { ...head, ...dates.get(own)!, composedById: viewer.id });
      await duplicate(tx, source, await db.findOneByOrFail(Questionnaires, { id }));
      await record("questionnaire.created", id, { to: title, from: title, fromId: source.id });
    }
  }
}

async function write(
  { db, viewer, record }: Transaction,
  groupSlug: string,
  { id: objectiveId }: Objective,
  number: number,
  { title, intro, estimatedMinutes, repeats, sections }: StarterQuestionnaire,
  dates: Opening,
) {
  const id = randomUUID();
  const slug = await freeAddress(db, number, groupSlug);
  const head = { id, slug, objectiveId, number, title, intro, estimatedMinutes, ...dates, composedById: viewer.id };
  const parts = sections.map((section, index) => ({
    row: { id: randomUUID(), questionnaireId: id, position: index + 1, title: section.title, intro: null },
    questions: section.questions,
  }));
  const asked = parts.flatMap(({ row, questions }) => questions.map((question) => ({ question, sectionId: row.id })));
  const questions = asked.map(({ question, sectionId }, index) => {
    const { type, label, plain, help, rationale, usedIn, required, visibility, settings } = question;
    return {
      ...{ type, label, plain, help, rationale, usedIn, required, visibility, settings },
      id: randomUUID(),
      questionnaireId: id,
      sectionId,
      position: index + 1,
      code: `${number}.${index + 1}`,
    };
  });
  await insertWhole(db, { head, sections: parts.map(({ row }) => row), questions });
  const repeated = asked.findIndex(({ question }) => question.key === repeats);
  if (repeated >= 0) await db.update(Questionnaires, id, { repeatQuestionId: questions[repeated]!.id });
  await record("questionnaire.created", id, { to: title, from: null });
}

interface Opening {
  opensAt: Date;
  closesAt: Date;
}

/** Questionnaires open on the evening of the meeting that opens their objective, and close at the end of a day. */
const evening = 18 * 3_600_000;
const openingOf = ({ startsOn, endsOn }: Milestone): Opening => ({
  opensAt: new Date(startOf(startsOn).getTime() + evening),
  closesAt: endOf(endsOn),
});

/** Dates of the questionnaire of each objective, as the calendar of its group has them. */
async function datesByObjective({ db }: Transaction, groupId: string): Promise<Map<string | null, Opening>> {
  const lines = await db.findBy(Milestones, { groupId, kind: "ONLINE_EXCHANGE" });
  return new Map(lines.map((line) => [line.objectiveId, openingOf(line)]));
}

/** Moves the drafts of a group in preparation onto its calendar, as it was drawn anew. */
export async function rescheduleDrafts(tx: Transaction, groupId: string) {
  const { db, record } = tx;
  for (const [objectiveId, dates] of await datesByObjective(tx, groupId)) {
    if (!objectiveId) continue;
    for (const before of await db.findBy(Questionnaires, { objectiveId, template: false, ofTheWeek: false })) {
      const isThere = before.opensAt.getTime() === dates.opensAt.getTime();
      if (before.publishedAt || (isThere && before.closesAt.getTime() === dates.closesAt.getTime())) continue;
      await db.update(Questionnaires, before.id, { ...dates, version: before.version + 1 });
      const data = {
        changed: ["opensAt", "closesAt"],
        from: [before.opensAt, before.closesAt],
        to: Object.values(dates),
      };
      await record("questionnaire.rescheduled", before.id, data);
    }
  }
}

interface Moved {
  id: string;
  from: [string, string];
  to: [string, string];
}

/** Moves what is published with the step of its objective, on the same days and at the same hours as before. */
export async function followSteps(tx: Transaction, _: string, { moves }: Record<string, unknown>) {
  const { db, now, record } = tx;
  for (const { id, from, to } of moves as Moved[]) {
    const step = await db.findOneByOrFail(Milestones, { id });
    if (step.kind !== "ONLINE_EXCHANGE" || !step.objectiveId) continue;
    const all = await db.find(Questionnaires, {
      where: { objectiveId: step.objectiveId, template: false, ofTheWeek: false },
      lock: { mode: "for_no_key_update" },
    });
    for (const before of all) {
      const it = {
        state: questionnaireState(before, now),
        opensOn: dayOf(before.opensAt),
        closesOn: dayOf(before.closesAt),
      };
      const span = ([startsOn, endsOn]: [string, string]) => ({ startsOn, endsOn });
      const days = following(span(from), span(to), it, dayOf(now));
      if (!days) continue;
      const opensAt = sameHour(before.opensAt, days.opensOn);
      const closesAt = sameHour(before.closesAt, days.closesOn);
      if (closesAt <= now) continue;
      await db.update(Questionnaires, before.id, { opensAt, closesAt, version: before.version + 1 });
      const data = {
        changed: ["opensAt", "closesAt"],
        from: [before.opensAt, before.closesAt],
        to: [opensAt, closesAt],
      };
      await record("questionnaire.rescheduled", before.id, data);
    }
  }
}

/** The same hour of another day, where the groups are. */
const sameHour = (instant: Date, day: string) =>
  new Date(startOf(day).getTime() + instant.getTime() - startOf(dayOf(instant)).getTime());

/**
 * Publishes the questionnaires of a group that opens, on their dates. Where a second person is needed and the viewer
 * is not one, publication is asked for. A questionnaire that cannot be published as it stands keeps the group closed.
 */
export async function publishAtOpening(tx: Transaction, groupId: string) {
  const { db, viewer, now, record } = tx;
  const group = await db.findOneByOrFail(WorkingGroups, { id: groupId });
  const objectives = (await db.findBy(Objectives, { groupId })).filter(({ withdrawnOn }) => withdrawnOn === null);
  const drafts = await db.find(Questionnaires, {
    where: { objectiveId: In(objectives.map(({ id }) => id)), template: false },
    order: { number: "ASC" },
    lock: { mode: "for_no_key_update" },
  });
  for (const draft of drafts) {
    if (draft.publishedAt || draft.archivedAt) continue;
    const outline = await outlineHeld(db, draft.id);
    const asked = askedAt(outline, draft.revision);
    // One that nobody wrote yet stays a draft: it is published when it is ready.
    if (asked.questions.length === 0) continue;
    if (validateDefinition(definitionFrom(draft, asked)).length > 0)
      throw new Refusal("NOT_READY", "questionnaires", draft.title);
    if (draft.closesAt <= now || draft.closesAt <= draft.opensAt)
      throw new Refusal("DATES_CROSSED", "questionnaires", draft.title);
    const version = draft.version + 1;
    const isSecond = questionnairePolicy.publish(viewer, draft, group.id, false);
    if (!isSecond && !group.smallTeam) {
      await db.update(Questionnaires, draft.id, { publicationAskedById: viewer.id, version });
      await record("questionnaire.publicationAsked", draft.id);
      continue;
    }
    for (const question of outline.questions) await keepWording(tx, question, draft.revision, null);
    const published = { publishedAt: now, publishedById: viewer.id, publishedAlone: !isSecond, version };
    await db.update(Questionnaires, draft.id, published);
    await record("questionnaire.published", draft.id);
  }
}

/** Keeps a group at work while one of its questionnaires is announced or open. */
export async function refuseWhileGroupAsks(tx: Transaction, groupId: string) {
  for (const { id } of await tx.db.findBy(Objectives, { groupId })) await refuseWhileAsked(tx, id, "outcome");
}

/** Keeps an objective among its group's while its questionnaire is announced or open. */
export async function refuseWhileAsked({ db, now }: Transaction, objectiveId: string, field: string) {
  const all = await db.findBy(Questionnaires, { objectiveId, template: false });
  const asked = all.find((it) => ["SCHEDULED", "OPEN", "PAUSED"].includes(questionnaireState(it, now)));
  if (asked) throw new Refusal("OBJECTIVE_ASKED", field, asked.slug);
}

/** Makes a draft of a group in preparation ask what its rehearsal asks in the end; one that was begun there is new. */
export async function takeUpQuestionnaire(tx: Transaction, group: WorkingGroup, asking: Asking) {
  const { db } = tx;
  const { id, objectiveId, title, intro, estimatedMinutes, opensAt, closesAt, composedById } = asking.head;
  if (!(await db.existsBy(Questionnaires, { id }))) {
    const number = (await numberOfLast(db, group.id)) + 1;
    const slug = await freeAddress(db, number, group.slug);
    const dates = (await datesByObjective(tx, group.id)).get(objectiveId) ?? { opensAt, closesAt };
    const head = { id, slug, number, objectiveId, title, intro, estimatedMinutes, composedById, ...dates };
    await db.insert(Questionnaires, head);
  }
  const draft = await db.findOneByOrFail(Questionnaires, { id });
  if (!draft.publishedAt) await rewriteDraft(tx, draft, asking);
}

/** Opens the published questionnaires of a group now, a week at least. */
export async function openAtOnce(db: EntityManager, groupId: string, now: Date) {
  const week = new Date(now.getTime() + 7 * 24 * 3_600_000);
  for (const { id: objectiveId } of await db.findBy(Objectives, { groupId }))
    for (const { id, publishedAt, closesAt } of await db.findBy(Questionnaires, { objectiveId, template: false }))
      if (publishedAt)
        await db.update(Questionnaires, id, { opensAt: now, closesAt: closesAt > week ? closesAt : week });
}
