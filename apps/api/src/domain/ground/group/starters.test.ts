import { randomUUID } from "node:crypto";
import { limits } from "@cahier/schema/limits";
import { expect, test } from "vitest";
import { testApi } from "../../../../test/site/api.ts";
import { launching } from "../../../../test/acts/launching.ts";
import { dayOf } from "../../../platform/day.ts";
import { starterFor } from "./starters.ts";

const api = testApi();
const { act, begin, people } = launching(api);

test("an open group is prolonged with a reason: its last day is later, what was planned stays read; its words change and come back", async () => {
  const { group } = await begin({ name: "Plus long", starter: "SHORT" });
  await act("openGroup", { group: group.slug }, "", people.administrator);
  const fields =
    "group { version finalOn finalGoal scheduleVersion milestones { id kind startsOn endsOn plannedStartsOn } }";
  const read = async () =>
    (await api.ask(`{ group: group(slug: "${group.slug}") ${fields.slice(6)} }`, {}, people.administrator)).data.group;
  const before = await read();
  const last = before.milestones.find(({ kind }: { kind: string }) => kind === "PRESENTATION");
  const later = dayOf(new Date(`${last.startsOn}T12:00:00Z`), 28);
  const move = (reason: string) => {
    const moves = [{ id: last.id, startsOn: later, endsOn: later }];
    const input = { group: group.slug, version: before.scheduleVersion, preview: false, moves, reason };
    return act("moveSchedule", input, "", people.administrator);
  };
  expect((await move(" ")).problems).toMatchObject([{ field: "reason" }]);
  expect((await move("Il reste une réunion à tenir.")).problems).toEqual([]);
  const after = await read();
  expect(after.finalOn).toBe(later);
  const moved = after.milestones.find(({ id }: { id: string }) => id === last.id);
  expect(moved).toMatchObject({ startsOn: later, plannedStartsOn: last.plannedStartsOn });
  const reword = (finalGoal: string, version: number) =>
    act("editGroup", { group: group.slug, version, finalGoal }, "", people.administrator);
  await reword("Un autre but", after.version);
  expect((await read()).finalGoal).toBe("Un autre but");
  await reword(before.finalGoal, after.version + 1);
  expect((await read()).finalGoal).toBe(before.finalGoal);
});

test("an objective that was taken out comes back while there is room for it: a calendar draws so many", async () => {
  const { group } = await begin({ name: "Douze objectifs" });
  const most = limits["group.objectives"];
  const out = { objective: group.objectives[0].slug, withdrawn: true };
  expect((await act("withdrawObjective", out, "", people.administrator)).problems).toEqual([]);
  for (let number = group.objectives.length; number <= most; number++) {
    const words = { name: `Objectif ${number} bis`, question: "Que dit-on ?", expectedOutput: "Une page." };
    const input = { key: randomUUID(), group: group.slug, words };
    expect((await act("createObjective", input, "", people.administrator)).problems).toEqual([]);
  }
  const full = [{ code: "TOO_MANY_CHOICES", field: null }];
  const back = { ...out, withdrawn: false };
  expect((await act("withdrawObjective", back, "", people.administrator)).problems).toEqual(full);
});

test("a starter announces no less time than its questions take", async () => {
  for (const starter of ["FULL", "SHORT"]) {
    const { group } = await begin({ name: `Durées ${starter}`, starter });
    const slugs = await api.database.query<{ slug: string }[]>(
      "select n.slug from questionnaire n join objective o on o.id = n.objective_id where o.group_id = $1",
      [group.id],
    );
    expect(slugs.length).toBeGreaterThan(0);
    for (const { slug } of slugs) {
      const text = `{ composedQuestionnaire(slug: "${slug}") { suggestedMinutes questionnaire { estimatedMinutes } } }`;
      const { composedQuestionnaire: it } = (await api.ask(text, {}, people.administrator)).data;
      expect(it.questionnaire.estimatedMinutes).toBeGreaterThanOrEqual(it.suggestedMinutes);
    }
  }
});

test("each sentence of a starter is said in English too; a group begun in English has no other words", async () => {
  const saidOf = (it: unknown): string[] =>
    typeof it === "object" && it !== null
      ? Object.entries(it).flatMap(([name, value]) => (shapes.has(name) ? [] : saidOf(value)))
      : typeof it === "string" && /\p{L}/u.test(it)
        ? [it]
        : [];
  const shapes = new Set(["key", "type", "visibility", "value", "repeats", "noOpinionValue", "exclusiveValues"]);
  for (const starter of ["FULL", "SHORT", "BLANK"] as const) {
    const french = saidOf(starterFor(starter, "Bread"));
    const english = saidOf(starterFor(starter, "Bread", "en"));
    expect(english).toHaveLength(french.length);
    expect(english.filter((words) => /[àâçéèêëîïôùûœ«»]|\b(?:le|les|une|des|est)\b/i.test(words))).toEqual([]);
  }
  const { group } = await begin({ starter: "SHORT", language: "en", name: "Another finance" });
  const [{ label }] = await api.database.query<[{ label: string }]>(
    `select label from question q join questionnaire n on n.id = q.questionnaire_id
     join objective o on o.id = n.objective_id where o.group_id = $1 and q.type = 'LONG_TEXT' order by q.position limit 1`,
    [group.id],
  );
  expect(group.objectives[0].name).toBe("Say what matters, and where to begin");
  expect(label).toContain("what worries you most");
});

test("a group begun in French takes up all the English of its model in one act, but over words of its own, and gives it back", async () => {
  const { group } = await begin({ starter: "SHORT", name: "En deux langues" });
  const slug = group.objectives[0].questionnaire?.slug ?? (await slugOf(group.id));
  const read = async () =>
    (
      await api.ask(
        `query ($slug: String!) { composedQuestionnaire(slug: $slug) { id version modelEnglish modelEnglishTaken
          english { title intro } sections { english { title } questions { id version english } } } }`,
        { slug },
        people.administrator,
      )
    ).data.composedQuestionnaire;
  const before = await read();
  expect([before.modelEnglish > 30, before.modelEnglishTaken]).toEqual([true, 0]);
  const own = { id: before.id, version: before.version, englishTitle: "Our own title" };
  await act("editQuestionnaire", own, "", people.administrator);
  const take = (without: boolean) => act("takeModelEnglish", { id: before.id, without }, "", people.administrator);
  await take(false);
  const after = await read();
  expect([after.modelEnglish, after.modelEnglishTaken]).toEqual([0, before.modelEnglish - 1]);
  expect(after.english.title).toBe("Our own title");
  expect(after.english.intro).not.toBeNull();
  expect(after.sections[0].questions[0].english.label).toMatch(/^[A-Z]/);
  await take(true);
  const back = await read();
  expect([back.modelEnglish, back.modelEnglishTaken]).toEqual([before.modelEnglish - 1, 0]);
  expect(back.english).toEqual({ title: "Our own title", intro: null });
  await act("openGroup", { group: group.slug }, "", people.administrator);
  expect((await act("takeModelEnglish", { id: before.id }, "", people.administrator)).problems).toMatchObject([
    { code: "NOT_NOW" },
  ]);
});

const slugOf = async (groupId: string) =>
  (
    await api.database.query<[{ slug: string }]>(
      "select n.slug from questionnaire n join objective o on o.id = n.objective_id where o.group_id = $1",
      [groupId],
    )
  )[0].slug;

test("a group that is given up in preparation is set aside with a reason, opens no more, and is taken up where it was", async () => {
  const { group } = await begin({ name: "Essai", starter: "SHORT" });
  const state = "group { state outcome preparing }";
  const { slug } = group;
  const run = (name: string, input: object) => act(name, { group: slug, ...input }, state, people.administrator);
  const aside = await run("archiveGroup", { version: group.version, outcome: "Un doublon." });
  expect(aside.group).toEqual({ state: "ARCHIVED", outcome: "Un doublon.", preparing: true });
  expect((await run("openGroup", {})).problems).toEqual([{ code: "NOT_NOW", field: "group" }]);
  // Nobody but the team reads it, no more than before.
  const read = "query ($slug: String!) { group(slug: $slug) { state } }";
  expect((await api.ask(read, { slug })).data.group).toBeNull();
  expect((await api.ask(read, { slug }, people.administrator)).data.group).toEqual({ state: "ARCHIVED" });
  const back = await run("reopenGroup", { reason: "Il n’en est pas un." });
  expect(back.group).toEqual({ state: "PREPARING", outcome: null, preparing: true });
  expect((await run("openGroup", {})).group).toMatchObject({ state: "OPEN" });
});
