import { beforeAll, expect, test } from "vitest";
import { receiptCode, receiptDigest } from "../../src/domain/listen/response/codes.ts";
import { type Viewer, viewerOf } from "../../src/platform/viewer.ts";
import { walkedApi } from "../site/demo.ts";
import { personWith } from "../site/people.ts";
import { schema, walk } from "./walk.ts";

const api = walkedApi();
/** Texts that answer a question whose answers are only counted, with the canaries planted in them. */
let counted: { id: string; body: string; response: string | null }[];
let rapporteur: Viewer;

beforeAll(async () => {
  const run = (text: string) => api.database.query(text);
  await run(`update question set visibility = 'AGGREGATED' where id = (
    select question_id from contribution where response_id is not null and question_id is not null
    group by 1 order by count(*) desc, 1 limit 1)`);
  counted = await run(`with planted as (
      update contribution set status = 'UNPUBLISHED', body = 'canary-counted-' || id
      where question_id in (select id from question where visibility = 'AGGREGATED')
      returning id, body, response_id as response
    ) select * from planted`);
  const id = await personWith(api.database, ["RAPPORTEUR"]);
  const everywhere = { role: "RAPPORTEUR" as const, groupId: null, territoryId: null };
  rapporteur = viewerOf({ id, displayName: "Une personne fictive", language: "fr" }, [everywhere]);
});

test("answers that are only counted reach no rapporteur, on any path of the schema", async () => {
  const nothing = Object.fromEntries(Object.keys(schema.getQueryType()!.getFields()).map((name) => [name, []]));
  const keyPoints = await api.database.query<{ id: string }[]>("select id from key_point");
  const { told } = await walk(api.database, rapporteur, {
    ...nothing,
    readingDesk: [{}],
    contributions: [{ first: 50 }, { filter: { search: "canary" }, first: 50 }],
    contribution: counted.map(({ id }) => ({ id })),
    keyPoint: keyPoints,
  });
  expect(told.length).toBeGreaterThan(1000);
  expect(told.filter(({ value }) => JSON.stringify(value).includes("canary-counted"))).toEqual([]);
});

test("a counted answer is not in the queue of the reading desk, nor among the texts left to read", async () => {
  const seen: { id: string; body: string }[] = [];
  const page = `query ($filter: ReadingFilter, $after: String) { readingDesk { toRead(filter: $filter)
    queue(filter: $filter, first: 100, after: $after) { totalCount nodes { id body } pageInfo { hasNextPage endCursor } } } }`;
  let after: string | null = null;
  let readingDesk: any;
  do {
    ({ readingDesk } = (await api.ask(page, { filter: { unread: false }, after }, rapporteur)).data);
    seen.push(...readingDesk.queue.nodes);
    after = readingDesk.queue.pageInfo.hasNextPage ? readingDesk.queue.pageInfo.endCursor : null;
  } while (after);
  expect(counted.length).toBeGreaterThan(0);
  expect(seen.length).toBeGreaterThan(100);
  expect(seen.filter(({ body }) => body.includes("canary-counted"))).toEqual([]);
  expect([readingDesk.toRead, readingDesk.queue.totalCount]).toEqual([seen.length, seen.length]);
});

test("a counted answer is not opened by its id, and its author still sees it", async () => {
  const { id, body, response } = counted[0]!;
  const one = "query ($id: ID!) { contribution(id: $id) { body } readingDesk { contribution(id: $id) { id } } }";
  const { data } = await api.ask(one, { id }, rapporteur);
  expect(data).toEqual({ contribution: null, readingDesk: { contribution: null } });
  const act = "mutation ($id: ID!) { readContributions(input: { contributionIds: [$id] }) { contributions { body } } }";
  const { errors } = await api.ask(act, { id }, rapporteur);
  expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");

  await api.database.query("update response set receipt_digest = $2 where id = $1", [
    response,
    receiptDigest(response!),
  ]);
  const own = "query ($code: String!) { receipt(code: $code) { contributions { body } } }";
  const { receipt } = (await api.ask(own, { code: receiptCode(response!) })).data;
  expect(receipt.contributions).toContainEqual({ body });
});
