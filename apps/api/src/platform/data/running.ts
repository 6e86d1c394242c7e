import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { home } from "../folders.ts";

const file = () => join(home(), "running");

/** Leaves word of where the site is reached, for the commands that print a link; answers with what takes it back. */
export function runningAt(origin: string) {
  const note = `${process.pid} ${origin}`;
  writeFileSync(file(), note);
  return () => {
    // Another site may have taken its place, or whoever tries things out may have cleared it all away.
    if (existsSync(file()) && readFileSync(file(), "utf8") === note) rmSync(file());
  };
}

/** Origin of the running site of this checkout; null when it does not run. */
export function runningOrigin(): string | null {
  try {
    const [pid, origin] = readFileSync(file(), "utf8").split(" ");
    process.kill(Number(pid), 0);
    return origin!;
  } catch {
    return null;
  }
}
