import { expect, test } from "vitest";
import { moved } from "./moved.ts";

test("the address that a page had leads to the one it has, in the same language, its search kept", () => {
  expect(moved("/a-propos")).toBe("/about");
  expect(moved("/bench")).toBe("/reading");
  expect(moved("/bench?objective=objectif-4")).toBe("/reading?objective=objectif-4");
  expect(moved("/en/bench/key-points?only=stated")).toBe("/en/reading/key-points?only=stated");
  expect(moved("/bench/7b7c1f6e-3d0b-4f4c-8f5c-1a2b3c4d5e6f")).toBe("/reading/7b7c1f6e-3d0b-4f4c-8f5c-1a2b3c4d5e6f");
  expect(moved("/bench/initiatives?q=mains")).toBe("/initiatives/judge?q=mains");
  expect(moved("/bench/initiatives/import")).toBe("/initiatives/judge/import");
  expect(moved("/bench/initiatives/sheets/mains-libres")).toBe("/initiatives/mains-libres/judge");
  expect(moved("/studio")).toBe("/questionnaires/write");
  expect(moved("/studio/questionnaire-4?view=head")).toBe("/questionnaires/write/questionnaire-4?view=head");
  expect(moved("/en/studio/questionnaire-4/preview")).toBe("/en/questionnaires/write/questionnaire-4/preview");
  expect(moved("/entry/questionnaire-4?mode=meeting")).toBe("/paper/questionnaire-4?mode=meeting");
  expect(moved("/entry/questionnaire-4/sheets/3.pdf?large=1")).toBe("/paper/questionnaire-4/sheets/3.pdf?large=1");
  expect(moved("/en/proposals/proposition-4/decide")).toBe("/en/proposals/proposition-4/adopt");
});

test("other addresses stay, also those that begin alike", () => {
  for (const path of ["/", "/en", "/reading", "/benches", "/proposals/bench", "//bench", "/bench/a/b"])
    expect(moved(path)).toBeNull();
});
