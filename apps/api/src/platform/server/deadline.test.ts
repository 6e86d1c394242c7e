import { expect, test } from "vitest";
import { inTime, TooLong } from "./deadline.ts";
import { isUnavailable } from "./unavailable.ts";

test("a request whose work is late is told to come back; its late result changes nothing", async () => {
  expect(await inTime(Promise.resolve("done"), 1000)).toBe("done");
  let fail = () => {};
  const work = new Promise<never>((_, no) => (fail = () => no(new Error("later"))));
  let told = 0;
  const late = await inTime(work, 1, () => told++).catch((error: unknown) => error);
  expect(told).toBe(1);
  expect(late).toBeInstanceOf(TooLong);
  expect(isUnavailable(late)).toBe(true);
  fail();
  await expect(inTime(Promise.reject(new Error("wrong")), 1000)).rejects.toThrow("wrong");
});
