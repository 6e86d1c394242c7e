/**
 * « Région » is a word of France. A site with territories of its own reads « territoire », or the sentence that stands
 * for it there; France alone is told of regions.
 */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const src = (path: string) => join(import.meta.dirname, path);
const catalogues = globSync("*/*.fr.json", { cwd: src("../../../packages/schema/src") });
const named = catalogues.flatMap((file) => {
  const sentences = JSON.parse(readFileSync(src(`../../../packages/schema/src/${file}`), "utf8")) as Record<
    string,
    unknown
  >;
  return Object.keys(sentences).filter((key) => /région/i.test(JSON.stringify(sentences[key])));
});
const sources = globSync("**/*.{ts,tsx}", { cwd: import.meta.dirname })
  .filter((file) => !/generated|\.test\./.test(file))
  .map((file) => ({ file, text: readFileSync(src(file), "utf8") }));

/** Said of a level of offices, a kind of territory of France, or in the list of those of France. */
const ofFrance = [
  "vocabulary_level_REGIONAL",
  "territory_kind_REGION",
  "territory_kind_REGION_2012",
  "textImport_place_REGION",
  "textImport_place_REGION_2012",
  "territories_france",
  "territories_back_lead",
];

/** A sentence that only France reads: chosen by it, or beside the one that stands for it elsewhere. */
const standsForFrance = (text: string, key: string) =>
  new RegExp(`\\bfrance\\b[^;]{0,80}\\bm\\.${key}\\b`, "s").test(text) ||
  (/\bfrance\b/.test(text) && text.includes(`m.${key}_own`));

test("no page says « région » but where the territories are those of France", () => {
  const said = named
    .filter((key) => !ofFrance.includes(key))
    .flatMap((key) =>
      sources
        .filter(({ text }) => new RegExp(`\\bm\\.${key}\\b`).test(text))
        .filter(({ text }) => !standsForFrance(text, key))
        .map(({ file }) => `${file}: ${key}`),
    );
  expect(said.join("\n")).toBe("");
});
