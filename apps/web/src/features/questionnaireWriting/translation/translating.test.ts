import { expect, it } from "vitest";
import { nested } from "./translating.ts";

it("sends the words that changed, those of choices under their values; an empty one takes away", () => {
  const english = { label: "Where?", help: "", plain: "Same", "options.A.B": "One ", "options.C": "" };
  expect(nested(english, ["label", "help", "options.A.B", "options.C"])).toEqual({
    label: "Where?",
    help: "",
    options: { "A.B": "One", C: "" },
  });
});
