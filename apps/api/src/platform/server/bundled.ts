import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const checkout = join(import.meta.dirname, "../../../../..");

/** All that goes into the one file: sources, the functions made of the catalogues, packages, and who makes it. */
const inputs = [
  ...["package-lock.json", "scripts/bundle.ts", "packages/schema/src/i18n/generated/.made-from"],
  ...["packages/schema/package.json", "packages/schema/src", "apps/api/src"],
];

/** The folder of the API in one file, named by what it was made of: a start loads two files instead of 2,400. */
export const bundles = (root = checkout) => join(root, "apps/api/dist");

/** That folder for the sources as they are; an archive of `npm run release` is no longer changed. */
export const bundleFolder = (root = checkout) =>
  join(bundles(root), existsSync(join(root, "release.json")) ? "released" : inputsHash(root));

/** The file to start; null until one was made of these very sources. */
export function bundled(root = checkout): string | null {
  const file = join(bundleFolder(root), "site.js");
  return existsSync(file) ? file : null;
}

/** True where a machine has room, in bytes, for the maker of one beside a site that runs: it takes 1.1 GB at its peak. */
export const hasRoom = (available = process.availableMemory()) => available > 1.5e9;

function inputsHash(root: string): string {
  const hash = createHash("sha256").update(process.version);
  const add = (path: string) => hash.update(path).update(readFileSync(join(root, path)));
  const addFolder = (path: string) => {
    const inside = readdirSync(join(root, path), { withFileTypes: true });
    for (const entry of inside.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const below = `${path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (entry.name !== "generated") addFolder(below);
      } else if (!entry.name.endsWith(".test.ts")) add(below);
    }
  };
  for (const path of inputs) {
    if (/\/src$/.test(path)) addFolder(path);
    else if (existsSync(join(root, path))) add(path);
  }
  return hash.digest("hex").slice(0, 20);
}
