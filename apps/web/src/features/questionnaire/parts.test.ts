import { expect, test } from "vitest";
import { type Part, pathOf } from "./parts.ts";

test("progress counts the questions of the path one is on: the short one, then all of them", () => {
  const part = (number: number, short: boolean, asked: string, answered: string) =>
    ({
      number,
      short,
      asked: asked.split("").map((id) => ({ id })),
      answered: new Set(answered),
    }) as unknown as Part;
  const parts = [part(1, true, "abc", "ac"), part(2, false, "de", ""), part(3, false, "f", "")];
  const said = (at: Part) => {
    const { questions, before } = pathOf(parts, at);
    return [before + 1, questions.length, questions.filter(({ done }) => done).length];
  };
  expect(said(parts[0]!)).toEqual([1, 3, 2]);
  expect(said(parts[1]!)).toEqual([4, 6, 2]);
  expect(said(parts[2]!)).toEqual([6, 6, 2]);
});
