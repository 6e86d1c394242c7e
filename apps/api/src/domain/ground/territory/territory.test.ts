import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { testApi } from "../../../../test/site/api.ts";
import { added, contributionOf, questionnaireWith, type Small, smallInstance } from "../../../../test/rows/builders.ts";
import { letGo, statementsOf } from "../../../../test/site/statements.ts";
import type { Appearance } from "../../../graphql/resolvers.generated.ts";
import { KeyPoints } from "../../understand/keyPoint/keyPoint.entity.ts";
import { KeyPointPassages, Passages } from "../../understand/passage/passage.entity.ts";
import { Responses } from "../../listen/response/response.entity.ts";

const api = testApi();
let small: Small;
let questionnaireId: string;

/** A response from a place and its text, which appears as its author chose. */
async function answered(slug: string, appearance: Appearance, sectors: string[] = []) {
  const { id: territoryId, regionId } = small.territories[slug]!;
  const status = appearance === "UNPUBLISHED" ? "UNPUBLISHED" : "VISIBLE";
  const response = await added(api.database, Responses, {
    questionnaireId,
    key: randomUUID(),
    digest: "",
    receiptDigest: randomUUID(),
    channel: "ONLINE",
    appearance,
    status,
    territoryId,
    regionId,
    sectors,
    submittedOn: "2026-01-05",
  });
  return contributionOf(api.database, small, {
    responseId: response.id,
    appearance,
    status,
    territoryId,
    regionId,
  });
}

/** A stated key point that rests on these texts. */
async function said(number: number, state: "WORKING" | "STATED", contributionIds: string[]) {
  const keyPoint = await added(api.database, KeyPoints, {
    objectiveId: small.objective.id,
    number,
    sentence: `Ce qui est dit, ${number}`,
    nature: "FINDING",
    state,
  });
  for (const contributionId of contributionIds) {
    const passage = await added(api.database, Passages, {
      contributionId,
      startsAt: number,
      endsAt: number + 3,
      quote: "Un ",
      markedAt: new Date(),
    });
    await added(api.database, KeyPointPassages, { keyPointId: keyPoint.id, passageId: passage.id });
  }
}

beforeAll(async () => {
  small = await smallInstance(api.database);
  await api.database.query(
    "update territory set population = case code when '11' then 12000 else 3000 end where kind = 'REGION'",
  );
  questionnaireId = (await questionnaireWith(api.database, small, [{ code: "1.1", type: "LONG_TEXT" }])).questionnaire
    .id;
  const named = await answered("finistere", "NAMED", ["FOOD"]);
  const anonymous = await answered("finistere", "ANONYMOUS", ["FOOD", "ENERGY"]);
  await answered("morbihan", "UNPUBLISHED", ["ENERGY"]);
  await said(1, "STATED", [named.id, anonymous.id]);
  await said(2, "STATED", [anonymous.id]);
  await said(3, "WORKING", [named.id]);
});

const territory = async (slug: string) => {
  const { data, errors } = await api.ask(
    `query ($slug: String!) { territory(slug: $slug) {
      name responseCount contributionCount unpublishedCount
      region { slug } region2012 { slug } departments { slug }
      meetings { id } initiatives { id } proposals { id }
      keyPoints { number }
      contributions { totalCount nodes { id territory { slug } } }
    } }`,
    { slug },
  );
  expect(errors).toBeUndefined();
  return data.territory;
};

test("responses that their authors keep unpublished are counted where they come from, and not shown", async () => {
  const bretagne = await territory("bretagne");
  expect(bretagne).toMatchObject({ responseCount: 3, contributionCount: 2, unpublishedCount: 1 });
  expect(bretagne.contributions.nodes).toHaveLength(2);
});

test("of those who answered without a name nothing nearer than their region is told", async () => {
  const finistere = await territory("finistere");
  expect(finistere).toMatchObject({ responseCount: 1, contributionCount: 1, unpublishedCount: 0 });
  expect(finistere.contributions.nodes).toHaveLength(1);
  expect(finistere.keyPoints).toEqual([{ number: 1 }]);
  expect((await territory("morbihan")).responseCount).toBe(0);
  expect((await territory("bretagne-2012")).responseCount).toBe(3);
});

test("only stated key points are told of a territory", async () => {
  expect((await territory("bretagne")).keyPoints).toEqual([{ number: 1 }, { number: 2 }]);
});

test("a department knows its region of today and of 2012, and a region its departments", async () => {
  expect(await territory("finistere")).toMatchObject({
    region: { slug: "bretagne" },
    region2012: { slug: "bretagne-2012" },
    departments: [],
  });
  for (const slug of ["bretagne", "bretagne-2012"])
    expect((await territory(slug)).departments).toEqual([{ slug: "finistere" }, { slug: "morbihan" }]);
});

test("coverage names who was not heard, and sets the most inhabited beside its population", async () => {
  const { data, errors } = await api.ask(`{ group { coverage {
    heardCount responses largest { share populationShare territory { slug } } notHeard { slug }
    regions { territory { slug } responses contributions share }
  } figures { responses unpublished contributions responsesWithSector responsesBeyondFood } } }`);
  expect(errors).toBeUndefined();
  expect(data.group.coverage).toEqual({
    heardCount: 1,
    responses: 3,
    largest: { share: 0, populationShare: 0.8, territory: { slug: "ile-de-france" } },
    notHeard: [{ slug: "ile-de-france" }],
    regions: [
      { territory: { slug: "bretagne" }, responses: 3, contributions: 2, share: 1 },
      { territory: { slug: "ile-de-france" }, responses: 0, contributions: 0, share: 0 },
    ],
  });
  expect(data.group.figures).toEqual({
    responses: 3,
    unpublished: 1,
    contributions: 2,
    responsesWithSector: 3,
    responsesBeyondFood: 2,
  });
});

test("an objective says how many of those who name a sector look beyond food", async () => {
  const { data } = await api.ask(`{ objective(slug: "objectif-1") {
    state responseCount contributionCount unpublishedCount beyondFood { responses beyondFood } keyPoints { number }
  } }`);
  expect(data.objective).toEqual({
    state: "GATHERING",
    responseCount: 3,
    contributionCount: 2,
    unpublishedCount: 1,
    beyondFood: { responses: 3, beyondFood: 2 },
    keyPoints: [{ number: 1 }, { number: 2 }],
  });
});

test("a group on something else than short supply chains is told nothing of food", async () => {
  const named = (title: string) =>
    api.database.query("update theme set title = $2 where id = $1", [small.theme.id, title]);
  const ask = async () =>
    (await api.ask(`{ objective(slug: "objectif-1") { beyondFood { responses } } languageKit { beyondFood { of } } }`))
      .data;
  await named("Habitat participatif");
  expect(await ask()).toEqual({ objective: { beyondFood: null }, languageKit: { beyondFood: null } });
  await named("Les circuits courts, au sens large");
  expect(await ask()).toMatchObject({ objective: { beyondFood: { responses: 3 } }, languageKit: { beyondFood: {} } });
  await named(small.theme.title);
});

test("a list of territories costs as many statements as one territory", async () => {
  const fields = `slug responseCount regionalGroups { name } departments { slug } meetings { state minutes { id } }
    keyPoints { number } proposals { slug } fed { proposal { slug } passages { quote } } initiatives { slug }`;
  await letGo(api.database);
  const one = await statementsOf(() => api.ask(`{ territory(slug: "bretagne") { ${fields} } }`));
  await letGo(api.database);
  const all = await statementsOf(() => api.ask(`{ territories(kind: REGION) { ${fields} } }`));
  expect(all.length).toBeLessThanOrEqual(one.length);
});

test("past two dozen, the key points of a territory are read in parts, each once, and counted", async () => {
  const text = await answered("morbihan", "NAMED");
  for (let number = 100; number < 130; number++) await said(number, "STATED", [text.id]);
  const ask = async (after: string | null) =>
    (
      await api.ask(
        `query ($after: ID) { territory(slug: "morbihan") { keyPointCount proposalCount keyPoints(after: $after) { id number } } }`,
        { after },
      )
    ).data.territory;
  const first = await ask(null);
  expect(first).toMatchObject({ keyPointCount: 30, proposalCount: 0 });
  const rest = await ask(first.keyPoints.at(-1).id);
  const numbers = [...first.keyPoints, ...rest.keyPoints].map(({ number }: { number: number }) => number);
  expect([first.keyPoints.length, rest.keyPoints.length]).toEqual([24, 6]);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  expect(new Set(numbers).size).toBe(30);
});
