import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { sentTwice } from "../../../../test/acts/again.ts";
import { acting } from "../../../../test/acts/acting.ts";
import { testApi } from "../../../../test/site/api.ts";
import { added, type Small, smallInstance } from "../../../../test/rows/builders.ts";
import { config } from "../../../platform/config.ts";
import { dayOf } from "../../../platform/day.ts";
import { linkCode, linkDigest } from "../../../platform/linkCode.ts";
import { addressOf } from "../../../platform/mail/stopLink.ts";
import { type Viewer, viewerOf } from "../../../platform/viewer.ts";
import { stopMails } from "../../tell/trail/stop.ts";
import { Attendances } from "../attendance/attendance.entity.ts";
import { Meetings } from "../meeting/meeting.entity.ts";
import { MinutesBlocks, MinutesReaders, MinutesTable } from "./minutes.entity.ts";

const api = testApi();
const act = acting(api);
const { smtpUrl } = config;
let small: Small;
let team: Viewer;
let meetingId: string;
let minutesId: string;
let block: { id: string };
let coming: { id: string; code: string };

beforeAll(async () => {
  // Mails are left to be sent: none goes from here.
  Object.assign(config, { smtpUrl: "smtp://127.0.0.1:9" });
  small = await smallInstance(api.database);
  team = viewerOf({ id: null, displayName: "Léa", language: "fr" }, [
    { role: "FACILITATOR", groupId: small.group.id, territoryId: null },
  ]);
});
afterAll(() => Object.assign(config, { smtpUrl }));

/** Minutes of a meeting with a quote, and somebody who was there and left an address. */
beforeEach(async () => {
  const meeting = await added(api.database, Meetings, {
    slug: `reunion-${randomUUID()}`,
    groupId: small.group.id,
    kind: "NATIONAL",
    title: "Une réunion",
    startsAt: new Date(Date.now() - 2 * 86_400_000),
    endsAt: new Date(Date.now() - 86_400_000),
    place: "Paris",
  });
  meetingId = meeting.id;
  const people = { present: 2, excused: 0, remote: 0, regions: 1, facts: "Deux personnes.", openQuestions: [] };
  ({ id: minutesId } = await added(api.database, MinutesTable, { meetingId, state: "DRAFT", ...people }));
  const words = { kind: "QUOTE" as const, position: 1, text: "On y va à pied.", owner: "Une éleveuse" };
  block = await added(api.database, MinutesBlocks, { minutesId, ...words });
  const id = randomUUID();
  const code = linkCode("attendance", id);
  await added(api.database, Attendances, {
    ...{ id, key: id, codeDigest: linkDigest("attendance", code), meetingId, channel: "ROOM", arrival: 1 },
    needs: [],
  });
  await api.database.manager.insert(MinutesReaders, { attendanceId: id, address: "elle@exemple.fr", language: "fr" });
  coming = { id, code };
  await api.database.query("delete from outgoing_mail");
});

const seen = "minutes { state blocks { id edit text consent consentOn quoted { attendanceId why } } }";
const record = (more: object) => act("recordQuoteConsent", { id: block.id, edit: 1, ...more }, seen, team);
const review = () => act("reviewMinutes", { id: minutesId }, "", team);
const publish = async () => {
  await api.database.query("update minutes set review_until = current_date - 2 where id = $1", [minutesId]);
  return act("publishMinutes", { id: minutesId }, seen, team);
};
const answer = (more: object) => act("answerQuote", { code: coming.code, blockId: block.id, edit: 1, ...more });
const own = async () =>
  (
    await api.ask("query ($code: String!) { ownAttendance(code: $code) { quotes { id text edit consent } } }", {
      code: coming.code,
    })
  ).data.ownAttendance.quotes;
const asked = () =>
  api.database.query<{ subject: string; stop: string }[]>(
    "select subject, stop_link as stop from outgoing_mail where key like 'minutes QUOTED%'",
  );

test("a quote is published with the consent of whoever said it: asked by their link, alone and once for the same words", async () => {
  await record({ attendanceId: coming.id });
  expect(await own()).toEqual([]);
  expect(await asked()).toEqual([]);
  await review();
  expect((await asked()).map(({ subject }) => subject)).toEqual(["Êtes-vous bien cité\u202F? Une réunion"]);
  await record({ attendanceId: coming.id });
  expect(await asked()).toHaveLength(1);
  expect(await own()).toMatchObject([{ text: "On y va à pied.", consent: "ASKED" }]);
  expect((await publish()).problems).toEqual([{ code: "QUOTE_WITHOUT_CONSENT", field: "id" }]);
  expect((await answer({ agrees: false, why: " " })).problems).toEqual([{ code: "REQUIRED", field: "why" }]);
  await sentTwice(api.database, () => answer({ agrees: false, why: "À vélo." }));
  expect((await publish()).problems).toEqual([{ code: "QUOTE_WITHOUT_CONSENT", field: "id" }]);

  // The words change: they are asked anew, and consent to the former ones would not do.
  const words = { minutesId, id: block.id, edit: 1, kind: "QUOTE", text: "On y va à vélo.", owner: "Une éleveuse" };
  expect((await act("writeMinutesBlock", words, "", team)).problems).toEqual([]);
  expect(await asked()).toHaveLength(2);
  expect((await answer({ agrees: true })).problems).toEqual([{ code: "STALE", field: "edit" }]);
  expect((await answer({ agrees: true, edit: 2 })).problems).toEqual([]);
  const { problems, minutes } = await publish();
  expect(problems).toEqual([]);
  expect(minutes).toMatchObject({ state: "PUBLISHED", blocks: [{ consent: "GIVEN", consentOn: dayOf(new Date()) }] });
});

test("a correction that is taken asks whoever is quoted anew: what they agreed to is no longer what is said", async () => {
  await record({ attendanceId: coming.id });
  await review();
  expect((await answer({ agrees: true })).problems).toEqual([]);
  const correction = { key: randomUUID(), blockId: block.id, text: "On y va en car." };
  expect((await act("correctMinutes", correction, "", team)).problems).toEqual([]);
  expect((await act("settleMinutesCorrection", { id: correction.key, accept: true }, "", team)).problems).toEqual([]);
  expect(await asked()).toHaveLength(2);
  expect(await own()).toMatchObject([{ text: "On y va en car.", edit: 2, consent: "ASKED" }]);
  expect((await publish()).problems).toEqual([{ code: "QUOTE_WITHOUT_CONSENT", field: "id" }]);
});

test("an objection may take the quote away: nothing else of minutes that are read over goes", async () => {
  await record({ attendanceId: coming.id });
  await review();
  await answer({ agrees: false, why: "Je ne l’ai pas dit." });
  expect((await act("removeMinutesBlock", { id: block.id, edit: 1 }, "", team)).problems).toEqual([]);
});

test("consent by voice or on paper is written down with its day, and holds for the words as they are", async () => {
  expect((await record({})).problems).toEqual([{ code: "REQUIRED", field: "on" }]);
  expect((await record({ on: "2020-01-01" })).problems).toEqual([{ code: "OUT_OF_RANGE", field: "on" }]);
  const { minutes } = await record({ on: dayOf(new Date()), onPaper: true });
  expect(minutes.blocks).toMatchObject([{ consent: "GIVEN", consentOn: dayOf(new Date()) }]);
  const words = { minutesId, id: block.id, edit: 1, kind: "QUOTE", text: "Autre chose.", owner: "Une éleveuse" };
  const changed = await act("writeMinutesBlock", words, seen, team);
  expect(changed.minutes.blocks).toMatchObject([{ consent: "MISSING", consentOn: null }]);
});

test("an address that somebody else left is written to no more by one press, without an account", async () => {
  await record({ attendanceId: coming.id });
  await review();
  const [mail] = await asked();
  const address = addressOf(new URL(mail!.stop).searchParams.get("token")!);
  expect(address).toBe("elle@exemple.fr");
  await api.database.transaction((db) => stopMails(db, address!));
  expect(await api.database.query("select from minutes_reader")).toEqual([]);
  await record({ attendanceId: coming.id });
  expect(await asked()).toEqual([]);
});

test("nobody answers for others, and the team alone reads a quote, and who is asked, until they agreed to it", async () => {
  await record({ attendanceId: coming.id });
  await review();
  const [{ id }] = await api.database.query<[{ id: string }]>(
    "insert into minutes_block (minutes_id, position, kind, text, owner) values ($1, 2, 'QUOTE', 'x', 'x') returning id",
    [minutesId],
  );
  expect((await answer({ agrees: true, blockId: id })).problems).toEqual([{ code: "GONE", field: "blockId" }]);
  expect((await answer({ agrees: true, code: "x".repeat(20) })).problems).toEqual([
    { code: "UNKNOWN_RECEIPT", field: "code" },
  ]);
  const read = async (viewer?: Viewer) => {
    const query = "{ groups { meetings { id minutes { blocks { text consent quoted { attendanceId } } } } } }";
    const { data } = await api.ask(query, {}, viewer);
    const meetings = data.groups.flatMap((group: any) => group.meetings);
    return meetings.find((meeting: any) => meeting.id === meetingId).minutes.blocks;
  };
  expect(await read(team)).toMatchObject([
    { consent: "ASKED", quoted: { attendanceId: coming.id } },
    { consent: "MISSING", quoted: null },
  ]);
  expect(await read()).toEqual([]);
  const react = { subject: "MINUTES_BLOCK", subjectId: block.id, kind: "SUPPORT", text: "Moi aussi." };
  const reacting = () => act("react", { key: randomUUID(), ...react }, "", undefined);
  expect((await reacting()).problems).toMatchObject([{ code: "GONE" }]);
  const inside = { code: coming.code, blockId: block.id };
  const exact = () => act("sayMinutesExact", { ...inside, edit: 1, exact: true });
  const correct = () => act("correctMinutes", { ...inside, key: randomUUID(), text: "On y va à cheval." });
  for (const refused of [exact, correct])
    expect((await refused()).problems).toEqual([{ code: "GONE", field: "blockId" }]);
  await answer({ agrees: true });
  for (const taken of [exact, correct]) expect((await taken()).problems).toEqual([]);
  expect(await read()).toEqual([{ text: "On y va à pied.", consent: "GIVEN", quoted: null }]);
  expect((await reacting()).problems).toEqual([]);
});
