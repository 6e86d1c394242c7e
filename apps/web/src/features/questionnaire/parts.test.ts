import { expect, test } from "vitest";
import { minutesLeft, type Part } from "./parts.ts";

test("minutes are counted for what remains: parts that were passed take none", () => {
  const part = (number: number, asked: number, answered: number) => ({ number, asked, answered }) as Part;
  const parts = [part(1, 2, 2), part(2, 5, 0), part(3, 3, 1)];
  expect(minutesLeft(parts, 1, 10)).toBe(7);
  expect(minutesLeft(parts, 3, 10)).toBe(2);
  expect(minutesLeft(parts, 4, 10)).toBe(0);
});
