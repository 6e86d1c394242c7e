import pg from "pg";
import type { DataSource } from "typeorm";
import { tables } from "../../apps/api/src/app.ts";
import { foldPairs, foldReaders, foldTally, foldTexts } from "../../apps/api/src/domain/ground/tally/tally.writes.ts";
import { countStems } from "../../apps/api/src/domain/tell/search/stems.writes.ts";
import { config } from "../../apps/api/src/platform/config.ts";
import { migrate, openDatabase } from "../../apps/api/src/platform/data/database.ts";
import { connected, embeddedPostgres } from "../../apps/api/src/platform/data/postgres.ts";
import { seedDemo } from "../../apps/api/src/seed/demo.ts";
import { groupsAndPoints, meetings, proposals, reactions, versionUnderWay } from "./data.above.ts";
import { countedLater, verified, wordsLater } from "./data.later.ts";
import { readings, responses, texts } from "./data.voices.ts";

/** Database of a scale, on the cluster of the site. */
export const nameOf = (scale: number) => `perf_${String(scale).replace(".", "_")}`;

/** A statement of the data maker, with its values. */
export type Run = (text: string, values?: unknown[]) => Promise<unknown[]>;

/** A quantity at scale 1, at this scale. */
export type Many = (atOne: number) => number;

/** The cluster of this checkout, or the one that DATABASE_URL names. */
export async function perfCluster() {
  if (!config.databaseUrl) return embeddedPostgres("postgres");
  const url = (database: string) => config.databaseUrl!.replace(/[^/]+$/, database);
  return { url, stop: async () => {} };
}

/** Makes the database of a scale, in place of the one before, and says how long each part took. */
export async function makeData(scale: number) {
  const postgres = await perfCluster();
  const name = nameOf(scale);
  await connected(postgres.url("postgres"), async (client) => {
    await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
    await client.query(`create database ${pg.escapeIdentifier(name)}`);
    // The hash that counts two million rows is held in memory: on the disk each is looked for among all.
    await client.query(`alter database ${pg.escapeIdentifier(name)} set work_mem = '512MB'`);
  });
  const database = await openDatabase(postgres.url(name), tables, { patient: true });
  await migrate(database);
  await seedDemo(database);
  const run: Run = (text, values) => database.query(text, values);
  const many: Many = (atOne) => Math.max(1, Math.round(atOne * scale));
  const timed = async (what: string, work: () => Promise<unknown>) => {
    const began = performance.now();
    await work();
    console.log(`${what.padEnd(12)} ${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s`);
  };
  const words = await wordsLater(database);
  const { counted, indexed } = await countedLater(database);
  await timed("responses", () => responses(run, many));
  await timed("texts", () => texts(run, many));
  await timed("groups", () => groupsAndPoints(run, many));
  await timed("readings", () => readings(run));
  await timed("proposals", () => proposals(run, many));
  await timed("meetings", () => meetings(run, many));
  await timed("reactions", () => reactions(run, many));
  await timed("synthesis", () => versionUnderWay(run));
  await timed("analysed", () => run("analyze"));
  await timed("words", words);
  await timed("counted", counted);
  await timed("indexed", indexed);
  // As a site does each minute.
  await timed("folded", async () => {
    await foldTally(database.manager);
    await foldTexts(database.manager);
    await foldReaders(database.manager);
    await foldPairs(database.manager);
  });
  // A site never has so many lines at once: it leaves no such room.
  await timed("packed", () => run("vacuum (full) tally, text_tally, reader_tally, pair_tally"));
  await timed("analysed", () => run("vacuum (analyze)"));
  await timed("stems", () => countStems(database.manager));
  await timed("verified", () => verified(database));
  await run(`alter database ${pg.escapeIdentifier(name)} reset work_mem`);
  await say(database);
  await database.destroy();
  await postgres.stop();
}

async function say(database: DataSource) {
  const counted = ["contribution", "response", "answer", "reading", "passage", "key_point", "key_point_passage"];
  counted.push("working_group", "proposal", "statement_passage", "reaction", "meeting", "journal_entry");
  const parts = counted.map((table) => `(select count(*)::int from "${table}") as "${table}"`);
  const [row] = await database.query<[Record<string, number>]>(`select ${parts.join(", ")}`);
  for (const [table, rows] of Object.entries(row)) console.log(`${String(rows).padStart(10)} ${table}`);
}
