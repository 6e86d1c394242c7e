import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, print, visit } from "graphql";
import { holderOf } from "../../apps/api/test/site/people.ts";
import { statementsOf } from "../../apps/api/test/site/statements.ts";
import { createGraphQL } from "../../apps/api/src/app.ts";
import { createContext } from "../../apps/api/src/platform/context.ts";
import { demonstration } from "./demonstration.ts";

/**
 * `npm run perf:reading`: what the reading desk costs with 10,000 contributions beside those of the demonstration, a third of them
 * read and a sixth marked: the pages as the web asks for them, and the acts. On a throw-away database.
 */
const copies = 10_000;
const rounds = 20;

const graphql = createGraphQL();
const { database, end } = await demonstration();
try {
  await multiply();
  await measure();
} finally {
  await end();
}

/** GraphQL document of a page of the web, with its fragments. */
function documentOf(name: string): string {
  const folder = join(import.meta.dirname, "../../apps/web/src");
  const definitions = globSync("**/*.tsx", { cwd: folder })
    .flatMap((file) => [...readFileSync(join(folder, file), "utf8").matchAll(/gql`([^`]*)`/g)])
    .flatMap(([, text]) => parse(text!.replace(/\$\{[^}]*\}|@unmask(\(.*?\))?/g, "")).definitions);
  const named = new Map(definitions.map((node) => ["name" in node ? node.name?.value : "", node]));
  const needed = new Set([named.get(name)!]);
  for (const node of needed)
    visit(node, { FragmentSpread: ({ name: { value } }) => void needed.add(named.get(value)!) });
  return [...needed].map(print).join("\n");
}

async function ask(text: string, variables: Record<string, unknown>) {
  const viewer = await holderOf(database, "RAPPORTEUR");
  const contextValue = createContext(database, { viewer });
  const { body } = await graphql.executeOperation({ query: text, variables }, { contextValue });
  const { data, errors } = (body as { singleResult: { data: any; errors?: unknown } }).singleResult; // oxlint-disable-line typescript/no-explicit-any -- the answer of any page
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** The middle and the worst but one of so many rounds, and the statements of one. */
async function timed(what: string, act: (round: number) => Promise<unknown>) {
  await act(-1);
  const times: number[] = [];
  let statements: string[] = [];
  for (let round = 0; round < rounds; round++) {
    statements = await statementsOf(async () => {
      const began = performance.now();
      await act(round);
      times.push(performance.now() - began);
    });
  }
  const [median, worst] = [0.5, 0.95].map((share) => times.toSorted((a, b) => a - b)[Math.floor(rounds * share)]!);
  // One of them finds out who asks.
  const figures = `p50 ${median!.toFixed(1)} ms, p95 ${worst!.toFixed(1)} ms, ${statements.length} statements`;
  console.log(`${what}: ${figures}`);
}

async function measure() {
  const [{ count }] = await database.query<[{ count: number }]>("select count(*)::int from contribution");
  console.log(`${count} contributions`);
  const [queuePage, readPage] = [documentOf("ReadingPage"), documentOf("ReadingTextPage")];
  const filters: Record<string, object> = {
    "not read yet": { unread: true },
    "one objective": { unread: true, objective: "objectif-4" },
    "one region": { unread: true, territory: "bretagne" },
    "without follow-up": { unread: false, withoutFollowUp: true },
    "second readings": { unread: true, secondReading: true },
    "from another theme": { unread: true, received: true },
    minutes: { unread: true, minutes: true },
  };
  for (const [what, filter] of Object.entries(filters))
    await timed(`queue, ${what}`, () => ask(queuePage, { filter, after: null }));

  const filter = { unread: true, objective: "objectif-4" };
  const { readingDesk } = await ask(
    "query ($filter: ReadingFilter) { readingDesk { queue(filter: $filter, first: 100) { nodes { id } } } }",
    { filter },
  );
  const ids = readingDesk.queue.nodes.map(({ id }: { id: string }) => id) as string[];
  await timed("a text to read, and the next one", (round) => ask(readPage, { id: ids[round + 1], filter, for: null }));
  const [{ keyPointId }] = await database.query<[{ keyPointId: string }]>(
    `select k.id as "keyPointId" from key_point k join objective o on o.id = k.objective_id where o.slug = 'objectif-1' limit 1`,
  );
  await timed("mark a stretch", (round) =>
    ask(`mutation ($input: MarkPassageInput!) { markPassage(input: $input) { problems { code } } }`, {
      input: { contributionId: ids[round + 1], startsAt: 0, endsAt: 12, keyPointId },
    }),
  );
  const bulk = (round: number) => ({ contributionIds: ids.slice(30 + (round + 1), 50 + (round + 1)) });
  await timed("read 20 in bulk", (round) =>
    ask(`mutation ($input: ReadContributionsInput!) { readContributions(input: $input) { problems { code } } }`, {
      input: { ...bulk(round), notRetained: "NOTHING_TO_ADD" },
    }),
  );
}

/** Texts of the demonstration again and again under objective 4, each a response of its own would be: these stand free. */
async function multiply() {
  await database.query(
    `with made as (
       insert into contribution (theme_id, objective_id, question_id, channel, body, status, appearance, region_id, territory_id, contributed_on)
       select c.theme_id, o.id, null, c.channel, c.body || ' ' || n, c.status, c.appearance, c.region_id, c.territory_id, c.contributed_on
       from objective o, generate_series(1, $1) n cross join lateral (
         select * from contribution where status in ('VISIBLE', 'UNPUBLISHED') and length(body) > 40
         order by id offset n % 150 limit 1) c
       where o.slug = 'objectif-4' returning id, body, status
     ), numbered as (select *, row_number() over (order by id) as n from made),
     readings as (
       insert into reading (contribution_id, person_id, read_at)
       select m.id, p.id, now() - interval '3 days' from numbered m, (select person_id as id from role_grant where role = 'RAPPORTEUR' limit 1) p
       where m.n % 3 = 0
     ), marked as (
       insert into passage (contribution_id, starts_at, ends_at, quote, marked_at)
       select id, 0, 30, left(body, 30), now() from numbered where n % 6 = 0 and status = 'VISIBLE' returning id
     ) insert into key_point_passage (key_point_id, passage_id)
     select k.id, m.id from (select id, row_number() over () as n from marked) m
     join (select id, row_number() over () - 1 as n, count(*) over () as all from key_point) k on k.n = m.n % k.all`,
    [copies],
  );
  await database.query("analyze");
}
