import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { tables } from "../../apps/api/src/app.ts";
import { openDatabase } from "../../apps/api/src/platform/data/database.ts";
import { freePort } from "../../e2e/ownSite.ts";
import { dropped, functions, inOrder, reads, send } from "./beside.operations.ts";
import { nameOf, perfCluster } from "./data.database.ts";
import { subjectsIn } from "./operations.subjects.ts";
import { between, worked } from "./processor.ts";

/**
 * `npm run perf:beside -- [--scale 1] [--only send,…] [--rounds 7] [--many 200]`: the site, PostGraphile 5 and the limit (bare HTTP and one
 * prepared statement) on one database that `perf:data` made, asked the same over HTTP, four at a time, one after another
 * in each round: processor of each and of PostgreSQL a request, the middle of the rounds. Their answers are compared
 * before they are timed. PostGraphile is no package of this house: npm brings it for the time of the measure.
 */
const version = "5.1.5";
const { values } = parseArgs({
  options: {
    scale: { type: "string", default: "1" },
    only: { type: "string", default: "" },
    rounds: { type: "string", default: "7" },
    many: { type: "string", default: "200" },
  },
});
const [scale, rounds, many] = [values.scale, values.rounds, values.many].map(Number) as [number, number, number];
/** True for what is to be measured: everything, or what begins with one of these words. */
const isAsked = (name: string) => values.only.split(",").some((words) => name.startsWith(words));
const folder = mkdtempSync(join(tmpdir(), "beside-"));
const postgres = await perfCluster();
const url = postgres.url(nameOf(scale));
const database = await openDatabase(url, tables, { patient: true });
const agent = new Agent({ keepAlive: true, maxSockets: 4 });
const started: ChildProcess[] = [];
let asked = 0;

/** One of the three, on its port. */
interface Contender {
  name: string;
  port: number;
  pid: number;
}

async function contender(name: string, args: (port: number) => string[], env = {}): Promise<Contender> {
  const port = await freePort();
  const child = spawn(process.execPath, args(port), {
    env: { ...process.env, NODE_ENV: "production", GRAPHILE_ENV: "production", ...env, PORT: String(port) },
    stdio: ["ignore", "ignore", name === "the site" ? "ignore" : "inherit"],
  });
  started.push(child);
  for (let waited = 0; waited < 180; waited++) {
    if (await listens(port)) return { name, port, pid: child.pid! };
    if (child.exitCode !== null) break;
    await new Promise((done) => void setTimeout(done, 1000));
  }
  throw new Error(`${name} did not start.`);
}

const listens = (port: number) =>
  new Promise<boolean>((done) => {
    const socket = connect(port, "127.0.0.1", () => done(true));
    socket.on("error", () => done(false)).on("connect", () => socket.destroy());
  });

/** The data that one of them answers, each time from another address. */
function ask({ port, name }: Contender, body: object): Promise<any> {
  asked += 1;
  const payload = JSON.stringify(body);
  const headers = {
    ...{ "content-type": "application/json", "content-length": Buffer.byteLength(payload) },
    "x-forwarded-for": `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`,
  };
  return new Promise((done, fail) => {
    const sent = request({ host: "127.0.0.1", port, path: "/graphql", method: "POST", agent, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => {
        const { data, errors } = JSON.parse(Buffer.concat(parts).toString()) as { data: unknown; errors?: unknown };
        if (data && !errors) done(data);
        else fail(new Error(`${name}: ${JSON.stringify(errors).slice(0, 500)}`));
      });
    });
    sent.on("error", fail);
    sent.end(payload);
  });
}

/** Milliseconds of processor that a process has used, all its threads, by ticks of ten. */
const used = (pid: number) => {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
};

/** Processor a request, of one of them and of PostgreSQL. */
async function measured(one: Contender, body: () => object) {
  const before = await worked(database);
  const began = used(one.pid);
  let left = many;
  const client = async () => {
    while (left-- > 0) await ask(one, body());
  };
  await Promise.all([client(), client(), client(), client()]);
  const { theirs } = between(before, await worked(database));
  return { own: (used(one.pid) - began) / many, sql: theirs / many };
}

/** Waits until a site that has just started is done with what it makes beside: its files compressed. */
async function quiet({ pid }: Contender) {
  for (let still = 0; still < 3;) {
    const before = used(pid);
    await new Promise((done) => void setTimeout(done, 500));
    still = used(pid) - before < 30 ? still + 1 : 0;
  }
}

const middle = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor((all.length - 1) / 2)]!;

/** Rounds of all contenders, told in a line each beside the first one. */
async function compare(name: string, all: [Contender, () => object][]) {
  const found = all.map(() => [] as { own: number; sql: number }[]);
  for (const [one, body] of all) await measured(one, body); // warm
  for (let round = 0; round < rounds; round++)
    for (const [at, [one, body]] of all.entries()) found[at]!.push(await measured(one, body));
  console.log(`\n${name}`);
  const sums = found.map((costs) => costs.map(({ own, sql }) => own + sql));
  for (const [at, costs] of found.entries()) {
    const own = middle(costs.map((cost) => cost.own)).toFixed(2);
    const sql = middle(costs.map((cost) => cost.sql)).toFixed(2);
    const ratios = sums[0]!.map((sum, round) => sum / sums[at]![round]!);
    const range = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`;
    const beside = at === 0 ? "" : `   the site is ${middle(ratios).toFixed(2)} of it (${range})`;
    console.log(`  ${all[at]![0].name.padEnd(14)}${own.padStart(7)} + ${sql.padStart(6)} ms of PostgreSQL${beside}`);
  }
}

/** Sends of the same response, each with its own words. */
async function compareSends(
  [site, theirs]: [Contender, Contender],
  { response }: Awaited<ReturnType<typeof subjectsIn>>,
) {
  const first = response();
  await ask(site, { query: send.ours, variables: { input: first } });
  const [template] = await database.query<[{ id: string; told: number }]>(
    `select r.id, (select count(*)::int from contribution c where c.response_id = r.id) as told from response r where r.key = $1`,
    [first.key],
  );
  const copy = () => ({ template: template.id, sent: randomUUID(), answers: response().answers });
  const { sendResponse } = await ask(theirs, { query: send.theirs, variables: copy() });
  const [{ told }] = await database.query<[{ told: number }]>(
    "select count(*)::int as told from contribution where response_id = $1",
    [sendResponse.result],
  );
  if (told !== template.told) throw new Error(`A send tells ${template.told} texts, the other ${told}.`);
  await compare(`send of ${first.answers.length} answers`, [
    [site, () => ({ query: send.ours, variables: { input: response() } })],
    [theirs, () => ({ query: send.theirs, variables: copy() })],
  ]);
}

try {
  const brought = spawnSync(
    "npm",
    ["install", "--prefix", folder, "--no-audit", "--no-fund", `postgraphile@${version}`],
    {
      encoding: "utf8",
    },
  );
  if (brought.status !== 0) throw new Error(brought.stderr);
  await database.query(dropped + functions);
  const subjects = await subjectsIn(database);
  const [{ slug }] = await database.query<[{ slug: string }]>(
    `select p.slug from proposal p join statement s on s.proposal_id = p.id join statement_passage l on l.statement_id = s.id
     where p.state = 'OPEN' group by 1 order by abs(count(*) - 20), 1 limit 1`,
  );
  const site = await contender("the site", () => ["apps/api/src/main.ts"], {
    ...{ DATABASE_URL: url, BEHIND_PROXY: "1", UNSAFE_DATABASE: "1" },
  });
  const theirs = await contender("PostGraphile", (port) => [
    ...["scripts/perf/beside.postgraphile.ts", folder, url, String(port)],
  ]);
  const limit = await contender("the limit", (port) => ["scripts/perf/beside.limit.ts", url, String(port)]);

  await quiet(site);
  for (const question of reads(slug).filter(({ name }) => isAsked(name))) {
    const { variables } = question;
    const bodies: [Contender, () => object][] = [
      [site, () => ({ query: question.ours, variables })],
      [theirs, () => ({ query: question.theirs, variables })],
      [limit, () => ({ name: question.name, query: question.limit, values: Object.values(variables) })],
    ];
    const [ours, translated, bare] = await Promise.all(bodies.map(([one, body]) => ask(one, body())));
    for (const other of [question.translated(translated), inOrder(bare)])
      if (!isDeepStrictEqual(inOrder(ours), other))
        throw new Error(
          `${question.name}: they answer otherwise.\n${JSON.stringify(ours).slice(0, 900)}\n${JSON.stringify(other).slice(0, 900)}`,
        );
    await compare(question.name, bodies);
  }

  if (isAsked("send")) await compareSends([site, theirs], subjects);
} finally {
  for (const child of started) child.kill();
  await database.query(dropped);
  await database.destroy();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
