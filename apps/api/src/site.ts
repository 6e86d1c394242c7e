import { setTimeout } from "node:timers/promises";
import { createGraphQL, jobs, routes, tables } from "./app.ts";
import { buildWeb, bundleApi, compressWeb } from "./platform/server/build.ts";
import { config } from "./platform/config.ts";
import { assertDurable, assertRecent, migrate, openDatabase } from "./platform/data/database.ts";
import { openReplica } from "./platform/data/replica.ts";
import { assertPortFree, explain } from "./platform/data/explain.ts";
import { serve } from "./platform/server/http.ts";
import { leave } from "./platform/server/leave.ts";
import { log } from "./platform/log.ts";
import { assertSecret } from "./platform/secretMark.ts";
import { createDatabase, embeddedPostgres } from "./platform/data/postgres.ts";
import { runningAt } from "./platform/data/running.ts";
import { onStop, stop } from "./platform/stop.ts";
import { withSourceNames } from "./platform/sourceNames.ts";
import { seedDemo } from "./seed/demo.ts";
import { seedEmpty } from "./seed/empty.ts";
import { welcome } from "./welcome.ts";

async function begin() {
  await assertPortFree(config.host, config.port);
  const [url] = await Promise.all([prepared(), config.dev ? undefined : buildWeb()]);

  const database = await openDatabase(url, tables);
  onStop(() => database.isInitialized && database.destroy());
  const replica = config.replicaUrl ? await openReplica(config.replicaUrl, tables, database) : null;
  onStop(() => replica?.close());
  for (const job of jobs) job(database, config);
  const http = await serve({ graphql: createGraphQL(), database, replica, config, routes });
  onStop(() => leave(http, () => setTimeout(1000)));
  onStop(runningAt(config.origin));
  // Whoever keeps us starts again what has served: scripts/keep.mjs.
  if (!config.dev) process.send?.("serving");
  console.log(await welcome(database, config));
  // Half of what a build takes, so people come first: until then files are served as they are.
  if (config.dev) return;
  await compressWeb(1).catch((error: unknown) => log.error("compress", error));
  await bundleApi().catch((error: unknown) => log.error("bundle", error));
}

/** The embedded cluster and its one database; watched from now on. */
async function embedded() {
  const starting = embeddedPostgres("postgres");
  onStop(async () => (await starting.catch(() => null))?.stop());
  const postgres = await starting;
  postgres.watch();
  await createDatabase(postgres.url("postgres"), config.embeddedName);
  return postgres.url(config.embeddedName);
}

/** A database with its tables, and with the demonstration, once: these may take longer than a request. */
async function prepared() {
  const url = config.databaseUrl ?? (await embedded());
  const database = await openDatabase(config.directUrl ?? url, tables, { patient: true });
  try {
    await assertRecent(database);
    if (process.env.UNSAFE_DATABASE !== "1") await assertDurable(database);
    await migrate(database);
    await assertSecret(database);
    if (config.empty) await seedEmpty(database);
    if (config.demo) await seedDemo(database, { date: config.demoDate });
  } finally {
    await database.destroy();
  }
  return url;
}

/** Serves the site until it is told to stop. */
export function start() {
  // What nobody caught ends the process, told by Node.
  process.on("uncaughtExceptionMonitor", (error) => {
    error.stack = withSourceNames(error.stack);
  });
  begin().catch((error: unknown) => {
    const sentence = explain(error, config);
    if (sentence) console.error(sentence);
    else log.error("start", error);
    void stop(1);
  });
}
