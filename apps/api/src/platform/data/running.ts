import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { home } from "../folders.ts";

const file = () => join(home(), "running");

/** Notes the address of the running site, for commands that print a link. Answers with a function that removes the note. */
export function runningAt(origin: string, pid = process.pid) {
  const note = `${pid} ${origin}`;
  writeFileSync(file(), [...notes(), note].join("\n"));
  return () => {
    const others = notes().filter((one) => one !== note);
    if (others.length > 0) writeFileSync(file(), others.join("\n"));
    else rmSync(file(), { force: true });
  };
}

/** Origin of the running site of this checkout; null when it does not run. */
export function runningOrigin(): string | null {
  return notes().at(-1)?.split(" ")[1] ?? null;
}

/** The notes of the processes that run, the last to have started last. */
const notes = () => (existsSync(file()) ? readFileSync(file(), "utf8").split("\n").filter(lives) : []);

function lives(note: string) {
  try {
    return process.kill(Number(note.split(" ")[0]), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
