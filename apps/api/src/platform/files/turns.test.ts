import { once } from "node:events";
import { Readable } from "node:stream";
import { expect, test, vi } from "vitest";
import { archiveTurns } from "./turns.ts";

const bounds = { making: 2, open: 3, turn: 1000, least: 10_000 };

/** An archive of a megabyte. */
const archive = async () => Readable.from(Array.from({ length: 100 }, () => Buffer.alloc(10_000)));

test("archives are made two at a time; one that is done, left or failed makes room", async () => {
  const take = archiveTurns(bounds);
  const [first, second] = [(await take(archive))!, (await take(archive))!];
  expect(await take(archive)).toBeNull();
  await once(first.resume(), "close");
  const third = (await take(archive))!;
  expect(await take(archive)).toBeNull();
  second.destroy();
  await once(second, "close");
  await expect(take(() => Promise.reject(new Error("Not now.")))).rejects.toThrow("Not now.");
  expect(await take(archive)).not.toBeNull();
  third.destroy();
});

test("whoever reads an archive slowly, or not at all, does not keep it from the others", async () => {
  vi.useFakeTimers();
  const take = archiveTurns(bounds);
  const [slow, silent] = [(await take(archive))!, (await take(archive))!];
  expect(await take(archive)).toBeNull();
  await vi.waitFor(() => expect(slow.read(20_000)).not.toBeNull());
  vi.advanceTimersByTime(1000);
  // The slow one goes on: it waits for its reader, and not for us.
  expect([slow.destroyed, silent.destroyed]).toEqual([false, true]);
  await vi.waitFor(async () => expect(await take(archive)).not.toBeNull());
  vi.useRealTimers();
});
