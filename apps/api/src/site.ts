import { buildWeb } from "./platform/server/build.ts";
import { asked } from "./platform/asked.ts";
import { config } from "./platform/config.ts";
import { startErrorOf } from "./platform/data/startError.ts";
import { createDatabase, embeddedPostgres, freePort } from "./platform/data/postgres.ts";
import { assertPortFree } from "./platform/server/listen.ts";
import { home } from "./platform/folders.ts";
import { log } from "./platform/log.ts";
import { isStopping, onStop, stop } from "./platform/stop.ts";
import { withSourceNames } from "./platform/sourceNames.ts";

async function begin() {
  await assertPortFree(config.host, config.port);
  // Both are begun before the rest of the API is loaded: nothing else of this process goes on meanwhile.
  const address = config.databaseUrl ?? embedded(await freePort());
  const built = config.dev ? undefined : buildWeb();
  const [url] = await Promise.all([prepared(address), built]);
  const { serveSite } = await import("./serving.ts");
  await serveSite(url);
}

/** Address of the database, with its tables. */
async function prepared(address: string | Promise<string>) {
  const [url, { prepare }] = await Promise.all([address, import("./serving.ts")]);
  await prepare(config.directUrl ?? url);
  return url;
}

/** The embedded cluster and its one database; watched from now on. */
async function embedded(free: number) {
  const starting = embeddedPostgres("postgres", {}, home(), free);
  onStop(async () => (await starting.catch(() => null))?.stop());
  const postgres = await starting;
  postgres.watch();
  await createDatabase(postgres.url("postgres"), config.embeddedName);
  return postgres.url(config.embeddedName);
}

/** Serves the site until it is told to stop. */
export function start() {
  asked("npm start -- [--empty]", { dev: { type: "boolean" } });
  // An error that nobody caught ends the process, and Node prints it: with the names of our sources.
  process.on("uncaughtExceptionMonitor", (error) => {
    error.stack = withSourceNames(error.stack);
  });
  for (const name of config.strangers) console.error(`${name} in .env is no setting of the site: it is left aside.`);
  begin().catch((error: unknown) => {
    if (isStopping()) return;
    const sentence = startErrorOf(error, config);
    if (sentence) console.error(sentence);
    else log.error("start", error);
    void stop(1);
  });
}
