import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { sentTwice } from "../../../../test/acts/again.ts";
import { testApi } from "../../../../test/site/api.ts";
import { type Small, smallInstance } from "../../../../test/rows/builders.ts";
import { announcedMeeting } from "../../../../test/acts/meetings.ts";
import { type Viewer, viewerOf, visitor } from "../../../platform/viewer.ts";
import { type Meeting, Meetings } from "../meeting/meeting.entity.ts";
import { forgetComers, remindComers } from "./attendance.jobs.ts";
import { acting, mutationOf } from "../../../../test/acts/acting.ts";

const api = testApi();
let small: Small;
let meeting: Meeting;
const day = 86_400_000;

const facilitator = (): Viewer =>
  viewerOf({ id: null, displayName: "Léa", language: "fr" }, [
    { role: "FACILITATOR", groupId: small.group.id, territoryId: null },
  ]);

const announced = (row: Partial<Meeting> = {}) =>
  announcedMeeting(api.database, small.group.id, {
    endsAt: new Date(Date.now() + 10 * day + 3_600_000),
    remote: true,
    relayRooms: ["Rennes, maison des associations"],
    capacity: 2,
    ...row,
  });

beforeAll(async () => {
  small = await smallInstance(api.database);
});
beforeEach(async () => {
  meeting = await announced();
});

const own = "own { code name channel relayRoom waiting before toConfirm withdrawn hasAddress needs }";

const acts = acting(api);
const act = (mutation: string, input: object, viewer: Viewer = visitor, device?: string) =>
  acts(mutation, input, own, viewer, device ? { device: () => device } : {});

const come = (said: object = {}, more: object = {}, device?: string, viewer = visitor) =>
  act(
    "attend",
    {
      key: randomUUID(),
      meetingId: meeting.id,
      said: { channel: "ROOM", needs: [], ...said },
      language: "fr",
      ...more,
    },
    viewer,
    device,
  );
const change = (code: string, said: object, more: object = {}) =>
  act("changeAttendance", { code, said: { channel: "ROOM", needs: [], ...said }, language: "fr", ...more });
const withdraw = (code: string) => act("withdrawAttendance", { code });
const codes = (answer: { problems: { code: string; field: string | null }[] }) =>
  answer.problems.map(({ code, field }) => `${code} ${field}`);
const follow = async (code: string) =>
  (await api.ask(`query ($code: String!) { ownAttendance(code: $code) { ${own.slice(6, -2)} } }`, { code })).data
    .ownAttendance;
const counted = async (viewer = visitor) =>
  (
    await api.ask(
      `query ($slug: String!) { meeting(slug: $slug) { mayAttend comers { name needs needsMore waiting }
        coming { total waiting seatsLeft full elsewhere regionCount silent { slug } byRegion { people territory { slug } } byChannel { channel people } exact { nowhere byRegion { people territory { slug } } byChannel { channel people } } } } }`,
      { slug: meeting.slug },
      viewer,
    )
  ).data.meeting;
const told = async () =>
  (
    await api.database.query<{ key: string }[]>(
      `select split_part(key, ' ', 2) as key from outgoing_mail where key like 'attendance %'
         and split_part(key, ' ', 3) in (select id::text from attendance where meeting_id = $1) order by queued_at, key`,
      [meeting.id],
    )
  ).map(({ key }) => key);

test("somebody comes without an account, once whatever the retries, and finds it by a private link", async () => {
  const key = randomUUID();
  const first = (await come({ name: "L. M." }, { key })).own;
  expect((await come({ name: "L. M." }, { key })).own.code).toBe(first.code);
  expect((await counted()).coming.total).toBe(1);
  expect(await follow(first.code)).toMatchObject({ name: "L. M.", channel: "ROOM", waiting: false });
  expect(await follow("inconnu")).toBeNull();
  const [row] = await api.database.query<Record<string, unknown>[]>("select * from attendance where meeting_id = $1", [
    meeting.id,
  ]);
  expect(JSON.stringify(row)).not.toContain(first.code);
  // Changed before it is sent again, it says what was sent last, unless it was taken back meanwhile.
  expect((await come({ name: "L. M.", channel: "ONLINE" }, { key })).own.code).toBe(first.code);
  expect(await follow(first.code)).toMatchObject({ name: "L. M.", channel: "ONLINE" });
  await withdraw(first.code);
  expect((await come({ name: "L. M." }, { key })).problems).toEqual([]);
  expect((await counted()).coming.total).toBe(0);
});

test("of those who come at the same time none goes over the seats: the others wait in their order", async () => {
  const all = await Promise.all(Array.from({ length: 6 }, () => come()));
  expect(all.filter(({ own: { waiting } }) => !waiting)).toHaveLength(2);
  const before = all.flatMap(({ own: one }) => (one.waiting ? [one.code] : []));
  const places = await Promise.all(before.map(async (code: string) => (await follow(code)).before));
  expect(places.toSorted((one, other) => one - other)).toEqual([0, 1, 2, 3]);
  expect((await counted()).coming).toMatchObject({ total: 2, waiting: 0, full: true });
  // On line nobody waits.
  expect((await come({ channel: "ONLINE" })).own.waiting).toBe(false);
});

test("a seat that is free goes to the first who waits, who is told if they left an address", async () => {
  const [one, two] = [(await come()).own, (await come()).own];
  const third = (await come({}, { email: "troisieme@example.org" })).own;
  const fourth = (await come({}, { email: "quatrieme@example.org" })).own;
  await withdraw(one.code);
  expect((await follow(third.code)).waiting).toBe(false);
  expect((await follow(fourth.code)).before).toBe(0);
  expect(await told()).toEqual(["SEATED"]);
  // A person who changes to on line frees a seat too, and comes back behind those who wait.
  await sentTwice(api.database, () => change(two.code, { channel: "ONLINE" }));
  expect((await follow(fourth.code)).waiting).toBe(false);
  expect((await come()).own.waiting).toBe(true);
  expect((await change(two.code, {})).own).toMatchObject({ waiting: true, before: 1 });
  // A second withdrawal frees nothing more.
  await withdraw(one.code);
  expect((await counted()).coming).toMatchObject({ total: 2, waiting: 0, full: true });
});

test("more seats are given at once to those who wait, fewer take none back", async () => {
  const all = [await come(), await come(), await come()];
  const edit = async (capacity: number) => {
    const [{ version }] = await api.database.query<[{ version: number }]>("select version from meeting where id = $1", [
      meeting.id,
    ]);
    const sheet = `{ meeting(slug: "${meeting.slug}") { day from until } }`;
    const when = (await api.ask(sheet)).data.meeting;
    const fields = { title: "Une réunion", kind: "NATIONAL", place: "Paris", ...when, capacity };
    const query = "mutation ($input: EditMeetingInput!) { editMeeting(input: $input) { problems { code field } } }";
    const input = { id: meeting.id, version, draft: false, fields };
    expect((await api.ask(query, { input }, facilitator())).data.editMeeting.problems).toEqual([]);
  };
  await edit(3);
  expect((await follow(all[2].own.code)).waiting).toBe(false);
  await edit(1);
  expect((await counted()).coming).toMatchObject({ total: 3, waiting: 0, full: true });
});

test("a device has one say, and the team writes down those who call", async () => {
  const device = randomUUID();
  const first = (await come({}, {}, device)).own;
  expect(codes(await come({}, {}, device))).toEqual(["ALREADY_COMING null"]);
  await withdraw(first.code);
  expect(codes(await come({}, {}, device))).toEqual([]);
  const team = randomUUID();
  expect(codes(await come({}, {}, team, facilitator()))).toEqual([]);
  expect(codes(await come({}, {}, team, facilitator()))).toEqual([]);
});

test("what is wrong is said at its field", async () => {
  expect(codes(await come({ channel: "RELAY", relayRoom: "Ailleurs" }))).toEqual(["UNKNOWN_CHOICE relayRoom"]);
  expect(codes(await come({ territory: "atlantide" }))).toEqual(["UNKNOWN_TERRITORY territory"]);
  expect(codes(await come({}, { email: "pas une adresse" }))).toEqual(["NOT_AN_EMAIL email"]);
  expect(codes(await come({ name: "x".repeat(81) }))).toEqual(["TOO_LONG name"]);
  const room = { channel: "RELAY", relayRoom: meeting.relayRooms[0] };
  expect((await come(room)).own).toMatchObject(room);
  meeting = await announced({ remote: false, relayRooms: [] });
  expect(codes(await come({ channel: "ONLINE" }))).toEqual(["UNKNOWN_CHOICE channel"]);
  for (const row of [{ startsAt: new Date(Date.now() - day) }, { cancelledReason: "Grève" }]) {
    meeting = await announced(row);
    expect(codes(await come())).toEqual(["NOT_NOW meetingId"]);
  }
  meeting = await announced({ draft: true });
  expect(codes(await come())).toEqual(["GONE meetingId"]);
});

test("once the meeting began, or was cancelled, a private link changes nothing more, keeps what was said, and takes it back", async () => {
  const { code } = (await come({ name: "L. M.", needs: ["CHILDCARE"] })).own;
  for (const row of [{ startsAt: new Date(Date.now() - 1000) }, { cancelledReason: "Une grève." }]) {
    await api.database.manager.update(Meetings, meeting.id, { startsAt: new Date(Date.now() + day), ...row });
    expect(codes(await change(code, { name: "Autre" }))).toEqual(["NOT_NOW code"]);
    expect(await follow(code)).toMatchObject({ name: "L. M.", needs: ["CHILDCARE"], withdrawn: false });
  }
  expect(codes(await withdraw(code))).toEqual([]);
  expect(codes(await withdraw(code))).toEqual([]);
  expect(await follow(code)).toMatchObject({ name: null, withdrawn: true });
  expect(codes(await change(code, {}))).toEqual(["NOT_NOW code"]);
  expect(codes(await change("inconnu", {}))).toEqual(["UNKNOWN_RECEIPT code"]);
});

test("those who come are told once that the meeting moves or is cancelled, and say again that they come", async () => {
  const left = (await come({}, { email: "venue@example.org" })).own;
  expect(left.hasAddress).toBe(true);
  const silent = (await come()).own;
  const run = async (mutation: string, more: object) => {
    const [{ version }] = await api.database.query<[{ version: number }]>("select version from meeting where id = $1", [
      meeting.id,
    ]);
    const input = { id: meeting.id, version, ...more };
    expect((await api.ask(mutationOf(mutation), { input }, facilitator())).data[mutation].problems).toEqual([]);
  };
  const when = (await api.ask(`{ meeting(slug: "${meeting.slug}") { day from until } }`)).data.meeting;
  const fields = { title: "Une réunion", kind: "NATIONAL", place: "Lyon", ...when };
  await run("editMeeting", { draft: false, reason: "La salle est prise.", fields });
  expect(await told()).toEqual(["MOVED"]);
  for (const { code } of [left, silent]) expect((await follow(code)).toConfirm).toBe(true);
  expect((await act("confirmAttendance", { code: left.code })).own.toConfirm).toBe(false);
  await run("cancelMeeting", { reason: "Une grève." });
  await run("cancelMeeting", { reason: "Une grève." });
  expect(await told()).toEqual(["CANCELLED"]);
  await run("resumeMeeting", {});
  expect(await told()).toEqual(["RESUMED"]);
  expect((await follow(left.code)).toConfirm).toBe(true);
});

test("before and after one coming nobody learns from where nor how: steps of five or nothing, exact for its keepers", async () => {
  meeting = await announced({ capacity: 40 });
  const figures = async () => {
    const { total, waiting, exact, ...others } = (await counted()).coming;
    expect([waiting, exact]).toEqual([0, null]);
    return { total, told: others };
  };
  const places = ["finistere", "paris", "finistere", null];
  const ways = ["ROOM", "ONLINE", "ROOM", "PHONE"];
  let before = await figures();
  let moved = 0;
  const apart: number[] = [];
  for (let n = 1; n <= 36; n++) {
    const { problems } = await come({ territory: places[n % 4], channel: ways[n % 4] });
    expect(problems).toEqual([]);
    const now = await figures();
    expect(now.total).toBe(n);
    for (const { people } of [...now.told.byRegion, ...now.told.byChannel]) expect(people % 5).toBe(0);
    // All but the seats, which move by five, say nothing but that somebody came.
    const say = ({ seatsLeft: _seats, elsewhere: _rest, ...rest }: typeof now.told) => JSON.stringify(rest);
    if (say(now.told) !== say(before.told)) {
      apart.push(n - moved);
      moved = n;
    }
    before = now;
  }
  expect(Math.min(...apart)).toBeGreaterThanOrEqual(5);
  expect(before.told).toMatchObject({ regionCount: 2, seatsLeft: 20, full: false, silent: [] });
  expect(before.told.byRegion).toEqual([
    { people: 15, territory: { slug: "bretagne" } },
    { people: 5, territory: { slug: "ile-de-france" } },
  ]);
  expect(before.told.byChannel.map(({ channel }: { channel: string }) => channel)).toEqual(["ROOM", "ONLINE", "PHONE"]);
  expect((await counted(facilitator())).coming.exact).toEqual({
    nowhere: 9,
    byRegion: [
      { people: 18, territory: { slug: "bretagne" } },
      { people: 9, territory: { slug: "ile-de-france" } },
    ],
    byChannel: [
      { channel: "ROOM", people: 18 },
      { channel: "ONLINE", people: 9 },
      { channel: "PHONE", people: 9 },
    ],
  });
});

test("needs and names are for those who keep the meeting, and are erased once it is over", async () => {
  await come({ name: "L. M.", needs: ["CHILDCARE"], needsMore: "Une chaise" }, { email: "venue@example.org" });
  expect((await counted()).comers).toEqual([]);
  expect((await counted(facilitator())).comers).toEqual([
    { name: "L. M.", needs: ["CHILDCARE"], needsMore: "Une chaise", waiting: false },
  ]);
  await forgetComers(api.database.manager, new Date(Date.now() + 11 * day - 1000), "1 day");
  expect((await counted(facilitator())).comers).toMatchObject([{ name: "L. M." }]);
  await forgetComers(api.database.manager, new Date(Date.now() + 12 * day), "1 day");
  expect((await counted(facilitator())).comers).toEqual([{ name: null, needs: [], needsMore: null, waiting: false }]);
  const rows = await api.database.query(
    "select from attendance_address l join attendance a on a.id = l.attendance_id where a.meeting_id = $1",
    [meeting.id],
  );
  expect(rows).toEqual([]);
});

test("who comes and left an address is reminded once, two days before; nobody of a meeting that is cancelled", async () => {
  await come({}, { email: "venue@example.org" });
  await come();
  const left = (await come({ channel: "ONLINE" }, { email: "partie@example.org" })).own;
  await withdraw(left.code);
  const remind = (before: number) =>
    remindComers(api.database.manager, new Date(meeting.startsAt.getTime() - before * day));
  await remind(2.1);
  expect(await told()).toEqual([]);
  for (const before of [1.9, 1, -1]) await remind(before);
  expect(await told()).toEqual(["SOON"]);
  meeting = await announced();
  await come({}, { email: "venue@example.org" });
  await api.database.manager.update(Meetings, meeting.id, { cancelledReason: "Une grève." });
  await remind(1);
  expect(await told()).toEqual([]);
});
