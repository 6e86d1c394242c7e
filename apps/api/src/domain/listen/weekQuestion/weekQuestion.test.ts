import { randomUUID } from "node:crypto";
import { addDays } from "@cahier/schema/calendar/days";
import { beforeEach, expect, test } from "vitest";
import { acting } from "../../../../test/acts/acting.ts";
import { personWith } from "../../../../test/site/people.ts";
import { atTheDesk } from "../../../../test/acts/reading.ts";
import { composingApi } from "../../../../test/acts/composing.ts";
import { dayOf, weekOf } from "../../../platform/day.ts";
import { viewerOf } from "../../../platform/viewer.ts";

const api = composingApi();
const act = acting(api);
const week = weekOf(dayOf(new Date()));
beforeEach(() => api.rows("delete from week_question"));

const fields = `weekQuestion { id week own answerCount question { id label rationale } questionnaire { id slug state } }`;
const ask = (input: object, viewer = api.team[0]) =>
  act("askWeekQuestion", { key: randomUUID(), groupId: api.small.group.id, week, ...input }, fields, viewer);
const withdraw = (id: string, viewer = api.team[0]) => act("withdrawWeekQuestion", { id }, "", viewer);
const words = { words: "Où achetez-vous vos œufs ?", why: "Pour savoir par où commencer." };
const written = (more: object = {}) => ({ objective: api.small.objective.slug, ...words, ...more });

const read = async (viewer?: (typeof api.team)[0]) =>
  (
    await api.ask(
      `query ($slug: String!) { group(slug: $slug) {
        openQuestionnaire { id } objectives { questionnaire { id } }
        weekQuestion { id answerCount question { label } questionnaire { slug state } }
        pastWeekQuestions { id question { label } } plannedWeekQuestions { id questionnaire { state } }
        weekQuestionChoices { id } viewerCan { askWeekQuestion } } }`,
      { slug: api.small.group.slug },
      viewer,
    )
  ).data.group;

async function answer(questionnaireId: string, body: string) {
  const questions = await api.rows<{ id: string; type: string }>(
    "select id, type from question where questionnaire_id = $1",
    [questionnaireId],
  );
  const answers = questions.map(({ id, type }) => ({
    questionId: id,
    value: type === "TERRITORY" ? "DEPARTMENT:29" : body,
  }));
  return act(
    "submitResponse",
    { key: randomUUID(), questionnaireId, answers, appearance: "ANONYMOUS" },
    "receipt { code contributions { id status } }",
  );
}

test("one that is sent again under its key is asked once; with another week or other words it is told, and is not said to be done", async () => {
  const sent = written({ key: randomUUID() });
  const { weekQuestion } = await ask(sent);
  expect((await ask(sent)).weekQuestion).toEqual(weekQuestion);
  for (const other of [{ words: "Où achetez-vous votre pain ?" }, { why: "Pour voir." }, { week: addDays(week, 7) }])
    expect((await ask({ ...sent, ...other })).problems).toMatchObject([{ code: "CONFLICT", field: "key" }]);
});

test("one written for the week is published by a second person, answered without an account, and read where it belongs", async () => {
  const { problems, weekQuestion } = await ask(written());
  expect(problems).toEqual([]);
  expect(weekQuestion).toMatchObject({ week, own: true, answerCount: 0, question: { label: words.words } });
  const { id, questionnaire } = weekQuestion;
  expect((await read()).weekQuestion).toBeNull();
  expect((await read(api.team[0])).plannedWeekQuestions).toEqual([{ id, questionnaire: { state: "DRAFT" } }]);
  expect((await read()).plannedWeekQuestions).toEqual([]);
  await api.done("publishQuestionnaire", { id: questionnaire.id }, api.team[1]);
  expect((await read()).weekQuestion).toMatchObject({ id, questionnaire: { state: "OPEN" } });
  // Apart from what the objective asks.
  expect(await read()).toMatchObject({ openQuestionnaire: null, objectives: [{ questionnaire: null }] });

  const given = await answer(questionnaire.id, "Au marché du samedi.");
  expect(given.problems).toEqual([]);
  expect(given.receipt.contributions).toMatchObject([{ status: "VISIBLE" }]);
  await answer(questionnaire.id, "Voyez www.exemple.fr");
  expect((await read()).weekQuestion.answerCount).toBe(1);
  const { data } = await api.ask(
    "query ($id: ID!) { contribution(id: $id) { body asked question { id } objective { id } } }",
    { id: given.receipt.contributions[0].id },
  );
  expect(data.contribution).toEqual({
    body: "Au marché du samedi.",
    asked: words.words,
    question: { id: weekQuestion.question.id },
    objective: { id: api.small.objective.id },
  });

  // On the bench of the group, like any other answer: read, then marked.
  const desk = atTheDesk(api);
  const person = { id: await personWith(api.database, ["RAPPORTEUR"]), displayName: "R", language: "fr" as const };
  const rapporteur = viewerOf(person, [{ role: "RAPPORTEUR", groupId: null, territoryId: null }]);
  const { id: textId } = given.receipt.contributions[0];
  const onBench = "queue(filter: $filter, first: 10) { nodes { id } }";
  const { queue } = await desk.readingDesk(rapporteur, onBench, { filter: { question: weekQuestion.question.id } });
  expect(queue.nodes).toEqual([{ id: textId }]);
  const said = { contributionId: textId, startsAt: 0, endsAt: 9, objective: api.small.objective.slug };
  const marked = await desk.mark(rapporteur, { ...said, newKeyPoint: "On achète au marché." });
  expect(marked).toMatchObject({ problems: [], passage: { quote: "Au marché" } });

  expect((await ask(written())).problems).toEqual([{ code: "ALREADY_THERE", field: "week" }]);
  expect((await withdraw(id)).problems).toEqual([]);
  expect((await read()).weekQuestion).toBeNull();
  const { data: kept } = await api.ask(
    "query ($slug: String!) { questionnaire(slug: $slug) { state } }",
    questionnaire,
  );
  expect(kept.questionnaire.state).toBe("CLOSED");
  expect((await ask(written())).problems).toEqual([]);
});

test("a retry asks once; a week gone, one too far and what is incomplete are refused at their field", async () => {
  const input = written({ key: randomUUID(), week: addDays(week, 10) });
  const once = await ask(input);
  expect(once.weekQuestion.week).toBe(addDays(week, 7));
  expect((await ask(input)).weekQuestion.id).toBe(once.weekQuestion.id);
  const refused = async (more: object) => (await ask(written({ week: addDays(week, 14), ...more }))).problems;
  expect(await refused({ week: addDays(week, -1) })).toEqual([{ code: "OUT_OF_RANGE", field: "week" }]);
  expect(await refused({ week: addDays(week, 63) })).toEqual([{ code: "OUT_OF_RANGE", field: "week" }]);
  expect(await refused({ why: " " })).toEqual([{ code: "REQUIRED", field: "why" }]);
  expect(await refused({ words: "x".repeat(301) })).toEqual([{ code: "TOO_LONG", field: "words" }]);
  expect(await refused({ objective: "nowhere" })).toEqual([{ code: "UNKNOWN_CHOICE", field: "objective" }]);
  expect(await refused({ questionId: randomUUID() })).toEqual([{ code: "UNKNOWN_CHOICE", field: "questionId" }]);
  // Without words the question of the objective is asked.
  const { weekQuestion } = await ask(written({ week: addDays(week, 14), words: null }));
  expect(weekQuestion.question.label).toBe(api.small.objective.question);
});

test("one that is asked already may be that of a week: it stays in its questionnaire when it is taken back", async () => {
  await api.rows("update questionnaire set paused_reason = 'Une autre fois.' where published_at is not null");
  const id = await api.published();
  const [{ id: other }] = (await api.rows(
    "select id from question where questionnaire_id = $1 and type = 'SINGLE_CHOICE'",
    [id],
  )) as [{ id: string }];
  const { weekQuestionChoices: choices } = await read(api.team[0]);
  expect(choices).toHaveLength(1);
  expect((await read()).weekQuestionChoices).toEqual([]);
  const later = { week: addDays(week, 21) };
  expect((await ask({ ...later, questionId: other })).problems).toEqual([
    { code: "UNKNOWN_CHOICE", field: "questionId" },
  ]);
  await api.rows("update questionnaire set closes_at = now() + interval '40 days' where id = $1", [id]);
  const { weekQuestion } = await ask({ ...later, questionId: choices[0].id });
  expect(weekQuestion).toMatchObject({ own: false, questionnaire: { id } });
  await withdraw(weekQuestion.id);
  expect((await read()).openQuestionnaire).toEqual({ id });
});

test("past ones are found again, twenty at a time, and are taken back no more", async () => {
  const [{ id: questionId }] = (await api.rows("select id from question limit 1")) as [{ id: string }];
  await api.rows(
    "update questionnaire set published_at = now() - interval '1 second', opens_at = now() - interval '1 hour'",
  );
  await api.rows(
    `insert into week_question (group_id, week, question_id, asked_at)
     select $1, $2::date - 7 * n, $3, now() from generate_series(1, 22) n`,
    [api.small.group.id, week, questionId],
  );
  const { pastWeekQuestions: past } = await read();
  expect(past).toHaveLength(20);
  const { data } = await api.ask(
    "query ($slug: String!, $after: ID) { group(slug: $slug) { pastWeekQuestions(after: $after) { id week } } }",
    { slug: api.small.group.slug, after: past.at(-1).id },
  );
  expect(data.group.pastWeekQuestions.map((it: any) => it.week)).toEqual([addDays(week, -147), addDays(week, -154)]);
  expect((await withdraw(past[0].id)).problems).toEqual([{ code: "NOT_NOW", field: "id" }]);
});
