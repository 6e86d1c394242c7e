import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { sentTwice } from "../../../../test/acts/again.ts";
import { testApi } from "../../../../test/site/api.ts";
import { added, type Small, smallInstance } from "../../../../test/rows/builders.ts";
import { linkCode, linkDigest } from "../../../platform/linkCode.ts";
import { type Viewer, viewerOf, visitor } from "../../../platform/viewer.ts";
import { Attendances } from "../attendance/attendance.entity.ts";
import { forgetReaders } from "./reader.purge.ts";
import { AgendaItems, type Meeting, Meetings } from "../meeting/meeting.entity.ts";
import { trying } from "../../../../test/acts/acting.ts";

const api = testApi();
let small: Small;
let meeting: Meeting;
const day = 86_400_000;

const as = (
  role: "FACILITATOR" | "RAPPORTEUR" | "MODERATOR",
  groupId = small.group.id,
  id: string | null = null,
): Viewer => viewerOf({ id, displayName: "Léa", language: "fr" }, [{ role, groupId, territoryId: null }]);

beforeAll(async () => {
  small = await smallInstance(api.database);
});
beforeEach(async () => {
  meeting = await added(api.database, Meetings, {
    slug: `reunion-${randomUUID()}`,
    groupId: small.group.id,
    kind: "NATIONAL",
    title: "Une réunion",
    startsAt: new Date(Date.now() - day),
    endsAt: new Date(Date.now() - day + 3_600_000),
    place: "Paris",
  });
  const points = [1, 2].map((position) => ({ position, minutes: 30, title: `Point ${position}` }));
  for (const point of points) await added(api.database, AgendaItems, { meetingId: meeting.id, ...point });
});

const seen =
  "id state version present facts openQuestions reviewUntil hash errata { text } correctionCounts { open accepted refused } corrections { id text state reason } blocks { id edit kind topic text owner due done droppedBecause late }";

const attempt = trying(api, "code field value");
async function act(mutation: string, input: object, viewer: Viewer = as("FACILITATOR")) {
  const own = ["followMinutes", "withdrawAttendance"].includes(mutation);
  const read = own
    ? "own { code }"
    : mutation === "correctMinutes"
      ? "correction { id state }"
      : `minutes { ${seen} } current { ${seen} }`;
  const { payload, code } = await attempt(mutation, input, read, viewer);
  return code ? { refused: code } : payload;
}
const codes = (answer: { problems: { code: string; field: string | null }[] }) =>
  answer.problems.map(({ code, field }) => `${code} ${field}`);

const begin = async () => (await act("beginMinutes", { meetingId: meeting.id })).minutes;
const head = {
  present: 12,
  excused: 1,
  remote: 3,
  regions: 2,
  facts: "Douze personnes.",
  openQuestions: ["Qui paie ?"],
};
const write = (minutesId: string, block: object, viewer?: Viewer) =>
  act("writeMinutesBlock", { minutesId, id: randomUUID(), kind: "NOTE", ...block }, viewer);

/** Minutes that are read over, of one note, one decision and one action. */
async function reviewed() {
  const { id, version, blocks } = await begin();
  await act("editMinutes", { id, version, ...head });
  await write(id, { id: blocks[0].id, edit: 1, topic: "Point 1", text: "On a compté les camions." });
  await write(id, { kind: "DECISION", text: "Un fonds commun." });
  await write(id, { kind: "ACTION", text: "Écrire à la région.", owner: "Ana", due: "2099-01-10" });
  return (await act("reviewMinutes", { id })).minutes;
}

/** The private link of somebody who came. */
async function present(row: object = {}) {
  const id = randomUUID();
  const code = linkCode("attendance", id);
  const codeDigest = linkDigest("attendance", code);
  await added(api.database, Attendances, {
    id,
    key: randomUUID(),
    codeDigest,
    meetingId: meeting.id,
    channel: "ROOM",
    needs: [],
    arrival: 1,
    ...row,
  });
  return code;
}

const read = async (viewer: Viewer) =>
  (
    await api.ask(
      `query ($slug: String!) { meeting(slug: $slug) { state viewerCan { writeMinutes } minutes { ${seen} } } }`,
      { slug: meeting.slug },
      viewer,
    )
  ).data.meeting;

test("minutes begin with a block for each point of the agenda, and the team of the group alone reads them", async () => {
  const minutes = await begin();
  expect(minutes.blocks.map(({ topic, text }: any) => [topic, text])).toEqual([
    ["Point 1", ""],
    ["Point 2", ""],
  ]);
  expect((await begin()).id).toBe(minutes.id);
  expect(await read(visitor)).toMatchObject({
    state: "HELD_MINUTES_AWAITED",
    minutes: null,
    viewerCan: { writeMinutes: false },
  });
  expect((await read(as("RAPPORTEUR"))).minutes.id).toBe(minutes.id);
  expect((await read(as("RAPPORTEUR", randomUUID()))).minutes).toBeNull();
});

test("nobody but those who hold the meeting and the rapporteurs of its group writes minutes, once it began", async () => {
  expect((await act("beginMinutes", { meetingId: meeting.id }, visitor)).refused).toBe("UNAUTHENTICATED");
  for (const viewer of [as("MODERATOR", small.group.id, randomUUID()), as("FACILITATOR", randomUUID(), randomUUID())])
    expect((await act("beginMinutes", { meetingId: meeting.id }, viewer)).refused).toBe("FORBIDDEN");
  await api.database.query("update meeting set starts_at = now() + interval '1 day' where id = $1", [meeting.id]);
  expect(codes(await act("beginMinutes", { meetingId: meeting.id }))).toEqual(["NOT_NOW meetingId"]);
});

test("of two who write one block the second reads what is in force, and nothing is lost", async () => {
  const { id, blocks } = await begin();
  const block = { id: blocks[0].id, edit: 1 };
  expect((await write(id, { ...block, text: "La première." })).problems).toEqual([]);
  const second = await write(id, { ...block, text: "La seconde." }, as("RAPPORTEUR"));
  expect(codes(second)).toEqual(["STALE edit"]);
  expect(second.current.blocks[0]).toMatchObject({ text: "La première.", edit: 2 });
  // Sent again with no answer having come: it is done.
  expect((await write(id, { ...block, text: "La première." })).problems).toEqual([]);
});

test("blocks are put in order, removed, and words are quoted under a name alone", async () => {
  const { id, blocks } = await begin();
  expect(codes(await act("reviewMinutes", { id }))).toEqual(["REQUIRED facts", "REQUIRED blocks"]);
  const longer = (await write(id, { text: "Entre les deux.", afterId: blocks[0].id })).minutes;
  expect(longer.blocks.map(({ topic, text }: any) => topic ?? text)).toEqual(["Point 1", "Entre les deux.", "Point 2"]);
  const left = (await act("removeMinutesBlock", { id: blocks[0].id, edit: 1 })).minutes;
  expect(left.blocks.map(({ topic, text }: any) => topic ?? text)).toEqual(["Entre les deux.", "Point 2"]);
  expect(codes(await write(id, { kind: "QUOTE", text: "On y va." }))).toEqual(["REQUIRED owner"]);
  expect(codes(await write(id, { text: " " }))).toEqual(["REQUIRED text"]);
  expect(codes(await act("reviewMinutes", { id }))).toEqual(["REQUIRED facts"]);
});

test("blocks cut from a text are added at the end, all of them or none, once however often they are sent", async () => {
  const { id } = await begin();
  const cut = [
    { id: randomUUID(), kind: "NOTE", topic: "Camions", text: "On en a compté vingt." },
    { id: randomUUID(), kind: "QUOTE", text: "On y va." },
  ];
  const add = (blocks: object[]) => act("addMinutesBlocks", { minutesId: id, blocks });
  expect(codes(await add(cut))).toEqual(["REQUIRED blocks.1.owner"]);
  expect((await read(as("RAPPORTEUR"))).minutes.blocks).toHaveLength(2);
  const named = [cut[0]!, { ...cut[1]!, owner: "Ana" }];
  for (const _ of [1, 2]) expect((await add(named)).minutes.blocks).toHaveLength(4);
  expect((await add(named)).minutes.blocks.slice(2)).toMatchObject([
    { topic: "Camions", text: "On en a compté vingt." },
    { owner: "Ana" },
  ]);
  const many = Array.from({ length: 197 }, () => ({ id: randomUUID(), kind: "NOTE", text: "Une ligne." }));
  expect(codes(await add(many))).toEqual(["TOO_MANY_CHOICES blocks"]);
  const other = { ...named[0]!, id: named[0]!.id.toUpperCase() };
  expect(codes(await add([named[0]!, other]))).toEqual(["CONFLICT blocks"]);
});

test("those who were there ask for corrections by their link; each gets an answer before minutes are published, and anybody sees how many wait", async () => {
  const minutes = await reviewed();
  expect(minutes).toMatchObject({
    state: "IN_REVIEW",
    correctionCounts: { open: 0, accepted: 0, refused: 0 },
    blocks: [{ kind: "NOTE" }, { kind: "DECISION" }, { kind: "ACTION" }],
  });
  const [note, decision] = minutes.blocks;
  const code = await present();
  const key = randomUUID();
  const asked = { key, code, blockId: note.id, text: "On a compté vingt camions.", why: "J’y étais." };
  for (const _ of [1, 2]) expect((await act("correctMinutes", asked, visitor)).problems).toEqual([]);
  expect(codes(await act("correctMinutes", { ...asked, key: randomUUID(), text: note.text }, visitor))).toEqual([
    "SAME_WORDS text",
  ]);
  expect((await act("correctMinutes", { ...asked, key: randomUUID(), code: null }, visitor)).refused).toBe(
    "UNAUTHENTICATED",
  );
  const withdrawn = await present({ withdrawn: true, arrival: 2 });
  expect(codes(await act("correctMinutes", { ...asked, key: randomUUID(), code: withdrawn }, visitor))).toEqual([
    "UNKNOWN_RECEIPT code",
  ]);
  const other = { key: randomUUID(), code, blockId: decision.id, text: "Deux fonds." };
  expect((await act("correctMinutes", other, visitor)).problems).toEqual([]);

  const waiting = { correctionCounts: { open: 2, accepted: 0, refused: 0 }, corrections: [] };
  expect((await read(visitor)).minutes).toMatchObject(waiting);
  const corrections = (await read(as("RAPPORTEUR"))).minutes.corrections;
  expect(corrections.map(({ state }: any) => state)).toEqual(["OPEN", "OPEN"]);
  expect(codes(await act("publishMinutes", { id: minutes.id }))).toEqual(["CORRECTIONS_OPEN id"]);
  expect(codes(await act("settleMinutesCorrection", { id: corrections[1].id, accept: false }))).toEqual([
    "REQUIRED reason",
  ]);
  await act("settleMinutesCorrection", { id: corrections[0].id, accept: true });
  await act("settleMinutesCorrection", { id: corrections[1].id, accept: false, reason: "On en a voté un." });
  const { data } = await api.ask(
    "query ($code: String!) { ownAttendance(code: $code) { corrections { state reason } } }",
    { code },
  );
  expect(data.ownAttendance.corrections).toEqual([
    { state: "ACCEPTED", reason: null },
    { state: "REFUSED", reason: "On en a voté un." },
  ]);
  const { blocks, correctionCounts } = (await read(visitor)).minutes;
  expect(blocks[0]).toMatchObject({ text: "On a compté vingt camions.", edit: 3 });
  expect(correctionCounts).toEqual({ open: 0, accepted: 1, refused: 1 });
});

test("somebody who was there is told by an address they left: to read over, that they have an answer, that it is published", async () => {
  const code = await present();
  const follow = (email: string | null) => act("followMinutes", { code, email, language: "en" }, visitor);
  const follows = async () =>
    (await api.ask("query ($code: String!) { ownAttendance(code: $code) { followsMinutes } }", { code })).data
      .ownAttendance.followsMinutes;
  expect([codes(await follow(" ")), codes(await follow("lea"))]).toEqual([["REQUIRED email"], ["NOT_AN_EMAIL email"]]);
  await sentTwice(api.database, () => follow("lea@example.org"));
  expect(await follows()).toBe(true);
  await sentTwice(api.database, () => follow(null));
  expect(await follows()).toBe(false);
  await follow("lea@example.org");

  const minutes = await reviewed();
  const correction = { key: randomUUID(), code, blockId: minutes.blocks[0].id, text: "On a compté vingt camions." };
  await act("correctMinutes", correction, visitor);
  for (const _ of [1, 2]) await act("settleMinutesCorrection", { id: correction.key, accept: true });
  await api.database.query("update minutes set review_until = review_until - 8 where id = $1", [minutes.id]);
  for (const _ of [1, 2]) expect((await act("publishMinutes", { id: minutes.id })).problems).toEqual([]);
  const [told] = await api.database.query(
    "delete from outgoing_mail where recipient = 'lea@example.org' and key like 'minutes %' returning key, text",
  );
  expect(told.map(({ key }: any) => key.split(" ")[1]).toSorted()).toEqual(["ANSWERED", "PUBLISHED", "REVIEW"]);
  // Nobody checked the address: no private link goes to it, nor what was said.
  expect(told.every(({ text }: any) => !text.includes(code) && !text.includes("camions"))).toBe(true);
  // Dates as on pages.
  const said = told.map(({ text }: any) => text).join("\n");
  expect(said).toMatch(/up to and including [A-Z][a-z]+day \d+ [A-Z][a-z]+ \d{4}: (?!.*To correct)/s);
  expect(await follows()).toBeNull();
  expect(codes(await follow("lea@example.org"))).toEqual(["NOT_NOW email"]);
});

test("the address of somebody who waits for minutes is erased when they are published, taken back, or late", async () => {
  const left = async () => (await api.database.query("select address from minutes_reader")).length;
  await api.database.query("delete from minutes_reader");
  const code = await present();
  const follow = () => act("followMinutes", { code, email: "lea@example.org", language: "fr" }, visitor);
  await follow();
  expect(await forgetReaders(api.database.manager, new Date(), "60 days")).toBe(0);
  expect(await forgetReaders(api.database.manager, new Date(Date.now() + 61 * day), "60 days")).toBe(1);
  await follow();
  await act("withdrawAttendance", { code }, visitor);
  expect(await left()).toBe(0);
});

test("published minutes no longer change: mistakes are set right beside them, and actions are followed to their end", async () => {
  const minutes = await reviewed();
  expect(codes(await act("publishMinutes", { id: minutes.id }))).toEqual(["STILL_IN_REVIEW id"]);
  await api.database.query("update minutes set review_until = review_until - 8 where id = $1", [minutes.id]);
  const code = await present();
  const late = { key: randomUUID(), code, blockId: minutes.blocks[0].id, text: "Trop tard." };
  expect(codes(await act("correctMinutes", late, visitor))).toEqual(["NOT_NOW blockId"]);
  const published = (await act("publishMinutes", { id: minutes.id })).minutes;
  expect(published).toMatchObject({ state: "PUBLISHED", hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect((await read(visitor)).state).toBe("MINUTES_PUBLISHED");
  expect(codes(await write(minutes.id, { text: "Encore." }))).toEqual(["FROZEN null"]);
  const erratum = { key: randomUUID(), minutesId: minutes.id, text: "Lire « treize »." };
  for (const key of [erratum.key, erratum.key, randomUUID()])
    expect((await act("addMinutesErratum", { ...erratum, key })).problems).toEqual([]);
  const [, , action] = published.blocks;
  expect(action.late).toBe(false);
  await api.database.query("update minutes_block set due = '2026-01-01' where id = $1", [action.id]);
  expect((await read(visitor)).minutes.blocks[2].late).toBe(true);
  const dropped = { id: action.id, edit: action.edit, done: false, droppedBecause: "La région n’a pas de guichet." };
  await act("followMinutesAction", dropped);
  const now = (await read(visitor)).minutes;
  expect(now.errata).toEqual([{ text: erratum.text }]);
  expect(now.blocks[2]).toMatchObject({ done: false, late: false, droppedBecause: dropped.droppedBecause });
  expect((await act("followMinutesAction", { id: action.id, edit: 2, done: true })).minutes.blocks[2]).toMatchObject({
    done: true,
    droppedBecause: null,
  });
  expect(now.hash).toBe(published.hash);
});
