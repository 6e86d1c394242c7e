import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import { access, mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Misconfigured } from "./config.ts";

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
  try {
    made(folder);
    accessSync(join(folder, "/"), writable);
  } catch (error) {
    throw unusable(process.env.DATA_FOLDER ? `DATA_FOLDER=${folder}` : folder, error);
  }
  return folder;
}

/** Makes a folder with those above it, one by one: `recursive` of Node never ends where none can be made, as in /proc. */
function made(folder: string) {
  if (existsSync(folder)) return;
  if (!existsSync(dirname(folder))) made(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o755 });
  } catch (error) {
    // Another process made it meanwhile.
    if (codeOf(error) !== "EEXIST") throw error;
  }
}

/**
 * Makes a folder that may be on the disk of another machine, while whoever else asks something is answered. `named` begins
 * the sentence that says why nothing can be written there.
 */
export async function makeFolder(folder: string, named: string, mode: number) {
  try {
    await madeInTurn(resolve(folder), mode);
    await access(join(folder, "/"), writable);
  } catch (error) {
    throw unusable(named, error);
  }
}

async function madeInTurn(folder: string, mode: number): Promise<void> {
  const trouble = await mkdir(folder, { mode }).then(() => null, codeOf);
  if (trouble === null || trouble === "EEXIST") return;
  const above = dirname(folder);
  const isAlone = await access(above).then(
    () => false,
    () => above !== folder,
  );
  if (isAlone) await madeInTurn(above, mode);
  await mkdir(folder, { mode });
}

const writable = constants.W_OK | constants.X_OK;

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

const reasons: Record<string, string> = {
  ENOENT: "no folder can be made there",
  ENOTDIR: "a file stands in its place, or in the way",
  EEXIST: "a file stands in its place, or in the way",
  EACCES: "it is closed to the account that runs this: give it the right to read and write there",
  EPERM: "it is closed to the account that runs this: give it the right to read and write there",
  EROFS: "nothing may be written there: the disk is mounted so, or a service may write in ReadWritePaths alone",
  ENOSPC: "its disk is full",
  EDQUOT: "its disk is full",
};

/** Why a folder can't be used, in a sentence; what is none of a folder as it is. */
function unusable(named: string, error: unknown) {
  const code = codeOf(error);
  return code ? new Misconfigured(`${named} can't be written in: ${reasons[code] ?? code}.`, { cause: error }) : error;
}
