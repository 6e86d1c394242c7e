import { beforeEach, expect, test } from "vitest";
import { dayOf } from "../../../platform/day.ts";
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

/** What was told of it, and where it stands. */
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
