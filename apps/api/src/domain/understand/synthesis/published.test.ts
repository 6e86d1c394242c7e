import { beforeEach, expect, test } from "vitest";
import { dayOf } from "../../../platform/day.ts";
import { visitor } from "../../../platform/viewer.ts";
import { somebodyWaits } from "../../../../test/site/somebodyWaits.ts";
import { writingApi } from "../../../../test/acts/writing.ts";

const the = writingApi();
const { done, refused } = the;
const rows = (text: string, values: unknown[] = []) => the.api.database.query<any[]>(text, values);

let synthesis: { id: string; slug: string };
beforeEach(async () => {
  if (!the.small) await the.setUp();
  await rows(`truncate synthesis, synthesis_version, key_point, passage, contribution, tally, text_tally, reader_tally,
    reading_pair, pair_tally cascade`);
  await the.keyPointOf("Le circuit court relie.", 3);
  synthesis = (await done("openSynthesis", { objective: "objectif-1" })).synthesis;
});

const underWay = async () => (await the.see(synthesis.slug)).underWay;

/** A version that circulated, and that a second person has just decided to publish. */
async function decided() {
  await done("circulateSynthesis", { id: synthesis.id, until: dayOf(new Date(), 3) });
  await the.letCirculate(synthesis.id);
  await publish();
}
const publish = async () =>
  done("publishSynthesis", { id: synthesis.id, revision: (await underWay()).revision }, the.team[1]);
const undo = () => done("undoPublishSynthesis", { id: synthesis.id });

/** State of the synthesis, and the traces of its publication. */
async function traces() {
  const text = `select s.state, s.version, (select count(*)::int from journal_entry
      where subject_id = s.id and event = 'synthesis.published') as told,
      (select count(*)::int from accounted_passage) as accounted from synthesis s where s.id = $1`;
  return (await rows(text, [synthesis.id]))[0];
}
const nothing = { state: "CIRCULATING", version: 1, told: 0, accounted: 0 };
const published = { state: "PUBLISHED", version: 1, told: 1, accounted: 3 };

test("until thirty seconds are past a publication is undone, and leaves nothing; then it is done once, by whoever decided", async () => {
  await decided();
  await the.pass(20);
  expect(await traces()).toEqual(nothing);
  const publishesAt = async (viewer?: (typeof the.team)[number]) => {
    const text = "query ($slug: String!) { synthesis(slug: $slug) { underWay { publishesAt } } }";
    return (await the.api.ask(text, { slug: synthesis.slug }, viewer)).data.synthesis.underWay?.publishesAt ?? null;
  };
  expect([await publishesAt(the.team[0]), await publishesAt()]).toEqual([expect.any(String), null]);
  // The other one takes it back as well as whoever decided; twice is once.
  await undo();
  await undo();
  expect(await publishesAt(the.team[0])).toBeNull();
  await the.pass(60);
  expect(await traces()).toEqual(nothing);

  await publish();
  await publish();
  await Promise.all([the.pass(), the.pass()]);
  expect(await traces()).toEqual(published);
  const [{ by }] = await rows("select published_by_id as by from synthesis_version");
  expect(by).toBe(the.team[1].id);
  expect(await refused("undoPublishSynthesis", { id: synthesis.id })).toEqual(["FROZEN"]);
});

test("what was saved, or began to be missing, within the thirty seconds was not read: nothing is published", async () => {
  await decided();
  await the.write(synthesis.id, { text: "Un mot de plus." });
  await the.pass();
  expect(await traces()).toEqual(nothing);
  await publish();
  await the.keyPointOf("Il faut un logo.", 2);
  await the.pass();
  expect(await traces()).toEqual(nothing);
  expect(await refused("publishSynthesis", { id: synthesis.id, revision: (await underWay()).revision })).toContain(
    "UNACCOUNTED 2",
  );
});

test("what is marked while it is published comes before it and is missing, or after it", async () => {
  await decided();
  const { id: contributionId } = await the.textOf("Un texte qui arrive.");
  // It has an end until it is marked.
  await rows("update contribution set not_retained = 'ALREADY_SAID' where id = $1", [contributionId]);
  const mark = { contributionId, startsAt: 0, endsAt: 8, newKeyPoint: "Ce qui arrive." };
  await Promise.all([the.pass(), the.mark(mark)]);
  expect([nothing, published]).toContainEqual(await traces());
});

test("a synthesis that is published ends the checkpoint of its objective, and no other", async () => {
  await rows(
    `insert into milestone (group_id, objective_id, position, kind, label, starts_on, ends_on, planned_starts_on,
       planned_ends_on)
     select group_id, id, n, kind, kind, now(), now(), now(), now() from objective,
       (values (1, 'CHECKPOINT'), (2, 'ONLINE_EXCHANGE')) it (n, kind) where slug = 'objectif-1'`,
  );
  await the.published(synthesis);
  const steps = await rows(
    `select m.kind, m.done_on = current_date as today, s.version from milestone m join schedule s on s.group_id = m.group_id
     order by m.kind`,
  );
  expect(steps).toEqual([
    { kind: "CHECKPOINT", today: true, version: 1 },
    { kind: "ONLINE_EXCHANGE", today: null, version: 1 },
  ]);
});

test("a step that is cancelled while a synthesis is published is not done, and both acts are counted", async () => {
  await decided();
  const { database } = the.api;
  const saving = database.createQueryRunner();
  await saving.startTransaction();
  const held = "select id from working_group where id in (select group_id from milestone) for no key update";
  const [{ id: groupId }] = (await saving.query(held)) as [{ id: string }];
  await rows("update milestone set done_on = null");
  await saving.query("update milestone set cancelled_reason = 'Remis.' where kind = 'CHECKPOINT'");
  const passed = the.pass();
  await somebodyWaits(database);
  await saving.commitTransaction();
  await saving.release();
  await passed;
  expect(await traces()).toEqual(published);
  expect(await rows("select done_on from milestone where group_id = $1 and done_on is not null", [groupId])).toEqual(
    [],
  );
});

const counts = async () =>
  (
    await rows(`select (select count(*)::int from synthesis_version) as versions,
      (select count(*)::int from synthesis_paragraph) as paragraphs, (select count(*)::int from citation) as citations,
      (select count(*)::int from passage_citation) as quotes, (select count(*)::int from set_aside) as aside`)
  )[0];
const remove = (version: { version: number; revision: number }, viewer?: (typeof the.team)[number]) =>
  the.act("removeSynthesisVersion", { id: synthesis.id, version: version.version, revision: version.revision }, viewer);

test("the draft of a next version is removed with all it holds; what is published stays, and it can be begun again", async () => {
  const { passages } = await the.keyPointOf("Un logo.", 1);
  await done("setAside", { synthesisId: synthesis.id, passageIds: [passages[0]!.id], reason: "NOT_ACTIONABLE" });
  await the.published(synthesis);
  const [before, inForce] = [await counts(), (await the.see(synthesis.slug)).inForce];
  await done("reviseSynthesis", { id: synthesis.id });
  await the.write(synthesis.id, { text: "Un mot.", kind: "QUOTE", passageIds: [passages[0]!.id] });
  const draft = { ...(await underWay()), version: 2 };
  expect((await remove({ ...draft, revision: draft.revision - 1 })).problems).toMatchObject([{ code: "STALE" }]);
  expect(await remove(draft, the.team[1])).toMatchObject({
    problems: [],
    synthesis: { state: "PUBLISHED", version: 1 },
  });
  // Pressed again, or by two: it is done.
  expect((await remove(draft)).problems).toEqual([]);
  expect(await counts()).toEqual(before);
  expect(await the.see(synthesis.slug)).toMatchObject({ inForce, underWay: null });
  const told = await rows(
    "select data->>'version' as version from journal_entry where event = 'synthesis.versionRemoved'",
  );
  expect(told).toEqual([{ version: "2" }]);
  await done("reviseSynthesis", { id: synthesis.id });
  expect((await underWay()).version).toBe(2);
});

test("what was set aside and merged since is looked at again in the next version, with all that it was merged into", async () => {
  const [left, into] = [await the.keyPointOf("Un logo.", 2), await the.keyPointOf("Une marque.", 2)];
  await the.write(synthesis.id, { text: "Une marque se voit.", keyPointIds: [into.id] });
  await done("setAside", { synthesisId: synthesis.id, keyPointIds: [left.id], reason: "NOT_ACTIONABLE" });
  await the.published(synthesis);
  await the.merge(left.id, into.id);
  await done("reviseSynthesis", { id: synthesis.id });
  expect(await underWay()).toMatchObject({ version: 2, setAside: [] });
});

test("the first draft goes with its synthesis, whose objective can have another", async () => {
  const draft = await underWay();
  expect(await remove(draft)).toMatchObject({ problems: [], synthesis: null });
  expect((await remove(draft)).problems).toEqual([]);
  expect(await the.see(synthesis.slug)).toBeNull();
  expect(await counts()).toEqual({ versions: 0, paragraphs: 0, citations: 0, quotes: 0, aside: 0 });
  const again = (await done("openSynthesis", { objective: "objectif-1" })).synthesis;
  expect(again.slug).toBe(synthesis.slug);
});

test("a version that circulates or is published is removed by nobody, nor a draft by a visitor", async () => {
  await expect(
    the.act("removeSynthesisVersion", { id: synthesis.id, version: 1, revision: 1 }, visitor),
  ).rejects.toThrow("UNAUTHENTICATED");
  const mayRemove = async () => {
    const text = "query ($slug: String!) { synthesis(slug: $slug) { viewerCan { remove } } }";
    return (await the.api.ask(text, { slug: synthesis.slug }, the.team[0])).data.synthesis.viewerCan.remove;
  };
  expect(await mayRemove()).toBe(true);
  await done("circulateSynthesis", { id: synthesis.id, until: dayOf(new Date(), 3) });
  expect(await mayRemove()).toBe(false);
  const frozen = async () =>
    expect((await remove({ version: 1, revision: 1 })).problems).toMatchObject([{ code: "FROZEN" }]);
  await frozen();
  await the.letCirculate(synthesis.id);
  await publish();
  await the.pass();
  await frozen();
});
