import { expect, test } from "vitest";
import { redirectOf } from "./redirects.ts";

test("the address that a page had leads to the one it has, in the same language, its search kept", () => {
  expect(redirectOf("/a-propos")).toBe("/about");
  expect(redirectOf("/bench")).toBe("/reading");
  expect(redirectOf("/bench?objective=objectif-4")).toBe("/reading?objective=objectif-4");
  expect(redirectOf("/en/bench/key-points?only=stated")).toBe("/en/reading/key-points?only=stated");
  expect(redirectOf("/bench/7b7c1f6e-3d0b-4f4c-8f5c-1a2b3c4d5e6f")).toBe(
    "/reading/7b7c1f6e-3d0b-4f4c-8f5c-1a2b3c4d5e6f",
  );
  expect(redirectOf("/bench/initiatives?q=mains")).toBe("/initiatives/judge?q=mains");
  expect(redirectOf("/bench/initiatives/import")).toBe("/initiatives/judge/import");
  expect(redirectOf("/bench/initiatives/sheets/mains-libres")).toBe("/initiatives/mains-libres/judge");
  expect(redirectOf("/studio")).toBe("/questionnaires/write");
  expect(redirectOf("/studio/questionnaire-4?view=head")).toBe("/questionnaires/write/questionnaire-4?view=head");
  expect(redirectOf("/en/studio/questionnaire-4/preview")).toBe("/en/questionnaires/write/questionnaire-4/preview");
  expect(redirectOf("/entry/questionnaire-4?mode=meeting")).toBe("/paper/questionnaire-4?mode=meeting");
  expect(redirectOf("/entry/questionnaire-4/sheets/3.pdf?large=1")).toBe("/paper/questionnaire-4/sheets/3.pdf?large=1");
  expect(redirectOf("/en/proposals/proposition-4/decide")).toBe("/en/proposals/proposition-4/adopt");
});

test("an address that is cut after its first part leads to the page that lists what it names", () => {
  const lists = { groups: "themes", objectives: "questionnaires", "key-points": "syntheses", agenda: "schedule" };
  for (const [cut, list] of Object.entries({ ...lists, minutes: "meetings" })) {
    expect(redirectOf(`/${cut}`)).toBe(`/${list}`);
    expect(redirectOf(`/en/${cut}`)).toBe(`/en/${list}`);
    expect(redirectOf(`/${cut}/autre`)).toBeNull();
  }
});

test("other addresses stay, also those that begin alike", () => {
  for (const path of ["/", "/en", "/reading", "/benches", "/proposals/bench", "//bench", "/bench/a/b"])
    expect(redirectOf(path)).toBeNull();
});
