/** The words of people are announced, and quoted, in the language of a site that has one alone. */
import { m } from "@cahier/schema/messages";
import { overwriteGetLocale } from "@cahier/schema/runtime";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { quoted } from "../ui/quoted.ts";
import { contentIsIn, contentLang } from "./content.ts";
import { withLanguage } from "../shared/withLanguage.ts";

afterEach(() => {
  contentIsIn("fr");
  overwriteGetLocale(() => "fr");
});

test("on a page in English, what was written in French says so, and keeps its marks", () => {
  overwriteGetLocale(() => "en");
  expect(contentLang()).toBe("fr");
  expect(quoted("mots")).toBe("«\u00a0mots\u00a0»");
  expect(withLanguage(m.glossary_lead(), m.glossary_in_french)).toContain("are in French");
});

test("on a site in English alone, nothing is said to be in French", () => {
  overwriteGetLocale(() => "en");
  contentIsIn("en");
  expect(contentLang()).toBeUndefined();
  expect(quoted("words")).toBe("“words”");
  expect(withLanguage(m.glossary_lead(), m.glossary_in_french)).toBe(m.glossary_lead());
});

test("no sentence about what people wrote says by itself that it is in French: a site may speak English alone", () => {
  const catalogues = join(import.meta.dirname, "../../../../packages/schema/src");
  const said = globSync("{propose,tell,give,understand,carry}/*.en.json", { cwd: catalogues }).flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(join(catalogues, file), "utf8")) as Record<string, unknown>).flatMap(
      ([name, words]) => (/\bin French\b/i.test(JSON.stringify(words)) && !name.endsWith("_in_french") ? [name] : []),
    ),
  );
  expect(said).toEqual([]);
});

test("no component says by itself that words are in French, nor quotes them as such", () => {
  const root = join(import.meta.dirname, "..");
  const french = /lang="fr"|["'`]«|\u00a0»["'`]|»`/;
  const found = globSync("**/*.tsx", { cwd: root }).filter((file) =>
    french.test(readFileSync(join(root, file), "utf8").replaceAll(/\/\*[^]*?\*\//g, "")),
  );
  expect(found).toEqual([]);
});

test("a name that stands beside words is written with its language, in one place", () => {
  const root = join(import.meta.dirname, "..");
  const found = globSync("**/*.tsx", { cwd: root }).filter((file) =>
    /(^\s*|>|· )\{(authorOf|bylineOf)\(/m.test(readFileSync(join(root, file), "utf8").replaceAll(/ of=\{[^}]*\}/g, "")),
  );
  // The place, and one's own words on the first page: their author knows who said them.
  expect(found.toSorted()).toEqual(["features/home/Followed.tsx", "shared/Author.tsx", "shared/AuthorLine.tsx"]);
});
