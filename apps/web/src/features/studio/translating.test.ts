import { expect, it } from "vitest";
import { nested } from "./translating.ts";

it("keeps the words of choices under their values, and leaves out what is empty", () => {
  expect(nested({ label: "Where?", help: "", "options.A.B": "One ", "options.C": " " })).toEqual({
    label: "Where?",
    options: { "A.B": "One" },
  });
});
