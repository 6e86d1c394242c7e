import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { personWith, signedIn } from "../../../../test/site/people.ts";
import { dayOf } from "../../../platform/day.ts";
import { type Viewer, visitor } from "../../../platform/viewer.ts";
import { conceptsOf, countedNowhere } from "./activity.queries.ts";

const api = seededApi();

const activity = async (viewer: Viewer) => {
  const { data, errors } = await api.ask("{ ownActivity { day acts { kind count } } }", {}, viewer);
  expect(errors).toBeUndefined();
  return data.ownActivity as { day: string; acts: { kind: string; count: number }[] }[];
};

/** Writes down that somebody did something, so many days ago. */
const wrote = (personId: string, concept: string, days: number) =>
  api.database.query(
    `insert into journal_entry (event, subject_type, actor_id, recorded_on, recorded_at)
     values ($2 || '.done', $2, $1, now(), now() - make_interval(days => $3))`,
    [personId, concept, days],
  );

test("somebody of a team finds what they did in seven days, by day and in the order of the chain, and nothing of others", async () => {
  const somebody = await personWith(api.database, ["RAPPORTEUR"]);
  const other = await personWith(api.database, ["RAPPORTEUR"]);
  for (const concept of ["proposal", "statement", "keyPoint", "session"]) await wrote(somebody, concept, 0);
  await wrote(somebody, "passage", 2);
  await wrote(somebody, "passage", 8);
  await wrote(other, "handover", 0);
  await api.database.query(
    `insert into reading (contribution_id, person_id, read_at)
     select id, $1, now() - interval '2 days' from contribution order by id limit 3`,
    [somebody],
  );
  const today = new Date();
  expect(await activity(await signedIn(api.database, somebody))).toEqual([
    {
      day: dayOf(today),
      acts: [
        { kind: "KEY_POINTS", count: 1 },
        { kind: "PROPOSALS", count: 2 },
      ],
    },
    {
      day: dayOf(new Date(today.getTime() - 2 * 86_400_000)),
      acts: [
        { kind: "READINGS", count: 3 },
        { kind: "PASSAGES", count: 1 },
      ],
    },
  ]);
});

test("a visitor and a member have no activity to find", async () => {
  const member = await personWith(api.database, ["MEMBER"]);
  await wrote(member, "proposal", 0);
  expect(await activity(visitor)).toEqual([]);
  expect(await activity(await signedIn(api.database, member))).toEqual([]);
});

test("every concept of the journal is counted in one kind, or named among those that are no work", () => {
  const written = new Set<string>();
  for (const file of globSync("apps/api/src/domain/**/*.ts"))
    if (!file.endsWith(".test.ts"))
      for (const [, before] of readFileSync(file, "utf8").matchAll(/\brecord\(([^;]*?)\);/gs))
        for (const [, concept] of before!.matchAll(/"([a-zA-Z]+)\.[a-zA-Z_]+"/g)) written.add(concept!);
  const known = [...Object.values(conceptsOf).flat(), ...countedNowhere];
  expect(written.size).toBeGreaterThan(40);
  expect([...written].filter((concept) => !known.includes(concept))).toEqual([]);
  expect(new Set(known).size).toBe(known.length);
});
