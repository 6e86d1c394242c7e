import { expect, test } from "vitest";
import { shortName } from "./shortName.ts";

test("a long name of a group is cut after a whole word, and is never another's", () => {
  expect(shortName("Camions partagés")).toBe("Camions partagés");
  expect(shortName("Camions partagés entre voisins du canton")).toBe("Camions partagés entre voisins …");
  expect(shortName("a".repeat(40))).toBe(`${"a".repeat(32)} …`);
});
