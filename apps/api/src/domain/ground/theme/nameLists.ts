import { readFileSync } from "node:fs";
import type { EntityManager } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { Axes, Themes } from "./theme.entity.ts";

type Words = Record<Language, string>;

/** Axes and themes that come with every instance, in both languages. */
const names = JSON.parse(readFileSync(new URL("./names.json", import.meta.url), "utf8")) as {
  axes: Words[];
  themes: (Words & { source: Words })[];
};

/** Says the axes and themes of an instance in its first language: those that somebody worded otherwise stay. */
export async function nameListsIn(db: EntityManager, to: Language) {
  const from = to === "en" ? "fr" : "en";
  for (const words of names.axes) await db.update(Axes, { name: words[from] }, { name: words[to] });
  for (const { source, ...words } of names.themes)
    await db.update(Themes, { title: words[from] }, { title: words[to], sourceText: source[to] });
}
