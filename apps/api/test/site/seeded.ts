import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { dayOf } from "../../src/platform/day.ts";
import { connected } from "../../src/platform/data/postgres.ts";
import { demoDay } from "../../src/seed/demo/clock.ts";

/**
 * A database with the demonstration, made from a migrated one by the first test that needs it: again when the content
 * changes, and every day, since its dates follow today.
 */
export async function seededFrom(migrated: string, admin: string, date = demoDay): Promise<string> {
  const today = dayOf(new Date()).replaceAll("-", "");
  const name = `seeded_${today}_${fingerprint(migrated + date)}`;
  const unfinished = `${name}_unfinished`;
  await connected(admin, async (client) => {
    await client.query("select pg_advisory_lock(714)"); // ends with the connection
    const sql = "select datname from pg_database where datname like 'seeded%'";
    const there = (await client.query<{ datname: string }>(sql)).rows.map(({ datname }) => datname);
    if (there.includes(name)) return;
    for (const old of there.filter((it) => it === unfinished || !it.startsWith(`seeded_${today}`)))
      await client.query(`drop database ${pg.escapeIdentifier(old)} with (force)`);
    await client.query(`create database ${unfinished} template ${migrated}`);
    // A template that is there already loads no room: a site for stories begins the sooner.
    const [{ tables }, { openDatabase }, { seedDemo }] = await Promise.all([
      import("../../src/app.ts"),
      import("../../src/platform/data/database.ts"),
      import("../../src/seed/demo.ts"),
    ]);
    const database = await openDatabase(admin.replace(/[^/]+$/, unfinished), tables, { patient: true });
    await seedDemo(database, { date });
    await database.query("analyze");
    await database.destroy();
    await client.query(`alter database ${unfinished} rename to ${name}`);
  });
  return name;
}

const source = fileURLToPath(new URL("../../src/seed/", import.meta.url));

/** Digest of the sources of the demonstration. */
function fingerprint(salt: string) {
  const hash = createHash("sha256").update(salt);
  for (const file of globSync("**/*.{ts,json,md}", { cwd: source }).toSorted())
    hash.update(file).update(readFileSync(source + file));
  return hash.digest("hex").slice(0, 12);
}
