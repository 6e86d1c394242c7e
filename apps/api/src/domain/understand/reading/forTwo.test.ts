import { beforeAll, expect, test } from "vitest";
import { sentTwice } from "../../../../test/acts/again.ts";
import { atTheDesk } from "../../../../test/acts/reading.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import type { Viewer } from "../../../platform/viewer.ts";

const api = seededApi();
const { arrive, keep, mark, read, readingDesk, unread } = atTheDesk(api);
let first: Viewer;
let second: Viewer;
beforeAll(async () => {
  first = await holderOf(api.database, "RAPPORTEUR");
  second = await holderOf(api.database, "RAPPORTEUR", 1);
});

const arriveOne = async (drawn = false) => (await arrive(1, drawn))[0]!.id;

const counts = (viewer: Viewer) => readingDesk(viewer, "secondReadings keptForTwo keptByMe toRead");

const queueOf = async (viewer: Viewer, filter: object = {}, first_ = 20) => {
  const { queue } = await readingDesk(viewer, "queue(filter: $filter, first: $first) { totalCount nodes { id } }", {
    filter,
    first: first_,
  });
  return queue as { totalCount: number; nodes: { id: string }[] };
};

const open = async (viewer: Viewer, id: string) =>
  (
    await readingDesk(
      viewer,
      "contribution(id: $id) { blind keptForTwo { name byAnother } readings { name } passages { id } nextId }",
      { id },
    )
  ).contribution;

test("a text that is kept for two is read by who keeps it, and comes to the other reader before all others, blind", async () => {
  const id = await arriveOne();
  const before = await counts(second);
  expect((await keep(first, id)).problems).toEqual([]);
  expect(await open(first, id)).toMatchObject({
    blind: false,
    keptForTwo: { name: first.displayName, byAnother: false },
    readings: [{ name: first.displayName }],
  });
  expect(await open(second, id)).toMatchObject({ blind: true, keptForTwo: { byAnother: true }, passages: [] });
  expect(await counts(second)).toEqual({
    ...before,
    secondReadings: before.secondReadings + 1,
    keptForTwo: before.keptForTwo + 1,
  });
  for (const filter of [{}, { secondReading: true }]) {
    const { nodes, totalCount } = await queueOf(second, filter);
    expect(nodes[0]).toEqual({ id });
    expect(totalCount).toBe((await queueOf(second, filter, 100)).nodes.length);
  }
  const own = (await queueOf(first, { secondReading: true }, 100)).nodes.map((node) => node.id);
  expect(own).not.toContain(id);

  await mark(first, { contributionId: id, startsAt: 0, endsAt: 9, newKeyPoint: "Ce que la première personne garde." });
  expect((await open(second, id)).passages).toEqual([]);
  await read(second, { contributionIds: [id] });
  expect(await open(second, id)).toMatchObject({ blind: false, passages: [{}], readings: [{}, {}] });
  expect((await counts(second)).keptForTwo).toBe(before.keptForTwo);
});

test("from one that is kept for two one goes to the next of them, then to what nobody read, and comes round to none", async () => {
  const kept = [await arriveOne(), await arriveOne(), await arriveOne()];
  for (const id of kept) await keep(first, id);
  const met: string[] = [];
  const [head] = (await queueOf(second)).nodes;
  for (let id: string | null = head!.id; id && met.length < 6; id = (await open(second, id)).nextId) met.push(id);
  expect(new Set(met).size).toBe(met.length);
  expect(met.slice(0, 3).toSorted()).toEqual(kept.toSorted());
  for (const id of kept) await keep(first, id, false);
});

test("it is let go by who kept it alone, and is to be read again where nothing was said of it since", async () => {
  const id = await arriveOne();
  const before = await counts(first);
  await sentTwice(api.database, () => keep(first, id));
  expect(await counts(first)).toMatchObject({ keptByMe: before.keptByMe + 1, toRead: before.toRead - 1 });
  expect((await keep(second, id, false)).problems).toEqual([{ code: "GONE", field: "contributionId", value: null }]);
  await sentTwice(api.database, () => keep(first, id, false));
  expect(await counts(first)).toEqual(before);

  await read(first, { contributionIds: [id] });
  await keep(first, id);
  await keep(first, id, false);
  expect((await open(first, id)).readings).toHaveLength(1);
  expect((await unread(first, [id])).problems).toEqual([]);
});

test("what two have read is kept for two no more, nor by who reads it second", async () => {
  const id = await arriveOne();
  await keep(first, id);
  expect((await keep(second, id)).problems).toMatchObject([{ code: "READ_BY_TWO" }]);
  await read(second, { contributionIds: [id] });
  expect((await keep(first, id)).problems).toMatchObject([{ code: "READ_BY_TWO" }]);
  expect((await keep(first, id, false)).problems).toMatchObject([{ code: "READ_BY_TWO" }]);
});

test("agreement is measured on what is drawn alone: a text that is kept for two enters it by the draw or not at all", async () => {
  const agreement = async () =>
    (await readingDesk(first, "agreements { objective { slug } drawn readTwice alpha }")).agreements.find(
      (it: { objective: { slug: string } }) => it.objective.slug === "objectif-4",
    );
  const [hard, drawn] = [await arriveOne(), await arriveOne(true)];
  const before = await agreement();
  await mark(first, { contributionId: hard, startsAt: 0, endsAt: 9, newKeyPoint: "Ce que l’autre n’entend pas." });
  await keep(first, hard);
  await read(second, { contributionIds: [hard] });
  expect(await agreement()).toEqual(before);

  await keep(first, drawn);
  const { keptForTwo, secondReadings } = await counts(second);
  expect((await queueOf(second, { secondReading: true }, 100)).totalCount).toBe(secondReadings);
  expect(keptForTwo).toBeGreaterThan(0);
  await read(second, { contributionIds: [drawn] });
  expect(await agreement()).toMatchObject({ readTwice: before.readTwice + 1 });
});

test("of a small team, where nothing is drawn, a text that is kept for two still waits for the other; the desk tells it apart", async () => {
  await api.database.query("delete from kept_for_two");
  await api.database.query("update working_group set small_team = true");
  const id = await arriveOne();
  await keep(first, id);
  expect((await queueOf(second, { secondReading: true })).nodes.map((node) => node.id)).toContain(id);
  const { data } = await api.ask("{ matters(first: 50) { nodes { kind count since } } }", {}, second);
  const [told] = data.matters.nodes.filter(({ kind }: { kind: string }) => kind === "KEPT_FOR_TWO");
  expect(told).toMatchObject({ count: 1 });
  expect(told.since).not.toBeNull();
  await api.database.query("update working_group set small_team = false");
});
