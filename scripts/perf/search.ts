import { createGraphQL } from "../../apps/api/src/app.ts";
import { countStems } from "../../apps/api/src/domain/tell/search/stems.writes.ts";
import { createContext } from "../../apps/api/src/platform/context.ts";
import { wantedFirst } from "../../apps/api/test/site/searches.ts";
import { demonstration } from "./demonstration.ts";
import { between, worked } from "./processor.ts";
import { textsLike } from "./search.texts.ts";

/**
 * `npm run perf:search`: what a page of results costs among 200,000 texts beside those of the demonstration, in time, and
 * in work of the processor, ours and PostgreSQL's, on a throw-away database; `-- COUNT` for another number of texts.
 */
const texts = Number(process.argv[2] ?? 200_000);

const page = `query ($query: String!, $territory: String) {
  search(query: $query, territory: $territory) {
    nodes { id kind title { text begun goesOn ranges } extract { text begun goesOn ranges } path on territory { id name } source { name licence attribution } }
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

/**
 * Texts of the words of the demonstration: a tenth are summaries of initiatives. Their words are written after them, and
 * indexes of words after those, as a restored backup does.
 */
async function fill() {
  const began = performance.now();
  const bodies = await database.query<{ body: string }[]>(
    "select body from contribution where status = 'VISIBLE' and body <> '' order by id",
  );
  const [{ indexes }] = await database.query<[{ indexes: { name: string; made: string }[] }]>(
    `select json_agg(json_build_object('name', indexname, 'made', indexdef)) as indexes from pg_indexes
     where tablename in ('contribution_search', 'search_text') and indexdef like '% USING gin %'`,
  );
  for (const { name } of indexes) await database.query(`drop index ${name}`);
  await database.query("alter table contribution disable trigger contribution_searched");
  let some: string[] = [];
  let from = 0;
  const write = async () => {
    await contributions(some.slice(some.length / 10), Math.floor((300 * from) / texts));
    await initiatives(some.slice(0, some.length / 10), from);
    from += some.length;
    some = [];
  };
  for (const text of textsLike(
    bodies.map(({ body }) => body),
    texts,
  ))
    if (some.push(text) === 5000) await write();
  if (some.length) await write();
  const written = performance.now();
  await database.query(
    `insert into contribution_search (contribution_id, document, told, shown)
     select it.id, search_document(it.body), it.contributed_on, it.status = 'VISIBLE'
     from contribution it where not exists (select from contribution_search s where s.contribution_id = it.id)`,
  );
  await database.query("alter table contribution enable trigger contribution_searched");
  const read = performance.now();
  for (const { made } of indexes) await database.query(made);
  const indexed = performance.now();
  await database.query("vacuum (analyze)");
  const filled = performance.now();
  await countStems(database.manager);
  const seconds = (since: number, until = performance.now()) => `${((until - since) / 1000).toFixed(1)} s`;
  console.log(
    `${texts} texts written in ${seconds(began, written)}, their words in ${seconds(written, read)}, indexes in ${seconds(read, indexed)}, ` +
      `analysed in ${seconds(indexed, filled)}; stems counted in ${seconds(filled)}`,
  );
}

function contributions(bodies: string[], day: number) {
  return database.query(
    `with one as (select * from contribution where status = 'VISIBLE' order by id limit 1)
     insert into contribution (theme_id, objective_id, channel, body, status, appearance, contributed_on, region_id, territory_id)
     select one.theme_id, one.objective_id, 'ONLINE', words.body, 'VISIBLE', 'NAMED', date '2025-12-01' + $2::int,
       one.region_id, one.territory_id from one, unnest($1::text[]) as words (body)`,
    [bodies, day],
  );
}

function initiatives(summaries: string[], from: number) {
  return database.query(
    `with one as (select * from initiative order by id limit 1)
     insert into initiative (slug, group_id, territory_id, region_id, name, sector, summary, criteria, state)
     select 'perf-' || ($2::int + words.n), one.group_id, one.territory_id, one.region_id, left(words.body, 60), one.sector, words.body,
       one.criteria, one.state from one, unnest($1::text[]) with ordinality as words (body, n)`,
    [summaries, from],
  );
}

/** Words by the number of texts that hold them, as they are written there. */
async function measure() {
  const word = async (most: number) => {
    const [row] = await database.query<{ stem: string; texts: number }[]>(
      "select stem, texts from search_stem where texts <= $1 and length(stem) > 6 order by texts desc, stem limit 1",
      [most],
    );
    return row!;
  };
  const [rare, some, often, common, most] = await Promise.all([10, 300, texts / 40, texts / 10, texts].map(word));
  const misspelt = `${rare!.stem.slice(0, 5)}${rare!.stem.slice(6)}`;
  const of = ({ stem, texts: number }: { stem: string; texts: number }) => `« ${stem} », in ${number}`;
  await timed(`a rare word, ${of(rare!)}`, { query: rare!.stem });
  await timed(`a word, ${of(some!)}`, { query: some!.stem });
  await timed(`a word, ${of(often!)}`, { query: often!.stem });
  await timed(`a common word, ${of(common!)}`, { query: common!.stem });
  await timed(`the most common word, ${of(most!)}`, { query: most!.stem });
  await timed("two words, common and rare", { query: `${common!.stem} ${rare!.stem}` });
  await timed("two common words", { query: `${most!.stem} ${common!.stem}` });
  await timed("a phrase of two common words", { query: `"${most!.stem} ${common!.stem}"` });
  await timed("five words that no text holds together", {
    query: `${rare!.stem} ${some!.stem} camionnette école retraite`,
  });
  await timed("a common word in a region without texts", { query: common!.stem, territory: "bretagne" });
  await timed(`a misspelt word, « ${misspelt} »`, { query: misspelt });
  await timed("a misspelt word of everybody, « camionnete »", { query: "camionnete" });
  await timed("titles that begin so", { query: common!.stem.slice(0, 5) }, titles);
  const pages: Work[] = [];
  for (const [query] of wantedFirst) pages.push(await timed(`« ${query} »`, { query }, page, 30));
  const told = (part: (work: Work) => number) => {
    const all = pages.map(part).toSorted((a, b) => a - b);
    const mean = all.reduce((sum, work) => sum + work, 0) / all.length;
    return `mean ${mean.toFixed(1)} ms, half under ${all[all.length >> 1]!.toFixed(1)}, worst ${all.at(-1)!.toFixed(1)}`;
  };
  console.log(
    `A page of results, ${pages.length} searches that people make; processor of PostgreSQL: ${told(({ theirs }) => theirs)}`,
  );
  console.log(`with that of the API: ${told(({ ours, theirs }) => ours + theirs)}`);
}

/** Milliseconds of processor for one page. */
interface Work {
  ours: number;
  theirs: number;
}

/** The middle and the worst of so many rounds, and the work of the processor for one, ours and PostgreSQL's. */
async function timed(what: string, variables: Record<string, unknown>, text = page, rounds = 100): Promise<Work> {
  const act = async () => {
    const contextValue = createContext(database);
    const { body } = await graphql.executeOperation({ query: text, variables }, { contextValue });
    const { errors } = (body as { singleResult: { errors?: unknown } }).singleResult;
    if (errors) throw new Error(JSON.stringify(errors));
  };
  for (let round = 0; round < 10; round++) await act();
  const times: number[] = [];
  const before = await worked(database);
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    await act();
    times.push(performance.now() - began);
  }
  const work = between(before, await worked(database));
  const at = (share: number) => times.toSorted((a, b) => a - b)[Math.floor(rounds * share)]!.toFixed(1);
  const [ours, theirs] = [work.ours / rounds, work.theirs / rounds];
  console.log(
    `${what}: processor ${ours.toFixed(1)} + ${theirs.toFixed(1)} ms (API + PostgreSQL); p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`,
  );
  return { ours, theirs };
}
