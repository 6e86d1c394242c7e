import { expect, test } from "vitest";
import { shortName } from "./shortName.ts";

test("a long name of a group is cut after a whole word, and is never another's", () => {
  expect(shortName("Camions partagés")).toBe("Camions partagés");
  const whole = "Groupe de réflexion sur les circuits courts";
  expect(shortName(whole)).toBe(whole);
  expect(shortName("Camions partagés entre voisins des cantons de la Loire")).toBe(
    "Camions partagés entre voisins des cantons de la …",
  );
  expect(shortName("a".repeat(60))).toBe(`${"a".repeat(48)} …`);
});
