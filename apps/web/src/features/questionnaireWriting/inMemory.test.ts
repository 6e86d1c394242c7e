import { expect, it } from "vitest";
import { inMemory } from "./inMemory.ts";

it("keeps and lists like the device, and is its own each time", () => {
  const storage = inMemory();
  storage.setItem("draft:1", "a");
  expect(storage.getItem("draft:1")).toBe("a");
  expect(Object.keys(storage)).toEqual(["draft:1"]);
  expect(inMemory().getItem("draft:1")).toBeNull();
  storage.clear();
  expect(Object.keys(storage)).toEqual([]);
});
