import { expect, test, vi } from "vitest";
import { testApi } from "../../../../test/api.ts";
import { contributionOf, smallInstance } from "../../../../test/builders.ts";
import { nearOf, shelfOf } from "./near.index.ts";

const api = testApi();

test("while shelves are filled for longer than one waits, the next question does not wait; then it is answered", async () => {
  const small = await smallInstance(api.database);
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
