import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { testApi } from "../../../../test/site/api.ts";
import { seededApi, seededTemplate } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import { statementsOf } from "../../../../test/site/statements.ts";
import { type Viewer, viewerOf } from "../../../platform/viewer.ts";

const api = seededApi();
let rapporteur: Viewer;
beforeAll(async () => {
  rapporteur = await holderOf(api.database, "RAPPORTEUR");
});

const types = { filter: "ReadingFilter", first: "Int", after: "String", id: "ID!" };

/** The reading desk, seen by whoever holds it; variables are those of `types`. */
const readingDesk = async (fields: string, variables: object = {}, viewer: Viewer = rapporteur) => {
  const declared = Object.entries(types).filter(([name]) => fields.includes(`$${name}`));
  const head = declared.length ? `query (${declared.map(([name, type]) => `$${name}: ${type}`).join(", ")})` : "query";
  const { data, errors } = await api.ask(`${head} { readingDesk { ${fields} } }`, { ...variables }, viewer);
  expect(errors).toBeUndefined();
  return data.readingDesk;
};

const page = async (variables: object) =>
  (
    await readingDesk(
      "queue(filter: $filter, first: $first, after: $after) { nodes { id status } totalCount pageInfo { endCursor hasNextPage } }",
      variables,
    )
  ).queue;

async function wholeQueue(filter: object): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const { nodes, pageInfo } = await page({ filter, first: 50, after });
    ids.push(...nodes.map(({ id }: { id: string }) => id));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  return ids;
}

const all = { unread: false };

test("the reading desk is refused without the role, and a visitor is told to sign in", async () => {
  const moderator = await holderOf(api.database, "MODERATOR");
  const refused = async (viewer?: Viewer) =>
    (await api.ask("{ readingDesk { toRead } }", {}, viewer)).errors?.map(({ message, extensions }) => [
      extensions.code,
      message,
    ]);
  expect(await refused(moderator)).toEqual([["FORBIDDEN", "This is not yours to do."]]);
  expect(await refused()).toEqual([["UNAUTHENTICATED", "Sign in first."]]);
});

test("a reader of another group finds nothing of this one, and marks nothing of it", async () => {
  const roles = [{ role: "RAPPORTEUR" as const, groupId: randomUUID(), territoryId: null }];
  const elsewhere = viewerOf({ id: rapporteur.id, displayName: "Ailleurs", language: "fr" }, roles);
  const seen = await readingDesk("toRead(filter: $filter) read marked withoutFollowUp", { filter: all }, elsewhere);
  expect(seen).toEqual({ toRead: 0, read: 0, marked: 0, withoutFollowUp: 0 });
  const { data } = await api.ask("{ proposals(first: 100) { nodes { state } } }", {}, elsewhere);
  expect(JSON.stringify(data)).not.toContain("DRAFT");
  const [contributionId] = await wholeQueue(all);
  const { errors } = await api.ask(
    "mutation ($input: MarkPassageInput!) { markPassage(input: $input) { problems { code } } }",
    { input: { contributionId, startsAt: 0, endsAt: 9, newKeyPoint: "Non." } },
    elsewhere,
  );
  expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
});

test("page after page, the queue holds every contribution once, the unpublished ones too", async () => {
  const ids = await wholeQueue(all);
  const there = await api.database.query<{ id: string }[]>(
    "select id from contribution where status in ('VISIBLE', 'UNPUBLISHED') order by id",
  );
  expect(ids.toSorted()).toEqual(there.map(({ id }) => id));
  expect((await page({ filter: all })).totalCount).toBe(there.length);
});

test("the order of the queue stays, owes nothing to dates, and is each reader's own", async () => {
  const ids = await wholeQueue(all);
  expect(await wholeQueue(all)).toEqual(ids);
  const dated = await api.database.query<{ id: string }[]>("select id from contribution order by contributed_on, id");
  expect(ids.slice(0, 20)).not.toEqual(dated.slice(0, 20).map(({ id }) => id));
  const other = await holderOf(api.database, "RAPPORTEUR", 1);
  const { queue } = await readingDesk("queue(filter: $filter) { nodes { id } }", { filter: all }, other);
  const others: string[] = queue.nodes.map(({ id }: { id: string }) => id);
  expect(others.length).toBeGreaterThan(5);
  expect(others).not.toEqual(ids.slice(0, others.length));
});

test("hidden, held and withdrawn texts are not in the queue, and are not opened", async () => {
  const [contribution] = await api.database.query<{ id: string }[]>(
    "select id from contribution where status = 'VISIBLE' limit 1",
  );
  const { id } = contribution!;
  for (const status of ["HIDDEN", "HELD", "WITHDRAWN"]) {
    await api.database.query("update contribution set status = $2 where id = $1", [id, status]);
    expect(await wholeQueue(all)).not.toContain(id);
    expect((await readingDesk("contribution(id: $id) { id }", { id })).contribution).toBeNull();
  }
  await api.database.query("update contribution set status = 'VISIBLE' where id = $1", [id]);
});

test("an objective, a territory of any kind and a channel narrow the queue", async () => {
  const { toRead } = await readingDesk("toRead(filter: $filter)", { filter: { ...all, objective: "objectif-1" } });
  const [{ count }] = (await api.database.query<{ count: number }[]>(
    `select count(*)::int from contribution c join objective o on o.id = c.objective_id
     where o.slug = 'objectif-1' and c.status in ('VISIBLE', 'UNPUBLISHED')`,
  )) as [{ count: number }];
  expect(toRead).toBe(count);
  const within = async (slug: string) => (await wholeQueue({ ...all, territory: slug })).length;
  expect(await within("finistere")).toBeGreaterThan(0);
  expect(await within("bretagne")).toBeGreaterThanOrEqual(await within("finistere"));
  expect(await within("bretagne-2012")).toBe(await within("bretagne"));
  expect(await within("nulle-part")).toBe(0);
  for (const id of await wholeQueue({ ...all, channel: "PAPER" }))
    expect(await api.database.query("select from contribution where id = $1 and channel = 'PAPER'", [id])).toHaveLength(
      1,
    );
});

test("a text that was read leaves the queue of all readers, and counts in its reader's evening", async () => {
  const before = await readingDesk("toRead read evening { read }");
  const ids = (await wholeQueue({})).slice(0, 3);
  await api.ask(
    "mutation ($ids: [ID!]!) { readContributions(input: { contributionIds: $ids }) { problems { code } } }",
    { ids },
    rapporteur,
  );
  const after = await readingDesk("toRead read evening { read }");
  expect(after).toEqual({
    toRead: before.toRead - 3,
    read: before.read + 3,
    evening: { read: before.evening.read + 3 },
  });
  expect(await wholeQueue({})).not.toContain(ids[0]);
});

test("one walks the queue both ways, a whole response at a time, back to what was just read", async () => {
  const ids = await wholeQueue(all);
  const open = async (id: string, filter: object = all) =>
    (
      await readingDesk(
        `contribution(id: $id, filter: $filter) {
          id readings { name } canMark nextId previousId contribution { id } ofResponse { id contribution { question { code } } } }`,
        { id, filter },
      )
    ).contribution;
  const sheets: string[][] = [];
  for (let id: string | null = ids[0]!; id;) {
    const { nextId, previousId, ofResponse } = await open(id);
    expect(previousId).toBe(sheets.at(-1)?.[0] ?? null);
    const texts = ofResponse.map((it: { id: string }) => it.id) as string[];
    const codes = ofResponse.map((it: any) => it.contribution.question?.code ?? "");
    expect(codes).toEqual(codes.toSorted());
    // Whichever text of a response is opened, the same ones stand on the sheet, and the same response follows.
    expect((await open(texts.at(-1)!)).ofResponse).toEqual(ofResponse);
    sheets.push([id, ...texts.filter((it) => it !== id)]);
    id = nextId;
  }
  expect(sheets.some((texts) => texts.length > 1)).toBe(true);
  expect(sheets.flat().toSorted()).toEqual(ids.toSorted());
  expect(sheets.map(([first]) => first)).toEqual(ids.filter((id) => sheets.some(([first]) => first === id)));

  const [toRead] = await wholeQueue({});
  const { readings } = await open(toRead!, {});
  expect(readings).toEqual([]);
});

test("a response that is passed comes once, and one of which a text is read comes by the next one", async () => {
  const walked = async () => {
    const ids: string[] = [];
    for (let [id] = await wholeQueue({}); id;) {
      ids.push(id);
      // oxlint-disable-next-line no-await-in-loop -- each says which one follows it
      id = (await readingDesk("contribution(id: $id) { nextId }", { id })).contribution.nextId;
    }
    return ids;
  };
  const unread = await wholeQueue({});
  const rows = await api.database.query<{ id: string; response: string }[]>(
    "select id, response_id as response from contribution where id = any($1::uuid[]) and response_id is not null",
    [unread],
  );
  const responses = [...Map.groupBy(rows, ({ response }) => response).values()];
  const ids = new Set(responses.find((texts) => texts.length > 1)!.map(({ id }) => id));
  const texts = unread.filter((id) => ids.has(id));
  expect((await walked()).filter((id) => ids.has(id))).toEqual([texts[0]]);
  await api.database.query("insert into reading (contribution_id, person_id, read_at) values ($1, $2, now())", [
    texts[0],
    rapporteur.id,
  ]);
  expect((await walked()).filter((id) => ids.has(id))).toEqual([texts[1]]);
  await api.database.query("delete from reading where contribution_id = $1", [texts[0]]);
});

test("a text that is not published can be opened there, and not marked", async () => {
  const [contribution] = await api.database.query<{ id: string }[]>(
    "select id from contribution where status = 'UNPUBLISHED'",
  );
  const { contribution: opened } = await readingDesk("contribution(id: $id) { canMark contribution { body } }", {
    id: contribution!.id,
  });
  expect(opened.canMark).toBe(false);
  expect(opened.contribution.body).not.toBe("");
});

/** Contributions that the pack leaves without an answer to the end, on purpose. */
const unanswered = ["c1-06", "c1-26", "c1-27", "c2-02", "c2-07", "c2-23", "c2-29"];

/** Reads « Paroles sans retour », as the pack names them: their number on the reading desk, and the list. */
async function withoutFollowUp(on: typeof api) {
  const holder = await holderOf(on.database, "RAPPORTEUR");
  const { data } = await on.ask(
    `{ readingDesk { withoutFollowUp queue(filter: { unread: false, withoutFollowUp: true }, first: 100) { nodes { id } } } }`,
    {},
    holder,
  );
  const listed = await on.database.query<{ key: string }[]>(
    `select distinct r.key from contribution c join response r on r.id = c.response_id
     where c.id = any($1::uuid[]) order by 1`,
    [data.readingDesk.queue.nodes.map(({ id }: { id: string }) => id)],
  );
  return { count: data.readingDesk.withoutFollowUp, listed: listed.map(({ key }) => key.replace("demo-", "")) };
}

test("« paroles sans retour » are found, the unpublished one too: no more, no less", async () => {
  // Five more get theirs later: an initiative that they tell of on 30 June, a reason in the days after 20 June.
  const listed = [...unanswered, "c2-05", "c2-10", "c2-20", "c3-25", "c3-30"].toSorted();
  expect(await withoutFollowUp(api)).toEqual({ count: 12, listed });
});

const inJuly = testApi(() => seededTemplate("2012-07-20"));

test("one month later exactly the seven texts that the demonstration leaves without follow-up remain", async () => {
  expect(await withoutFollowUp(inJuly)).toEqual({ count: 7, listed: unanswered });
});

test("a reason, a passage in a proposal, an initiative: each is a follow-up", async () => {
  const text = async (key: string) =>
    (
      await api.database.query<[{ id: string }]>(
        `select c.id from contribution c join response r on r.id = c.response_id where r.key = $1 limit 1`,
        [`demo-${key}`],
      )
    )[0].id;
  await api.database.query("update contribution set not_retained = 'NOTHING_TO_ADD' where id = $1", [
    await text("c1-26"),
  ]);
  await api.database.query(
    `with marked as (
       insert into passage (contribution_id, starts_at, ends_at, quote, marked_at)
       select id, 0, 5, left(body, 5), now() from contribution where id = $1 returning id
     ) insert into statement_passage (statement_id, passage_id)
     select s.id, marked.id from marked, statement s limit 1`,
    [await text("c1-27")],
  );
  await api.database.query(
    "insert into initiative_contribution select id, $1, current_date from initiative order by id limit 1",
    [await text("c2-05")],
  );
  const { count, listed } = await withoutFollowUp(api);
  expect(count).toBe(9);
  for (const key of ["c1-26", "c1-27", "c2-05"]) expect(listed).not.toContain(key);
});

test("the key points of an objective are there, those at work too", async () => {
  const { keyPoints } = await readingDesk('keyPoints(objective: "objectif-1") { number state objective { slug } }');
  expect(keyPoints.length).toBeGreaterThanOrEqual(14);
  expect(keyPoints.map(({ number }: { number: number }) => number)).toEqual(
    keyPoints.map(({ number }: { number: number }) => number).toSorted((a: number, b: number) => a - b),
  );
});

test("a queue of 40 costs as many statements as a queue of 2", async () => {
  const fields = `queue(first: $first, filter: $filter) {
    totalCount nodes { id body region { name } question { label } objective { name } passages { quote } }
  }`;
  const cost = async (first: number) => (await statementsOf(() => readingDesk(fields, { first, filter: all }))).length;
  await cost(40);
  expect(await cost(40)).toBe(await cost(2));
});

test("a text is given to objectives at work, and to its own even where that one was withdrawn", async () => {
  const [id] = await wholeQueue(all);
  const offered = async () =>
    (await readingDesk("contribution(id: $id) { objective { slug } objectives { slug } }", { id })).contribution;
  const { objective, objectives } = await offered();
  expect(objectives.length).toBeGreaterThan(1);
  const withdraw = (day: string | null) => api.database.query("update objective set withdrawn_on = $1", [day]);
  await withdraw("2012-05-01");
  const left = await offered();
  await withdraw(null);
  expect(left.objectives).toEqual([{ slug: objective.slug }]);
});
