// The stamp of the catalogues, read before anything is installed as by everybody after: the functions are made again when one changes.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
// Beside what was made: they go together.
const stamp = join(root, "packages/schema/src/i18n/generated/.made-from");

/** A hash of the catalogues, and of how they become functions. */
export function cataloguesHash() {
  const folder = join(root, "packages/schema/src");
  const hash = createHash("sha256");
  for (const file of ["apps/web/i18n.config.ts", "scripts/messages.ts", "scripts/groupedCounts.ts"])
    hash.update(readFileSync(join(root, file)));
  const catalogues = readdirSync(folder, { recursive: true }).filter((name) => /\.(fr|en)\.json$/.test(name));
  for (const name of catalogues.sort((a, b) => (a < b ? -1 : 1)))
    hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest("hex");
}

export const areMade = (hash) =>
  existsSync(join(root, "packages/schema/src/i18n/generated/messages.js")) &&
  existsSync(stamp) &&
  readFileSync(stamp, "utf8") === hash;

export function keepStamp(hash) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}
