import { readFileSync } from "node:fs";
import { createGraphQL } from "../../apps/api/src/app.ts";
import { countStems } from "../../apps/api/src/domain/tell/search/stems.writes.ts";
import { createContext } from "../../apps/api/src/platform/context.ts";
import { demonstration } from "./demonstration.ts";

/**
 * `npm run perf:search`: what a page of results costs among 200,000 texts beside those of the demonstration, in time, and
 * in work of the processor, ours and PostgreSQL's. Words are drawn as they come in French: few are common, most are
 * rare. On a throw-away database; `-- COUNT` for another number of texts.
 */
const texts = Number(process.argv[2] ?? 200_000);
const rounds = 20;

const page = `query ($query: String!, $territory: String) {
  search(query: $query, territory: $territory) {
    nodes { id kind title { text begun goesOn ranges } extract { text begun goesOn ranges } path on territory { id name } }
    counts { kind count more } pageInfo { endCursor hasNextPage } searched instead problems { code field } } }`;
const titles = "query ($query: String!) { searchTitles(query: $query) { id kind title path } }";

const graphql = createGraphQL();
const { database, end } = await demonstration();
try {
  await fill();
  await measure();
} finally {
  await end();
}

/** Texts of forty words, the nth word of the list about n times rarer than the first: a tenth are initiatives. */
async function fill() {
  const began = performance.now();
  const words = `(select array_agg('mot' || translate(substr(md5(n::text), 1, 7), '0123456789', 'ghijklmnop') order by n) from generate_series(1, 30000) n)`;
  for (let from = 0; from < texts; from += 10_000) {
    const body = `(select string_agg(list.words[1 + floor(pow(30000, random()))::int % 30000 + 0 * g], ' ') from generate_series(1, 40) g where g > 0 and n > 0)`;
    await database.query(
      `with list as materialized (select ${words} as words), one as (select * from contribution where status = 'VISIBLE' limit 1)
       insert into contribution (theme_id, objective_id, channel, body, status, appearance, contributed_on, region_id, territory_id)
       select one.theme_id, one.objective_id, 'ONLINE', ${body}, 'VISIBLE', 'NAMED', date '2026-01-01' + (random() * 300)::int,
         one.region_id, one.territory_id from one, list, generate_series(1, 9000) n`,
    );
    await database.query(
      `with list as materialized (select ${words} as words), one as (select * from initiative order by id limit 1)
       insert into initiative (slug, group_id, territory_id, region_id, name, sector, summary, criteria, state)
       select 'perf-' || ($1::int + n), one.group_id, one.territory_id, one.region_id, left(${body}, 60), one.sector, ${body},
         one.criteria, one.state from one, list, generate_series(1, 1000) n`,
      [from],
    );
  }
  await database.query("vacuum (analyze)");
  const filled = performance.now();
  await countStems(database.manager);
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  console.log(`${texts} texts in ${seconds(filled - began)}; stems counted in ${seconds(performance.now() - filled)}`);
}

async function measure() {
  const stem = async (from: number) => {
    const [row] = await database.query<{ stem: string; texts: number }[]>(
      "select stem, texts from search_stem where stem like 'mot%' and texts <= $1 order by texts desc limit 1",
      [from],
    );
    return row!;
  };
  const [rare, some, often, common, most] = await Promise.all([10, 300, 5000, 40_000, texts].map(stem));
  const misspelt = `${rare!.stem.slice(0, 6)}x${rare!.stem.slice(7)}`;
  await timed(`a rare word, in ${rare!.texts}`, { query: rare!.stem });
  await timed(`a word in ${some!.texts}`, { query: some!.stem });
  await timed(`a word in ${often!.texts}`, { query: often!.stem });
  await timed(`a common word, in ${common!.texts}`, { query: common!.stem });
  await timed(`the most common word, in ${most!.texts}`, { query: most!.stem });
  await timed("two words, common and rare", { query: `${common!.stem} ${rare!.stem}` });
  await timed("two common words", { query: `${most!.stem} ${common!.stem}` });
  await timed("a phrase of two common words", { query: `"${most!.stem} ${common!.stem}"` });
  await timed("a common word in a region without texts", { query: common!.stem, territory: "bretagne" });
  await timed("a misspelt word", { query: misspelt });
  await timed("titles that begin so", { query: common!.stem.slice(0, 5) }, titles);
}

/** The middle and the worst but one of so many rounds, and the work of the processor for one. */
async function timed(what: string, variables: Record<string, unknown>, text = page) {
  const act = async () => {
    const contextValue = createContext(database);
    const { body } = await graphql.executeOperation({ query: text, variables }, { contextValue });
    const { errors } = (body as { singleResult: { errors?: unknown } }).singleResult;
    if (errors) throw new Error(JSON.stringify(errors));
  };
  for (let round = 0; round < 3; round++) await act();
  const times: number[] = [];
  const before = await worked();
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    await act();
    times.push(performance.now() - began);
  }
  const mean = ((await worked()) - before) / rounds;
  const at = (all: number[], share: number) =>
    all.toSorted((a, b) => a - b)[Math.floor(all.length * share)]!.toFixed(1);
  console.log(`${what}: p50 ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms; processor ${mean.toFixed(1)} ms`);
}

/** Milliseconds of processor that this process and its connections have used; those of this process alone where nobody says. */
async function worked() {
  const { user, system } = process.cpuUsage();
  const pids = await database.query<{ pid: number }[]>(
    "select pid from pg_stat_activity where datname = current_database() and backend_type <> 'autovacuum worker'",
  );
  const ticks = pids.map(({ pid }) => {
    try {
      const parts = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
      return (Number(parts[11]) + Number(parts[12])) * 10;
    } catch {
      return 0;
    }
  });
  return (user + system) / 1000 + ticks.reduce((sum, one) => sum + one, 0);
}
