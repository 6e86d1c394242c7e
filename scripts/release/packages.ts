import { existsSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";

interface Manifest {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

const manifestIn = (folder: string) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;

/**
 * Folders of the packages that some workspaces need to run, as Node finds them from there: nothing that builds, checks
 * or tests. What a package asks for only where it is there is left out where it is not.
 */
export function packagesFor(root: string, workspaces: string[]): string[] {
  const found = new Set<string>();
  const take = (from: string, name: string) => {
    const folder = resolved(root, from, name);
    if (!folder || found.has(folder)) return;
    found.add(folder);
    needs(folder);
  };
  const needs = (folder: string) => {
    const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = manifestIn(folder);
    const peers = Object.keys(peerDependencies ?? {}).filter((name) => !peerDependenciesMeta?.[name]?.optional);
    const all = [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers];
    for (const name of all) take(folder, name);
  };
  for (const workspace of workspaces) needs(join(root, workspace));
  return [...found].toSorted();
}

/** The folder of a package as Node looks for it: beside whoever asks, then ever further up. */
function resolved(root: string, from: string, name: string): string | null {
  for (let at = from; at.length >= root.length - 1; at = dirname(at)) {
    const folder = join(at, "node_modules", name);
    // A workspace is no package: it comes with the sources.
    if (existsSync(join(folder, "package.json"))) return name.startsWith("@cahier/") ? null : folder;
    if (at + sep === root || at === root) return null;
  }
  return null;
}
