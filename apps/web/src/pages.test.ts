import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { m } from "@cahier/schema/messages";
import { expect, test } from "vitest";
import { placeOf } from "./frame/place.ts";

const web = import.meta.dirname;
const pages = globSync("**/*.tsx", { cwd: web }).map((file) => ({ file, text: readFileSync(join(web, file), "utf8") }));
const fr = { locale: "fr" } as const;

test("two pages that are loaded whole share no scroll position; one that is gone back to has its own", () => {
  const loaded = (pathname: string, search = "") => placeOf({ key: "default", pathname, search });
  expect(new Set([loaded("/"), loaded("/meetings"), loaded("/meetings", "?objective=1")]).size).toBe(3);
  expect(placeOf({ key: "k1", pathname: "/", search: "" })).toBe("k1");
});

test("what erases for good is not the button to go on with, and the focus is on the one that keeps", () => {
  const erases = /<Button([^>]*(?:=>[^>]*)*)>\s*\{m\.\w*(?:withdraw_yes|author_yes|draft_erase)\(/g;
  const found = pages.flatMap(({ file, text }) =>
    [...text.matchAll(erases)]
      .filter(([, props]) => text.includes("<Dialog") && !/setAsking\(true\)|setErasing\(true\)/.test(props!))
      .map(([, props]) => ({
        file,
        green: /\bprimary\b/.test(props!),
        keeps: /<Button primary data-first/.test(text),
      })),
  );
  expect(found.length).toBeGreaterThanOrEqual(3);
  expect(found.filter(({ green, keeps }) => green || !keeps)).toEqual([]);
});

test("a title stands above something: no row has its heading alone", () => {
  const bare = pages.filter(({ text }) => /<Row\b[^>]*\bheading=[^>]*\/>/.test(text)).map(({ file }) => file);
  expect(bare).toEqual([]);
});

test("whoever answered is told which questionnaire their rank is of", () => {
  expect(m.response_voice({ from: "de Bretagne", number: 4 }, fr)).toContain("questionnaire 4");
  expect(m.response_rank({ from: "de Bretagne", number: 4, rank: 12 }, fr)).toContain("questionnaire 4");
});

test("others and regions are counted with one's own told as one's own", () => {
  const said = (others: number, regions: number) =>
    m.response_with_others({ count: others }, fr) + m.response_of_regions({ count: regions }, fr);
  expect(said(5, 6)).toMatch(/^, avec 5 autres réponses\s; 6 territoires avec le vôtre\.$/);
  expect(said(0, 1)).toMatch(/^, seule pour l’instant\s; un territoire, le vôtre\.$/);
});

test("a list of problems says nothing of sending, since some forms send nothing", () => {
  for (const locale of ["fr", "en"] as const)
    for (const count of [1, 3]) expect(m.ui_problems({ count }, { locale })).not.toMatch(/envo|send/i);
});

test("a page that is not there promises nothing that the site has not", () => {
  for (const locale of ["fr", "en"] as const) expect(m.shell_404_lead({}, { locale })).not.toMatch(/recherch|search/i);
});

test("arguments, amendments and reactions are read on by one control, which keeps the focus", () => {
  // It is told by keyboard in the story of reactions; a list that is begun has no way of its own to go on.
  const read = pages.filter(({ text }) => /= useRest\(/.test(text));
  expect(read.map(({ file }) => file)).toEqual(
    expect.arrayContaining([
      "features/reaction/ReactionList.tsx",
      "features/supply/Arguments.tsx",
      "pages/site/AmendmentsPage.tsx",
    ]),
  );
  const lost = read.filter(
    ({ text }) => !/\{control\}/.test(text) || !/\brest\b/.test(text.slice(text.indexOf("= useRest("))),
  );
  expect(lost.map(({ file }) => file)).toEqual([]);
  const own = pages.filter(({ file, text }) => /m\.ui_rest\(/.test(text) && !file.endsWith("useRest.tsx"));
  expect(own.map(({ file }) => file)).toEqual([]);
});

test("nobody is promised a call back, nor a field that fills itself from an account", () => {
  const catalogues = globSync("../../../packages/schema/src/*/*.{fr,en}.json", { cwd: web });
  expect(catalogues.length).toBeGreaterThan(60);
  const promises = catalogues.filter((file) =>
    /recontact|vous rappeler|call you back|d’après votre compte|fill\w* from your account/i.test(
      readFileSync(join(web, file), "utf8"),
    ),
  );
  expect(promises).toEqual([]);
});
