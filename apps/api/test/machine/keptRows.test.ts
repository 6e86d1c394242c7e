import { beforeAll, expect, test } from "vitest";
import pg from "pg";
import { operations } from "../../../../scripts/perf/operations.documents.ts";
import { versionUnderWay } from "../../../../scripts/perf/data.above.ts";
import { subjectsIn } from "../../../../scripts/perf/operations.subjects.ts";
import { type Viewer, visitor } from "../../src/platform/viewer.ts";
import { seededApi } from "../site/demo.ts";
import { letGo } from "../site/statements.ts";

const api = seededApi();
let subjects: Awaited<ReturnType<typeof subjectsIn>>;
beforeAll(async () => {
  await versionUnderWay((text, values) => api.database.query(text, values));
  subjects = await subjectsIn(api.database);
});

/** Pages that read most of what is kept. */
const pages = [
  ...["HomePage", "GroupPage", "ObjectivePage", "MeetingPage", "MeetingsPage", "SchedulePage", "ContributionPage"],
  ...[
    "KeyPointPage",
    "SynthesisPage",
    "SynthesisAnnexPage",
    "SynthesisWritePage",
    "ProposalPage",
    "ProposalVersionPage",
    "ProposalsPage",
  ],
  ...["InitiativePage", "InterlocutorPage", "HandoverPage", "TerritoryPage", "TrailPage", "DocumentsPage", "DeskPage"],
  ...[
    "ReadingPage",
    "ReadingKeyPointsPage",
    "SynthesesPage",
    "SynthesisReactionsPage",
    "AmendmentPage",
    "ExchangePage",
    "ThemesPage",
  ],
].map((name) => operations().get(name)!);

/** The data of a page, as somebody reads it. */
const answerTo = (viewer: Viewer, { text }: { text: string }, variables: Record<string, unknown>, apart = false) =>
  api.ask(text, variables, viewer, { apart }).then(({ data }) => data as unknown);

/** Statements that have a name and are asked during `work`: their text, and how many times. */
async function namedDuring(work: () => Promise<unknown>) {
  const found = new Map<string, { text: string; times: number }>();
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function seen(this: pg.Client, ...args: unknown[]) {
    const [{ name, text }] = args as [{ name?: string; text: string }];
    if (name) found.set(name, { text, times: (found.get(name)?.times ?? 0) + 1 });
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof query;
  await work().finally(() => (pg.Client.prototype.query = query));
  return found;
}

/** Sums that triggers alone move, where rows of tables that end it do: a new contribution, which ends nothing, moves none. */
async function sumsOfActs(ends: Set<string>) {
  const moving = await api.database.query<{ name: string; onInsert: boolean }[]>(
    `select c.relname as name, t.tgtype & 4 > 0 as "onInsert" from pg_trigger t join pg_class c on c.oid = t.tgrelid
     join pg_proc p on p.oid = t.tgfoid where not t.tgisinternal and p.prosrc ~ 'reading_pair|pair_tally|keep_pairs'`,
  );
  expect(moving.length).toBeGreaterThan(5);
  const others = moving.filter(({ name, onInsert }) => !ends.has(name) && (name !== "contribution" || onInsert));
  expect(new Set(others.map(({ name }) => name))).toEqual(new Set(["reading_pair"]));
  return ["reading_pair", "pair_tally"];
}

test("what is kept changes with the end of the database alone, and is asked together", async () => {
  const ending = await api.database.query<{ name: string }[]>(
    `select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
     where p.proname = 'note_change' and t.tgnargs = 0 and t.tgenabled = 'O'`,
  );
  const ends = new Set(ending.map(({ name }) => name));
  for (const name of await sumsOfActs(ends)) ends.add(name);
  const all = await api.database.query<{ name: string }[]>(
    "select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace",
  );
  const tables = new Set(all.map(({ name }) => name));
  const unsafe: string[] = [];
  let kept = 0;
  const names = new Set<string>();
  await letGo(api.database);
  for (const page of pages)
    for (const viewer of [visitor, subjects.team]) {
      const ask = () => answerTo(viewer, page, subjects.variablesOf(page)!, true);
      const once = await namedDuring(ask);
      const again = await namedDuring(ask);
      for (const [name, { text, times }] of once) {
        if (again.has(name)) continue;
        kept += 1;
        names.add(name);
        if (times > 5) unsafe.push(`${name}: ${times} times on ${page.name}`);
        if (/\b(now\(\)|current_date|current_timestamp|clock_timestamp|localtimestamp|random\()/i.test(text))
          unsafe.push(`${name}: the time`);
        for (const [, table] of text.matchAll(/\b(?:from|join)\s+"?([a-z_]+)"?/gi)) {
          if (!tables.has(table!) || ends.has(table!)) continue;
          // A new row of these ends nothing: they are read where something else names them by their id.
          const found = (words: string) => [...text.matchAll(new RegExp(words, "g"))].length;
          const byId = found(`\\b${table} (\\w+)\\s+(?:on|where) \\1\\.id = `);
          if (byId < found(`\\b(?:from|join) "?${table}\\b`)) unsafe.push(`${name}: ${table}`);
        }
      }
    }
  expect(kept).toBeGreaterThan(40);
  // Two words of each of 300 key points: the dearest of what the board asks.
  expect(names).toContain("key point: quotes");
  expect([...new Set(unsafe)]).toEqual([]);
});

test("what was kept for the team is given to no visitor, and the other way round", async () => {
  // Half of the key points are read by the team alone.
  await api.database.query("update key_point set state = 'WORKING', stated_on = null where number % 2 = 0");
  const differing: string[] = [];
  for (const page of pages) {
    const variables = subjects.variablesOf(page)!;
    const alone: unknown[] = [];
    for (const viewer of [visitor, subjects.team]) {
      await letGo(api.database);
      alone.push(await answerTo(viewer, page, variables));
    }
    if (JSON.stringify(alone[0]) !== JSON.stringify(alone[1])) differing.push(page.name);
    const after = [await answerTo(visitor, page, variables), await answerTo(subjects.team, page, variables)];
    expect([page.name, ...after]).toEqual([page.name, ...alone]);
  }
  expect(differing.length).toBeGreaterThan(3);
});
