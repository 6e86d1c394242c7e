import { parseArgs } from "node:util";
import pg from "pg";
import type { DataSource } from "typeorm";
import { createGraphQL, tables } from "../../apps/api/src/app.ts";
import { createContext } from "../../apps/api/src/platform/context.ts";
import { migrate, openDatabase } from "../../apps/api/src/platform/data/database.ts";
import { visitor } from "../../apps/api/src/platform/viewer.ts";
import { nameOf, perfCluster } from "./data.database.ts";
import { operations } from "./operations.documents.ts";
import { subjectsIn } from "./operations.subjects.ts";
import { growing, type Plan, readWhole } from "./plans.read.ts";

/**
 * `npm run perf:plans -- [--scale 1] [--only NAME,…] [--shown 25] [--text] [--plan STATEMENT]`: runs each query that the site sends on the database that
 * `perf:data` made, then explains each statement that PostgreSQL was asked, with its values: pages of memory it looked at,
 * time, and the tables that grow of which it read every row in turn, which fails.
 */
const { values } = parseArgs({
  options: {
    scale: { type: "string", default: "1" },
    only: { type: "string", default: "" },
    shown: { type: "string", default: "25" },
    text: { type: "boolean", default: false },
    plan: { type: "string", default: "" },
  },
});
/** Rows that may be read one after another: a table that is still short costs less so than by an index. */
const many = 2000;
const only = values.only.split(",").filter(Boolean);

/** A statement as it was asked, and by which operation first. */
interface Asked {
  name: string;
  text: string;
  values: unknown[];
  operation: string;
  isNamed: boolean;
}

const asked = new Map<string, Asked>();
let operation = "";
const { query } = pg.Client.prototype;
pg.Client.prototype.query = function heard(this: pg.Client, ...args: unknown[]) {
  const [first, second] = args as [string | { name?: string; text: string; values?: unknown[] }, unknown];
  const it = typeof first === "string" ? { text: first, values: Array.isArray(second) ? second : [] } : first;
  const name = ("name" in it && it.name) || it.text;
  if (operation && /^\s*(select|with|\()/i.test(it.text) && !asked.has(name))
    asked.set(name, { name, text: it.text, values: it.values ?? [], operation, isNamed: name !== it.text });
  return (query as (...all: unknown[]) => unknown).apply(this, args);
} as typeof query;

const postgres = await perfCluster();
const url = postgres.url(nameOf(Number(values.scale)));
const database = await openDatabase(url, tables, { patient: true });
await migrate(database);
await askAll(database);
const told = await explainAll(database);
await database.destroy();
await postgres.stop();
process.exit(told > 0 ? 1 : 0);

async function askAll(db: DataSource) {
  const subjects = await subjectsIn(db);
  const graphql = createGraphQL();
  for (const each of operations().values()) {
    const variables = each.kind === "query" && subjects.variablesOf(each);
    if (!variables || (only.length > 0 && !only.includes(each.name))) continue;
    operation = each.name;
    const viewer = subjects.isTeams(each) ? subjects.team : visitor;
    await graphql.executeOperation(
      { query: each.text, variables },
      { contextValue: createContext(db, { viewer, device: () => "perf" }) },
    );
  }
  operation = "";
}

/** Explains each statement; answers with how many named ones read a table that grows whole, one row after another. */
async function explainAll(db: DataSource) {
  const rows = [];
  for (const it of asked.values()) {
    const client = (db.driver as unknown as { master: pg.Pool }).master;
    const explained = await client
      .query(`explain (analyze, buffers, format json) ${it.text}`, it.values)
      .catch((error: Error) => error.message);
    if (typeof explained === "string") {
      console.log(`${it.name.slice(0, 60)}: ${explained}`);
      continue;
    }
    const [{ Plan: plan, "Execution Time": ms }] = (
      explained.rows as [{ "QUERY PLAN": [{ Plan: Plan; "Execution Time": number }] }]
    )[0]["QUERY PLAN"];
    const buffers = (plan["Shared Hit Blocks"] ?? 0) + (plan["Shared Read Blocks"] ?? 0);
    const whole = [...new Set(readWhole(plan, { only: /^Seq Scan$/, atLeast: many }))].toSorted();
    if (values.plan && it.name === values.plan) await tellPlan(client, it);
    rows.push({ ...it, ms, buffers, whole });
  }
  const costly = rows.toSorted((a, b) => b.buffers - a.buffers).slice(0, Number(values.shown));
  console.log(`\nStatements that look at the most, at scale ${values.scale}: pages of memory, ms, tables read whole`);
  for (const { name, operation: by, buffers, ms, whole, text } of costly) {
    console.log(
      `${String(buffers).padStart(9)} ${ms.toFixed(1).padStart(8)} ${name.replaceAll(/\s+/g, " ").slice(0, 60).padEnd(60)} ${by} ${whole.join(", ")}`,
    );
    if (values.text) console.log(text);
  }
  const found = rows.filter(({ isNamed, whole }) => isNamed && whole.length > 0);
  console.log(`\n${rows.length} statements; ${found.length} named ones read a table that grows row after row:`);
  for (const { name, whole, operation: by } of found) console.log(`  ${name} (${by}): ${whole.join(", ")}`);
  console.log(`Tables that grow: ${[...growing].join(" ")}`);
  return found.length;
}

async function tellPlan(client: pg.Pool, { text, values: given }: Asked) {
  const { rows } = await client.query<{ "QUERY PLAN": string }>(`explain (analyze, buffers, costs off) ${text}`, given);
  for (const row of rows) console.log(row["QUERY PLAN"]);
}
