import { expect, test } from "vitest";
import { writingApi } from "../../../../test/writing.ts";

const the = writingApi();

test("a synthesis that is published ends the checkpoint of its objective, and no other", async () => {
  await the.setUp();
  await the.keyPointOf("Le circuit court relie.", 3);
  const { database } = the.api;
  await database.query(
    `insert into milestone (group_id, objective_id, position, kind, label, starts_on, ends_on, planned_starts_on,
       planned_ends_on)
     select group_id, id, n, kind, kind, now(), now(), now(), now() from objective,
       (values (1, 'CHECKPOINT'), (2, 'ONLINE_EXCHANGE')) it (n, kind) where slug = 'objectif-1'`,
  );
  await the.published((await the.done("openSynthesis", { objective: "objectif-1" })).synthesis);
  const steps = await database.query(
    `select m.kind, m.done_on = current_date as today, s.version from milestone m join schedule s on s.group_id = m.group_id
     order by m.kind`,
  );
  expect(steps).toEqual([
    { kind: "CHECKPOINT", today: true, version: 1 },
    { kind: "ONLINE_EXCHANGE", today: null, version: 1 },
  ]);
});
