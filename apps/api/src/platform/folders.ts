import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const checkout = fileURLToPath(new URL("../../../..", import.meta.url));

/** PostgreSQL refuses to run as root, and whoever it runs as may not be able to enter root's folders. */
export const asRoot = process.getuid?.() === 0;

/** Folder that the machine keeps for what root runs, for all checkouts. */
export const shared = "/var/lib/cahier-commun";

/** Folder of what outlives a stop of this checkout, the embedded database and the secret: `DATA_FOLDER` where it is set. */
export function home() {
  const ours = asRoot
    ? join(shared, createHash("sha256").update(checkout).digest("hex").slice(0, 12))
    : join(checkout, "var");
  const folder = process.env.DATA_FOLDER ? resolve(process.env.DATA_FOLDER) : ours;
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}
