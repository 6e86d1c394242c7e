import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";

/** Milliseconds after which a lock that nobody refreshed is stale: its process is gone, or the machine restarted. */
const staleAfter = 180_000;

/**
 * Runs `act` while holding a lock file: other processes of this checkout wait for their turn. The file names the process
 * that holds it; only one can create it, and one whose process died is removed.
 */
export async function withFileLock<Done>(file: string, act: () => Promise<Done>): Promise<Done> {
  mkdirSync(dirname(file), { recursive: true });
  while (!acquire(file)) if (!removeStale(file)) await setTimeout(100);
  const here = setInterval(() => refresh(file), staleAfter / 6).unref();
  try {
    return await act();
  } finally {
    clearInterval(here);
    rmSync(file, { force: true });
  }
}

function refresh(file: string) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Somebody cleared the folder: the work goes on.
  }
}

function acquire(file: string) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Removes the lock of a process that is gone; true if one may try again at once. */
function removeStale(file: string) {
  try {
    const holder = readFileSync(file, "utf8");
    if (isHeld(holder, statSync(file).mtimeMs)) return false;
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

function isHeld(holder: string, lastSeen: number) {
  if (Date.now() - lastSeen > staleAfter) return false;
  // It is being written.
  if (!holder) return true;
  try {
    return process.kill(Number(holder), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
