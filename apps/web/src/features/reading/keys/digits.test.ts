import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { digitOf, digitsOf, inOrder, pin } from "./digits.ts";

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  });
});
afterEach(() => void vi.unstubAllGlobals());

const keyPoint = (id: string, peopleCount: number) => ({ id, number: Number(id), peopleCount });
const evening = new Date(2027, 2, 1, 21).getTime();
const at = (hours: number, list: ReturnType<typeof keyPoint>[]) =>
  inOrder(list, digitsOf("objectif-1", list, evening + hours * 3_600_000).ids).map(({ id }) => id);

test("digits stay during an evening, whatever is marked or written; the next one takes the most used", () => {
  expect(at(0, [keyPoint("1", 2), keyPoint("2", 5)])).toEqual(["2", "1"]);
  expect(at(1, [keyPoint("1", 9), keyPoint("2", 5), keyPoint("3", 12)])).toEqual(["2", "1", "3"]);
  expect(at(6, [keyPoint("1", 9), keyPoint("2", 5), keyPoint("3", 12)])).toEqual(["2", "1", "3"]);
  expect(at(24, [keyPoint("1", 9), keyPoint("2", 5), keyPoint("3", 12)])).toEqual(["3", "1", "2"]);
});

test("a key point pinned to a digit changes places with the one that had it, for the evening", () => {
  const list = [keyPoint("1", 9), keyPoint("2", 5), keyPoint("3", 1)];
  expect(pin("objectif-1", digitsOf("objectif-1", list, evening), "3", 1).ids).toEqual(["3", "2", "1"]);
  expect(at(1, list)).toEqual(["3", "2", "1"]);
  expect(pin("objectif-1", { evening: "", ids: ["1", "2"] }, "4", 2).ids).toEqual(["1", "4", "2"]);
});

test("a digit answers on a keyboard where it needs Shift", () => {
  expect(digitOf({ key: "3", code: "Numpad3" })).toBe(3);
  expect(digitOf({ key: "&", code: "Digit1" })).toBe(1);
  expect(digitOf({ key: "n", code: "KeyN" })).toBe(0);
});
