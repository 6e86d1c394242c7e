import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const src = join(import.meta.dirname, "../src/");
const asked = new Map<string, string | undefined>();

/**
 * The chunk that a file asks for by its first line, `// chunk: form`; a style goes with its component. `// chunk: page`:
 * it stays with the pages that show it, as quotes do: answering loads none.
 */
function askedBy(id: string) {
  const file = id.replace(/\?.*/, "").replace(/\.module\.css$/, ".tsx");
  if (!file.startsWith(src) || !existsSync(file)) return undefined;
  if (!asked.has(file)) asked.set(file, /^\/\/ chunk: (\w+)/.exec(readFileSync(file, "utf8"))?.[1]);
  return asked.get(file);
}

const shared = /^(ui|frame|shared|i18n|graphql)\/|^paths/;
const isShared = (id: string) => id.startsWith(src) && shared.test(id.slice(src.length));

/** Files that many pages share come in a few chunks, not in one for each set of pages that share something. */
export const chunks = [
  // The first script of a page, alone: it says when the rest is loaded.
  {
    name: "first",
    test: /index\.html|entry-client\.ts|[\\/](?:frame[\\/](?:heldActs|firstSign)\.ts|ui[\\/](?:tokens|fonts|base)\.css)|vite[\\/]preload-helper/,
    priority: 1,
  },
  { name: "base", tags: ["$initial" as const] },
  {
    name: "words",
    test: /^\0message:(?!(?:problem|vocabulary)_)/,
    minShareCount: 4,
    entriesAware: true,
    entriesAwareMergeThreshold: 2000,
  },
  // Apart, since readers need none of it.
  { name: "form", test: (id: string) => askedBy(id) === "form", minShareCount: 2 },
  {
    name: "kit",
    test: (id: string) => isShared(id) && !askedBy(id),
    minShareCount: 3,
    entriesAware: true,
    entriesAwareMergeThreshold: 400,
  },
];
