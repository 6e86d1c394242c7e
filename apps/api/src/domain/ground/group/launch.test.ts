import { randomUUID } from "node:crypto";
import { drawBack } from "@cahier/schema/calendar/draw";
import { expect, test } from "vitest";
import { acting } from "../../../../test/acts/acting.ts";
import { testApi } from "../../../../test/site/api.ts";
import { launching, wholeGroup } from "../../../../test/acts/launching.ts";
import { personWith, signedIn } from "../../../../test/site/people.ts";
import { dayOf } from "../../../platform/day.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { Holidays } from "../../meet/schedule/schedule.entity.ts";

const api = testApi();
const { act, begin, people } = launching(api);

const seen = async (query: string, viewer?: Viewer) => {
  const { data, errors } = await api.ask(query, {}, viewer);
  expect(errors).toBeUndefined();
  return data;
};

test("an administrator begins a group: four objectives, their questionnaires, its calendar, and whoever begins it runs it", async () => {
  const { group, problems } = await begin();
  expect(problems).toEqual([]);
  expect(group).toMatchObject({ state: "PREPARING", launchStep: 2, smallTeam: true });
  expect(group.objectives.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3, 4]);
  expect(group.milestones.find(({ kind }: { kind: string }) => kind === "PRESENTATION").startsOn).toBe(group.finalOn);
  const [{ drafts, questions, running }] = await api.database.query(
    `select (select count(*)::int from questionnaire q join objective o on o.id = q.objective_id where o.group_id = $1 and q.published_at is null) as drafts,
       (select count(*)::int from question a join questionnaire q on q.id = a.questionnaire_id join objective o on o.id = q.objective_id where o.group_id = $1) as questions,
       (select count(*)::int from role_grant where group_id = $1 and person_id = $2 and role = 'FACILITATOR') as running`,
    [group.id, people.administrator.id],
  );
  expect({ drafts, questions, running }).toEqual({ drafts: 4, questions: 36, running: 1 });

  // Written at once, and opened at once, they are in the order of their objectives.
  const order = async () => {
    const asked = "{ questionnaireDesk { questionnaires { questionnaire { objective { number group { slug } } } } } }";
    const { questionnaires } = (await seen(asked, people.administrator)).questionnaireDesk;
    const objectives = questionnaires.map(({ questionnaire }: any) => questionnaire.objective);
    return objectives.filter((it: any) => it.group.slug === group.slug).map(({ number }: any) => number);
  };
  expect(await order()).toEqual([1, 2, 3, 4]);
  await act("openGroup", { group: group.slug }, "", people.administrator);
  expect(await order()).toEqual([1, 2, 3, 4]);
});

test("each starter gives what can be opened as it is; the short one takes six weeks, the blank one asks for an objective", async () => {
  const short = (await begin({ starter: "SHORT", name: "Court" })).group;
  expect(short.objectives).toHaveLength(1);
  const weeks = (Date.parse(short.finalOn) - Date.parse(dayOf(new Date()))) / 604_800_000;
  expect(weeks).toBeGreaterThanOrEqual(6);
  expect(weeks).toBeLessThan(7);
  const opened = await act("openGroup", { group: short.slug }, `group { state openedOn }`, people.administrator);
  expect(opened).toMatchObject({ problems: [], group: { state: "OPEN", openedOn: dayOf(new Date()) } });

  const first = `{ group(slug: "${short.slug}") { objectives { composed { firstQuestion } } } }`;
  const { objectives } = (await seen(first, people.administrator)).group;
  expect(objectives[0].composed[0].firstQuestion).not.toContain("territoire");

  const blank = (await begin({ starter: "BLANK", name: "Page blanche" })).group;
  expect(blank.objectives).toEqual([]);
  expect((await act("openGroup", { group: blank.slug }, "", people.administrator)).problems).toEqual([
    { code: "REQUIRED", field: "objectives" },
  ]);
  const words = { name: "Écouter", question: "Qu’est-ce qui change ?", expectedOutput: "Une page." };
  const input = { key: randomUUID(), group: blank.slug, words };
  expect((await act("createObjective", input, "objective { number }", people.administrator)).objective.number).toBe(1);
  const later = { ...input, words: { ...words, question: "Qu’est-ce qui a changé ?" } };
  const worded = await act("createObjective", later, "objective { number question }", people.administrator);
  expect(worded).toMatchObject({ problems: [], objective: { number: 1, question: later.words.question } });
  const twin = { ...input, key: randomUUID(), words: { ...words, name: "ecouter" } };
  expect((await act("createObjective", twin, "", people.administrator)).problems).toEqual([
    { code: "ALREADY_THERE", field: "name" },
  ]);
  expect((await act("openGroup", { group: blank.slug }, "", people.administrator)).problems).toEqual([]);
  expect((await act("createObjective", later, "", people.administrator)).problems).toEqual([]);
  // Everybody reads it by now: another word takes a reason, which this form does not ask for.
  const late = { ...input, words: { ...words, question: "Et maintenant ?" } };
  expect((await act("createObjective", late, "", people.administrator)).problems).toEqual([
    { code: "CONFLICT", field: "key" },
  ]);
});

test("a group in preparation is seen by its team alone; once open by everybody, its questionnaires on their dates", async () => {
  const { group } = await begin({ name: "En coulisse", theme: "banques-et-territoires" });
  const rapporteur = await signedIn(api.database, await personWith(api.database, ["RAPPORTEUR"], group.id));
  const asked = `{ group(slug: "${group.slug}") { slug } objective(slug: "${group.objectives[0].slug}") { slug }
    groups { slug } theme(slug: "banques-et-territoires") { group { slug } } }`;
  const nothing = { group: null, objective: null, theme: { group: null } };
  expect(await seen(asked)).toMatchObject(nothing);
  const elsewhere = await signedIn(api.database, await personWith(api.database, ["RAPPORTEUR"]));
  expect(await seen(asked, elsewhere)).toMatchObject(nothing);
  expect((await seen(asked)).groups.map(({ slug }: { slug: string }) => slug)).not.toContain(group.slug);
  for (const viewer of [rapporteur, people.administrator])
    expect(await seen(asked, viewer)).toMatchObject({ group: { slug: group.slug } });

  await act("openGroup", { group: group.slug }, "", people.administrator);
  expect(await seen(asked)).toMatchObject({ group: { slug: group.slug }, theme: { group: { slug: group.slug } } });
  const opened = await seen(`{ group(slug: "${group.slug}") { objectives { questionnaire { state } } } }`);
  const own = opened.group.objectives.map(({ questionnaire }: { questionnaire: { slug: string } }) => questionnaire);
  expect(own.map(({ state }: { state: string }) => state)).toEqual(Array(4).fill("SCHEDULED"));
});

test("a retry begins one group, with its later words, and two of one name have two addresses", async () => {
  const key = randomUUID();
  const [one, two] = [await begin({ key, name: "Une fois" }), await begin({ key, name: "Une fois" })];
  expect(two.group.id).toBe(one.group.id);
  const later = await begin({ key, name: "Autre chose" });
  expect(later).toMatchObject({ problems: [], group: { id: one.group.id, slug: one.group.slug } });
  expect((await seen(`{ group(slug: "${one.group.slug}") { name } }`, people.administrator)).group.name).toBe(
    "Autre chose",
  );
  // Somebody has touched it since.
  expect((await begin({ key, name: "Encore autre" })).problems).toEqual([{ code: "CONFLICT", field: "key" }]);
  expect((await begin({ name: "Une fois" })).group.slug).toBe("une-fois-2");
  // « /groups/new » is the page where one begins.
  expect((await begin({ name: "New" })).group.slug).not.toBe("new");
});

test("what is missing or too long is said at each field, all at once", async () => {
  const { problems } = await begin({ theme: "", name: " ", finalGoal: "x".repeat(301) });
  expect(problems).toEqual([
    { code: "REQUIRED", field: "name" },
    { code: "TOO_LONG", field: "finalGoal" },
    { code: "REQUIRED", field: "theme" },
  ]);
  expect((await begin({ theme: "nulle-part" })).problems).toEqual([{ code: "UNKNOWN_CHOICE", field: "theme" }]);
});

test("the calendar of a group is drawn anew from another day, and its drafts follow; so they do when an objective goes", async () => {
  const { group } = await begin({ name: "Dates" });
  const lastDay = dayOf(new Date(), 210);
  const draw = { group: group.slug, version: 1, lastDay, weeks: 6 };
  expect((await act("drawSchedule", draw, "", people.administrator)).problems).toEqual([]);
  const followed = () =>
    api.database.query<{ opens: string; starts: string }[]>(
      `select (q.opens_at at time zone 'Europe/Paris')::date::text as opens, m.starts_on::text as starts
       from questionnaire q join milestone m on m.objective_id = q.objective_id and m.kind = 'ONLINE_EXCHANGE'
       where m.group_id = $1`,
      [group.id],
    );
  const dates = await followed();
  expect(dates).toHaveLength(4);
  for (const { opens, starts } of dates) expect(opens).toBe(starts);

  const out = { objective: group.objectives[1].slug, withdrawn: true };
  const { group: shorter } = await act("withdrawObjective", out, wholeGroup, people.administrator);
  expect(shorter.finalOn).toBe(lastDay);
  expect(shorter.milestones.filter(({ kind }: { kind: string }) => kind === "MEETING")).toHaveLength(3);
  const left = await followed();
  expect(left).toHaveLength(3);
  for (const { opens, starts } of left) expect(opens).toBe(starts);
});

test("two people who edit a group: the second is refused, and told what is in force", async () => {
  const { group } = await begin({ name: "À deux mains" });
  const edit = (name: string) =>
    act("editGroup", { group: group.slug, version: 1, name }, `group { name version }`, people.administrator);
  expect((await edit("L’un")).group).toEqual({ name: "L’un", version: 2 });
  expect(await edit("L’autre")).toMatchObject({
    problems: [{ code: "STALE", field: "version" }],
    group: { name: "L’un", version: 2 },
  });
});

test("objectives are worded, moved, taken out and back; once the group is open with a reason, and what they said is kept", async () => {
  const { group } = await begin({ name: "Objectifs" });
  const [first, second] = group.objectives;
  const words = { name: "Dire", question: "Que dit-on ?", expectedOutput: "Une page." };
  const edit = (input: object) =>
    act(
      "editObjective",
      { objective: first.slug, version: 1, words, ...input },
      `objective { version }`,
      people.administrator,
    );
  expect((await edit({})).objective.version).toBe(2);
  expect((await edit({ words: { ...words, name: "Autre" } })).problems).toEqual([{ code: "STALE", field: "version" }]);
  const { name } = (await seen(`{ objective(slug: "${second.slug}") { name } }`, people.administrator)).objective;
  expect((await edit({ version: 2, words: { ...words, name } })).problems).toEqual([
    { code: "ALREADY_THERE", field: "name" },
  ]);
  const move = { objective: second.slug, to: 1 };
  const order = `group { objectives { slug number } withdrawnObjectives { slug withdrawnReason } }`;
  expect((await act("moveObjective", move, order, people.administrator)).group.objectives[0]).toEqual({
    slug: second.slug,
    number: 1,
  });

  await act("openGroup", { group: group.slug }, "", people.administrator);
  const reworded = { version: 2, words: { ...words, name: "Mieux dire" } };
  expect((await edit(reworded)).problems).toEqual([{ code: "REASON_NEEDED", field: "reason" }]);
  await edit({ ...reworded, reason: "Personne ne comprenait." });
  expect(await seen(`{ objective(slug: "${first.slug}") { name formerWordings { name reason } } }`)).toEqual({
    objective: { name: "Mieux dire", formerWordings: [{ name: "Dire", reason: "Personne ne comprenait." }] },
  });
  // Its questionnaire is announced: what people were told to expect is closed first.
  const out = { objective: first.slug, withdrawn: true, reason: "Trop large." };
  expect((await act("withdrawObjective", out, order, people.administrator)).problems).toEqual([
    { code: "OBJECTIVE_ASKED", field: "reason" },
  ]);
  await api.database.query(
    "update questionnaire set archived_at = now() - interval '1 minute' where objective_id = (select id from objective where slug = $1)",
    [first.slug],
  );
  const withdrawn = (await act("withdrawObjective", out, order, people.administrator)).group;
  expect(withdrawn.objectives.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3]);
  expect(withdrawn.withdrawnObjectives).toEqual([{ slug: first.slug, withdrawnReason: "Trop large." }]);
  const back = await act("withdrawObjective", { objective: first.slug, withdrawn: false }, order, people.administrator);
  expect(back.group.objectives.at(-1)).toEqual({ slug: first.slug, number: 4 });
});

test("without « petite équipe » whoever began a group has its questionnaires published by a second person", async () => {
  const { group } = await begin({ name: "À deux" });
  await act("chooseSmallTeam", { group: group.slug, smallTeam: false }, "", people.administrator);
  await act("openGroup", { group: group.slug }, "", people.administrator);
  const rows = await api.database.query(
    `select q.published_at, q.publication_asked_by_id as asked from questionnaire q join objective o on o.id = q.objective_id where o.group_id = $1`,
    [group.id],
  );
  expect(rows).toEqual(Array(4).fill({ published_at: null, asked: people.administrator.id }));
});

test("an administrator adds a theme, and opens a group on it; one of the same title is there already", async () => {
  const input = { axis: "organiser", title: "Les tiers-lieux" };
  const { axes } = await seen(`{ axes { slug } }`);
  const theme = { ...input, axis: axes[0].slug };
  const made = await act("createTheme", theme, `theme { slug number }`, people.administrator);
  expect(made).toMatchObject({ problems: [], theme: { slug: "les-tiers-lieux", number: 13 } });
  // Sent again, it is the one that was made.
  expect(await act("createTheme", theme, `theme { slug number }`, people.administrator)).toEqual(made);
  const twin = { ...theme, about: "Autre chose." };
  expect((await act("createTheme", twin, "", people.administrator)).problems).toEqual([
    { code: "ALREADY_THERE", field: "title" },
  ]);
  expect((await begin({ theme: "les-tiers-lieux", name: "Tiers-lieux" })).problems).toEqual([]);
});

test("a facilitator of the whole site begins one, a facilitator of a group does not", async () => {
  const everywhere = await signedIn(api.database, await personWith(api.database, ["FACILITATOR"]));
  const { group } = await begin({ name: "D’une animatrice" }, everywhere);
  const ofGroup = await signedIn(api.database, await personWith(api.database, ["FACILITATOR"], group.id));
  const rights = `{ viewerCan { launchGroups createThemes } }`;
  expect(await seen(rights, everywhere)).toEqual({ viewerCan: { launchGroups: true, createThemes: false } });
  expect(await seen(rights, ofGroup)).toEqual({ viewerCan: { launchGroups: false, createThemes: false } });
});

test("a group is launched from another one: what it asks, its spacing, and none of what it was answered", async () => {
  const { group: first } = await begin({ name: "Modèle" });
  const periods = await api.database.getRepository(Holidays).find();
  // A last day before which no meeting moves away from holidays, so that it is seven weeks after the one before.
  const days = Array.from({ length: 365 }, (_, later) => dayOf(new Date(), 250 + later));
  const lastDay = days.find((day) => !drawBack({ lastDay: day, weeks: 7, objectives: 4, periods }).remarks.length)!;
  await act("drawSchedule", { group: first.slug, version: 1, lastDay, weeks: 7 }, "", people.administrator);
  const { group, problems } = await begin({ name: "Copie", starter: null, from: first.slug });
  expect(problems).toEqual([]);
  expect(group.objectives.map(({ name }: { name: string }) => name)).toEqual(
    first.objectives.map(({ name }: { name: string }) => name),
  );
  const drawn = "select data->>'weeks' as weeks from journal_entry where event = 'schedule.drawn' and subject_id = $1";
  expect(await api.database.query(drawn, [group.id])).toEqual([{ weeks: "7" }]);
  const [{ drafts, questions }] = await api.database.query(
    `select count(distinct q.id)::int as drafts, count(a.id)::int as questions from questionnaire q
     join objective o on o.id = q.objective_id left join question a on a.questionnaire_id = q.id
     where o.group_id = $1 and q.published_at is null`,
    [group.id],
  );
  expect({ drafts, questions }).toEqual({ drafts: 4, questions: 36 });
  expect((await begin({ name: "Rien", from: "nulle-part" })).problems).toEqual([
    { code: "UNKNOWN_CHOICE", field: "from" },
  ]);
});

test("a group ends with what came of it once its questionnaires are closed, and is taken up again with a reason", async () => {
  const { group } = await begin({ name: "Fin", starter: "SHORT" });
  await act("openGroup", { group: group.slug }, "", people.administrator);
  const state = `group { state outcome archivedOn version }`;
  const end = (input: object = {}) =>
    act("archiveGroup", { group: group.slug, version: 2, outcome: "Une loi.", ...input }, state, people.administrator);
  expect((await end({ outcome: " " })).problems).toEqual([{ code: "REQUIRED", field: "outcome" }]);
  expect((await end()).problems).toEqual([{ code: "OBJECTIVE_ASKED", field: "outcome" }]);
  // It says which one is to be closed.
  const input = { group: group.slug, version: 2, outcome: "Une loi." };
  const [asked] = (await acting(api, "value")("archiveGroup", input, "", people.administrator)).problems;
  const slugs = await api.database.query<{ slug: string }[]>(
    "select q.slug from questionnaire q join objective o on o.id = q.objective_id where o.group_id = $1",
    [group.id],
  );
  expect(slugs).toContainEqual({ slug: asked.value });
  await api.database.query(
    "update questionnaire set opens_at = now() - interval '2 days', closes_at = now() - interval '1 day' where objective_id in (select id from objective where group_id = $1)",
    [group.id],
  );
  expect((await end()).group).toMatchObject({ state: "ARCHIVED", outcome: "Une loi.", archivedOn: dayOf(new Date()) });
  const again = (reason: string) => act("reopenGroup", { group: group.slug, reason }, state, people.administrator);
  expect((await again(" ")).problems).toEqual([{ code: "REQUIRED", field: "reason" }]);
  expect((await again("La loi est à revoir.")).group).toMatchObject({ state: "OPEN", outcome: null, archivedOn: null });
});
