import { beforeAll, describe, expect, test } from "vitest";
import { testApi } from "../../../../test/site/api.ts";
import { contributionOf, questionnaireWith, type Small, smallInstance } from "../../../../test/rows/builders.ts";
import { statementsAgain } from "../../../../test/site/statements.ts";

const api = testApi();
let small: Small;
beforeAll(async () => {
  small = await smallInstance(api.database);
});

interface Listed {
  totalCount: number;
  unpublishedCount: number | null;
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
  nodes: any[];
}

async function list(
  filter: object | null,
  fields = "body",
  page: { first?: number; after?: string | null } = {},
): Promise<Listed> {
  const { data, errors } = await api.ask(
    `query ($filter: ContributionFilter, $first: Int, $after: String) {
       contributions(filter: $filter, first: $first, after: $after) {
         totalCount unpublishedCount pageInfo { endCursor hasNextPage } nodes { ${fields} } } }`,
    { filter, first: 20, ...page },
  );
  expect(errors).toBeUndefined();
  return data.contributions;
}

const bodiesOf = async (filter: object | null): Promise<string[]> => (await list(filter)).nodes.map(({ body }) => body);

describe("filters", () => {
  beforeAll(async () => {
    const { finistere, morbihan, bretagne, paris } = small.territories;
    const from = (body: string, territory: typeof finistere, more: object = {}) =>
      contributionOf(api.database, small, { body, territoryId: territory!.id, regionId: territory!.regionId, ...more });
    await from("named in Finistère", finistere, { appearance: "NAMED", authorName: "Jeanne" });
    await from("meeting in Morbihan", morbihan, { channel: "LOCAL_MEETING" });
    await from("Bretagne, paper", bretagne, { channel: "PAPER", sectors: ["ENERGY", "FOOD"] });
    await from("2012", small.territories["bretagne-2012"], {});
    await from("Paris", paris, { sectors: ["FOOD"] });
    await contributionOf(api.database, small, { body: "free", objectiveId: null });
    await from("kept for the team", finistere, { status: "UNPUBLISHED", appearance: "UNPUBLISHED" });
    for (const status of ["HELD", "HIDDEN", "WITHDRAWN"] as const) await from(status, finistere, { status });
  });

  test.each([
    ["none", null, 6],
    ["a region holds its departments and what it was in 2012", { territory: "bretagne" }, 4],
    ["a region of 2012 holds its departments", { territory: "bretagne-2012" }, 3],
    ["a department", { territory: "finistere" }, 1],
    ["another department", { territory: "morbihan" }, 1],
    ["an unknown territory holds nothing", { territory: "atlantide" }, 0],
    ["an objective", { objective: "objectif-1" }, 5],
    ["an unknown objective", { objective: "objectif-9" }, 0],
    ["a theme", { theme: "circuits-courts" }, 6],
    ["a channel", { channel: "PAPER" }, 1],
    ["a sector", { sector: "FOOD" }, 2],
    ["several at once", { territory: "bretagne", sector: "FOOD", channel: "PAPER", objective: "objectif-1" }, 1],
    [
      "all at once",
      {
        territory: "bretagne",
        sector: "FOOD",
        channel: "PAPER",
        objective: "objectif-1",
        theme: "circuits-courts",
        search: "paper",
      },
      1,
    ],
  ])("%s", async (_, filter, count) => {
    const found = await list(filter);
    expect(found.nodes).toHaveLength(count);
    expect(found.totalCount).toBe(count);
  });

  test("a question holds the answers to it, and what is no question holds nothing", async () => {
    const { ids } = await questionnaireWith(api.database, small, [{ code: "1.1", type: "LONG_TEXT" }]);
    await contributionOf(api.database, small, { body: "asked", questionId: ids["1.1"]!, objectiveId: null });
    expect(await bodiesOf({ question: ids["1.1"] })).toEqual(["asked"]);
    expect(await bodiesOf({ question: ids["1.1"], territory: "bretagne" })).toEqual([]);
    expect(await bodiesOf({ question: "1.1" })).toEqual([]);
    await api.database.query("delete from contribution where body = 'asked'");
  });

  test("what is not published is counted where nothing is filtered, and never shown", async () => {
    expect(await list(null)).toMatchObject({ unpublishedCount: 1 });
    expect(await list({ territory: "bretagne" })).toMatchObject({ totalCount: 4, unpublishedCount: null });
    expect(await list({ territory: "bretagne", search: "nowhere" })).toMatchObject({
      totalCount: 0,
      unpublishedCount: null,
    });
    expect(await bodiesOf(null)).not.toContain("kept for the team");
  });

  test("no contribution is read by its id unless it is published; of one that was taken back the place is", async () => {
    const rows = await api.database.query<{ id: string; status: string }[]>("select id, status from contribution");
    for (const { id, status } of rows) {
      const { data } = await api.ask("query ($id: ID!) { contribution(id: $id) { body } }", { id });
      expect(Boolean(data.contribution?.body)).toBe(status === "VISIBLE");
      expect(data.contribution === null).toBe(!["VISIBLE", "WITHDRAWN"].includes(status));
    }
    const { data } = await api.ask(`{ contribution(id: "nothing") { body } }`);
    expect(data.contribution).toBeNull();
  });

  test("« sans nom, avec ma région »: of who answered so, no department is told nor filtered by", async () => {
    const { finistere, bretagne } = small.territories;
    const [response] = await api.database.query<{ id: string }[]>(
      `with q as (insert into questionnaire (slug, objective_id, number, title, intro, estimated_minutes, opens_at, closes_at)
         select gen_random_uuid()::text, $1, coalesce(max(number), 0) + 1, '', '', 1, now(), now() from questionnaire
         returning id)
       insert into response (questionnaire_id, key, digest, receipt_digest, channel, appearance, territory_id, submitted_on)
       select id, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'ONLINE', 'ANONYMOUS', $2, now() from q returning id`,
      [small.objective.id, finistere!.id],
    );
    const answer = { responseId: response!.id, territoryId: finistere!.id, regionId: bretagne!.id };
    const { id } = await contributionOf(api.database, small, { body: "near", ...answer });
    const { data } = await api.ask(
      "query ($id: ID!) { contribution(id: $id) { territory { slug } region { slug } } }",
      { id },
    );
    expect(data.contribution).toEqual({ territory: { slug: "bretagne" }, region: { slug: "bretagne" } });
    expect(await bodiesOf({ territory: "finistere" })).toEqual(["named in Finistère"]);
    expect(await bodiesOf({ territory: "bretagne" })).toContain("near");
    for (const slug of ["finistere", "morbihan", "bretagne", "bretagne-2012", "paris"]) {
      const { data: counted } = await api.ask(
        `query ($slug: String!) { territory(slug: $slug) {
           contributionCount contributions { totalCount unpublishedCount } } }`,
        { slug },
      );
      const { contributionCount, contributions } = counted.territory;
      expect(contributions).toEqual({ totalCount: contributionCount, unpublishedCount: null });
    }
    // Texts that go no further are counted as they are listed, whole or a page of them.
    await api.database.query("update contribution set not_retained = 'ALREADY_SAID' where territory_id is not null");
    const asides = [];
    for (const slug of ["finistere", "morbihan", "bretagne", "bretagne-2012", "paris"]) {
      const { data: aside } = await api.ask(
        `query ($of: ContributionFilter!) { all: contributions(filter: $of) { totalCount nodes { id } }
           one: contributions(filter: $of, first: 1) { totalCount } }`,
        { of: { territory: slug, notRetained: true } },
      );
      const { length } = aside.all.nodes;
      expect({ slug, all: aside.all.totalCount, one: aside.one.totalCount }).toEqual({
        slug,
        all: length,
        one: length,
      });
      asides.push(length);
    }
    expect(Math.max(...asides)).toBeGreaterThan(1);
    await api.database.query("update contribution set not_retained = null");
    await api.database.query("delete from contribution where id = $1", [id]);
  });
});

describe("pages", () => {
  beforeAll(async () => {
    for (let n = 0; n < 45; n++)
      await contributionOf(api.database, small, {
        body: `pomme ${n}`,
        contributedOn: `2012-03-${10 + (n % 4)}`,
        channel: "EMAIL",
      });
  });

  test.each([
    ["newest first", { channel: "EMAIL" }],
    ["when searched", { channel: "EMAIL", search: "pommes" }],
  ])("follow each other without loss or repetition, %s", async (_, filter) => {
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const found: Listed = await list(filter, "id", { first: 7, after });
      seen.push(...found.nodes.map(({ id }) => id));
      expect(found.totalCount).toBe(45);
      ({ endCursor: after, hasNextPage: more } = found.pageInfo);
    }
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
  });

  test("a contribution that arrives meanwhile moves none of the pages read", async () => {
    const first = await list({ channel: "EMAIL" }, "id contributedOn", { first: 10 });
    const { id } = await contributionOf(api.database, small, {
      body: "arrives",
      contributedOn: "2012-04-01",
      channel: "EMAIL",
    });
    const second = await list({ channel: "EMAIL" }, "id contributedOn", { first: 10, after: first.pageInfo.endCursor });
    const seen = [...first.nodes, ...second.nodes];
    expect(new Set(seen.map((node) => node.id)).size).toBe(20);
    expect(seen.map((node) => node.id)).not.toContain(id);
    const days: string[] = seen.map((node) => node.contributedOn);
    expect(days).toEqual(days.toSorted((a, b) => b.localeCompare(a)));
  });

  test("a page is of fifty at most, and a cursor comes from the list it is given to", async () => {
    for (const page of [
      "first: 51",
      "first: 0",
      'after: "x"',
      'after: "WyJhIiwiYiJd"',
      'search: "pomme", after: "WzEsMl0"',
    ]) {
      const [search, rest] = page.startsWith("search") ? [page.split(", ")[0], page.split(", ")[1]] : ["", page];
      const { errors } = await api.ask(`{ contributions(filter: { ${search} }, ${rest}) { nodes { id } } }`);
      expect({ page, code: errors?.[0]?.extensions.code }).toEqual({ page, code: "BAD_USER_INPUT" });
    }
  });
});

const everything = `id body excerpt goesOn authorName question { label } questionnaire { title } objective { name }
  theme { title } territory { name } region { name } meeting { title } siblings { id } passages { quote keyPoints { sentence } }
  reactions { text territory { name } } reactionCounts { support complete qualify }
  trail { progress events { step on keyPoint { sentence } synthesis { title } proposal { title } handover { ask } initiative { name } }
    notRetained { reason note theme { title } } }`;

test.each([
  ["a list", { channel: "EMAIL" }],
  ["a search", { channel: "EMAIL", search: "pomme" }],
])("%s of forty costs as many statements as one of two", async (_, filter) => {
  const two = await statementsAgain(() => list(filter, everything, { first: 2 }));
  const forty = await statementsAgain(() => list(filter, everything, { first: 40 }));
  expect(forty).toHaveLength(two.length);
});

test("a long text is shown in a list by its beginning, cut between two words", async () => {
  const body = "Une phrase assez longue. ".repeat(60).trim();
  const { id } = await contributionOf(api.database, small, { body });
  const { data } = await api.ask("query ($id: ID!) { contribution(id: $id) { excerpt goesOn body } }", { id });
  const { excerpt, goesOn } = data.contribution;
  expect(goesOn).toBe(true);
  expect(excerpt.length).toBeLessThanOrEqual(700);
  expect(body.startsWith(`${excerpt} `)).toBe(true);
});
