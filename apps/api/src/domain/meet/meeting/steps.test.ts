import { expect, test } from "vitest";
import { stepped, steps } from "./steps.ts";

/** Each way in which up to so many people stand in cells. */
function* standings(cells: number, most: number): Generator<number[]> {
  if (cells === 0) yield [];
  else
    for (let first = 0; first <= most; first++)
      for (const rest of standings(cells - 1, most - first)) yield [first, ...rest];
}

test.each([
  [3, 45],
  [4, 32],
])("who knows the sum of %i counts and what is told of each finds none exactly", (cells, most) => {
  // All that gives the same figures is the same to an adversary.
  const seen = new Map<string, Set<number>[]>();
  for (const counts of standings(cells, most)) {
    const told = new Map(steps(new Map(counts.entries()), cells));
    const figures = [counts.reduce((sum, one) => sum + one, 0), ...counts.map((_, at) => told.get(at) ?? 0)].join();
    const possible = seen.get(figures) ?? counts.map(() => new Set<number>());
    for (const [at, people] of counts.entries()) possible[at]!.add(people);
    seen.set(figures, possible);
  }
  const found = [...seen].flatMap(([figures, possible]) => {
    const [sum, ...told] = figures.split(",").map(Number);
    const known = (people: number, values: number[]) =>
      people > 0 ? values.length < 5 : sum! >= 5 && values.every((one) => one > 0 && one < 5);
    return told.flatMap((people, at) => (people % 5 > 0 || known(people, [...possible[at]!]) ? [figures] : []));
  });
  expect(found).toEqual([]);
});

test("a count alone moves by five, and is nothing under five", () => {
  expect([0, 4, 5, 9, 10].map(stepped)).toEqual([null, null, 5, 5, 10]);
});
