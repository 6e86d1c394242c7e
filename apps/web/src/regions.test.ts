/**
 * « Région » and « département » are words of France. A site with territories of its own reads « territoire », on its
 * pages, in its mails and in its files, or the sentence that stands for it there; France alone is told of regions.
 */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
/** Words without the codes that files keep, as « REGION ». */
const withoutCodes = (words: string) => words.replaceAll(/\b[A-Z_]{4,}\b/g, "");
const isOfFrance = (words: unknown) =>
  /r[ée]gion(?![a-z]*\})|d[ée]partement|\bdepartments?\b/i.test(withoutCodes(JSON.stringify(words)));

const catalogues = globSync("packages/schema/src/*/*.{fr,en}.json", { cwd: root });
const named = new Set(
  catalogues.flatMap((file) => {
    const sentences = JSON.parse(read(file)) as Record<string, unknown>;
    return Object.keys(sentences).filter((key) => isOfFrance(sentences[key]));
  }),
);
const sources = globSync("{apps/web,apps/api,packages/schema}/src/**/*.{ts,tsx}", { cwd: root })
  .filter((file) => !/generated|\.test\.|migrations|seed/.test(file))
  .map((file) => ({ file, text: read(file) }));

/** Said of a level of offices or of the reach of a text, a kind of territory of France, or in the list of those of France. */
const ofFrance = [
  "vocabulary_level_REGIONAL",
  "vocabulary_level_DEPARTMENT",
  "grid_starter_reach_options",
  "territory_kind_REGION",
  "territory_kind_REGION_2012",
  "territory_kind_DEPARTMENT",
  "territories_france",
  "territories_back_lead",
];

/** A sentence that only France reads: chosen by it, or beside the one that stands for it elsewhere. */
const standsForFrance = (text: string, key: string) =>
  new RegExp(`\\bfrance\\b[^;]{0,200}\\bm\\.${key}\\b`, "s").test(text) ||
  (/\bfrance\b/.test(text) && text.includes(`m.${key}_own`));

test("no page, mail or file says « région » but where the territories are those of France", () => {
  const said = [...named]
    .filter((key) => !ofFrance.includes(key))
    .flatMap((key) => {
      const saying = sources.filter(({ text }) => new RegExp(`\\bm\\.${key}\\b`).test(text));
      if (saying.length === 0) return [`${key}: chosen by nothing`];
      return saying.filter(({ text }) => !standsForFrance(text, key)).map(({ file }) => `${file}: ${key}`);
    });
  expect(said.join("\n")).toBe("");
});

/** Answers and helps that list levels of decision, or a network that has it in its name. */
const levels = /^(?:Région|Region|Département)$|chambre régionale de l’ESS|^État, région,|^Local, départemental,/;

test("what a new group and its ready templates begin with says no « région » either", () => {
  const wordsOf = (it: unknown): string[] =>
    typeof it === "string" ? [it] : typeof it === "object" && it ? Object.values(it).flatMap(wordsOf) : [];
  const files = [
    "domain/ground/group/starters.json",
    "domain/ground/group/starters.en.json",
    "seed/content/supports/supports.json",
  ];
  const said = files
    .flatMap((file) => wordsOf(JSON.parse(read(`apps/api/src/${file}`))))
    .filter((words) => /r[ée]gion|département/i.test(withoutCodes(words)) && !levels.test(words));
  expect(said.join("\n")).toBe("");
});
