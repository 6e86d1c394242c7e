import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { dayOf } from "../../../platform/day.ts";
import { contributionOf } from "../../../../test/rows/builders.ts";
import { writingApi } from "../../../../test/acts/writing.ts";

const the = writingApi();
const { done, refused, keyPointOf, see, write } = the;

let synthesis: { id: string; slug: string };
let said: Awaited<ReturnType<typeof keyPointOf>>;
beforeEach(async () => {
  if (!the.small) await the.setUp();
  await the.api.database.query(
    "truncate synthesis, synthesis_version, key_point, passage, contribution, reaction, tally, text_tally, reader_tally, reading_pair, pair_tally cascade",
  );
  await the.api.database.query("update working_group set small_team = false");
  said = await keyPointOf("Le circuit court relie.", 3);
  synthesis = (await done("openSynthesis", { objective: "objectif-1" })).synthesis;
});

const underWay = async () => (await see(synthesis.slug)).underWay;
const codes = async () => (await underWay()).missing.map(({ code }: { code: string }) => code);
async function publish(viewer = the.team[1]) {
  const refusals = await the.refused(
    "publishSynthesis",
    { id: synthesis.id, revision: (await underWay()).revision },
    viewer,
  );
  await the.pass();
  return refusals;
}
const circulate = (days = 3) => done("circulateSynthesis", { id: synthesis.id, until: dayOf(new Date(), days) });
const tomorrow = () => dayOf(new Date(), 1);

test("what is missing is told, and publishing is refused with each lack and its count", async () => {
  await keyPointOf("Il faut un logo.", 2);
  const lone = await keyPointOf("Ce que dit une personne.", 1, { state: "WORKING", statedOn: null });
  await write(synthesis.id, { text: "Une étiquette de travail.", keyPointIds: [lone.id] });
  expect((await underWay()).missing).toEqual([
    { code: "WORKING_KEY_POINTS", count: 1 },
    { code: "UNACCOUNTED", count: 2 },
    { code: "NOT_CIRCULATED", count: 0 },
  ]);
  expect(await publish()).toEqual(["WORKING_KEY_POINTS 1", "UNACCOUNTED 2", "NOT_CIRCULATED"]);
  expect(await refused("circulateSynthesis", { id: synthesis.id, until: tomorrow() })).toEqual([
    "WORKING_KEY_POINTS 1",
  ]);
  expect((await see(synthesis.slug)).state).toBe("DRAFT");
});

test("a text without an end is named, wherever it came from, and so is one that waits for a moderator", async () => {
  const texts: Record<string, string> = {};
  for (const [name, row] of Object.entries({
    read: {},
    imported: { importKey: "x:1", importedOn: dayOf(new Date()) },
    held: { status: "HELD" },
    unpublished: { status: "UNPUBLISHED" },
    hidden: { status: "HIDDEN" },
  } as const))
    texts[name] = (await contributionOf(the.api.database, the.small, row)).id;
  await the.api.database.query("insert into reading (contribution_id, person_id, read_at) values ($1, $2, now())", [
    texts.read,
    the.team[0].id,
  ]);
  await circulate();
  await the.letCirculate(synthesis.id);
  expect((await underWay()).missing).toEqual([
    { code: "TEXTS_WITHOUT_END", count: 2 },
    { code: "TEXTS_HELD", count: 1 },
  ]);
  expect(await publish()).toEqual(["TEXTS_WITHOUT_END 2", "TEXTS_HELD 1"]);
  const desk = `query ($filter: ReadingFilter) { readingDesk { queue(filter: $filter, first: 50) { nodes { id } } } }`;
  const left = await the.api.ask(desk, { filter: { objective: "objectif-1", withoutEnd: true } }, the.team[0]);
  expect(new Set(left.data.readingDesk.queue.nodes.map(({ id }: { id: string }) => id))).toEqual(
    new Set([texts.read, texts.imported]),
  );
  // Readers see the one that waits, marked so.
  const waiting = `query ($filter: ReadingFilter) { readingDesk { queue(filter: $filter) { nodes { id status } } } }`;
  const seen = await the.api.ask(waiting, { filter: { held: true } }, the.team[0]);
  expect(seen.data.readingDesk.queue.nodes).toEqual([{ id: texts.held, status: "HELD" }]);
  // By selection, in one act.
  const input = { contributionIds: [texts.read, texts.imported], notRetained: "NOTHING_TO_ADD" };
  await the.asked("readContributions", input);
  await the.api.database.query(
    "update contribution set status = 'VISIBLE', not_retained = 'ALREADY_SAID' where id = $1",
    [texts.held],
  );
  expect(await publish()).toEqual([]);
  // Once its objective is closed, nothing is drawn as still to come.
  const { data } = await the.api.ask(`{ contribution(id: "${texts.read}") { trail { closed } } }`);
  expect(data.contribution.trail).toEqual({ closed: true });
});

test("a text that is imported after a version counts among what arrived since, whenever it was given", async () => {
  await circulate();
  await the.letCirculate(synthesis.id);
  expect(await publish()).toEqual([]);
  await the.api.database.query("update synthesis_version set published_at = now() - interval '2 days'");
  await contributionOf(the.api.database, the.small, {
    contributedOn: "2019-01-01",
    importKey: "x:2",
    importedOn: dayOf(new Date()),
  });
  const { data } = await the.api.ask(`{ synthesis(slug: "${synthesis.slug}") { responsesSince } }`);
  expect(data.synthesis.responsesSince).toBe(1);
});

test("it circulates until a day after today, within a year; what circulates cites nothing that only the team reads", async () => {
  const { id } = synthesis;
  expect(await refused("circulateSynthesis", { id, until: dayOf(new Date()) })).toEqual(["DATES_CROSSED until"]);
  expect(await refused("circulateSynthesis", { id, until: "2999-01-04" })).toEqual([
    `OUT_OF_RANGE until ${dayOf(new Date(), 1)} – ${dayOf(new Date(), 365)}`,
  ]);
  await circulate();
  expect(await see(synthesis.slug, null)).toMatchObject({ state: "CIRCULATING" });
  const lone = await keyPointOf("Ce que dit une personne.", 1, { state: "WORKING", statedOn: null });
  const row = {
    synthesisId: id,
    id: randomUUID(),
    kind: "MINORITY",
    text: "Ce que dit une personne.",
    keyPointIds: [lone.id],
  };
  expect(await refused("writeParagraph", row)).toEqual(["WORKING_KEY_POINTS keyPointIds 1"]);
  // Its words can be cited as they are.
  await done("writeParagraph", { ...row, keyPointIds: [], passageIds: [lone.passages[0]!.id] });
  expect((await underWay()).accounting.unaccounted).toBe(0);
  expect(await publish()).toEqual(["STILL_CIRCULATING"]);
  await circulate(9);
  expect((await underWay()).circulatesUntil).toBe(dayOf(new Date(), 9));
});

test("silence never blocks: nobody who is cited said anything, and it is published", async () => {
  await circulate();
  await the.letCirculate(synthesis.id);
  expect((await underWay()).citationCounts).toMatchObject({ answered: 0 });
  expect(await publish()).toEqual([]);
  expect(await see(synthesis.slug, null)).toMatchObject({
    state: "PUBLISHED",
    version: 1,
    underWay: null,
    inForce: { publishedAlone: false, accounting: { cited: 3, setAside: 0, unaccounted: 0 } },
  });
});

test("whoever made it circulate does not publish it, unless the team is small, and then it is said", async () => {
  await circulate();
  await the.letCirculate(synthesis.id);
  expect(await publish(the.team[0])).toEqual(["SECOND_PERSON_NEEDED"]);
  await the.api.database.query("update working_group set small_team = true");
  expect(await publish(the.team[0])).toEqual([]);
  expect((await see(synthesis.slug)).inForce.publishedAlone).toBe(true);
});

test("nobody publishes what they have not read: a paragraph saved since, or something set aside, has to be read", async () => {
  const other = await keyPointOf("Il faut un logo.", 2);
  await circulate();
  await the.letCirculate(synthesis.id);
  const { revision } = await underWay();
  await done("setAside", { synthesisId: synthesis.id, keyPointIds: [other.id], reason: "NOT_ACTIONABLE" });
  await write(synthesis.id, { text: "Un mot de plus." });
  const answer = await the.act("publishSynthesis", { id: synthesis.id, revision }, the.team[1]);
  expect(answer).toMatchObject({
    problems: [{ code: "STALE", field: "revision", value: String(revision + 2) }],
    current: { revision: revision + 2 },
  });
  expect(await publish()).toEqual([]);
});

test("two who publish at once publish once", async () => {
  await circulate();
  await the.letCirculate(synthesis.id);
  await the.api.database.query("update working_group set small_team = true");
  const { revision } = await underWay();
  const answers = await Promise.all(
    the.team.map((viewer) => the.act("publishSynthesis", { id: synthesis.id, revision }, viewer)),
  );
  expect(answers.map(({ problems }) => problems)).toEqual([[], []]);
  await Promise.all([the.pass(), the.pass()]);
  const entries = await the.api.database.query(
    "select data from journal_entry where event = 'synthesis.published' and subject_id = $1",
    [synthesis.id],
  );
  expect(entries).toMatchObject([{ data: { version: 1, cited: 3, setAside: 0 } }]);
});

test("from the second version on, what it changes is said, with the reaction and the meeting that caused it", async () => {
  await the.published(synthesis);
  const { id } = synthesis;
  const [before] = await Promise.all([the.versionOf(synthesis.slug, 1)]);
  await done("reviseSynthesis", { id });
  await done("reviseSynthesis", { id }, the.team[1]);
  const { underWay: second, versions } = await see(synthesis.slug);
  expect(versions.map(({ version, state }: any) => `${version} ${state}`)).toEqual(["2 DRAFT", "1 PUBLISHED"]);
  expect(second.paragraphs.map(({ originId, text }: any) => [originId, text])).toEqual(
    before.paragraphs.map(({ originId, text }: any) => [originId, text]),
  );
  expect(await codes()).toEqual(["CHANGES_NOT_SAID", "NOT_CIRCULATED"]);
  const reactionId = randomUUID();
  await the.api.database.query(
    `insert into reaction (id, key, subject, subject_id, kind, text, reacted_on)
     values ($1::uuid, $1::text, 'SYNTHESIS_PARAGRAPH', $2, 'QUALIFY', 'Pas seulement.', now())`,
    [reactionId, before.paragraphs[0].id],
  );
  const [{ id: meetingId }] = await the.api.database.query<[{ id: string }]>(
    `insert into meeting (slug, group_id, kind, title, starts_at, place, remote)
     values ('reunion-' || gen_random_uuid(), $1, 'NATIONAL', 'Une réunion', now(), 'Rennes', false) returning id`,
    [the.small.group.id],
  );
  await done("editSynthesis", {
    id,
    edit: second.edit,
    changes: "On ne dit plus « toujours ».",
    definition: "Une définition, deux fois relue.",
    causedByReactions: [reactionId],
    causedByMeetings: [meetingId],
  });
  expect((await underWay()).causes).toEqual([
    { reaction: { id: reactionId }, meeting: null },
    { reaction: null, meeting: { id: meetingId } },
  ]);
  await the.published(synthesis);
  const { inForce } = await see(synthesis.slug, null);
  expect(inForce).toMatchObject({ version: 2, definition: "Une définition, deux fois relue." });
  expect(await the.versionOf(synthesis.slug, 1)).toMatchObject({ definition: null, state: "SUPERSEDED" });
});

test("a later edit changes nothing of a published version: nor a mark, nor a merge, nor the next version", async () => {
  const left = await keyPointOf("Il faut un logo.", 2);
  await write(synthesis.id, {
    text: "Les deux.",
    detail: `Voir <keyPoint:${said.id}> : <passage:${said.passages[0]!.id}>.`,
  });
  await done("setAside", {
    synthesisId: synthesis.id,
    keyPointIds: [left.id],
    reason: "NOT_ACTIONABLE",
    note: "Trop tôt.",
  });
  await the.published(synthesis);
  // Key points are not compared: links follow merges, even in a published version.
  const whole = async () => {
    const { paragraphs, setAside, ...version } = await the.versionOf(synthesis.slug, 1);
    return {
      ...version,
      state: null,
      paragraphs: paragraphs.map((each: object) => ({ ...each, keyPoints: null })),
      setAside: setAside.map((each: object) => ({ ...each, keyPoint: null })),
    };
  };
  const before = await whole();
  expect(before.accounting).toMatchObject({ cited: 3, setAside: 2, unaccounted: 0 });
  expect(before.setAside).toMatchObject([{ note: "Trop tôt.", passages: [{}, {}] }]);

  await the.passageOf("Un passage de plus.", [said.id]);
  await the.passageOf("Un logo de plus.", [left.id]);
  const newer = await keyPointOf("Un point nouveau.", 2);
  await done("reviseSynthesis", { id: synthesis.id });
  const second = await underWay();
  await done("editSynthesis", {
    id: synthesis.id,
    edit: second.edit,
    method: "Autrement.",
    notHeard: [],
    changes: "Tout.",
  });
  for (const { id, edit, kind } of second.paragraphs)
    await done("writeParagraph", {
      synthesisId: synthesis.id,
      id,
      edit,
      kind,
      text: "Récrit.",
      keyPointIds: [newer.id],
    });
  await done("bringBack", { synthesisId: synthesis.id, ids: second.setAside.map(({ id }: { id: string }) => id) });
  await done("writeParagraph", {
    synthesisId: synthesis.id,
    id: randomUUID(),
    kind: "AGREEMENT",
    text: "Tout ensemble.",
    keyPointIds: [said.id, left.id],
  });
  await the.merge(said.id, newer.id);
  await the.merge(left.id, newer.id);
  expect(await whole()).toEqual(before);
  await the.published(synthesis);
  expect(await whole()).toEqual(before);
});
