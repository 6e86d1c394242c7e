import { setTimeout } from "node:timers/promises";
import type { DataSource } from "typeorm";
import { createGraphQL, jobs, routes, tables } from "./app.ts";
import { bundleApi, compressWeb } from "./platform/server/build.ts";
import { backupKeyOf } from "./platform/backup/archive.ts";
import { config, Misconfigured } from "./platform/config.ts";
import { serves } from "./platform/data/alone.ts";
import { assertDurable, assertRecent, migrate, openDatabase, type Tables } from "./platform/data/database.ts";
import { openReplica } from "./platform/data/replica.ts";
import { first } from "./platform/server/firstPages.ts";
import { serve } from "./platform/server/http.ts";
import { shutDown } from "./platform/server/gracefulShutdown.ts";
import { log } from "./platform/log.ts";
import { assertSecret } from "./platform/secretMark.ts";
import { runningAt } from "./platform/data/running.ts";
import { onStop } from "./platform/stop.ts";
import { inUse, seedDemo } from "./seed/demo.ts";
import { seedEmpty } from "./seed/empty.ts";
import { welcome } from "./welcome.ts";

/** Gives a database its tables, and the demonstration, once: these may take longer than a request. */
export async function prepare(url: string) {
  if (config.backupKey)
    await backupKeyOf(config.backupKey).catch(({ message }: Error) => {
      throw new Misconfigured(`BACKUP_KEY: ${message}`);
    });
  onStop(await serves(url));
  // The checks of each start name no table to TypeORM, which would take a while to learn all of them.
  const found = await opened(url, { ...tables, entities: [] }, async (database) => {
    await assertRecent(database);
    if (process.env.UNSAFE_DATABASE !== "1") await assertDurable(database);
    await migrate(database);
    await assertSecret(database);
    return inUse(database);
  });
  if (!config.empty && (!config.demo || found)) return;
  await opened(url, tables, async (database) => {
    if (config.empty) await seedEmpty(database);
    if (config.demo) await seedDemo(database, { date: config.demoDate });
  });
}

async function opened<Answer>(url: string, known: Tables, work: (database: DataSource) => Promise<Answer>) {
  const database = await openDatabase(url, known, { patient: true });
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
}

/** Answers from the database at this address, until the process is told to stop. */
export async function serveSite(url: string) {
  const database = await openDatabase(url, tables);
  onStop(() => database.isInitialized && database.destroy());
  const replica = config.replicaUrl ? await openReplica(config.replicaUrl, tables, database) : null;
  onStop(() => replica?.close());
  for (const job of jobs) job(database, config);
  const http = await serve({ graphql: createGraphQL(), database, replica, config, routes });
  onStop(() => shutDown(http, () => setTimeout(1000)));
  onStop(runningAt(config.origin));
  // scripts/keep.mjs starts a process again only if it has served.
  if (!config.dev) process.send?.("serving");
  console.log(await welcome(database, config));
  // Half of what a build takes, so people come first: until then files are served as they are.
  if (config.dev) return;
  await http.inject({ url: "/readyz", headers: first });
  await compressWeb(1).catch((error: unknown) => log.error("compress", error));
  await bundleApi().catch((error: unknown) => log.error("bundle", error));
}
