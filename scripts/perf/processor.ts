import { readFileSync } from "node:fs";
import type { DataSource } from "typeorm";

/** Milliseconds of processor that this process has used, and each process of PostgreSQL that serves the database. */
export async function worked(database: DataSource) {
  const pids = await database.query<{ pid: number }[]>(
    "select pid from pg_stat_activity where datname = current_database() and backend_type <> 'autovacuum worker'",
  );
  const { user, system } = process.cpuUsage();
  return { ours: (user + system) / 1000, theirs: new Map(pids.map(({ pid }) => [pid, workOf(pid)])) };
}

type Worked = Awaited<ReturnType<typeof worked>>;

/** The work between two looks. */
export const between = (before: Worked, after: Worked) => ({
  ours: after.ours - before.ours,
  theirs: [...after.theirs].reduce((sum, [pid, work]) => sum + work - (before.theirs.get(pid) ?? 0), 0),
});

/** Milliseconds that a process of this machine worked; none where nobody says. */
function workOf(pid: number) {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
  } catch {
    return 0;
  }
}
