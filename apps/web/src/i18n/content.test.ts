/** What people wrote is announced, and quoted, in the language of a site that has one alone. */
import { overwriteGetLocale } from "@cahier/schema/runtime";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { quoted } from "../ui/quoted.ts";
import { contentIsIn, contentLang } from "./content.ts";

afterEach(() => {
  contentIsIn("fr");
  overwriteGetLocale(() => "fr");
});

test("on a page in English, what was written in French says so, and keeps its marks", () => {
  overwriteGetLocale(() => "en");
  expect(contentLang()).toBe("fr");
  expect(quoted("mots")).toBe("«\u00a0mots\u00a0»");
});

test("on a site in English alone, nothing is said to be in French", () => {
  overwriteGetLocale(() => "en");
  contentIsIn("en");
  expect(contentLang()).toBeUndefined();
  expect(quoted("words")).toBe("“words”");
});

test("no component says by itself that words are in French, nor quotes them as such", () => {
  const root = join(import.meta.dirname, "..");
  const french = /lang="fr"|["'`]«|\u00a0»["'`]|»`/;
  const found = globSync("**/*.tsx", { cwd: root }).filter((file) =>
    french.test(readFileSync(join(root, file), "utf8").replaceAll(/\/\*[^]*?\*\//g, "")),
  );
  expect(found).toEqual([]);
});
