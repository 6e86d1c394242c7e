import { beforeAll, expect, test, vi } from "vitest";
import { testApi } from "../../../../test/api.ts";
import { contributionOf, smallInstance } from "../../../../test/builders.ts";
import { nearOf, shelfOf } from "./near.index.ts";

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
    near.answer([text], (thread) => thread.ask(shelfOf(text), "nearest", { id: text.id, count: 4 }));

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

test("shelves that the database does not read in time are left as they are for a while, and each page goes on", async () => {
  const words = "Un marché couvert au milieu du bourg";
  const text = await contributionOf(api.database, small, { body: words });
  await contributionOf(api.database, small, { body: words });
  const question = () =>
    nearOf(api.database.manager).answer([text], (thread) =>
      thread.ask(shelfOf(text), "nearest", { id: text.id, count: 4 }),
    );
  await api.database.query("alter table key_point rename to key_point_away");
  expect(await question()).toBeNull();
  await api.database.query("alter table key_point_away rename to key_point");
  expect((await question()) ?? []).toEqual([]);
});
