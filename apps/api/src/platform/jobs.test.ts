import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { endJobs, every } from "./jobs.ts";

test("jobs are told to end all at once, and each is waited for", async () => {
  const told = new Set<string>();
  const ended: string[] = [];
  for (const [name, other] of [
    ["one", "two"],
    ["two", "one"],
  ] as const)
    every(3600, name, async (goOn) => {
      while (goOn()) await setImmediate();
      told.add(name);
      while (!told.has(other)) await setImmediate();
      ended.push(name);
    });
  await endJobs(3_600_000);
  expect(ended.toSorted()).toEqual(["one", "two"]);
});

test("a job that does not end holds no stop for good", async () => {
  let begun = 0;
  every(3600, "endless", () => {
    begun++;
    return new Promise(() => {});
  });
  await endJobs(10);
  expect(begun).toBe(1);
});
