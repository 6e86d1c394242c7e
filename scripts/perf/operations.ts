import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import pg from "pg";
import type { DataSource } from "typeorm";
import { createGraphQL, tables } from "../../apps/api/src/app.ts";
import { foldPairs, foldReaders, foldTally, foldTexts } from "../../apps/api/src/domain/ground/tally/tally.writes.ts";
import { createContext } from "../../apps/api/src/platform/context.ts";
import { migrate, openDatabase } from "../../apps/api/src/platform/data/database.ts";
import { type Viewer, visitor } from "../../apps/api/src/platform/viewer.ts";
import { nameOf, perfCluster } from "./data.database.ts";
import { type Operation, operations } from "./operations.documents.ts";
import { subjectsIn } from "./operations.subjects.ts";
import { between, worked } from "./processor.ts";

/**
 * `npm run perf:operations -- [--scales 0.1,1] [--only NAME,…] [--rounds 20] [--names]`: each query that the site sends, and a send, on
 * the databases that `perf:data` made, in turn: processor of the API and of PostgreSQL apart, statements, p50 and p99, then
 * how the processor grows from the first scale to the last. Two seconds or more is refused, as on a site.
 */
const { values } = parseArgs({
  options: {
    scales: { type: "string", default: "0.1,1" },
    only: { type: "string", default: "" },
    rounds: { type: "string", default: "20" },
    names: { type: "boolean", default: false },
  },
});
const scales = values.scales.split(",").map(Number);
const rounds = Math.max(3, Number(values.rounds));
const only = values.only.split(",").filter(Boolean);

/** Cost of an operation at one scale. */
interface Cost {
  ours: number;
  theirs: number;
  /** Characters of the answer. */
  length: number;
  failed: string;
}

/** A database, what may be asked there, and what each operation costs. */
interface Site {
  scale: number;
  database: DataSource;
  subjects: Awaited<ReturnType<typeof subjectsIn>>;
  costs: Map<string, Cost>;
}

interface Asking {
  site: Site;
  variables: () => object;
  viewer: Viewer;
}

interface Measured extends Asking {
  works: number[][];
  times: number[];
  failed: string;
  /** Times that it is asked in each part. */
  often: number;
  statements?: number;
  length?: number;
}

let sent: string[] = [];
const { query } = pg.Client.prototype;
pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
  const [first] = args as [string | { name?: string; text: string }];
  sent.push(typeof first === "string" ? first : (first.name ?? first.text));
  return (query as (...all: unknown[]) => unknown).apply(this, args);
} as typeof query;

const postgres = await perfCluster();
const graphql = createGraphQL();
/** Parts that the rounds of an operation are asked in, by turns at each scale: the cheapest is what it costs on a quiet machine. */
const parts = 5;

/** Milliseconds that a part takes at least, on a quiet machine. */
const shortest = 60;

/** Rounds before what is measured: a connection plans a statement anew the first five times, and a request takes several. */
const warming = 12;

const sites: Site[] = [];
for (const scale of scales) {
  const url = postgres.url(nameOf(scale));
  const patient = await openDatabase(url, tables, { patient: true });
  await migrate(patient);
  // As the jobs of a site do each minute: sends of earlier measures left lines that nobody folded.
  for (const fold of [foldTally, foldTexts, foldReaders, foldPairs]) await fold(patient.manager);
  await patient.query(
    "vacuum (analyze) tally, text_tally, reader_tally, pair_tally, recent_text, hold, response, reaction",
  );
  await patient.destroy();
  const database = await openDatabase(url, tables);
  sites.push({ scale, database, subjects: await subjectsIn(database), costs: new Map() });
  const [memory] = await database.query<{ told: string }[]>(
    "select pg_size_pretty(pg_database_size(current_database())) || ' behind shared_buffers of ' || current_setting('shared_buffers') as told",
  );
  console.log(`scale ${scale}: ${memory!.told}`);
}
console.log("processor of API + PostgreSQL, statements, p50, p99, at each scale");
await measureAll();
for (const { database } of sites) await database.destroy();
if (scales.length > 1) tellGrowth();
await postgres.stop();
process.exit();

async function measureAll() {
  const asked = (name: string) => only.length === 0 || only.includes(name);
  for (const operation of operations().values()) {
    if (operation.kind !== "query" || !asked(operation.name)) continue;
    const asking = sites.flatMap((site) => {
      const variables = site.subjects.variablesOf(operation);
      const viewer = site.subjects.isTeams(operation) ? site.subjects.team : visitor;
      return variables ? [{ site, variables: () => variables, viewer }] : [];
    });
    await measure(operation, asking);
  }
  const send = operations().get("SubmitResponse");
  if (!send || !asked(send.name)) return;
  const asking = sites.map((site) => ({
    site,
    variables: () => ({ input: site.subjects.response() }),
    viewer: visitor,
  }));
  await measure(send, asking);
}

async function measure(operation: Operation, asking: Asking[]) {
  const measures = asking.map((it): Measured => ({ ...it, works: [], times: [], failed: "", often: 1 }));
  for (const it of measures) {
    const took: number[] = [];
    for (let round = 0; round < warming && !it.failed; round++) {
      const began = performance.now();
      it.failed = await act(operation, it);
      took.push(performance.now() - began);
    }
    // A quick operation is asked more often: a short part tells of the machine more than of the site.
    const once = took.toSorted((a, b) => a - b)[Math.floor(took.length / 4)]!;
    const least = Math.ceil(rounds / parts);
    it.often = Math.min(10 * least, Math.max(least, Math.ceil(shortest / once)));
  }
  sent = [];
  for (let part = 0; part < parts; part++)
    for (const it of part % 2 ? measures.toReversed() : measures) await measurePart(operation, it);
  const { name } = operation;
  if (values.names)
    console.log(`${name}: ${[...new Set(sent)].map((text) => text.slice(0, 90).replaceAll(/\s+/g, " ")).join(" · ")}`);
  for (const { site, works, times, failed, statements = 0, length = 0 } of measures) {
    const [ours, theirs] = works.toSorted(([a, b], [c, d]) => a! + b! - c! - d!)[0] as [number, number];
    const sorted = times.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
    site.costs.set(name, { ours, theirs, length, failed });
    const cells = [ours, theirs].map((ms) => ms.toFixed(1).padStart(7)).join(" +") + " ms";
    console.log(
      `${name.padEnd(30)} ${String(site.scale).padEnd(4)}${cells} ${String(statements).padStart(4)} ${at(0.5).toFixed(1).padStart(8)} ${at(0.99).toFixed(1).padStart(8)}${failed ? `  ${failed}` : ""}`,
    );
  }
}

async function measurePart(operation: Operation, it: Measured) {
  const count = it.failed ? 1 : it.often;
  const before = await worked(it.site.database);
  const sentBefore = sent.length;
  let done = 0;
  const start = performance.now();
  while (done < count) {
    const began = performance.now();
    it.failed = (await act(operation, it)) || it.failed;
    it.times.push(performance.now() - began);
    done += 1;
    // Operations that took long each time; one that waited for the machine is no reason.
    if (performance.now() - start > 500 * done) break;
  }
  it.statements = Math.round((sent.length - sentBefore) / done);
  const { ours, theirs } = between(before, await worked(it.site.database));
  it.works.push([ours / done, theirs / done]);
}

/** Asks once; answers with what failed, or nothing. The length of the answer is kept the first time. */
async function act(operation: Operation, measured: Measured) {
  const { site, variables: given, viewer } = measured;
  const contextValue = createContext(site.database, { viewer, device: randomUUID });
  const asked = { query: operation.text, variables: given() as Record<string, unknown> };
  const { body } = await graphql.executeOperation(asked, { contextValue });
  const { errors, data } = (body as { singleResult: { errors?: { message: string }[]; data?: any } }).singleResult;
  measured.length ??= JSON.stringify(data ?? null).length;
  const problem = Object.values(data ?? {}).find((it: any) => it?.problems?.length > 0) as any;
  return errors?.[0]?.message ?? (problem ? JSON.stringify(problem.problems) : "");
}

/** Growth of the processor of PostgreSQL, and of both, from the first scale to the last: the most first. */
function tellGrowth() {
  const [first, last] = [sites[0]!.costs, sites.at(-1)!.costs];
  const rows = [...last].flatMap(([name, now]) => {
    const was = first.get(name);
    if (!was) return [];
    const all = (cost: Cost) => cost.ours + cost.theirs;
    return [{ name, was, now, growth: (all(now) + 0.5) / (all(was) + 0.5), told: now.length / was.length }];
  });
  console.log(`\nGrowth of the processor from scale ${scales[0]} to ${scales.at(-1)}, API and PostgreSQL together:`);
  for (const { name, was, now, growth, told } of rows.toSorted((a, b) => b.growth - a.growth))
    console.log(
      `${growth.toFixed(2).padStart(7)} × ${name.padEnd(30)} ${(was.ours + was.theirs).toFixed(1).padStart(8)} → ${(now.ours + now.theirs).toFixed(1).padStart(8)} ms${told > 1.3 ? `  tells ${told.toFixed(1)} times as much` : ""}${now.failed ? `  ${now.failed}` : ""}`,
    );
  const past = rows.filter(({ growth }) => growth > 1.3);
  console.log(
    `${past.length} of ${rows.length} operations grow by more than 1.3, ${past.filter(({ told }) => told > 1.3).length} of them tell more, as of more groups; ${rows.filter(({ now }) => now.failed).length} fail.`,
  );
}
