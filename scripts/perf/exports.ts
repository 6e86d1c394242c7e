import { cluster, copyOf, dropCopy, migratedTemplate } from "../../apps/api/test/site/cluster.ts";
import { tables } from "../../apps/api/src/app.ts";
import { exportedOf } from "../../apps/api/src/domain/give/responseFiles/export.queries.ts";
import { type Format, responsesFile, types } from "../../apps/api/src/domain/give/responseFiles/export.files.ts";
import { openData } from "../../apps/api/src/domain/give/openData/open.data.ts";
import { openDatabase } from "../../apps/api/src/platform/data/database.ts";
import { responsesToExport } from "./exports.data.ts";

/**
 * `npm run perf:exports`: what files of 1,000, 10,000 and 50,000 responses to nine questions cost, on a throw-away
 * database: the best and the median time of some rounds, what this process alone computed, megabytes a second, and by how
 * much memory grew while the file was read. `-- csv 10000` measures one format, one number.
 */
const [only, count] = process.argv.slice(2);
const rounds = 7;
const counts = count ? [Number(count)] : [1000, 10_000, 50_000];
const formats = [...Object.keys(types), "open data"].filter((format) => !only || format === only);
const told = { origin: "https://cahier.example.org", address: "", language: "fr", now: new Date() } as const;

const postgres = await cluster();
const admin = postgres.url("postgres");
const url = await copyOf(await migratedTemplate(postgres), admin);
const patient = await openDatabase(url, tables, { patient: true });
const slugs = await responsesToExport(patient, counts);
await patient.destroy();
// As the site asks: with two seconds for a statement.
const database = await openDatabase(url, tables);
try {
  console.log("responses  format          best  median     cpu     MB   MB/s  heap+ (MB)  rss+ (MB)");
  for (const format of formats) for (const [responses, slug] of slugs) await measure(format, responses, slug);
} finally {
  await database.destroy();
  await dropCopy(url, admin);
  await postgres.stop();
}

async function measure(format: string, responses: number, slug: string) {
  const times: number[] = [];
  const computed: number[] = [];
  let bytes = 0;
  let memory = { heap: 0, rss: 0 };
  for (let round = 0; round < rounds; round++) {
    const watched = watch();
    const before = process.cpuUsage();
    const began = performance.now();
    bytes = 0;
    for await (const chunk of await file(format, slug)) bytes += (chunk as Buffer).length;
    times.push(performance.now() - began);
    const { user, system } = process.cpuUsage(before);
    computed.push((user + system) / 1000);
    memory = watched();
  }
  const best = Math.min(...times);
  const cells = [
    String(responses).padStart(9),
    format.padEnd(13),
    ...[best, middle(times), middle(computed)].map((ms) => ms.toFixed(0).padStart(7)),
    (bytes / 1e6).toFixed(1).padStart(6),
    (bytes / 1000 / best).toFixed(1).padStart(6),
    memory.heap.toFixed(0).padStart(11),
    memory.rss.toFixed(0).padStart(10),
  ];
  console.log(cells.join(" "));
}

async function file(format: string, slug: string) {
  const exported = (await exportedOf(database.manager, slug))!;
  if (format === "open data") return openData(database.manager, exported, told);
  return responsesFile(database.manager, exported, { ...told, format: format as Format });
}

function middle(numbers: number[]) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}

/** Looks at memory every ten milliseconds from now on; by how much it grew at most, in megabytes, when asked. */
function watch() {
  globalThis.gc?.();
  const before = process.memoryUsage();
  const most = { heap: 0, rss: 0 };
  const look = () => {
    const { heapUsed, rss } = process.memoryUsage();
    most.heap = Math.max(most.heap, heapUsed - before.heapUsed);
    most.rss = Math.max(most.rss, rss - before.rss);
  };
  const timer = setInterval(look, 10);
  return () => {
    clearInterval(timer);
    look();
    return { heap: most.heap / 1e6, rss: most.rss / 1e6 };
  };
}
