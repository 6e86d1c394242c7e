import { randomUUID } from "node:crypto";
import { addDays, daysBetween } from "@cahier/schema/calendar/days";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sentTwice } from "../../../../test/acts/again.ts";
import { acting } from "../../../../test/acts/acting.ts";
import { testApi } from "../../../../test/site/api.ts";
import { added, type Small, smallInstance } from "../../../../test/rows/builders.ts";
import { personWith } from "../../../../test/site/people.ts";
import { dayOf } from "../../../platform/day.ts";
import { type Viewer, viewerOf } from "../../../platform/viewer.ts";
import { Objectives, WorkingGroups } from "../../ground/group/group.entity.ts";
import { Milestones, Schedules } from "./schedule.entity.ts";

const api = testApi();
const act = acting(api);
let small: Small;
let facilitator: Viewer;
const today = dayOf(new Date());

beforeAll(async () => {
  small = await smallInstance(api.database);
  await added(api.database, Objectives, {
    slug: "objectif-2",
    groupId: small.group.id,
    number: 2,
    name: "Pourquoi",
    question: "Pourquoi ?",
    expectedOutput: "Des raisons",
  });
  const id = await personWith(api.database, ["FACILITATOR"]);
  facilitator = viewerOf({ id, displayName: "Ana", language: "fr" }, [
    { role: "FACILITATOR", groupId: small.group.id, territoryId: null },
  ]);
});

interface Line {
  id: string;
  kind: string;
  label: string;
  startsOn: string;
  endsOn: string;
  state: string;
  meeting: { slug: string } | null;
}

const lines = "scheduleVersion milestones { id kind label startsOn endsOn state meeting { slug } }";
const group = async (): Promise<{ scheduleVersion: number; milestones: Line[] }> =>
  (await api.ask(`{ group(slug: "circuits-courts") { ${lines} } }`)).data.group;
const dates = ({ milestones }: { milestones: Line[] }) =>
  milestones.map(({ startsOn, endsOn }) => [startsOn, endsOn] as const);

const answer = `group { ${lines} } current { scheduleVersion }`;
const write = (name: string, input: object) =>
  act(name, input, name === "addMilestone" ? `group { ${lines} }` : answer, facilitator);
const move = (input: object) =>
  act(
    "moveSchedule",
    { group: "circuits-courts", preview: false, reason: "La salle est prise.", ...input },
    `${answer} moves { startsOn endsOn publicHoliday holidays milestone { label } }`,
    facilitator,
  );
const lastDay = addDays(today, 300);
const draw = (more: object = {}) =>
  write("drawSchedule", { group: "circuits-courts", version: 0, lastDay, weeks: 6, ...more });

beforeEach(async () => {
  await api.database.query("update milestone set meeting_id = null");
  for (const table of [Milestones, Schedules]) await api.database.manager.deleteAll(table);
});

const third = ({ milestones }: { milestones: Line[] }) =>
  milestones.filter(({ kind }) => kind === "MEETING" || kind === "PRESENTATION")[1]!;

describe("a calendar", () => {
  test("is drawn back from its last day: meetings, questionnaires, syntheses of the objectives", async () => {
    const { group: drawn } = await sentTwice(api.database, draw);
    expect(drawn.milestones.map(({ label }: Line) => label)).toEqual([
      "Préparation de la première réunion",
      "Réunion 1",
      "Questionnaire 1. Définir",
      "Point d’étape 1. Définir",
      "Réunion 2",
      "Questionnaire 2. Pourquoi",
      "Point d’étape 2. Pourquoi",
      "Réunion 3, présentation des propositions",
      "Portage des propositions",
    ]);
    expect(drawn.scheduleVersion).toBe(1);
    const again = await draw({ version: 1, weeks: 8 });
    expect(again.group.milestones).toHaveLength(9);
  });

  test("says at its field what it cannot be drawn from", async () => {
    const fields = async (more: object) => (await draw(more)).problems;
    expect(await fields({ lastDay: "demain" })).toEqual([{ code: "NOT_A_DATE", field: "lastDay" }]);
    expect(await fields({ lastDay: addDays(today, -1) })).toEqual([{ code: "IN_THE_PAST", field: "lastDay" }]);
    expect(await fields({ lastDay: addDays(today, 40) })).toEqual([{ code: "TOO_CLOSE", field: "lastDay" }]);
    expect(await fields({ weeks: 2 })).toEqual([{ code: "OUT_OF_RANGE", field: "weeks" }]);
    expect((await group()).milestones).toEqual([]);
  });

  test("says first what a move brings about, then saves it with its reason, once", async () => {
    await draw();
    const before = await group();
    const { id, startsOn } = third(before);
    const asked = { version: 1, moves: [{ id, startsOn: addDays(startsOn, 7), endsOn: addDays(startsOn, 7) }] };
    const told = await move({ ...asked, preview: true });
    expect(told.moves.map((it: { milestone: Line }) => it.milestone.label)).toEqual([
      "Questionnaire 1. Définir",
      "Point d’étape 1. Définir",
      "Réunion 2",
      "Questionnaire 2. Pourquoi",
    ]);
    expect(await group()).toEqual(before);
    expect((await move({ ...asked, reason: " " })).problems).toEqual([{ code: "REQUIRED", field: "reason" }]);
    const { group: after } = await move(asked);
    expect(third(after).startsOn).toBe(addDays(startsOn, 7));
    expect((await move(asked)).problems).toEqual([]);
    expect((await group()).scheduleVersion).toBe(2);
    const [kept] = await api.database.query(
      "select planned_starts_on::text as planned, moved_reason as reason from milestone where id = $1",
      [id],
    );
    expect(kept).toEqual({ planned: startsOn, reason: "La salle est prise." });
  });

  test("shifted by a week and back is what it was, with both acts in the journal", async () => {
    await draw();
    const before = await group();
    const acts = () =>
      api.database.query<object[]>(
        "select data->>'days' as days from journal_entry where event = 'schedule.moved' and data ? 'days'",
      );
    const earlier = (await acts()).length;
    const there = await move({ version: 1, days: 7 });
    expect(dates(there.group)).toEqual(dates(before).map(([from, to]) => [addDays(from, 7), addDays(to, 7)]));
    const back = await sentTwice(api.database, () => move({ version: 2, days: -7 }));
    expect(dates(back.group)).toEqual(dates(before));
    expect((await acts()).slice(earlier)).toEqual([{ days: "7" }, { days: "-7" }]);
  });

  test("written by two people at once, tells the second what is in force", async () => {
    await draw();
    await move({ version: 1, days: 7 });
    const { id } = third(await group());
    const late = await move({ version: 1, days: 14 });
    expect(late.problems).toEqual([{ code: "STALE", field: "version" }]);
    expect(late.current).toEqual({ scheduleVersion: 2 });
    const words = { label: "Réunion à Rennes", kind: "MEETING" };
    expect((await write("editMilestone", { id, version: 1, words })).problems[0].code).toBe("STALE");
    expect((await write("editMilestone", { id, version: 2, words })).problems).toEqual([]);
  });

  test("refuses a move at its field: past, crossed, before what precedes it", async () => {
    await draw();
    const { id, startsOn } = third(await group());
    const to = async (from: string, until = from) =>
      (await move({ version: 1, moves: [{ id, startsOn: from, endsOn: until }] })).problems;
    expect(await to(addDays(today, -3))).toEqual([{ code: "IN_THE_PAST", field: "startsOn" }]);
    expect(await to(startsOn, addDays(startsOn, -1))).toEqual([{ code: "DATES_CROSSED", field: "endsOn" }]);
    expect(await to("2027-02-30")).toEqual([
      { code: "NOT_A_DATE", field: "startsOn" },
      { code: "NOT_A_DATE", field: "endsOn" },
    ]);
    expect((await to(addDays(startsOn, -35)))[0].code).toBe("TOO_EARLY");
  });

  test("a step is added, worded, cancelled with a reason, taken up again, done and not done", async () => {
    await draw();
    const key = randomUUID();
    const words = { label: "Envoi des invitations", kind: "PREPARATION", objective: "objectif-1" };
    const sent = { key, group: "circuits-courts", words, startsOn: addDays(today, 1), endsOn: addDays(today, 5) };
    await write("addMilestone", sent);
    await write("addMilestone", sent);
    expect((await group()).milestones).toHaveLength(10);
    // Changed before it was sent again: it is told, and is not said to be done.
    for (const other of [{ words: { ...words, label: "Relances" } }, { endsOn: addDays(today, 6) }])
      expect((await write("addMilestone", { ...sent, ...other })).problems).toMatchObject([{ code: "CONFLICT" }]);
    const crossed = { ...sent, key: randomUUID(), endsOn: today };
    expect((await write("addMilestone", crossed)).problems).toEqual([{ code: "DATES_CROSSED", field: "endsOn" }]);
    const state = async () => (await group()).milestones.find(({ id }) => id === key)!.state;
    await write("cancelMilestone", { id: key, version: 2, reason: "Elles sont parties." });
    expect(await state()).toBe("CANCELLED");
    await write("resumeMilestone", { id: key, version: 3 });
    expect(await state()).toBe("PLANNED");
    expect((await write("finishMilestone", { id: key, version: 4, doneOn: addDays(today, 1) })).problems).toEqual([
      { code: "NOT_YET", field: "doneOn" },
    ]);
    await write("finishMilestone", { id: key, version: 4, doneOn: today });
    expect(await state()).toBe("DONE");
    await write("finishMilestone", { id: key, version: 5, doneOn: null });
    expect(await state()).toBe("PLANNED");
  });

  test("a late step is late until somebody says that it is done, and names what waits for it", async () => {
    await draw();
    const { milestones } = await group();
    await api.database.manager.update(Milestones, milestones[0]!.id, {
      startsOn: addDays(today, -9),
      endsOn: addDays(today, -2),
    });
    const { data } = await api.ask(`{ group(slug: "circuits-courts") { milestones { state heldUp { label } } } }`);
    expect(data.group.milestones[0]).toEqual({
      state: "LATE",
      heldUp: [{ label: "Réunion 1" }, { label: "Portage des propositions" }],
    });
    await write("finishMilestone", { id: milestones[0]!.id, version: 1, doneOn: today });
    expect((await group()).milestones[0]!.state).toBe("DONE");
  });

  test("a meeting that is announced follows its step, and the step its meeting, at the same hour", async () => {
    await draw();
    const { startsOn } = third(await group());
    const fields = { title: "Deuxième", kind: "NATIONAL", from: "14:00", until: "17:00", place: "Paris" };
    const { meeting } = await act(
      "announceMeeting",
      { key: randomUUID(), group: "circuits-courts", draft: false, fields: { ...fields, day: startsOn } },
      "meeting { id version slug }",
      facilitator,
    );
    const { id } = third(await group());
    expect(third(await group()).meeting).toEqual({ slug: meeting.slug });
    const later = addDays(startsOn, 182);
    await move({ version: 1, moves: [{ id, startsOn: later, endsOn: later }] });
    const { data } = await api.ask(`{ meeting(slug: "${meeting.slug}") { day from until movedReason version } }`);
    expect(data.meeting).toEqual({
      day: later,
      from: "14:00",
      until: "17:00",
      movedReason: "La salle est prise.",
      version: 2,
    });
    const day = addDays(later, 1);
    const edited = { id: meeting.id, version: 2, draft: false, reason: "Un jour de plus.", fields: { ...fields, day } };
    await act("editMeeting", edited, "meeting { day }", facilitator);
    expect(third(await group()).startsOn).toBe(day);
  });

  test("a meeting that is cancelled leaves its step to the one that is announced in its place", async () => {
    await draw();
    const { startsOn: day } = third(await group());
    const announce = async (title: string) => {
      const fields = { title, kind: "NATIONAL", day, from: "14:00", until: "17:00", place: "Paris" };
      const input = { key: randomUUID(), group: "circuits-courts", draft: false, fields };
      return (await act("announceMeeting", input, "meeting { id version slug }", facilitator)).meeting;
    };
    const { id, version } = await announce("Deuxième");
    await announce("Le même jour");
    await act("cancelMeeting", { id, version, reason: "La salle est prise." }, "", facilitator);
    const { slug } = await announce("Deuxième, ailleurs");
    expect(third(await group()).meeting).toEqual({ slug });
  });

  test("of another group is not theirs to move", async () => {
    const other = await added(api.database, WorkingGroups, {
      themeId: small.theme.id,
      slug: `autre-${randomUUID().slice(0, 6)}`,
      name: "Autre",
      finalGoal: "Autre",
      means: [],
    });
    const { errors } = await api.ask(
      "mutation ($input: DrawScheduleInput!) { drawSchedule(input: $input) { problems { code } } }",
      { input: { group: other.slug, version: 0, lastDay, weeks: 5 } },
      facilitator,
    );
    expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  });
});

describe("days on which few people come", () => {
  const words = { name: "Vacances", kind: "SCHOOL", zone: "A" };
  const list = async () => (await api.ask("{ holidays { id name zone startsOn endsOn version } }")).data.holidays;
  const save = (input: object) => act("writeHoliday", input, "holiday { version } current { name }", facilitator);

  test("are written, avoided by calendars, corrected from the version that was read, taken out", async () => {
    await draw();
    const { startsOn } = third(await group());
    const id = randomUUID();
    const off = { id, version: 0, ...words, startsOn: addDays(startsOn, -3), endsOn: addDays(startsOn, 3) };
    expect((await save({ ...off, endsOn: addDays(startsOn, -4) })).problems).toEqual([
      { code: "DATES_CROSSED", field: "endsOn" },
    ]);
    await save(off);
    const { group: drawn } = await draw({ version: 1 });
    expect([7, 14]).toContain(Math.abs(daysBetween(third(drawn).startsOn, startsOn)));
    await save({ ...off, version: 1, name: "Vacances d’hiver" });
    expect(await save({ ...off, version: 1, name: "Autre" })).toMatchObject({
      problems: [{ code: "STALE" }],
      current: { name: "Vacances d’hiver" },
    });
    expect(await list()).toMatchObject([{ name: "Vacances d’hiver", zone: "A", version: 2 }]);
    await act("removeHoliday", { id, version: 2 }, "", facilitator);
    expect(await list()).toEqual([]);
  });
});
