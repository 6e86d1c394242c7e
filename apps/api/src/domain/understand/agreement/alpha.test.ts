import { expect, test } from "vitest";
import { alphaOf as alphaOfLines, type Codes, distance } from "./alpha.ts";

const alphaOf = (of: readonly (readonly Codes[])[]) => alphaOfLines(of.map((sides) => ({ sides, times: 1 })));

/** Readers as rows and texts as columns, as examples are printed; « . » where one did not read. */
const texts = (...rows: string[]): Codes[][] =>
  Array.from(rows[0]!, (_, text) => rows.flatMap((row) => (row[text] === "." ? [] : [[row[text]!]])));

test("alpha is that of Krippendorff's own example, four readers who left texts out: 0.743", () => {
  // « Computing Krippendorff's Alpha-Reliability », 2011, nominal; also the example of `kripp.alpha` in R.
  const example = texts("123321412...", "1233224125..", ".33323422513", "12332441251.");
  expect(alphaOf(example)).toBeCloseTo(0.743, 3);
});

test("and that of the example with three readers and fifteen texts: 0.691", () => {
  // « Krippendorff's alpha », Wikipedia, « A computational example », nominal.
  const example = texts(".....34121133.3", "1.213343.......", "..21344.21133.4");
  expect(alphaOf(example)).toBeCloseTo(0.691, 3);
});

test("two sets differ by what they do not share: not at all, by half, wholly; two readers who mark nothing agree", () => {
  expect(distance(["a", "b"], ["b", "a"])).toBe(0);
  expect(distance(["a", "b"], ["a"])).toBe(0.5);
  expect(distance(["a"], [])).toBe(1);
  expect(distance([], [])).toBe(0);
});

test("a reader who adds a key point disagrees by half, and no more", () => {
  // By hand: observed (0 + 2 × ½) / 4 = ¼; expected 2 × 3 × ½ / 12 = ¼.
  expect(
    alphaOf([
      [["a"], ["a"]],
      [["a", "b"], ["a"]],
    ]),
  ).toBeCloseTo(0);
  // Observed 2 × ½ / 6 = ⅙; expected 2 × (3 × 1 × ½ + 3 × 2 × 1 + 1 × 2 × 1) / 30 = 19/30.
  expect(
    alphaOf([
      [["a"], ["a"]],
      [["a", "b"], ["a"]],
      [["c"], ["c"]],
    ]),
  ).toBeCloseTo(1 - 1 / 6 / (19 / 30));
});

test("nothing is said of texts that one person read, nor where all were given to the very same", () => {
  expect(alphaOf([])).toBeNull();
  expect(alphaOf([[["a"]], [["b"]]])).toBeNull();
  expect(
    alphaOf([
      [["a"], ["a"]],
      [["a"], ["a"]],
    ]),
  ).toBeNull();
});

test("texts that were read alike are counted together, or apart: it is the same", () => {
  const lines = [
    { sides: [["a"], ["a"]], times: 5 },
    { sides: [["a", "b"], ["b"]], times: 3 },
    { sides: [[], ["c"]], times: 2 },
  ];
  const apart = lines.flatMap(({ sides, times }) => Array.from({ length: times }, () => sides));
  expect(alphaOfLines(lines)).toBeCloseTo(alphaOf(apart)!, 12);
});
