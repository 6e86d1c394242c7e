import { afterEach, expect, test, vi } from "vitest";
import { digitsOf, inOrder } from "./digits.ts";

afterEach(() => void vi.unstubAllGlobals());

const keyPoint = (id: string, peopleCount: number) => ({ id, number: Number(id), peopleCount });

test("digits stay during an evening, whatever is marked, written or suggested; the next one takes the most used", () => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  });
  const evening = new Date(2027, 2, 1, 21).getTime();
  const at = (hours: number, list: ReturnType<typeof keyPoint>[], suggested: number) => {
    const digits = digitsOf("objectif-1", list, suggested, evening + hours * 3_600_000);
    return [digits.suggested, ...inOrder(list, digits.ids).map(({ id }) => id)];
  };
  expect(at(0, [keyPoint("1", 2), keyPoint("2", 5)], 0)).toEqual([0, "2", "1"]);
  expect(at(1, [keyPoint("1", 9), keyPoint("2", 5), keyPoint("3", 12)], 3)).toEqual([0, "2", "1", "3"]);
  expect(at(6, [keyPoint("1", 9), keyPoint("2", 5), keyPoint("3", 12)], 3)).toEqual([0, "2", "1", "3"]);
  expect(at(24, [keyPoint("1", 9), keyPoint("2", 5), keyPoint("3", 12)], 3)).toEqual([3, "3", "1", "2"]);
});
