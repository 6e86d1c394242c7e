import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { operations } from "../../../scripts/perf/operations.documents.ts";
import { subjectsIn } from "../../../scripts/perf/operations.subjects.ts";
import { visitor } from "../src/platform/viewer.ts";
import { seededApi } from "./demo.ts";
import { askedDuring, statementsOf } from "./statements.ts";

const api = seededApi();
let subjects: Awaited<ReturnType<typeof subjectsIn>>;
beforeAll(async () => {
  subjects = await subjectsIn(api.database);
});

/**
 * Statements that a page asks of PostgreSQL at most, on the demonstration: a number here goes down, or says why in its
 * commit. Ids are drawn anew in each: a page asks some more where what it is of has more to tell.
 */
const drawn = 4;
const most: Record<string, number> = {
  ContributionPage: 8,
  DeskPage: 16,
  GroupPage: 6,
  HomePage: 8,
  KeyPointPage: 3,
  MeetingPage: 6,
  MeetingsPage: 2,
  ModerationPage: 13,
  ObjectivePage: 8,
  ProposalPage: 7,
  ProposalsPage: 3,
  QuestionnairePage: 3,
  ReadingKeyPointsPage: 11,
  ReadingPage: 9,
  ReadingTextPage: 14,
  SynthesisPage: 8,
  SynthesisWritePage: 7,
  TeamBar: 6,
  TerritoriesPage: 6,
  TerritoryPage: 9,
  ThemesPage: 3,
  TrailPage: 13,
};

test("a page asks PostgreSQL no more than it did", async () => {
  const asked: Record<string, number> = {};
  for (const name of Object.keys(most)) {
    const operation = operations().get(name)!;
    const viewer = subjects.isTeams(operation) ? subjects.team : visitor;
    const ask = async () => void (await api.ask(operation.text, subjects.variablesOf(operation)!, viewer));
    await ask();
    asked[name] = (await statementsOf(ask)).length;
  }
  expect(Object.values(asked).every((count) => count > 0)).toBe(true);
  const more = Object.fromEntries(Object.entries(asked).filter(([name, count]) => count > most[name]! + drawn));
  expect(more).toEqual({});
});

/** Sends a response of so many texts; answers with what was asked of PostgreSQL for it, the receipt among it. */
async function sent(texts: number) {
  const send = operations().get("SubmitResponse")!;
  const { answers, ...response } = subjects.response;
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

test("a send of two texts asks as much as one of a single text, and no more than it did, in seven round trips", async () => {
  await sent(1);
  const [one, two] = [await sent(1), await sent(2)];
  expect(two.statements.length).toBe(one.statements.length);
  expect(two.statements.length).toBeLessThanOrEqual(8);
  expect(two.trips).toBeLessThanOrEqual(7);
});
