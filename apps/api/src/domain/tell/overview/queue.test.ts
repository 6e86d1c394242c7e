import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";

const api = seededApi();

/** The queue of a filter, as its counts tell it and as it is read page after page. */
async function queueOf(filter: object) {
  const viewer = await holderOf(api.database, "RAPPORTEUR");
  const nodes: { id: string; body: string }[] = [];
  let after: string | null = null;
  let counts = { toRead: 0, totalCount: 0, unpublishedCount: 0 };
  do {
    const { data, errors }: { data?: any; errors?: unknown } = await api.ask(
      `query ($filter: ReadingFilter, $after: String) { readingDesk { toRead(filter: $filter)
         queue(filter: $filter, first: 100, after: $after) { totalCount unpublishedCount nodes { id } pageInfo { endCursor hasNextPage } } } }`,
      { filter, after },
      viewer,
    );
    expect(errors).toBeUndefined();
    const { toRead, queue } = data.readingDesk;
    counts = { toRead, totalCount: queue.totalCount, unpublishedCount: queue.unpublishedCount };
    nodes.push(...queue.nodes);
    after = queue.pageInfo.hasNextPage ? queue.pageInfo.endCursor : null;
  } while (after);
  const [{ unpublished }] = await api.database.query<[{ unpublished: number }]>(
    "select count(*)::int as unpublished from contribution where id = any($1::uuid[]) and status = 'UNPUBLISHED'",
    [nodes.map(({ id }) => id)],
  );
  return { counts, read: { toRead: nodes.length, totalCount: nodes.length, unpublishedCount: unpublished } };
}

test("a queue counts the texts that it leads to, whatever it is asked for, and whoever read or marked meanwhile", async () => {
  const [{ question, unread }] = await api.database.query<[{ question: string; unread: string[] }]>(
    `select (array_agg(question_id))[1] as question, (array_agg(id))[:3] as unread
     from contribution where question_id is not null and readers = 0 and status = 'VISIBLE'`,
  );
  const filters = [
    {},
    { unread: false },
    { objective: "objectif-2" },
    { objective: "objectif-1", unread: false },
    { question },
    { channel: "PAPER", unread: false },
    { territory: "bretagne", unread: false },
    { territory: "finistere", unread: false },
    { withoutEnd: true },
    { question: "nulle-part" },
  ];
  const check = async () => {
    for (const filter of filters) {
      const { counts, read } = await queueOf(filter);
      // A count that is not kept stops at a hundred, and one more says that there are more.
      const upTo = (count: number) => ("withoutEnd" in filter || filter.territory ? Math.min(count, 101) : count);
      expect({ filter, ...counts }).toEqual({
        filter,
        ...read,
        toRead: upTo(read.toRead),
        totalCount: upTo(read.totalCount),
      });
    }
  };
  await check();
  const { id } = await holderOf(api.database, "RAPPORTEUR");
  for (const text of unread)
    await api.database.query("insert into reading (contribution_id, person_id, read_at) values ($1, $2, now())", [
      text,
      id,
    ]);
  await api.database.query("update question set visibility = 'AGGREGATED' where id = $1", [question]);
  await check();
});

test("where more than a hundred responses have no follow-up, the desk says that there are more", async () => {
  const asked = async () => {
    const viewer = await holderOf(api.database, "RAPPORTEUR");
    return (await api.ask("{ readingDesk { withoutFollowUp } }", {}, viewer)).data.readingDesk.withoutFollowUp;
  };
  await api.database.query("delete from contribution where contributed_on = '2011-01-01'");
  const before = await asked();
  expect(before).toBeLessThan(60);
  const arrive = (count: number) =>
    api.database.query(
      `insert into contribution (theme_id, objective_id, channel, body, status, appearance, contributed_on)
       select theme_id, objective_id, 'EMAIL', 'Mot.', 'VISIBLE', 'ANONYMOUS', '2011-01-01'
       from (select theme_id, objective_id from contribution where objective_id is not null limit 1) c, generate_series(1, $1)`,
      [count],
    );
  await arrive(40);
  expect(await asked()).toBe(before + 40);
  await arrive(200);
  expect(await asked()).toBe(101);
});
