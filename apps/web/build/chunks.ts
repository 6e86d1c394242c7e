import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { joined, type Know } from "./joined.ts";

const src = join(import.meta.dirname, "../src/");
const forms = new Map<string, boolean>();

/** True for a file of forms, which says so by its first line, `// chunk: form`; a style goes with its component. */
function isForm(id: string) {
  const file = id.replace(/\?.*/, "").replace(/\.module\.css$/, ".tsx");
  if (!file.startsWith(src) || !existsSync(file)) return false;
  if (!forms.has(file)) forms.set(file, readFileSync(file, "utf8").startsWith("// chunk: form\n"));
  return forms.get(file)!;
}

/** Files that many pages share come in a few chunks, not in one for each set of pages that share something. */
export function chunks() {
  const seen: string[] = [];
  let nameOf: ReturnType<typeof joined> | undefined;
  return [
    // The first script of a page, alone: it says when the rest is loaded.
    {
      name: "first",
      test: /index\.html|entry-client\.ts|[\\/](?:frame[\\/](?:heldActs|firstSign)\.ts|ui[\\/](?:tokens|fonts|base)\.css)|vite[\\/]preload-helper/,
      priority: 1,
    },
    { name: "base", tags: ["$initial" as const] },
    // Apart, since readers need none of it.
    { name: "form", test: isForm, minShareCount: 2 },
    {
      test(id: string) {
        seen.push(id);
        return true;
      },
      name: (id: string, files: { getModuleInfo: Know }) =>
        (nameOf ??= joined(seen, (of) => files.getModuleInfo(of), isForm))(id),
      includeDependenciesRecursively: false,
    },
  ];
}
