import { expect, test } from "vitest";
import { plain, withoutAccents } from "./plain.ts";

test("words are looked for without case, accents or ligatures, however their accents were typed", () => {
  expect(plain("Cœur, Été, ÆGIDIUS, ŒUVRE")).toBe("coeur, ete, aegidius, oeuvre");
  expect(plain("E\u0301te\u0301")).toBe(plain("Été"));
});

test("letters lose their accents alone: their case, and letters that hold none, stay", () => {
  expect(withoutAccents("Énergie à l’Œuvre")).toBe("Energie a l’Œuvre");
  expect(withoutAccents("한국어")).toBe("한국어");
});
