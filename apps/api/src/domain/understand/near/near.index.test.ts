import { beforeAll, expect, test, vi } from "vitest";
import { testApi } from "../../../../test/site/api.ts";
import { contributionOf, smallInstance } from "../../../../test/rows/builders.ts";
import { keyPointOf, passageOf, rapporteurOf } from "../../../../test/acts/keyPoints.ts";
import { bounds, holdingsOf, nearOf, shelfOf } from "./near.index.ts";

const api = testApi();

let small: Awaited<ReturnType<typeof smallInstance>>;

beforeAll(async () => void (small = await smallInstance(api.database)));

test("while shelves are filled for longer than one waits, the next question does not wait; then it is answered", async () => {
  const words = "Une halle ouverte le dimanche matin";
  const [text, other] = [
    await contributionOf(api.database, small, { body: words }),
    await contributionOf(api.database, small, { body: words }),
  ];
  const near = nearOf(api.database.manager);
  const question = () =>
    near.answer([text], new Date(), (thread) => thread.ask(shelfOf(text), "nearest", { id: text.id, count: 4 }));

  const { promise: filled, resolve: fill } = Promise.withResolvers<void>();
  const ask = near.thread.ask.bind(near.thread);
  const slow = vi.spyOn(near.thread, "ask").mockImplementation((...asked) => filled.then(() => ask(...asked)));
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const first = question();
  await vi.advanceTimersByTimeAsync(2500);
  expect(await first).toBeNull();
  vi.useRealTimers();
  const timers = vi.spyOn(globalThis, "setTimeout");
  expect(await question()).toBeNull();
  expect(timers).not.toHaveBeenCalled();
  timers.mockRestore();

  fill();
  slow.mockRestore();
  await vi.waitFor(async () => expect((await question())?.map(({ id }) => id)).toEqual([other.id]), 10_000);
});

test("a request that has lasted already waits for no suggestion: all of it would be refused", async () => {
  const text = await contributionOf(api.database, small, { body: "Un atelier de conserves au lycée" });
  const near = nearOf(api.database.manager);
  const { promise: given, resolve: give } = Promise.withResolvers<string>();
  const longAgo = new Date(Date.now() - 60_000);
  // Given soon: to a request that came now.
  const soon = setTimeout(() => give("near"), 1000);
  expect(await near.answer([text], longAgo, () => given)).toBeNull();
  clearTimeout(soon);
  give("near");
  await vi.waitFor(async () => expect(await near.answer([text], new Date(), () => given)).toBe("near"), 10_000);
});

test("shelves that the database does not read in time are left as they are for a while, and each page goes on", async () => {
  const words = "Un marché couvert au milieu du bourg";
  const text = await contributionOf(api.database, small, { body: words });
  await contributionOf(api.database, small, { body: words });
  const question = () =>
    nearOf(api.database.manager).answer([text], new Date(), (thread) =>
      thread.ask(shelfOf(text), "nearest", { id: text.id, count: 4 }),
    );
  await api.database.query("alter table key_point_passage rename to key_point_passage_away");
  expect(await question()).toBeNull();
  await api.database.query("alter table key_point_passage_away rename to key_point_passage");
  expect((await question()) ?? []).toEqual([]);
});

test("of more texts than a shelf holds, it holds those to be read next, those marked last, and what is marked in them", async () => {
  const { database } = api;
  const place = { objectiveId: small.objective.id, themeId: small.theme.id };
  const held = async (within: typeof bounds) => {
    const [found] = await holdingsOf(database.manager, [[shelfOf(place), place]], within);
    const listed = (words: string) =>
      words
        .split(" ")
        .filter(Boolean)
        .map((each) => each.slice(0, 36))
        .toSorted();
    return { texts: listed(found!.texts), marks: listed(found!.marks).length };
  };
  const before = (await held(bounds)).texts;
  const there: string[] = [];
  const passages: string[] = [];
  for (const day of ["01", "02", "03", "04", "05", "06"]) {
    const row = { contributedOn: `2020-01-${day}` };
    if (day < "05") there.push((await contributionOf(database, small, row)).id);
    else {
      passages.push(await passageOf(database, small, row));
      const [text] = await database.query<[{ id: string }]>("select contribution_id as id from passage where id = $1", [
        passages.at(-1),
      ]);
      there.push(text.id);
    }
  }
  const [first, second, third, fourth, fifth, sixth] = there;
  await keyPointOf(database, small, {}, passages);
  const reader = await rapporteurOf(database, small.group.id);
  for (const id of [second, third, fifth, sixth])
    await database.query("insert into reading (contribution_id, person_id, read_at) values ($1, $2, now())", [
      id,
      reader.id,
    ]);
  expect(await held(bounds)).toEqual({ texts: [...before, ...there].toSorted(), marks: 2 });
  expect(await held({ texts: 3, unread: 2, marks: 1 })).toEqual({
    texts: [first!, fourth!, sixth!].toSorted(),
    marks: 1,
  });
});
