import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { operations } from "../../../../scripts/perf/operations.documents.ts";
import { subjectsIn } from "../../../../scripts/perf/operations.subjects.ts";
import { type Viewer, visitor } from "../../src/platform/viewer.ts";
import { seededApi } from "../site/demo.ts";
import { askedDuring } from "../site/statements.ts";

const api = seededApi();
let subjects: Awaited<ReturnType<typeof subjectsIn>>;
beforeAll(async () => {
  subjects = await subjectsIn(api.database);
});

/**
 * Statements that a page asks of PostgreSQL, on the demonstration: a number here goes down, or says why in its commit.
 * One less where two connections answer at once: what hangs from both then goes together.
 */
const most: Record<string, number> = {
  ContributionPage: 5,
  DeskPage: 8,
  GroupPage: 5,
  HomePage: 6,
  KeyPointPage: 3,
  MeetingPage: 5,
  MeetingsPage: 3,
  ModerationPage: 8,
  ObjectivePage: 7,
  ProposalPage: 5,
  ProposalsPage: 3,
  QuestionnairePage: 3,
  ReadingKeyPointsPage: 7,
  ReadingPage: 7,
  ReadingTextPage: 8,
  SynthesisPage: 6,
  SynthesisWritePage: 2,
  TeamBar: 4,
  TerritoriesPage: 3,
  TerritoryPage: 6,
  ThemesPage: 3,
  TrailPage: 5,
};

/** The fewest statements of six requests, after one that brings what is kept. */
async function fewestOf(name: string, variables: Record<string, unknown>, viewer: Viewer) {
  const ask = async () => void (await api.ask(operations().get(name)!.text, variables, viewer));
  await ask();
  const asked = [];
  for (let time = 0; time < 6; time++) asked.push((await askedDuring(ask)).statements.length);
  return Math.min(...asked);
}

test("a page asks PostgreSQL as much as it did, and none more than eight statements", async () => {
  const other: Record<string, number> = {};
  for (const [name, known] of Object.entries(most)) {
    const operation = operations().get(name)!;
    const viewer = subjects.isTeams(operation) ? subjects.team : visitor;
    const fewest = await fewestOf(name, subjects.variablesOf(operation)!, viewer);
    if (fewest !== known && fewest !== known - 1) other[name] = fewest;
  }
  expect(other).toEqual({});
  expect(Object.values(most).every((count) => count <= 8)).toBe(true);
});

test("the page of a meeting that tells its minutes asks seven", async () => {
  const [{ slug }] = await api.database.query(
    "select m.slug from meeting m join minutes i on i.meeting_id = m.id where i.state = 'PUBLISHED' order by 1 limit 1",
  );
  expect(await fewestOf("MeetingPage", { slug }, visitor)).toBeLessThanOrEqual(7);
});

test("a search among contributions asks six, and seven where nothing holds the words", async () => {
  const ask = (search: string, territory?: string) => {
    const without = { asked: false, since: "", isSince: false, after: null };
    const place = { territory: territory ?? "", within: Boolean(territory) };
    return fewestOf("ContributionsPage", { ...without, ...place, filter: { search, territory } }, visitor);
  };
  expect(await ask("faire")).toBeLessThanOrEqual(6);
  expect(await ask("xylophone")).toBeLessThanOrEqual(7);
  // No text of Brittany says it, and others do.
  expect(await ask("producteur", "bretagne")).toBeLessThanOrEqual(7);
});

test("results of a questionnaire whose answers are all in ask eight, in whole and beside a group", async () => {
  const [{ slug }] = await api.database.query(
    "select slug from questionnaire where closes_at < now() - interval '10 days' order by number limit 1",
  );
  expect(await fewestOf("ResultsPage", { slug, within: null }, visitor)).toBeLessThanOrEqual(8);
  expect(await fewestOf("ResultsPage", { slug, within: "bretagne" }, visitor)).toBeLessThanOrEqual(8);
});

/** Sends a response of so many texts; answers with what was asked of PostgreSQL for it, the receipt among it. */
async function sent(texts: number) {
  const send = operations().get("SubmitResponse")!;
  const { answers, ...response } = subjects.response();
  const long = answers.filter(({ value }) => typeof value === "string" && value.length > 60);
  const others = answers.filter((answer) => !long.includes(answer));
  const words = (place: number) =>
    `${randomUUID()} ${"Chaque mardi, une autre chose. ".repeat(3)} ${randomUUID()} ${place}`;
  const said = long.slice(0, texts).map((answer, place) => ({ ...answer, value: words(place) }));
  expect(said).toHaveLength(texts);
  let data: any;
  const asked = await askedDuring(async () => {
    const input = { ...response, key: randomUUID(), answers: [...others, ...said] };
    ({ data } = await api.ask(send.text, { input }, visitor, { device: randomUUID }));
  });
  expect(data.submitResponse.problems).toEqual([]);
  return asked;
}

/** The cheapest of four sends: once in a while one lets in those who wait to be counted. */
async function cheapest(texts: number) {
  const all = [];
  for (let time = 0; time < 4; time++) all.push(await sent(texts));
  return all.toSorted((a, b) => a.statements.length - b.statements.length)[0]!;
}

test("a send asks one statement more where moderators read each text first, and two more where they read the first of a device", async () => {
  const { questionnaireId } = subjects.response();
  const read = (mode: string) =>
    api.database.query(
      `insert into review_choice (group_id, mode) select o.group_id, $2
       from questionnaire q join objective o on o.id = q.objective_id where q.id = $1
       on conflict (group_id) do update set mode = excluded.mode`,
      [questionnaireId, mode],
    );
  const asked: Record<string, number> = {};
  for (const mode of ["NEVER", "ALL", "FIRST"]) {
    await read(mode);
    asked[mode] = (await cheapest(2)).statements.length;
  }
  await api.database.query("delete from review_choice");
  expect(asked.ALL).toBe(asked.NEVER! + 1);
  // A known device is asked for before the texts are written, and when they are looked at.
  expect(asked.FIRST).toBe(asked.NEVER! + 3);
});

test("a send of two texts asks as much as one of a single text: six statements, and one for its receipt", async () => {
  const [one, two] = [await cheapest(1), await cheapest(2)];
  expect(two.statements.length).toBe(one.statements.length);
  expect(two.statements.length).toBeLessThanOrEqual(7);
  // Once it is written, its receipt alone is read.
  expect(two.statements.slice(two.statements.indexOf("COMMIT"))).toHaveLength(2);
  expect(two.trips).toBeLessThanOrEqual(6);
});
