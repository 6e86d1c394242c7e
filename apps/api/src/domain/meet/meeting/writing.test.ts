import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { sentTwice } from "../../../../test/acts/again.ts";
import { testApi } from "../../../../test/site/api.ts";
import { added, type Small, smallInstance } from "../../../../test/rows/builders.ts";
import { personWith } from "../../../../test/site/people.ts";
import { dayOf } from "../../../platform/day.ts";
import { type HeldRole, type Viewer, viewerOf, visitor } from "../../../platform/viewer.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { Documents } from "../document/document.entity.ts";
import { trying } from "../../../../test/acts/acting.ts";

const api = testApi();
let small: Small;
let facilitator: Viewer;
let referent: Viewer;

const holding = async (held: Partial<HeldRole> & Pick<HeldRole, "role">) => {
  const id = await personWith(api.database, [held.role]);
  return viewerOf({ id, displayName: "Une personne", language: "fr" }, [{ groupId: null, territoryId: null, ...held }]);
};

beforeAll(async () => {
  small = await smallInstance(api.database);
  facilitator = await holding({ role: "FACILITATOR", groupId: small.group.id });
  referent = await holding({ role: "REFERENT", territoryId: small.territories.bretagne!.id });
});

const soon = dayOf(new Date(), 30);
const sheet = (more: object = {}) => ({
  title: "Cohérence et portage",
  kind: "NATIONAL",
  day: soon,
  from: "14:00",
  until: "17:30",
  place: "Paris",
  ...more,
});
const local = (more: object = {}) => sheet({ kind: "LOCAL", territory: "finistere", place: "Quimper", ...more });

const fields = `id slug number version draft state day from until startsAt endsAt place movedReason movedFromPlace
  cancelledReason agenda { id title minutes } objectives { slug } documents { slug }`;

const attempt = trying(api, "code field value");
async function act(mutation: string, input: object, viewer: Viewer) {
  const answer = mutation === "removeMeeting" ? "" : `meeting { ${fields} }`;
  const current = mutation === "announceMeeting" ? "" : "current { version title }";
  const { payload, code } = await attempt(mutation, input, `${answer} ${current}`, viewer);
  return { ...payload, refused: code };
}

const announce = (more: object = {}, viewer = facilitator, input: object = {}) =>
  act(
    "announceMeeting",
    { key: randomUUID(), group: small.group.slug, draft: false, fields: sheet(more), ...input },
    viewer,
  );
const made = async (more: object = {}, input: object = {}) => (await announce(more, facilitator, input)).meeting;
const edit = (
  { id, version }: { id: string; version: number },
  more: object,
  input: object = {},
  viewer = facilitator,
) => act("editMeeting", { id, version, draft: false, fields: sheet(more), ...input }, viewer);
const problems = (answer: { problems: { code: string; field: string }[] }) =>
  answer.problems.map(({ code, field }) => `${code} ${field}`);
const seen = async (slug: string, viewer = visitor) =>
  (await api.ask("query ($slug: String!) { meeting(slug: $slug) { state } meetings { slug } }", { slug }, viewer)).data;

test("the same key announces one meeting, whatever the retries, and numbers follow one another", async () => {
  const key = randomUUID();
  const first = await made({}, { key });
  expect((await made({}, { key })).id).toBe(first.id);
  // Announced, it moves with a reason alone; its other words are the later ones, until somebody touches it.
  expect(problems(await announce({ day: "2099-09-09" }, facilitator, { key }))).toEqual(["CONFLICT key"]);
  expect(await made({ title: "Un autre titre" }, { key })).toMatchObject({ id: first.id, version: 2 });
  expect(problems(await announce({ title: "Encore un" }, facilitator, { key }))).toEqual(["CONFLICT key"]);
  const draft = { key: randomUUID(), draft: true };
  await made({ title: "Un brouillon" }, draft);
  const announced = { day: "2099-09-09", number: first.number + 1, state: "ANNOUNCED" };
  expect(await made({ day: "2099-09-09" }, { ...draft, draft: false })).toMatchObject(announced);
  const next = await made();
  expect(next).toMatchObject({ number: first.number + 2, state: "ANNOUNCED", version: 1 });
  expect(next.slug).toBe(`${first.slug}-2`);
});

test.each([
  ["before the change of March", "2099-03-28", "14:00", "2099-03-28T13:00:00.000Z"],
  ["on the day of it", "2099-03-29", "14:00", "2099-03-29T12:00:00.000Z"],
  ["in the hour that does not exist, moved as clocks are", "2099-03-29", "02:30", "2099-03-29T01:30:00.000Z"],
  ["before the change of October", "2099-10-24", "14:00", "2099-10-24T12:00:00.000Z"],
  ["in the hour that comes twice, the second time", "2099-10-25", "02:30", "2099-10-25T01:30:00.000Z"],
  ["after it", "2099-10-25", "14:00", "2099-10-25T13:00:00.000Z"],
])("hours are those of the group: %s", async (_, day, from, instant) => {
  const meeting = await made({ day, from, until: "23:00" });
  expect(meeting.startsAt).toBe(instant);
  expect(meeting).toMatchObject({ day, from: instant === "2099-03-29T01:30:00.000Z" ? "03:30" : from, until: "23:00" });
});

test("a group of another time zone has its own hours", async () => {
  const { theme } = small;
  await added(api.database, WorkingGroups, {
    slug: "reunion",
    themeId: theme.id,
    name: "La Réunion",
    finalGoal: "Une fin.",
    means: [],
    timeZone: "Indian/Reunion",
  });
  const everywhere = await holding({ role: "FACILITATOR" });
  const { meeting } = await announce({ day: "2099-07-01" }, everywhere, { group: "reunion" });
  expect(meeting).toMatchObject({ startsAt: "2099-07-01T10:00:00.000Z", from: "14:00" });
});

test.each([
  [{ day: "2020-01-10" }, "IN_THE_PAST day"],
  [{ day: "2027-02-30" }, "NOT_A_DATE day"],
  [{ day: "" }, "REQUIRED day"],
  [{ from: "14h" }, "NOT_AN_HOUR from"],
  [{ until: "13:00" }, "DATES_CROSSED until"],
  [{ until: "" }, "REQUIRED until"],
  [{ capacity: 0 }, "OUT_OF_RANGE capacity"],
  [{ objectives: ["objectif-9"] }, "UNKNOWN_CHOICE objectives"],
  [{ documents: ["nulle-part"] }, "UNKNOWN_CHOICE documents"],
  [{ title: " " }, "REQUIRED title"],
  [{ onlineLink: "javascript:alert(1)" }, "NOT_A_LINK onlineLink"],
  [{ kind: "LOCAL" }, "TERRITORY_REQUIRED territory"],
  [{ territory: "atlantide" }, "UNKNOWN_TERRITORY territory"],
  [{ agenda: [{ title: "Accueil", minutes: 0 }] }, "OUT_OF_RANGE agenda.0.minutes"],
  [{ agenda: [{ title: "", minutes: 5 }] }, "REQUIRED agenda.0.title"],
])("a sheet is refused at the field that is wrong: %o", async (wrong, problem) => {
  expect(problems(await announce(wrong))).toEqual([problem]);
});

test("a meeting that was held is written down afterwards, on purpose, and its minutes with it", async () => {
  const day = dayOf(new Date(), -7);
  expect(problems(await announce({ day }))).toEqual(["IN_THE_PAST day"]);
  expect(problems(await announce({}, facilitator, { held: true }))).toEqual(["NOT_YET day"]);
  expect(problems(await announce({ day: "1900-01-01" }, facilitator, { held: true }))).toEqual(["OUT_OF_RANGE day"]);
  const held = await made({ day }, { held: true });
  expect(held).toMatchObject({ draft: false, state: "HELD_MINUTES_AWAITED", day });
  const { payload } = await attempt("beginMinutes", { meetingId: held.id }, "minutes { id }", facilitator);
  expect(payload.problems).toEqual([]);
  // A draft whose day went by is written down too; what people were called to is not made past.
  const draft = await made({}, { draft: true });
  expect(problems(await edit(draft, { day }, { draft: false }))).toEqual(["IN_THE_PAST day"]);
  expect((await edit(draft, { day }, { draft: false, held: true })).meeting).toMatchObject({ draft: false, day });
  expect(problems(await edit(await made(), { day }, { draft: false, held: true, reason: "Erreur" }))).toEqual([
    "IN_THE_PAST day",
  ]);
});

test("an end that comes before its beginning names it, whether the meeting is past or not", async () => {
  for (const day of ["2020-01-10", dayOf(new Date(), 30)]) {
    const { problems: found } = await announce({ day, until: "13:00" });
    expect(found).toContainEqual({ code: "DATES_CROSSED", field: "until", value: "14:00" });
  }
});

test("a day that is past is said at its field, whatever else is wrong", async () => {
  const wrong = { day: "2020-01-10", until: "13:00", title: " ", capacity: 0 };
  expect(problems(await announce(wrong)).toSorted()).toEqual([
    "DATES_CROSSED until",
    "IN_THE_PAST day",
    "OUT_OF_RANGE capacity",
    "REQUIRED title",
  ]);
});

test("the whole group meets by its facilitator; a referent calls local meetings of the territory", async () => {
  const refused = async (more: object, viewer: Viewer) => (await announce(more, viewer)).refused;
  expect(await refused({}, visitor)).toBe("UNAUTHENTICATED");
  const elsewhere = await holding({ role: "FACILITATOR", groupId: randomUUID() });
  expect(await refused({}, elsewhere)).toBe("FORBIDDEN");
  expect(problems(await announce({}, referent))).toEqual(["NOT_YOUR_TERRITORY kind"]);
  expect(problems(await announce(local({ territory: "paris" }), referent))).toEqual(["NOT_YOUR_TERRITORY territory"]);
  const { meeting } = await announce(local(), referent);
  expect(meeting).toMatchObject({ number: null, state: "ANNOUNCED" });
  expect(problems(await edit(meeting, local({ territory: "paris" }), {}, referent))).toEqual([
    "NOT_YOUR_TERRITORY territory",
  ]);
  const rights = `query ($slug: String!) { meeting(slug: $slug) { viewerCan { edit cancel resume remove } }
    group(slug: "circuits-courts") { viewerCan { announceMeetings meetIn { slug } } } }`;
  const able = { edit: true, cancel: true, resume: false, remove: false };
  const unable = { edit: false, cancel: false, resume: false, remove: false };
  const of = async (viewer: Viewer, slug = meeting.slug) => (await api.ask(rights, { slug }, viewer)).data;
  expect((await of(referent)).meeting.viewerCan).toEqual(able);
  expect((await of(referent)).group.viewerCan).toEqual({
    announceMeetings: false,
    meetIn: ["bretagne", "finistere", "morbihan"].map((slug) => ({ slug })),
  });
  expect((await of(facilitator)).group.viewerCan).toEqual({ announceMeetings: true, meetIn: null });
  expect((await of(visitor)).group.viewerCan).toEqual({ announceMeetings: false, meetIn: [] });
  expect((await of(facilitator)).meeting.viewerCan).toEqual(able);
  expect((await of(visitor)).meeting.viewerCan).toEqual(unable);
  expect((await of(referent, (await made()).slug)).meeting.viewerCan).toEqual(unable);
});

test("a draft is read by the team alone, takes its number when it is announced, and can be removed before", async () => {
  const draft = await made({ title: "Un brouillon" }, { draft: true });
  expect(draft).toMatchObject({ state: "DRAFT", number: null });
  const { meeting, meetings } = await seen(draft.slug);
  expect(meeting).toBeNull();
  expect(JSON.stringify(meetings)).not.toContain(draft.slug);
  expect((await seen(draft.slug, facilitator)).meeting).toEqual({ state: "DRAFT" });
  expect((await seen(draft.slug, referent)).meeting).toBeNull();
  // Nothing is told of a draft, so that it moves without a reason.
  const moved = await edit(draft, { title: "Un brouillon", place: "Lyon" }, { draft: true });
  expect(moved.meeting).toMatchObject({ state: "DRAFT", place: "Lyon", movedReason: null });
  const { meeting: told } = await edit(moved.meeting, { title: "Un brouillon", place: "Lyon" });
  expect(told.number).toBeGreaterThan(0);
  expect((await seen(draft.slug)).meeting).toEqual({ state: "ANNOUNCED" });
  expect(problems(await act("removeMeeting", { id: told.id, version: told.version }, facilitator))).toEqual([
    "NOT_NOW id",
  ]);
  const other = await made({ title: "À jeter", agenda: [{ title: "Accueil", minutes: 5 }] }, { draft: true });
  await sentTwice(api.database, () => act("removeMeeting", { id: other.id, version: other.version }, facilitator));
  expect((await seen(other.slug, facilitator)).meeting).toBeNull();
});

test("what is announced moves with a reason that everybody reads; its address stays", async () => {
  const meeting = await made({ title: "Une réunion qui bouge" });
  const more = { title: "Une réunion qui bouge", place: "Rennes" };
  expect(problems(await edit(meeting, more))).toEqual(["REASON_NEEDED reason"]);
  const { meeting: moved } = await edit(meeting, more, { reason: "La salle est prise." });
  expect(moved).toMatchObject({
    slug: meeting.slug,
    place: "Rennes",
    movedReason: "La salle est prise.",
    movedFromPlace: "Paris",
  });
  const events = await api.database.query<{ event: string }[]>(
    "select event from journal_entry where subject_id = $1 order by recorded_at",
    [meeting.id],
  );
  expect(events.map(({ event }) => event)).toEqual(["meeting.announced", "meeting.moved"]);
  const { meeting: edited } = await sentTwice(api.database, () => edit(moved, { ...more, purpose: "Relire." }));
  expect(edited).toMatchObject({ movedReason: "La salle est prise.", version: 3 });
});

test("of two who edit, the second is told what is in force and loses nothing", async () => {
  const meeting = await made();
  await edit(meeting, { title: "Le premier titre" });
  const second = await edit(meeting, { title: "Le second titre" });
  expect(problems(second)).toEqual(["STALE version"]);
  expect(second.current).toEqual({ version: 2, title: "Le premier titre" });
});

test("a meeting is cancelled with a reason, resumed while it is to come, and each is done once", async () => {
  const meeting = await made();
  const cancel = (reason: string, version = meeting.version) =>
    act("cancelMeeting", { id: meeting.id, version, reason }, facilitator);
  expect(problems(await cancel(" "))).toEqual(["REQUIRED reason"]);
  const { meeting: cancelled } = await cancel("Une grève des trains.");
  expect(cancelled).toMatchObject({ state: "CANCELLED", cancelledReason: "Une grève des trains.", version: 2 });
  expect((await cancel("Une grève des trains.")).meeting.version).toBe(2);
  expect(problems(await cancel("Autre chose", 2))).toEqual(["NOT_NOW reason"]);
  const resume = () => act("resumeMeeting", { id: meeting.id, version: 2 }, facilitator);
  expect((await resume()).meeting).toMatchObject({ state: "ANNOUNCED", cancelledReason: null, version: 3 });
  expect((await resume()).meeting.version).toBe(3);
  await api.database.query("update meeting set starts_at = now() - interval '2 days', ends_at = null where id = $1", [
    meeting.id,
  ]);
  expect(problems(await cancel("Trop tard", 3))).toEqual(["NOT_NOW reason"]);
});

test("the points of an agenda keep their ids when they change places", async () => {
  const agenda = ["Accueil", "Cohérence", "Portage"].map((title) => ({ title, minutes: 20 }));
  const meeting = await made({ agenda, objectives: ["objectif-1"] });
  expect(meeting.objectives).toEqual([{ slug: "objectif-1" }]);
  const [first, second, third] = meeting.agenda;
  const turned = [third, first, { title: "Et après", minutes: 10 }];
  const { meeting: edited } = await edit(meeting, { agenda: turned, objectives: [] });
  expect(edited.agenda).toMatchObject([third, first, { title: "Et après" }]);
  expect(edited.objectives).toEqual([]);
  // A point of another meeting is not taken from there.
  const stolen = await made({ agenda: [{ ...second, id: first.id }] });
  expect(stolen.agenda[0].id).not.toBe(first.id);
  // An edit that says nothing of it leaves it.
  expect((await edit(edited, {})).meeting.agenda).toHaveLength(3);
});

test("a meeting is prepared by documents, which an edit changes and leaves where it says nothing of them", async () => {
  for (const slug of ["ordre-du-jour", "fiche"])
    await added(api.database, Documents, {
      slug,
      kind: "TEMPLATE",
      title: slug,
      purpose: "Préparer.",
      publishedOn: soon,
      sections: [],
      fictional: true,
    });
  const meeting = await made({ documents: ["fiche", "ordre-du-jour", "fiche"] });
  expect(meeting.documents).toEqual([{ slug: "fiche" }, { slug: "ordre-du-jour" }]);
  const { meeting: edited } = await edit(meeting, { documents: ["fiche"] });
  expect(edited.documents).toEqual([{ slug: "fiche" }]);
  expect((await edit(edited, {})).meeting.documents).toEqual([{ slug: "fiche" }]);
});
