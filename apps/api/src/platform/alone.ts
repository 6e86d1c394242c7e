import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";

/** Milliseconds after which a process that did not say it was still there is gone: a machine may have restarted. */
const patience = 180_000;

/**
 * Does something that no other process of this checkout does at the same time: others wait for their turn. The file names
 * the process that is at it; only one can make it, and one left by a process that died is taken away.
 */
export async function alone<Done>(file: string, act: () => Promise<Done>): Promise<Done> {
  mkdirSync(dirname(file), { recursive: true });
  while (!taken(file)) if (!leftBehind(file)) await setTimeout(100);
  const here = setInterval(() => stillHere(file), patience / 6).unref();
  try {
    return await act();
  } finally {
    clearInterval(here);
    rmSync(file, { force: true });
  }
}

function stillHere(file: string) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Somebody cleared the folder: the work goes on.
  }
}

function taken(file: string) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Takes away a file whose process is gone; true if one may try again at once. */
function leftBehind(file: string) {
  try {
    const holder = readFileSync(file, "utf8");
    if (isAtWork(holder, statSync(file).mtimeMs)) return false;
    // Moved first: if another process took its turn meanwhile, it is given back.
    const moved = `${file}-left-${process.pid}`;
    renameSync(file, moved);
    if (readFileSync(moved, "utf8") !== holder) linkSync(moved, file);
    rmSync(moved);
  } catch {
    // It was just taken away.
  }
  return true;
}

function isAtWork(holder: string, lastSeen: number) {
  if (Date.now() - lastSeen > patience) return false;
  // It is being written.
  if (!holder) return true;
  try {
    return process.kill(Number(holder), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
