import { beforeAll, expect, test } from "vitest";
import { atTheDesk } from "../../../../test/acts/reading.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import type { Viewer } from "../../../platform/viewer.ts";

const api = seededApi();
const { arrive, keep, read, readingDesk } = atTheDesk(api);
let first: Viewer;
let second: Viewer;
beforeAll(async () => {
  first = await holderOf(api.database, "RAPPORTEUR");
  second = await holderOf(api.database, "RAPPORTEUR", 1);
});

const counts = async (viewer: Viewer) => {
  const asked = "toRead(filter: $filter) responsesToRead(filter: $filter) evening { read responses notRetained }";
  const { evening, ...left } = await readingDesk(viewer, asked, { filter: { objective: "objectif-4" } });
  return { ...left, ...evening } as Record<string, number>;
};

test("what is left and what was read is counted in texts and in responses: one sheet of two texts is one response", async () => {
  const before = await counts(first);
  const texts = await arrive(3);
  const ids = texts.map(({ id }) => id);
  await api.database.query(
    `update contribution set response_id = (select r.id from response r join contribution c on c.response_id = r.id
       and c.readers > 0 limit 1) where id = any($1::uuid[])`,
    [ids.slice(0, 2)],
  );
  const came = { ...before, toRead: before.toRead! + 3, responsesToRead: before.responsesToRead! + 2 };
  expect(await counts(first)).toEqual(came);
  await read(first, { contributionIds: [ids[0]], notRetained: "NOTHING_TO_ADD" });
  const one = { read: before.read! + 1, responses: before.responses! + 1, notRetained: before.notRetained! + 1 };
  expect(await counts(first)).toEqual({ ...came, ...one, toRead: before.toRead! + 2 });
  await read(first, { contributionIds: [ids[1]], notRetained: "NOTHING_TO_ADD" });
  const both = { ...before, ...one, read: before.read! + 2 };
  expect(await counts(first)).toEqual({
    ...both,
    toRead: before.toRead! + 1,
    responsesToRead: before.responsesToRead! + 1,
  });
  // A text kept for two readers is still left to the other one.
  const theirs = await counts(second);
  await keep(first, ids[2]!);
  expect(await counts(first)).toMatchObject({ toRead: before.toRead, responsesToRead: before.responsesToRead });
  expect(await counts(second)).toEqual(theirs);
});
