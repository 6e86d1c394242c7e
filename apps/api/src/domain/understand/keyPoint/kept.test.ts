import { beforeAll, expect, test } from "vitest";
import { testApi } from "../../../../test/site/api.ts";
import { type Small, smallInstance } from "../../../../test/rows/builders.ts";
import { keyPointOf, passagesOf, rapporteurOf, statementOn, synthesisWith } from "../../../../test/acts/keyPoints.ts";
import type { Viewer } from "../../../platform/viewer.ts";

const api = testApi();
let small: Small;
let rapporteur: Viewer;
let a: string;
let b: string;
let contributionId: string;
let slug: string;

/** A key point that a published version cites, merged since into one that nothing cites. */
beforeAll(async () => {
  const { database } = api;
  small = await smallInstance(database);
  rapporteur = await rapporteurOf(database, small.group.id);
  const [one, two, three] = await passagesOf(database, small, 3);
  ({ id: a } = await keyPointOf(database, small, { state: "STATED" }, [one!, two!]));
  ({ id: b } = await keyPointOf(database, small, { state: "STATED" }, [two!, three!]));
  const { cite, synthesis, published } = await synthesisWith(database, small);
  ({ slug } = synthesis);
  await cite(published, [a]);
  await statementOn(database, small, [a]);
  [{ contributionId }] = await database.query<[{ contributionId: string }]>(
    `select contribution_id as "contributionId" from passage where id = $1`,
    [one],
  );
  await database.query("insert into notice (contribution_id, step, target_id, seen) values ($1, 'MARKED', $2, true)", [
    contributionId,
    a,
  ]);
  await api.ask(
    "mutation ($input: MergeKeyPointInput!) { mergeKeyPoint(input: $input) { problems { code } } }",
    { input: { id: a, intoId: b, version: 1 } },
    rapporteur,
  );
});

test("a text that a version cited by a key point merged since is cited still, and feeds what it fed", async () => {
  const { data } = await api.ask(
    `query ($id: ID!) { contribution(id: $id) { trail { events { step keyPoint { id } synthesis { slug } } } } }`,
    { id: contributionId },
  );
  const { events } = data.contribution.trail;
  expect(events).toContainEqual({ step: "CITED", keyPoint: null, synthesis: { slug } });
  expect(events).toContainEqual({ step: "MARKED", keyPoint: { id: b }, synthesis: null });
  expect(events.map(({ step }: { step: string }) => step)).toContain("FEEDS");
});

test("the reading desk counts it among those that are cited", async () => {
  const { data } = await api.ask("{ readingDesk { cited withoutFollowUp } }", {}, rapporteur);
  expect(data.readingDesk.cited).toBe(3);
});

test("whose words it was is not told again that they lead where they already led", async () => {
  const told = await api.database.query<{ target: string; seen: boolean }[]>(
    "select target_id as target, seen from notice where contribution_id = $1",
    [contributionId],
  );
  expect(told).toEqual(
    expect.arrayContaining([
      { target: a, seen: true },
      { target: b, seen: true },
    ]),
  );
});
