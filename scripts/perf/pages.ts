import { parseArgs } from "node:util";
import type pg from "pg";
import { linksOf, travel, type Travelled, walk } from "./walk.ts";

/**
 * `npm run perf`: what each public page costs on the database of this checkout, as it stands; `npm run perf -- ORIGIN`:
 * on a site that runs. Milliseconds to make it and to give it again, processor of its HTML alone from answers that are
 * there, statements, kilobytes compressed.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { times: { type: "string", default: "20" }, renders: { type: "string", default: "0" } },
});
const times = Math.max(1, Math.min(Number(values.times) || 20, 200));

/** Addresses that no walk along the links meets: words of all kinds, filters together, a page far down. */
const asked = [
  "?q=les transports",
  "?q=l’épargne",
  "?q=faire",
  "?q=xylophone",
  "?q=les",
  "?q=producteur&territory=bretagne",
  "?territory=finistere",
  "?territory=bretagne-2012",
  "?channel=PAPER",
  "?sector=ENERGY",
  "?channel=ONLINE&sector=FOOD&objective=objectif-2",
].map((search) => encodeURI(`/contributions${search}`));

const site = positionals[0]
  ? { origin: new URL(positionals[0]).origin, statements: undefined, pages: undefined, end: async () => {} }
  : await ours();
try {
  const walked = await walk(site.origin, 3, ["/"], (path) => !/^\/(en|demo)(\/|$)/.test(path));
  const kinds = Map.groupBy(walked, ({ kind }) => kind);
  const far = await deep(8);
  const rows = [...kinds.values()].map((pages) => pages.toSorted((a, b) => b.bytes - a.bytes)[0]!);
  console.log("   made: p50    p95   again    HTML  statements     KB");
  for (const page of [...rows, ...(await Promise.all([...asked, far].map((path) => travel(site.origin, path))))])
    console.log(await measure(page));
  await remember(Number(values.renders));
} finally {
  await site.end();
}
process.exit();

async function measure({ path, bytes, status, type }: Travelled) {
  // A production in HTML is a file that pages offer, as in other formats.
  const isPage = type.startsWith("text/html") && !path.endsWith(".html");
  // A site that runs keeps its pages: there only files are made each time.
  const make = isPage ? site.pages?.make : () => travel(site.origin, path);
  const made: number[] = [];
  let statements = 0;
  for (let time = make ? times : 0; time > 0; time--) {
    const before = site.statements?.() ?? 0;
    const began = performance.now();
    await make!(path);
    made.push(performance.now() - began);
    statements = (site.statements?.() ?? 0) - before;
  }
  const again: number[] = [];
  await travel(site.origin, path);
  for (let time = 0; time < times; time++) again.push((await travel(site.origin, path)).ms);
  const html = isPage ? await site.pages?.html(path, times) : undefined;
  const cells = [cell(at(made, 0.5), 12), cell(at(made, 0.95), 6), cell(at(again, 0.5), 7), cell(html, 7)];
  cells.push(String(site.statements ? statements : "–").padStart(11), cell(bytes / 1000, 6));
  return `${cells.join(" ")}  ${decodeURI(path)}${status === 200 ? "" : ` (${status})`}`;
}

function cell(figure: number | undefined, width: number) {
  return (figure?.toFixed(1) ?? "–").padStart(width);
}

function at(sorted: number[], share: number): number | undefined {
  return sorted.toSorted((a, b) => a - b)[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** The address of the contributions so many pages down. */
async function deep(pages: number) {
  let path = "/contributions";
  for (let page = 0; page < pages; page++) {
    const { html } = await travel(site.origin, path);
    path = linksOf(html).find((link) => link.startsWith("/contributions?after=")) ?? path;
  }
  return path;
}

/** Measures memory after this many page renders, one thousand at a time. */
async function remember(renders: number) {
  if (!renders) return;
  for (let made = 0; made <= renders; made++) {
    if (made % 1000 === 0) {
      globalThis.gc?.();
      console.log(`${made} pages made: ${(process.memoryUsage().heapUsed / 1e6).toFixed(0)} MB in use`);
    }
    await (site.pages ? site.pages.make("/contributions") : travel(site.origin, "/contributions"));
  }
}

/** A second site on this checkout's database, in this process, so that its statements can be counted. */
async function ours() {
  process.env.NODE_ENV = "production";
  process.env.LOG = "errors";
  const { Client } = (await import("pg")).default;
  const { createGraphQL, routes, tables } = await import("../../apps/api/src/app.ts");
  const { buildWeb, compressWeb } = await import("../../apps/api/src/platform/server/build.ts");
  const { config } = await import("../../apps/api/src/platform/config.ts");
  const { openDatabase } = await import("../../apps/api/src/platform/data/database.ts");
  const { pageMaker } = await import("./html.ts");
  const { createHttp } = await import("../../apps/api/src/platform/server/http.ts");
  const { embeddedPostgres } = await import("../../apps/api/src/platform/data/postgres.ts");

  let sent = 0;
  const { query } = Client.prototype;
  Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
    sent++;
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof query;

  await buildWeb();
  await compressWeb();
  const postgres = config.databaseUrl ? null : await embeddedPostgres("postgres");
  const database = await openDatabase(config.databaseUrl ?? postgres!.url("cahier"), tables);
  const graphql = createGraphQL();
  const app = await createHttp({ graphql, database, config, routes });
  return {
    origin: await app.listen({ host: "127.0.0.1", port: 0 }),
    statements: () => sent,
    pages: pageMaker(graphql, database),
    async end() {
      await app.close();
      await database.destroy();
      await postgres?.stop();
    },
  };
}
