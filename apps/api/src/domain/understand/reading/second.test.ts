import { beforeAll, expect, test } from "vitest";
import { atTheDesk } from "../../../../test/acts/reading.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import type { Viewer } from "../../../platform/viewer.ts";

const api = seededApi();
const { arrive, readingDesk, mark, read, unmark, unread } = atTheDesk(api);
let first: Viewer;
let second: Viewer;
beforeAll(async () => {
  first = await holderOf(api.database, "RAPPORTEUR");
  second = await holderOf(api.database, "RAPPORTEUR", 1);
});

const waiting = async (viewer: Viewer) => {
  const { queue, secondReadings } = await readingDesk(
    viewer,
    "secondReadings queue(filter: { secondReading: true }, first: 100) { totalCount nodes { id } }",
  );
  expect(queue.totalCount).toBe(secondReadings);
  return queue.nodes.map(({ id }: { id: string }) => id) as string[];
};

const open = async (viewer: Viewer, id: string) =>
  (
    await readingDesk(
      viewer,
      "contribution(id: $id) { blind readings { name } passages { passage { startsAt } keyPoints { sentence } } }",
      { id },
    )
  ).contribution;

const codesOf = (id: string) =>
  api.database.query("select person_id, key_point_id from reading_code where contribution_id = $1", [id]);

test("a tenth of what one person read is offered to another, always the same tenth; the rest is not, nor to the one who read it", async () => {
  const drawn = await arrive(2, true);
  const others = await arrive(2, false);
  const ids = [...drawn, ...others].map(({ id }) => id);
  expect(await waiting(second)).not.toContain(drawn[0]!.id);
  await read(first, { contributionIds: ids });
  const offered = await waiting(second);
  expect(ids.filter((id) => offered.includes(id))).toEqual(drawn.map(({ id }) => id));
  expect(await waiting(first)).not.toContain(drawn[0]!.id);
  await read(second, { contributionIds: [drawn[0]!.id] });
  expect(await waiting(second)).toEqual(offered.filter((id) => id !== drawn[0]!.id));
});

test("the second reader sees what they mark themselves and nothing of the first, until they have said that they are done", async () => {
  const [text] = await arrive(1, true);
  const { id } = text!;
  const theFirst = { contributionId: id, startsAt: 0, endsAt: 20, newKeyPoint: "Ce que la première personne entend." };
  const { keyPoint } = await mark(first, theFirst);
  await read(first, { contributionIds: [id] });

  expect(await open(second, id)).toMatchObject({ blind: true, passages: [] });
  await mark(second, { contributionId: id, startsAt: 0, endsAt: 30, newKeyPoint: "Ce que la seconde entend." });
  // The same stretch to the same key point as the first: it is theirs too, and no more is told.
  await mark(second, { contributionId: id, startsAt: 0, endsAt: 20, keyPointId: keyPoint.id });
  const own = await open(second, id);
  expect(own.blind).toBe(true);
  expect(own.passages.map((it: { keyPoints: object[] }) => it.keyPoints)).toEqual([
    [{ sentence: "Ce que la première personne entend." }],
    [{ sentence: "Ce que la seconde entend." }],
  ]);
  expect(own.readings).toHaveLength(1);

  await read(second, { contributionIds: [id] });
  expect(await open(second, id)).toMatchObject({ blind: false, readings: [{}, {}] });
  expect(await codesOf(id)).toHaveLength(3);
});

test("what the second takes back is theirs alone: what the first gave stays", async () => {
  const [text] = await arrive(1, true);
  const { id } = text!;
  const input = { contributionId: id, startsAt: 0, endsAt: 20 };
  const { keyPoint, passage } = await mark(first, { ...input, newKeyPoint: "Gardé par la première." });
  await mark(second, { ...input, keyPointId: keyPoint.id });
  await unmark(second, { passageId: passage.id, keyPointId: keyPoint.id });
  expect(await open(second, id)).toMatchObject({ blind: true, passages: [] });
  expect((await open(first, id)).passages).toHaveLength(1);
  expect(await codesOf(id)).toEqual([{ person_id: first.id, key_point_id: keyPoint.id }]);
});

test("a second reader who finds nothing says it of their reading: it refuses nothing, and judges nothing that was marked", async () => {
  const [text] = await arrive(1, true);
  const { id } = text!;
  await mark(first, { contributionId: id, startsAt: 0, endsAt: 20, newKeyPoint: "Vu par une seule personne." });
  const { problems } = await read(second, { contributionIds: [id], notRetained: "NOTHING_TO_ADD" });
  expect(problems).toEqual([]);
  const [row] = await api.database.query<{ not_retained: string | null }[]>(
    "select not_retained from contribution where id = $1",
    [id],
  );
  expect(row!.not_retained).toBeNull();
  expect((await unread(second, [id])).problems).toEqual([
    { code: "ALREADY_MARKED", field: "contributionIds", value: "1" },
  ]);
});

test("how far they agree is measured on what each gave alone: talking it over afterwards changes nothing", async () => {
  const agreement = async () =>
    (
      await readingDesk(
        first,
        "agreements { objective { slug } asked drawn readTwice alpha keyPoints { id texts alpha disagreements { id } } differing disagreements { id first { name keyPoints { number } } second { name keyPoints { number } } } }",
      )
    ).agreements.find((it: { objective: { slug: string } }) => it.objective.slug === "objectif-4");
  const before = await agreement();
  const texts = await arrive(3, true);
  const { keyPoint } = await mark(first, { contributionId: texts[0]!.id, startsAt: 0, endsAt: 9, newKeyPoint: "Un." });
  const given = (id: string, viewer: Viewer) =>
    mark(viewer, { contributionId: id, startsAt: 0, endsAt: 9, keyPointId: keyPoint.id });
  await given(texts[1]!.id, first);
  await read(first, { contributionIds: texts.map(({ id }) => id) });
  await given(texts[0]!.id, second);
  await read(second, { contributionIds: texts.map(({ id }) => id) });

  const after = await agreement();
  expect(after).toMatchObject({
    asked: true,
    readTwice: before.readTwice + 3,
    drawn: before.drawn + 3,
    differing: before.differing + 1,
  });
  const there = after.disagreements.find(({ id }: { id: string }) => id === texts[1]!.id);
  expect(there.first).toEqual({ name: first.displayName, keyPoints: [{ number: keyPoint.number }] });
  expect(there.second).toEqual({ name: second.displayName, keyPoints: [] });
  // Two texts are too few to say how far; the one that they do not both give to it is told.
  expect(after.keyPoints.find(({ id }: { id: string }) => id === keyPoint.id)).toEqual({
    id: keyPoint.id,
    texts: 2,
    alpha: null,
    disagreements: [{ id: texts[1]!.id }],
  });
  await given(texts[1]!.id, second);
  expect(await agreement()).toEqual(after);
});

test("two key points that were merged are one: readers who gave a text to each of them agree from then on", async () => {
  const [text] = await arrive(1, true);
  const at = { contributionId: text!.id, startsAt: 0, endsAt: 9 };
  const { keyPoint: kept } = await mark(first, { ...at, newKeyPoint: "Ce que la première nomme." });
  await read(first, { contributionIds: [text!.id] });
  const { keyPoint: other } = await mark(second, { ...at, newKeyPoint: "Ce que la seconde nomme." });
  await read(second, { contributionIds: [text!.id] });
  const differing = async () => {
    const { agreements } = await readingDesk(first, "agreements { disagreements { id } keyPoints { id texts } }");
    const given = agreements
      .flatMap((it: any) => it.keyPoints)
      .filter(({ id }: any) => [kept.id, other.id].includes(id));
    return [agreements.flatMap((it: any) => it.disagreements).some(({ id }: any) => id === text!.id), given.length];
  };
  expect(await differing()).toEqual([true, 2]);
  const [{ version }] = await api.database.query<[{ version: number }]>("select version from key_point where id = $1", [
    other.id,
  ]);
  const merging = "mutation ($input: MergeKeyPointInput!) { mergeKeyPoint(input: $input) { problems { code } } }";
  const { data } = await api.ask(merging, { input: { id: other.id, intoId: kept.id, version } }, first);
  expect(data.mergeKeyPoint.problems).toEqual([]);
  expect(await differing()).toEqual([false, 1]);
});

test("who read what is told to the team: how much each read, marked, and read second", async () => {
  const { readers } = await readingDesk(first, "readers { name read marked secondReadings }");
  const of = (viewer: Viewer) => readers.find(({ name }: { name: string }) => name === viewer.displayName);
  expect(of(first).read).toBeGreaterThan(of(second).read);
  expect(of(second).secondReadings).toBeGreaterThanOrEqual(6);
  expect(of(second).marked).toBeGreaterThanOrEqual(2);
  const counted = await api.database.query<unknown[]>(
    `select p.display_name as name, count(*)::int as read, (count(*) filter (where exists (select from reading_code k
       where k.contribution_id = r.contribution_id and k.person_id = r.person_id)))::int as marked
     from reading r join person p on p.id = r.person_id join contribution c on c.id = r.contribution_id
     where c.status in ('VISIBLE', 'UNPUBLISHED') group by p.id order by p.display_name, p.id`,
  );
  expect(readers.map((it: any) => ({ name: it.name, read: it.read, marked: it.marked }))).toEqual(counted);
});

test("of a small team no second reader is asked, and that is said", async () => {
  await api.database.query("update working_group set small_team = true");
  expect(await waiting(second)).toEqual([]);
  const { agreements } = await readingDesk(first, "agreements { asked drawn readTwice alpha }");
  for (const one of agreements) expect(one).toEqual({ asked: false, drawn: 0, readTwice: 0, alpha: null });
  await api.database.query("update working_group set small_team = false");
});
