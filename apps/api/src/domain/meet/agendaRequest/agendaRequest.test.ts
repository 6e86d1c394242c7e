import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { testApi } from "../../../../test/site/api.ts";
import { added, contributionOf, type Small, smallInstance } from "../../../../test/rows/builders.ts";
import { announcedMeeting } from "../../../../test/acts/meetings.ts";
import { type Viewer, viewerOf, visitor } from "../../../platform/viewer.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import type { Meeting } from "../meeting/meeting.entity.ts";
import { acting } from "../../../../test/acts/acting.ts";
import { AgendaRequests } from "./agendaRequest.entity.ts";
import { eraseRequestAgain } from "./agendaRequest.purges.ts";

const api = testApi();
let small: Small;
let meeting: Meeting;
const day = 86_400_000;

const runs = (groupId: string): Viewer =>
  viewerOf({ id: null, displayName: "Léa", language: "fr" }, [{ role: "FACILITATOR", groupId, territoryId: null }]);

const announced = (row: Partial<Meeting> = {}) => announcedMeeting(api.database, small.group.id, row);

beforeAll(async () => {
  small = await smallInstance(api.database);
});
beforeEach(async () => {
  meeting = await announced();
});

const acts = acting(api);
const act = (mutation: string, input: object, viewer = visitor, fields = "") => acts(mutation, input, fields, viewer);
const ask = (more: object = {}) =>
  act(
    "askForAgenda",
    { key: randomUUID(), meetingId: meeting.id, text: "Le prix du transport", ...more },
    visitor,
    "held",
  );
const judge = (id: string, input: object, viewer = runs(small.group.id)) =>
  act("judgeAgendaRequest", { id, ...input }, viewer);
const read = async () => {
  const fields =
    "mayAskForAgenda version agenda { id title minutes } agendaRequests { id text state reason pointId about { words path } }";
  const { data } = await api.ask(`query ($slug: String!) { meeting(slug: $slug) { ${fields} } }`, {
    slug: meeting.slug,
  });
  return data.meeting;
};
const codes = (answer: { problems: { code: string; field: string | null }[] }) =>
  answer.problems.map(({ code, field }) => `${code} ${field}`);

test("anybody asks for something to be talked about, once whatever the retries", async () => {
  const key = randomUUID();
  expect(await ask({ key })).toEqual({ problems: [], held: false });
  expect(await ask({ key })).toEqual({ problems: [], held: false });
  expect(codes(await ask({ key, text: "Autre chose" }))).toEqual(["CONFLICT key"]);
  expect((await read()).agendaRequests).toMatchObject([
    { text: "Le prix du transport", state: "WAITING", about: null },
  ]);
});

test("asked twice at once, it is one request, and the journal tells one", async () => {
  const key = randomUUID();
  const both = await Promise.all([ask({ key }), ask({ key })]);
  expect(both).toEqual([0, 1].map(() => ({ problems: [], held: false })));
  const made = `select count(*)::int as told from journal_entry j join agenda_request r on r.id = j.subject_id
    where r.key = $1 and j.event = 'agendaRequest.made'`;
  expect(await api.database.query(made, [key])).toEqual([{ told: 1 }]);
});

test("nothing is asked of a meeting that began, was cancelled or is a draft, and nothing empty", async () => {
  for (const [row, code] of [
    [{ startsAt: new Date(Date.now() - day) }, "NOT_NOW meetingId"],
    [{ cancelledReason: "La salle est prise." }, "NOT_NOW meetingId"],
    [{ draft: true }, "GONE meetingId"],
  ] as const) {
    meeting = await announced(row);
    expect(codes(await ask())).toEqual([code]);
  }
  meeting = await announced();
  expect(codes(await ask({ text: "  " }))).toEqual(["REQUIRED text"]);
});

test("what carries an address waits for a moderator, and shows to nobody before", async () => {
  expect((await ask({ text: "Écrivez à lea@example.org" })).held).toBe(true);
  expect((await read()).agendaRequests).toEqual([]);
});

test("a request may be about a text that anybody reads, of the group of the meeting alone", async () => {
  const contribution = await contributionOf(api.database, small, { body: "Un camion pour trois." });
  expect(codes(await ask({ subject: "CONTRIBUTION", subjectId: contribution.id }))).toEqual([]);
  const path = `/contributions/${contribution.id}`;
  expect((await read()).agendaRequests).toMatchObject([{ about: { words: "Un camion pour trois.", path } }]);
  await api.database.query("update contribution set status = 'HIDDEN' where id = $1", [contribution.id]);
  expect((await read()).agendaRequests).toMatchObject([{ about: null }]);
  expect(codes(await ask({ subject: "CONTRIBUTION", subjectId: contribution.id }))).toEqual(["GONE subjectId"]);
  await api.database.query("update contribution set status = 'VISIBLE' where id = $1", [contribution.id]);
  const other = await added(api.database, WorkingGroups, {
    slug: "autre",
    themeId: small.theme.id,
    name: "Autre",
    finalGoal: "Autre",
    means: [],
  });
  meeting = await announced({ groupId: other.id });
  expect(codes(await ask({ subject: "CONTRIBUTION", subjectId: contribution.id }))).toEqual(["GONE subjectId"]);
});

test("those who keep the meeting take a request as a new point, under one, or leave it and say why", async () => {
  await ask();
  await ask({ text: "La légumerie" });
  // Of one day none is first: an order would tell who.
  const named = async (text: string) =>
    (await read()).agendaRequests.find((request: { text: string }) => request.text === text);
  const first = await named("Le prix du transport");
  const second = await named("La légumerie");
  expect(codes(await judge(first.id, { take: true, minutes: 0 }))).toEqual(["OUT_OF_RANGE minutes"]);
  expect(codes(await judge(first.id, { take: false }))).toEqual(["REQUIRED reason"]);
  const { version } = await read();
  expect(codes(await judge(first.id, { take: true, minutes: 15 }))).toEqual([]);
  expect(codes(await judge(first.id, { take: true, minutes: 15 }))).toEqual([]);
  // Of two presses the journal tells one.
  const told = "select event from journal_entry where subject_id = $1 and event <> 'agendaRequest.made'";
  expect(await api.database.query(told, [first.id])).toEqual([{ event: "agendaRequest.taken" }]);
  const taken = await read();
  expect(taken.agenda).toMatchObject([{ title: "Le prix du transport", minutes: 15 }]);
  expect(taken.version).toBe(version + 1);
  expect(await named(first.text)).toMatchObject({ state: "TAKEN", pointId: taken.agenda[0].id });
  expect(codes(await judge(second.id, { take: true, pointId: randomUUID() }))).toEqual(["UNKNOWN_CHOICE pointId"]);
  expect(codes(await judge(second.id, { take: false, reason: "C’est pour la suivante." }))).toEqual([]);
  expect(codes(await judge(second.id, { take: false, reason: "C’est pour la suivante." }))).toEqual([]);
  expect(await api.database.query(told, [second.id])).toEqual([{ event: "agendaRequest.left" }]);
  expect(await named(second.text)).toMatchObject({ state: "LEFT", reason: "C’est pour la suivante." });
  expect(codes(await judge(second.id, { take: true, pointId: taken.agenda[0].id }))).toEqual([]);
  expect(await named(second.text)).toMatchObject({ state: "TAKEN", reason: null });
});

test("nobody else judges, not even whoever keeps the meetings of another group", async () => {
  await ask();
  const [request] = (await read()).agendaRequests;
  const input = { id: request.id, take: false, reason: "Non." };
  const query =
    "mutation ($input: JudgeAgendaRequestInput!) { judgeAgendaRequest(input: $input) { problems { code } } }";
  for (const viewer of [visitor, runs(randomUUID())])
    expect((await api.ask(query, { input }, viewer)).errors).toBeDefined();
});

test("who asked follows the request by a private link, and takes it back: words and name are gone, the point of the agenda stays", async () => {
  const { own } = await act(
    "askForAgenda",
    { key: randomUUID(), meetingId: meeting.id, text: "Le prix du transport", authorName: "Awa" },
    visitor,
    "own { code request { text authorName state } meeting { slug } }",
  );
  expect(own).toMatchObject({
    request: { text: "Le prix du transport", state: "WAITING" },
    meeting: { slug: meeting.slug },
  });
  const [{ id }] = (await read()).agendaRequests;
  await judge(id, { take: true, minutes: 10 });
  const mine = async () => {
    const fields = "request { text authorName status state } ruling { outcome }";
    const { data } = await api.ask(`query ($code: String!) { ownAgendaRequest(code: $code) { ${fields} } }`, {
      code: own.code,
    });
    return data.ownAgendaRequest;
  };
  expect(await mine()).toEqual({
    request: { text: "Le prix du transport", authorName: "Awa", status: "VISIBLE", state: "TAKEN" },
    ruling: null,
  });
  const kept = "query ($code: String) { personalData(code: $code) { parts { name rows } } }";
  const { parts } = (await api.ask(kept, { code: own.code })).data.personalData;
  expect(parts).toContainEqual({ name: "signedText", rows: 1 });
  const withdraw = (code: string) => act("withdrawAgendaRequest", { code });
  expect(codes(await withdraw("A".repeat(20)))).toEqual(["UNKNOWN_RECEIPT code"]);
  for (const _ of [1, 2]) expect(codes(await withdraw(own.code))).toEqual([]);
  const { agenda, agendaRequests } = await read();
  expect(agendaRequests).toEqual([]);
  expect(agenda).toMatchObject([{ title: "Le prix du transport" }]);
  expect((await mine()).request).toMatchObject({ text: "", authorName: null, status: "WITHDRAWN" });
  const [row] = await api.database.query("select to_jsonb(a)::text as row from agenda_request a where id = $1", [id]);
  expect(row.row).not.toMatch(/transport|Awa/);
  // A database that was restored from before has it again, and erases it again.
  const before = { text: "Le prix du transport", authorName: "Awa", status: "VISIBLE" as const };
  await api.database.manager.update(AgendaRequests, id, before);
  const again = () => api.database.transaction((db) => eraseRequestAgain({ db, now: new Date() }, id));
  expect([await again(), await again()]).toEqual([true, false]);
  expect((await mine()).request).toMatchObject({ text: "", authorName: null, status: "WITHDRAWN" });
  // Nobody judges it any more.
  expect(codes(await judge(id, { take: false, reason: "Trop tard." }))).toEqual(["GONE id"]);
});
