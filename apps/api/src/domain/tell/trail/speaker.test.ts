import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { acting } from "../../../../test/acts/acting.ts";
import { testApi } from "../../../../test/site/api.ts";
import { added, type Small, smallInstance } from "../../../../test/rows/builders.ts";
import { atTheDesk } from "../../../../test/acts/reading.ts";
import { statementsOf } from "../../../../test/site/statements.ts";
import { trailOn } from "../../../../test/acts/trail.ts";
import { config } from "../../../platform/config.ts";
import { linkCode, linkDigest } from "../../../platform/linkCode.ts";
import { type Viewer, viewerOf } from "../../../platform/viewer.ts";
import { Attendances } from "../../meet/attendance/attendance.entity.ts";
import { Persons } from "../../ground/person/person.entity.ts";
import { Meetings } from "../../meet/meeting/meeting.entity.ts";
import { MinutesBlocks, MinutesQuotes, MinutesTable } from "../../meet/minutes/minutes.entity.ts";
import { forgetCited, forgetReaders } from "../../meet/minutes/reader.purge.ts";
import { askSpeakers } from "./speaker.commands.ts";
import { stopMails } from "./stop.ts";

const api = testApi();
const act = acting(api);
const { mark } = atTheDesk(api);
const { smtpUrl } = config;
const name = "Jeanne Le Goff";
const words = "Je vends à dix voisins, et cela suffit.";
const address = "elle@exemple.fr";
let small: Small;
let team: Viewer;
let meetingId: string;
let own: { id: string; code: string };
let blockId: string;
const trail = trailOn(() => ({ database: api.database, small }));
const { rows } = trail;

beforeAll(async () => {
  // Mails are left to be sent: none goes from here.
  Object.assign(config, { smtpUrl: "smtp://127.0.0.1:9" });
  small = await smallInstance(api.database);
  const { id } = await added(api.database, Persons, { displayName: "Léa" });
  team = viewerOf({ id, displayName: "Léa", language: "fr" }, [
    { role: "RAPPORTEUR", groupId: small.group.id, territoryId: null },
  ]);
});
afterAll(() => Object.assign(config, { smtpUrl }));

const coming = async (arrival: number) => {
  const id = randomUUID();
  const code = linkCode("attendance", id);
  const row = { id, key: id, codeDigest: linkDigest("attendance", code), meetingId, channel: "ROOM" as const, arrival };
  await added(api.database, Attendances, { ...row, needs: [], name });
  return { id, code };
};

/** Published minutes with a quote that its speaker agreed to by their link. */
beforeEach(async () => {
  await rows(
    "truncate synthesis, synthesis_version, key_point, passage, contribution, outgoing_mail, minutes_reader, tally, text_tally, reader_tally, reading_pair, pair_tally cascade",
  );
  const meeting = await added(api.database, Meetings, {
    ...{ slug: `reunion-${randomUUID()}`, groupId: small.group.id, kind: "NATIONAL", title: "Une réunion" },
    ...{
      startsAt: new Date(Date.now() - 9 * 86_400_000),
      endsAt: new Date(Date.now() - 8 * 86_400_000),
      place: "Paris",
    },
  });
  meetingId = meeting.id;
  const people = { present: 2, excused: 0, remote: 0, regions: 1, facts: "Deux personnes.", openQuestions: [] };
  const { id: minutesId } = await added(api.database, MinutesTable, { meetingId, state: "PUBLISHED", ...people });
  const said = { kind: "QUOTE" as const, position: 1, text: words, owner: "Une maraîchère" };
  ({ id: blockId } = await added(api.database, MinutesBlocks, { minutesId, ...said }));
  own = await coming(1);
  await api.database.manager.insert(MinutesQuotes, {
    ...{ blockId, edit: 1, attendanceId: own.id, agrees: true, why: null, onPaper: false, consentOn: "2026-11-01" },
  });
});

/** A rapporteur marks a sentence of it, and a version says it. */
async function cited(state = "CIRCULATING") {
  const marked = { contributionId: blockId, startsAt: 0, endsAt: words.length, newKeyPoint: "Peu de monde suffit." };
  const { problems, keyPoint } = await mark(team, { ...marked, objective: small.objective.slug });
  expect(problems).toEqual([]);
  await rows("update key_point set state = 'STATED', stated_on = '2012-03-20' where id = $1", [keyPoint.id]);
  const [{ id: passageId }] = (await rows("select id from passage where contribution_id = $1", [blockId])) as [any];
  return { passageId, keyPointId: keyPoint.id, ...(await trail.cite(keyPoint.id, state)) };
}

const citations = async (code = own.code) => {
  const fields = "passage { quote } synthesis { title } version { version } review { verdict text resolution reply }";
  const text = `query ($code: String!) { ownAttendance(code: $code) { citations { ${fields} } } }`;
  return (await api.ask(text, { code })).data.ownAttendance.citations;
};
const review = async (passageId: string, verdict: string, text: string | null = null, code = own.code) =>
  (await act("reviewCitation", { code, passageId, verdict, text })).problems;
const follow = (email: string | null, code = own.code) => act("followMinutes", { code, email, language: "fr" });
const follows = async (code = own.code) =>
  (await api.ask("query ($code: String!) { ownAttendance(code: $code) { followsMinutes } }", { code })).data
    .ownAttendance.followsMinutes;
const counts = async ({ synthesisId }: { synthesisId: string }) => {
  const [{ slug }] = (await rows("select slug from synthesis where id = $1", [synthesisId])) as [{ slug: string }];
  const fields = "citationCounts { asked answered faithful toQualify distorted } citationReplies { verdict reply }";
  const { data } = await api.ask(
    `query ($slug: String!) { synthesis(slug: $slug) { underWay { ${fields} paragraphs { keyPoints { passages { quote contribution { authorName } } } } } } }`,
    { slug },
  );
  expect(JSON.stringify(data)).not.toContain(name);
  return data.synthesis.underWay;
};
let day = 10;
const ask = () => askSpeakers(api.database, { now: new Date(Date.UTC(2099, 0, ++day, 9)), pace: "DAY" });

test("whoever is quoted in minutes says by their private link whether a synthesis cites them well, and the team answers", async () => {
  const version = await cited();
  const { passageId } = version;
  expect(await citations()).toEqual([
    {
      ...{ passage: { quote: words }, synthesis: { title: "Premier point d’étape" }, version: { version: 1 } },
      review: null,
    },
  ]);
  expect((await counts(version)).citationCounts).toMatchObject({ asked: 1, answered: 0 });
  expect(await review(passageId, "DISTORTED", "Cela me suffit, à moi.")).toEqual([]);
  expect((await counts(version)).citationCounts).toMatchObject({ asked: 1, answered: 1, distorted: 1 });
  const resolution = { passageId, resolution: "REPLIED", reply: "C’est ce que dit la phrase." };
  expect((await act("resolveCitation", resolution, "", team)).problems).toEqual([]);
  expect((await counts(version)).citationReplies).toEqual([{ verdict: "DISTORTED", reply: resolution.reply }]);
  expect((await citations())[0].review).toMatchObject({ text: "Cela me suffit, à moi.", resolution: "REPLIED" });
});

test("nobody answers for others, nor for words that nobody agreed to by a link, nor once they take their coming back", async () => {
  const version = await cited();
  const { passageId } = version;
  const other = await coming(2);
  expect(await citations(other.code)).toEqual([]);
  expect(await review(passageId, "FAITHFUL", null, other.code)).toEqual([{ code: "GONE", field: "passageId" }]);
  expect(await review(passageId, "FAITHFUL", null, linkCode("attendance", randomUUID()))).toEqual([
    { code: "UNKNOWN_RECEIPT", field: "code" },
  ]);
  expect(await follows(other.code)).toBeNull();
  expect((await follow(address, other.code)).problems).toEqual([{ code: "NOT_NOW", field: "email" }]);

  expect(await review(passageId, "DISTORTED", "Non.")).toEqual([]);
  await rows("update minutes_quote set agrees = false where block_id = $1", [blockId]);
  expect(await citations()).toEqual([]);
  expect(await review(passageId, "FAITHFUL")).toEqual([{ code: "GONE", field: "passageId" }]);
  expect((await counts(version)).citationCounts).toMatchObject({ asked: 0 });
  await rows("update minutes_quote set agrees = true where block_id = $1", [blockId]);

  expect((await act("withdrawAttendance", { code: own.code })).problems).toEqual([]);
  expect(await citations()).toEqual([]);
  expect(await review(passageId, "FAITHFUL")).toEqual([{ code: "UNKNOWN_RECEIPT", field: "code" }]);
  expect(await rows("select from citation_review")).toEqual([]);
  expect((await counts(version)).citationCounts).toMatchObject({ asked: 0 });
});

test("of a draft nothing is shown nor asked", async () => {
  await follow(address);
  await cited("DRAFT");
  expect(await citations()).toEqual([]);
  expect(await ask()).toBe(0);
});

test("an address left for it is asked alone and once, and told once of each answer, in no word of the meeting but its title", async () => {
  await rows("insert into minutes_reader (attendance_id, address, language) values ($1, $2, 'fr')", [own.id, address]);
  const { passageId } = await cited();
  // That one was left for the minutes, which are published: it serves for nothing else, and goes.
  expect(await follows()).toBe(false);
  expect(await ask()).toBe(0);
  expect(await forgetReaders(api.database.manager, new Date(), "60 days")).toBe(1);

  expect((await follow(address)).problems).toEqual([]);
  expect(await follows()).toBe(true);
  expect([await ask(), await ask()]).toEqual([1, 0]);
  // News told once is not tried at each round.
  expect((await statementsOf(ask)).filter((text) => text.includes("insert into"))).toEqual([]);
  const [asked] = await trail.mailsTo(address);
  expect(asked).toMatchObject({ subject: "Êtes-vous bien cité\u202F? Une réunion", stop_link: expect.any(String) });
  for (const secret of [words, own.code, name]) expect(asked!.text).not.toContain(secret);

  await review(passageId, "DISTORTED", "Non.");
  expect(await ask()).toBe(0);
  await act("resolveCitation", { passageId, resolution: "REPLIED", reply: "Voici pourquoi." }, "", team);
  expect([await ask(), await ask()]).toEqual([1, 0]);
  const [told] = await trail.mailsTo(address);
  expect(told!.text).toContain("L’équipe a répondu");
  expect(told!.text).not.toContain("Voici pourquoi.");
});

test("forty speakers of whom nothing is new are looked up in as many statements as two", async () => {
  const speaks = async (arrival: number) => {
    const { id } = await coming(arrival);
    await rows(
      `insert into minutes_reader (attendance_id, address, language, cited) values ('${id}', 'x${arrival}@exemple.fr', 'fr', true)`,
    );
  };
  await cited();
  await speaks(2);
  await speaks(3);
  const two = await statementsOf(ask);
  for (let n = 4; n < 42; n++) await speaks(n);
  expect((await statementsOf(ask)).length).toBe(two.length);
});

test("whoever answered before the mail left is not asked by one", async () => {
  await follow(address);
  const { passageId } = await cited();
  await review(passageId, "FAITHFUL");
  expect(await ask()).toBe(0);
});

test("that address goes by one press, when it is erased, or a year after the meeting", async () => {
  const left = async () => (await rows("select from minutes_reader")).length;
  await follow(address);
  expect(await forgetReaders(api.database.manager, new Date(), "60 days")).toBe(0);
  expect(await forgetCited(api.database.manager, new Date(), "12 months")).toBe(0);
  expect(await forgetCited(api.database.manager, new Date(Date.now() + 366 * 86_400_000), "12 months")).toBe(1);
  await follow(address);
  await follow(null);
  expect(await left()).toBe(0);
  await follow(address);
  await api.database.transaction((db) => stopMails(db, address));
  expect(await left()).toBe(0);
});
