import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { astray, countAgain } from "./tally.truth.ts";

const api = seededApi();

interface Marked {
  keyPointId: string;
  contributionId: string;
  passageId: string;
}

const people = async (id: string) => {
  const { data } = await api.ask(`{ keyPoint(id: "${id}") { peopleCount } }`);
  return data.keyPoint.peopleCount as number;
};

/** A passage that alone says its key point in the name of somebody. */
const marked = async () => {
  const [found] = await api.database.query<[Marked]>(
    `select k.id as "keyPointId", c.id as "contributionId", p.id as "passageId" from key_point k
     join key_point_passage l on l.key_point_id = k.id join passage p on p.id = l.passage_id
     join contribution c on c.id = p.contribution_id and c.status = 'VISIBLE' and c.minutes_block_id is null
     where k.state = 'STATED' and c.objective_id is not null
       and not exists (select from key_point_passage o where o.key_point_id = k.id and o.voice_id = l.voice_id and o.passage_id <> l.passage_id)
     order by k.id, p.id limit 1`,
  );
  return found;
};

test("who says a key point is counted while anybody may read it", async () => {
  const { keyPointId, contributionId } = await marked();
  const before = await people(keyPointId);
  const become = (status: string) =>
    api.database.query("update contribution set status = $2 where id = $1", [contributionId, status]);
  await become("HIDDEN");
  expect(await people(keyPointId)).toBe(before - 1);
  await become("VISIBLE");
  expect(await people(keyPointId)).toBe(before);
});

test("a sentence of a proposal rests on the objective of its words, also once the text is another's", async () => {
  const { contributionId, passageId } = await marked();
  const [{ id: statementId }] = await api.database.query<[{ id: string }]>(
    `select s.id from statement s where not exists (select from statement_passage l
       where l.statement_id = s.id and l.passage_id = $1) order by s.id limit 1`,
    [passageId],
  );
  await api.database.query("insert into statement_passage (statement_id, passage_id) values ($1, $2)", [
    statementId,
    passageId,
  ]);
  const kept = async () => {
    const [row] = await api.database.query<[{ own: boolean; at: string }]>(
      `select l.objective_id is not distinct from c.objective_id as own, l.objective_id as at
       from statement_passage l, contribution c where l.statement_id = $1 and l.passage_id = $2 and c.id = $3`,
      [statementId, passageId, contributionId],
    );
    return row;
  };
  const before = await kept();
  expect(before).toMatchObject({ own: true, at: expect.any(String) });
  await api.database.query(
    "update contribution set objective_id = (select id from objective where id <> $2 order by id limit 1) where id = $1",
    [contributionId, before.at],
  );
  expect((await kept()).own).toBe(true);
  expect((await kept()).at).not.toBe(before.at);
  await api.database.query("update contribution set objective_id = $2 where id = $1", [contributionId, before.at]);
});

test("a text that is taken back while its words are linked leaves nothing beside the link, whichever came first", async () => {
  const { contributionId, passageId } = await marked();
  const links = await api.database.query<{ table: string; of: string; id: string }[]>(
    `(select 'statement_passage' as table, 'statement_id' as of, s.id from statement s
       where not exists (select from statement_passage l where l.statement_id = s.id and l.passage_id = $1) limit 2)
     union all (select 'key_point_passage', 'key_point_id', k.id from key_point k
       where not exists (select from key_point_passage l where l.key_point_id = k.id and l.passage_id = $1) limit 2)`,
    [passageId],
  );
  expect(links).toHaveLength(4);
  const become = (status: string) => `update contribution set status = '${status}' where id = '${contributionId}'`;
  for (const [at, { table, of, id }] of links.entries()) {
    const link = `insert into ${table} (${of}, passage_id) values ('${id}', '${passageId}')`;
    const [first, second] = at % 2 ? [link, become("WITHDRAWN")] : [become("WITHDRAWN"), link];
    let other = Promise.resolve<unknown>("not asked");
    await api.database.transaction(async (tx) => {
      await tx.query(first);
      other = api.database.query(second);
      // It waits: what it would read is still to be decided.
      expect(await Promise.race([other.then(() => "done"), setTimeout(200, "waits")])).toBe("waits");
    });
    await other;
    expect(await astray(api.database.manager)).toEqual([]);
    await api.database.query(become("VISIBLE"));
  }
});

test("what is kept beside a link and is astray is found, and put right", async () => {
  await api.database.query("update key_point_passage set voice_id = null where voice_id is not null");
  await api.database.query("update statement_passage set objective_id = null where objective_id is not null");
  await api.database.query("update reaction set group_id = gen_random_uuid()");
  const found = new Set((await astray(api.database.manager)).map(({ figure }) => figure));
  expect(found).toEqual(new Set(["group of reaction", "voices of key point", "words of objective"]));
  await countAgain(api.database.manager);
  expect(await astray(api.database.manager)).toEqual([]);
});

test("key points of a department are found by its links alone, of those who answered with a name", async () => {
  const [{ slug, named }] = await api.database.query<[{ slug: string; named: number }]>(
    `select t.slug, count(distinct k.id)::int as named from territory t
     join contribution c on c.territory_id = t.id and c.status = 'VISIBLE' and (c.appearance = 'NAMED' or c.response_id is null)
     join passage p on p.contribution_id = c.id join key_point_passage l on l.passage_id = p.id
     join key_point k on k.id = l.key_point_id and k.state = 'STATED'
     where t.kind = 'DEPARTMENT' group by 1 order by 2 desc, 1 limit 1`,
  );
  const told = async () => {
    const { data } = await api.ask(`{ territory(slug: "${slug}") { keyPointCount } }`);
    return data.territory.keyPointCount as number;
  };
  expect(await told()).toBe(named);
  await api.database.query("update key_point_passage set place_id = null");
  expect(await told()).toBe(0);
  await countAgain(api.database.manager);
  expect(await told()).toBe(named);
});
