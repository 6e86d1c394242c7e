import { expect, test } from "vitest";
import { inOrder } from "./fields.tsx";

test("what is refused of a meeting is told in the order in which its fields stand", () => {
  const fields = ["day", "title", "agenda.0.title", "place", "kind", "territory", "from"];
  const told = inOrder(fields.map((field) => ({ code: "REQUIRED", field }))).map(({ field }) => field);
  expect(told).toEqual(["kind", "title", "day", "from", "territory", "place", "agenda.0.title"]);
});
