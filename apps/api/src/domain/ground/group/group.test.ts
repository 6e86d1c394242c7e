import { expect, test } from "vitest";
import { testApi } from "../../../../test/site/api.ts";
import { added, smallInstance } from "../../../../test/rows/builders.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { letGo, statementsOf } from "../../../../test/site/statements.ts";
import { viewerOf } from "../../../platform/viewer.ts";
import { WorkingGroups } from "./group.entity.ts";

const api = seededApi();

const ask = async (query: string) => {
  const { data, errors } = await api.ask(query);
  expect(errors).toBeUndefined();
  return data;
};

test("the home page's group is the first, with its goal, its steps and its calendar", async () => {
  const { group } = await ask(`{ group { slug theme { number axis { position } } objectives { number state }
    milestones { label startsOn } openQuestionnaire { slug } shift: fictional } }`);
  expect(group.slug).toBe("circuits-courts");
  expect(group.theme).toEqual({ number: 11, axis: { position: 4 } });
  expect(group.objectives).toEqual([
    { number: 1, state: "SYNTHESIS_PUBLISHED" },
    { number: 2, state: "SYNTHESIS_PUBLISHED" },
    { number: 3, state: "SYNTHESIS_PUBLISHED" },
    { number: 4, state: "GATHERING" },
  ]);
  expect(group.milestones).toHaveLength(15);
  expect(group.openQuestionnaire.slug).toBe("questionnaire-4");
});

test("the figures are those of the day of the demonstration", async () => {
  const { group } = await ask(`{ group { figures {
    responses keyPoints synthesesPublished proposals handovers replies unpublished
  } objectives { responseCount keyPoints { state } } } }`);
  expect(group.figures).toEqual({
    responses: 103,
    keyPoints: 54,
    synthesesPublished: 3,
    proposals: 5,
    handovers: 5,
    replies: 2,
    unpublished: 1,
  });
  expect(group.objectives.map((it: { responseCount: number }) => it.responseCount)).toEqual([30, 30, 30, 13]);
  const stated = group.objectives.map((it: { keyPoints: unknown[] }) => it.keyPoints.length);
  expect(stated).toEqual([14, 13, 17, 10]);
});

test("the next meeting is the group's own, the first of those announced", async () => {
  const { group } = await ask(`{ group { nextMeeting { slug } meetings { slug kind state } } }`);
  const announced = group.meetings.filter(
    ({ kind, state }: Record<string, string>) => kind === "NATIONAL" && state === "ANNOUNCED",
  );
  expect(group.nextMeeting.slug).toBe(announced[0].slug);
});

test("a proposal that is still to be decided says the next meeting of its group, and no other does", async () => {
  const { group, proposals } = await ask(
    `{ group { nextMeeting { slug } } proposals(first: 20) { nodes { state nextMeeting { slug } } } }`,
  );
  await api.database.query("update proposal set state = 'SET_ASIDE' where number = 1");
  const { proposal } = await ask(`{ proposal(slug: "proposition-1") { nextMeeting { slug } } }`);
  for (const { state, nextMeeting } of proposals.nodes)
    expect(nextMeeting).toEqual(["OPEN", "STABILISED"].includes(state) ? group.nextMeeting : null);
  expect(proposal.nextMeeting).toBeNull();
});

test("meetings of a kind are those that are told of it, and no other", async () => {
  const { group } = await ask(`{ group { meetings { slug kind } own: meetings(kind: NATIONAL) { slug kind } } }`);
  const own = group.meetings.filter(({ kind }: { kind: string }) => kind === "NATIONAL");
  expect(own.length).toBeLessThan(group.meetings.length);
  expect(group.own).toEqual(own);
});

test("24 of the 30 responses to the first questionnaire look beyond food", async () => {
  const { objective } = await ask(`{ objective(slug: "objectif-1") { beyondFood { responses beyondFood } } }`);
  expect(objective.beyondFood).toEqual({ responses: 30, beyondFood: 24 });
});

test("coverage counts the 18 regions, unpublished responses too, and no text", async () => {
  const { group } =
    await ask(`{ group { coverage { heardCount responses largest { share territory { slug } } notHeard { slug }
    regions { responses share populationShare } } } }`);
  const { regions, responses, heardCount, notHeard, largest } = group.coverage;
  expect(regions).toHaveLength(18);
  expect(responses).toBe(103);
  expect(heardCount + notHeard.length).toBe(18);
  const total = (name: string) =>
    regions.reduce((sum: number, region: Record<string, number>) => sum + region[name]!, 0);
  expect(total("responses")).toBe(103);
  expect(total("share")).toBeCloseTo(1);
  expect(total("populationShare")).toBeCloseTo(1);
  expect(largest.territory.slug).toBe("ile-de-france");
  expect(largest.share).toBeLessThan(0.1);
});

test("all that hangs from groups comes in a constant number of statements", async () => {
  const fields = `responseCount contributionCount state keyPoints { number } synthesis { slug } questionnaire { slug }
    beyondFood { responses }`;
  await letGo(api.database);
  const one = await statementsOf(() => ask(`{ objective(slug: "objectif-1") { ${fields} } }`));
  await letGo(api.database);
  const all = await statementsOf(() => ask(`{ groups { objectives { ${fields} } } }`));
  // The groups, and their objectives in one statement, instead of the objective.
  expect(all.length).toBe(one.length + 1);
});

const two = testApi();

test("with two groups on one site everybody has their own, and a visitor chooses", async () => {
  const { theme, group } = await smallInstance(two.database);
  const row = { themeId: theme.id, finalGoal: "Une énergie partagée.", means: [] };
  const other = await added(two.database, WorkingGroups, { ...row, slug: "energie", name: "Énergie" });
  const of = async (groupId: string | null, query = "{ group { slug } }") => {
    const person = { id: "00000000-0000-4000-8000-000000000001", displayName: "Ana", language: "fr" } as const;
    const roles = [{ role: "RAPPORTEUR" as const, groupId, territoryId: null }];
    const { data } = await two.ask(query, {}, groupId ? viewerOf(person, roles) : undefined);
    return data.group.slug as string;
  };
  const first = [group, other].toSorted((a, b) => a.id.localeCompare(b.id))[0]!.slug;
  expect(await of(other.id)).toBe("energie");
  expect(await of(group.id)).toBe("circuits-courts");
  expect(await of(null)).toBe(first);
  expect(await of(group.id, `{ group(slug: "energie") { slug } }`)).toBe("energie");
});

test("of the groups on a theme the oldest that one may read is told, and is not asked for at each request", async () => {
  const { database } = two;
  const [{ slug, themeId }] = await database.query<[{ slug: string; themeId: string }]>(
    `select t.slug, t.id as "themeId" from theme t join working_group g on g.theme_id = t.id order by g.id limit 1`,
  );
  const row = { themeId, finalGoal: "Des semences.", means: [] };
  const oldest = "00000000-0000-7000-8000-000000000001";
  await added(database, WorkingGroups, { ...row, id: oldest, slug: "graines", name: "Graines", preparing: true });
  for (const n of [1, 2, 3])
    await added(database, WorkingGroups, { ...row, slug: `semences-${n}`, name: `Semis ${n}` });
  const told = async () => (await two.ask(`{ theme(slug: "${slug}") { group { slug } } }`)).data.theme.group.slug;
  expect(await told()).toBe("circuits-courts");
  const again = await statementsOf(told);
  expect(again.filter((text) => text.includes("theme_id"))).toEqual([]);
  await database.query("update working_group set preparing = false where id = $1", [oldest]);
  expect(await told()).toBe("graines");
});
