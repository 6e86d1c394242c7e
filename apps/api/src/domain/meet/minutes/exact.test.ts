import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { erases } from "../../../app.ts";
import { sentTwice } from "../../../../test/acts/again.ts";
import { acting } from "../../../../test/acts/acting.ts";
import { testApi } from "../../../../test/site/api.ts";
import { added, type Small, smallInstance } from "../../../../test/rows/builders.ts";
import { dayOf } from "../../../platform/day.ts";
import { linkCode, linkDigest } from "../../../platform/linkCode.ts";
import { type Viewer, viewerOf } from "../../../platform/viewer.ts";
import { Attendances } from "../attendance/attendance.entity.ts";
import { Meetings } from "../meeting/meeting.entity.ts";
import { MinutesBlocks, MinutesTable } from "./minutes.entity.ts";
import { forgetReaders } from "./reader.purge.ts";

const api = testApi();
const act = acting(api);
let small: Small;
let team: Viewer;
let slug: string;
let meetingId: string;
let minutesId: string;
let blockId: string;
let arrival = 0;

beforeAll(async () => {
  small = await smallInstance(api.database);
  team = viewerOf({ id: null, displayName: "Léa", language: "fr" }, [
    { role: "FACILITATOR", groupId: small.group.id, territoryId: null },
  ]);
});

async function meet() {
  slug = `reunion-${randomUUID()}`;
  const meeting = { slug, groupId: small.group.id, kind: "NATIONAL" as const, title: "Une réunion", place: "Paris" };
  const startsAt = new Date(Date.now() - 86_400_000);
  ({ id: meetingId } = await added(api.database, Meetings, { ...meeting, startsAt }));
}

/** Minutes that are read over, of fourteen people who were there, two of them from afar. */
beforeEach(async () => {
  await meet();
  const people = { present: 12, excused: 0, remote: 2, regions: 1, facts: "Quatorze.", openQuestions: [] };
  const review = { state: "IN_REVIEW" as const, reviewUntil: dayOf(new Date(), 3) };
  ({ id: minutesId } = await added(api.database, MinutesTable, { meetingId, ...review, ...people }));
  const words = { kind: "NOTE" as const, position: 1, text: "On a compté les camions." };
  ({ id: blockId } = await added(api.database, MinutesBlocks, { minutesId, ...words }));
});

/** The private link of somebody who came. */
async function present() {
  const id = randomUUID();
  const code = linkCode("attendance", id);
  const coming = { id, key: id, codeDigest: linkDigest("attendance", code), meetingId, needs: [] };
  await added(api.database, Attendances, { ...coming, channel: "ROOM", arrival: ++arrival });
  return code;
}

const say = (code: string, more: object = {}) =>
  act("sayMinutesExact", { code, blockId, edit: 1, exact: true, ...more }, "own { exact }");
const exact = async (code: string) =>
  (await api.ask("query ($code: String!) { ownAttendance(code: $code) { exact } }", { code })).data.ownAttendance.exact;
const readBy = async () =>
  (await api.ask("query ($slug: String!) { meeting(slug: $slug) { minutes { readBy } } }", { slug })).data.meeting
    .minutes.readBy;
const rows = async () => (await api.database.query("select from minutes_exact")).length;
const correct = (code: string) => act("correctMinutes", { key: randomUUID(), code, blockId, text: "Vingt camions." });

test("whoever was there says by their link that a block is exact, once, and takes it back", async () => {
  const code = await present();
  for (const _ of [1, 2]) expect(await say(code)).toMatchObject({ problems: [], own: { exact: [blockId] } });
  expect(await exact(await present())).toEqual([]);
  for (const _ of [1, 2]) expect(await say(code, { exact: false })).toMatchObject({ problems: [], own: { exact: [] } });
});

test("nobody says it without a link to that meeting, nor once the reading over is past", async () => {
  const code = await present();
  await api.database.query("update minutes set review_until = current_date - 2 where id = $1", [minutesId]);
  expect((await say(code)).problems).toEqual([{ code: "NOT_NOW", field: "blockId" }]);
  await api.database.query("update minutes set state = 'DRAFT', review_until = null where id = $1", [minutesId]);
  expect((await say(code)).problems).toEqual([{ code: "NOT_NOW", field: "blockId" }]);
  await meet();
  expect((await say(await present())).problems).toEqual([{ code: "GONE", field: "blockId" }]);
  expect((await say("x".repeat(20))).problems).toEqual([{ code: "UNKNOWN_RECEIPT", field: "code" }]);
});

test("it is said of the words one read: once they change nobody said it of these", async () => {
  const code = await present();
  await say(code);
  const words = { minutesId, id: blockId, edit: 1, kind: "NOTE", text: "On a compté vingt camions." };
  expect((await act("writeMinutesBlock", words, "", team)).problems).toEqual([]);
  expect(await exact(code)).toEqual([]);
  expect((await say(code)).problems).toEqual([{ code: "STALE", field: "edit" }]);
  expect((await say(code, { edit: 2 })).own.exact).toEqual([blockId]);
});

test("whoever corrects a block no longer says that it is exact, until they have their answer", async () => {
  const code = await present();
  await say(code);
  expect((await correct(code)).problems).toEqual([]);
  expect(await exact(code)).toEqual([]);
  expect((await say(code)).problems).toEqual([{ code: "NOT_NOW", field: "blockId" }]);
  await api.database.query("update minutes_correction set state = 'REFUSED' where minutes_id = $1", [minutesId]);
  expect((await say(code)).problems).toEqual([]);
});

test("a correction is taken back while it waits, its words go, and what was exact is said again", async () => {
  const [code, other] = [await present(), await present()];
  await say(code);
  const asked = (text: string, of = code) => {
    const key = randomUUID();
    return { key, input: { key, code: of, blockId, text } };
  };
  const [one, two, theirs] = [asked("Vingt camions."), asked("Trente camions."), asked("Vingt camions.", other)];
  for (const { input } of [one, two, theirs]) await act("correctMinutes", input);
  const fields = "own { exact corrections { id text state } }";
  const withdraw = (id: string, by = code) => act("withdrawMinutesCorrection", { code: by, id }, fields);
  expect((await withdraw(theirs.key)).problems).toEqual([{ code: "GONE", field: "id" }]);
  expect((await withdraw("x")).problems).toEqual([{ code: "GONE", field: "id" }]);
  expect((await withdraw(one.key, "x".repeat(20))).problems).toEqual([{ code: "UNKNOWN_RECEIPT", field: "code" }]);
  const left = [{ id: two.key, text: "Trente camions.", state: "OPEN" }];
  // The other one still waits: it is not exact yet.
  const twice = await sentTwice(api.database, () => withdraw(one.key));
  expect(twice).toEqual({ problems: [], own: { exact: [], corrections: left } });
  expect(await withdraw(two.key)).toEqual({ problems: [], own: { exact: [blockId], corrections: [] } });
  const texts = "select text from minutes_correction where minutes_id = $1 order by arrival";
  expect(await api.database.query(texts, [minutesId])).toEqual([
    { text: "" },
    { text: "" },
    { text: "Vingt camions." },
  ]);
  // A database restored from before is erased again, once.
  await api.database.query("update minutes_correction set state = 'OPEN', text = 'Vingt.' where id = $1", [one.key]);
  await api.database.query("update minutes_exact set set_aside = true where block_id = $1", [blockId]);
  const again = () =>
    api.database.transaction((db) => erases["minutesCorrection.withdrawn"]!({ db, now: new Date() }, one.key, {}));
  expect([await again(), await again()]).toEqual([true, false]);
  expect((await api.database.query(texts, [minutesId]))[0]).toEqual({ text: "" });
  expect((await withdraw(one.key)).own.exact).toEqual([blockId]);
  // Those who write read it no more, cannot answer it, and do not wait for it; sent late, it does not come back.
  const read =
    "query ($slug: String!) { meeting(slug: $slug) { minutes { corrections { id } correctionCounts { open } } } }";
  const { minutes } = (await api.ask(read, { slug }, team)).data.meeting;
  expect(minutes).toEqual({ corrections: [{ id: theirs.key }], correctionCounts: { open: 1 } });
  expect((await act("settleMinutesCorrection", { id: one.key, accept: true }, "", team)).problems).toEqual([
    { code: "GONE", field: "id" },
  ]);
  expect((await act("correctMinutes", one.input)).problems).toEqual([{ code: "CONFLICT", field: "key" }]);
  // Never said exact, it is not when taken back; answered, it stays.
  expect((await withdraw(theirs.key, other)).own).toEqual({ exact: [], corrections: [] });
  const last = asked("Dix camions.");
  await act("correctMinutes", last.input);
  await act("settleMinutesCorrection", { id: last.key, accept: false, reason: "On en a compté vingt." }, "", team);
  expect((await withdraw(last.key)).problems).toEqual([{ code: "NOT_NOW", field: "id" }]);
});

test("readers are told by five, and never so many that fewer than five may not have read", async () => {
  const codes: string[] = [];
  const more = async (count: number) => {
    for (let each = 0; each < count; each++) codes.push(await present());
    for (const code of codes.slice(-count)) await say(code);
  };
  await more(4);
  expect(await readBy()).toBeNull();
  // Corrected by a link is read over too, and whoever does both is one.
  await correct(codes[0]!);
  expect(await readBy()).toBeNull();
  await correct(await present());
  expect(await readBy()).toBe(5);
  await more(4);
  expect(await readBy()).toBe(5);
  // All fourteen read it: ten of fourteen would leave four.
  await more(5);
  expect(await readBy()).toBe(5);
  await api.database.query("update minutes set present = 13 where id = $1", [minutesId]);
  expect(await readBy()).toBe(10);
  await api.database.query("update minutes set state = 'PUBLISHED' where id = $1", [minutesId]);
  expect(await readBy()).toBeNull();
});

test("nothing tells who said it, nor when: neither the journal nor what the team reads", async () => {
  const entries = () => api.database.query("select count(*)::int as count from journal_entry");
  const before = await entries();
  const code = await present();
  await say(code);
  await say(code, { exact: false });
  expect(await entries()).toEqual(before);
});

test("it is erased with what was left to read minutes over: published, late, or one's coming taken back", async () => {
  await api.database.query("delete from minutes_exact");
  const code = await present();
  await say(code);
  expect(await forgetReaders(api.database.manager, new Date(), "60 days")).toBe(0);
  expect(await forgetReaders(api.database.manager, new Date(Date.now() + 61 * 86_400_000), "60 days")).toBe(1);
  await say(code);
  await act("withdrawAttendance", { code }, "");
  expect(await rows()).toBe(0);
  await say(await present());
  await api.database.query("update minutes set state = 'PUBLISHED' where id = $1", [minutesId]);
  expect(await forgetReaders(api.database.manager, new Date(), "60 days")).toBe(1);
});
