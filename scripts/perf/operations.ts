import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import pg from "pg";
import type { DataSource } from "typeorm";
import { createGraphQL, tables } from "../../apps/api/src/app.ts";
import { createContext } from "../../apps/api/src/platform/context.ts";
import { migrate, openDatabase } from "../../apps/api/src/platform/data/database.ts";
import { type Viewer, visitor } from "../../apps/api/src/platform/viewer.ts";
import { nameOf, perfCluster } from "./data.database.ts";
import { type Operation, operations } from "./operations.documents.ts";
import { subjectsIn } from "./operations.subjects.ts";
import { between, worked } from "./processor.ts";

/**
 * `npm run perf:operations -- [--scales 0.1,1] [--only NAME,…] [--rounds 20] [--names]`: each query that the site sends, and a send, on
 * the databases that `perf:data` made: processor of the API and of PostgreSQL apart, statements, p50 and p99, then how the
 * processor grows from the first scale to the last. Two seconds or more is refused, as on a site.
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
  statements: number;
  p50: number;
  p99: number;
  failed: string | null;
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
const costs: Map<string, Cost>[] = [];
for (const scale of scales) {
  const url = postgres.url(nameOf(scale));
  const patient = await openDatabase(url, tables, { patient: true });
  await migrate(patient);
  await patient.destroy();
  const database = await openDatabase(url, tables);
  console.log(`scale ${scale}: processor of API + PostgreSQL, statements, p50, p99`);
  costs.push(await measureAll(database));
  await database.destroy();
}
if (scales.length > 1) tellGrowth();
await postgres.stop();
process.exit();

async function measureAll(database: DataSource) {
  const subjects = await subjectsIn(database);
  const { team } = subjects;
  const measured = new Map<string, Cost>();
  for (const operation of operations().values()) {
    const { name, kind } = operation;
    if (kind !== "query" || (only.length > 0 && !only.includes(name))) continue;
    const variables = subjects.variablesOf(operation);
    if (!variables) continue;
    const viewer = subjects.isTeams(operation) ? team : visitor;
    measured.set(name, await measure(database, operation, () => variables, viewer));
  }
  const send = operations().get("SubmitResponse");
  if (send && (only.length === 0 || only.includes(send.name)))
    measured.set(
      send.name,
      await measure(database, send, () => ({ input: { ...subjects.response, key: randomUUID() } }), visitor),
    );
  return measured;
}

async function measure(
  database: DataSource,
  operation: Operation,
  variables: () => object,
  viewer: Viewer,
): Promise<Cost> {
  const act = async () => {
    const contextValue = createContext(database, { viewer, device: randomUUID });
    const given = variables() as Record<string, unknown>;
    const { body } = await graphql.executeOperation({ query: operation.text, variables: given }, { contextValue });
    const { errors, data } = (body as { singleResult: { errors?: { message: string }[]; data?: any } }).singleResult;
    const problem = Object.values(data ?? {}).find((it: any) => it?.problems?.length > 0) as any;
    return errors?.[0]?.message ?? (problem ? JSON.stringify(problem.problems) : null);
  };
  const times: number[] = [];
  let failed = await act();
  for (let round = 0; round < 2 && !failed; round++) failed = await act();
  const before = await worked(database);
  sent = [];
  for (let round = 0; round < (failed ? 1 : rounds); round++) {
    const began = performance.now();
    failed = (await act()) ?? failed;
    times.push(performance.now() - began);
    if (performance.now() - began > 500 && round > 2) break;
  }
  const statements = Math.round(sent.length / times.length);
  if (values.names)
    console.log(
      `${operation.name}: ${[...new Set(sent)].map((text) => text.slice(0, 90).replaceAll(/\s+/g, " ")).join(" · ")}`,
    );
  const { ours, theirs } = between(before, await worked(database));
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  const cost = {
    ours: ours / times.length,
    theirs: theirs / times.length,
    statements,
    p50: at(0.5),
    p99: at(0.99),
    failed,
  };
  const cells = [cost.ours, cost.theirs].map((ms) => ms.toFixed(1).padStart(7)).join(" +") + " ms";
  console.log(
    `${operation.name.padEnd(30)}${cells} ${String(statements).padStart(4)} ${at(0.5).toFixed(1).padStart(8)} ${at(0.99).toFixed(1).padStart(8)}${failed ? `  ${failed}` : ""}`,
  );
  return cost;
}

/** Growth of the processor of PostgreSQL, and of both, from the first scale to the last: the most first. */
function tellGrowth() {
  const [first, last] = [costs[0]!, costs.at(-1)!];
  const rows = [...last].flatMap(([name, now]) => {
    const was = first.get(name);
    if (!was) return [];
    const all = (cost: Cost) => cost.ours + cost.theirs;
    return [{ name, was, now, growth: (all(now) + 0.5) / (all(was) + 0.5) }];
  });
  console.log(`\nGrowth of the processor from scale ${scales[0]} to ${scales.at(-1)}, API and PostgreSQL together:`);
  for (const { name, was, now, growth } of rows.toSorted((a, b) => b.growth - a.growth))
    console.log(
      `${growth.toFixed(2).padStart(7)} × ${name.padEnd(30)} ${(was.ours + was.theirs).toFixed(1).padStart(8)} → ${(now.ours + now.theirs).toFixed(1).padStart(8)} ms${now.failed ? `  ${now.failed}` : ""}`,
    );
  const past = rows.filter(({ growth }) => growth > 1.3).length;
  console.log(
    `${past} of ${rows.length} operations grow by more than 1.3; ${rows.filter(({ now }) => now.failed).length} fail.`,
  );
}
