import { expect, test } from "vitest";
import { ended } from "./ended.ts";

test("words get a full stop, unless they end with a mark of their own", () => {
  expect(ended("Trouver un terrain")).toBe("Trouver un terrain.");
  for (const asked of ["Comment habiter ensemble ?", "Habiter autrement !", "Et après…", "Faire.", "« Chez nous ! »"])
    expect(ended(asked)).toBe(asked);
});
