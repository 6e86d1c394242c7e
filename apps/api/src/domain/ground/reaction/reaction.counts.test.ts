import { beforeEach, expect, test } from "vitest";
import { testApi } from "../../../../test/site/api.ts";
import { contributionOf, type Small, smallInstance } from "../../../../test/rows/builders.ts";
import { statementsOf } from "../../../../test/site/statements.ts";

const api = testApi();
let small: Small;
let id: string;
beforeEach(async () => {
  small ??= await smallInstance(api.database);
  ({ id } = await contributionOf(api.database, small, {}));
});

test("people who react are counted once each in each way, and no reaction is read for it", async () => {
  const said = (kind: string, device: string | null, many: number) =>
    api.database.query(
      `insert into reaction (key, subject, subject_id, kind, text, reacted_on, author_digest)
       select gen_random_uuid(), 'CONTRIBUTION', $1, $2, 'Mot', '2012-06-01', $3 from generate_series(1, $4::int)`,
      [id, kind, device, many],
    );
  const counts = async () => {
    const text = "query ($id: ID!) { contribution(id: $id) { reactionCounts { support qualify source } } }";
    return (await api.ask(text, { id })).data.contribution.reactionCounts;
  };
  await said("SUPPORT", "one", 1);
  await said("SUPPORT", "one", 30);
  await said("QUALIFY", "one", 2);
  await said("SUPPORT", null, 40);
  expect(await counts()).toEqual({ support: 41, qualify: 1, source: 0 });
  await api.database.query("update reaction set status = 'HIDDEN' where kind = 'QUALIFY' and subject_id = $1", [id]);
  await api.database.query("delete from reaction where author_digest is null and subject_id = $1", [id]);
  expect(await counts()).toEqual({ support: 1, qualify: 0, source: 0 });
  expect((await statementsOf(counts)).filter((text) => /\breaction\b/.test(text))).toEqual([]);
});

test("what one device sends at the same moment counts once", async () => {
  await Promise.all(
    Array.from({ length: 8 }, () =>
      api.database.transaction((db) =>
        db.query(
          `insert into reaction (key, subject, subject_id, kind, text, reacted_on, author_digest)
           values (gen_random_uuid(), 'CONTRIBUTION', $1, 'SUPPORT', 'Mot', '2012-06-01', 'one')`,
          [id],
        ),
      ),
    ),
  );
  const [{ n }] = await api.database.query<[{ n: number }]>(
    "select sum(n)::int as n from tally where subject_id = $1 and figure = 'reactions.SUPPORT'",
    [id],
  );
  expect(n).toBe(1);
});
