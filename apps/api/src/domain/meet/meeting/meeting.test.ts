import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { testApi } from "../../../../test/site/api.ts";
import { added, contributionOf, type Small, smallInstance } from "../../../../test/rows/builders.ts";
import { personWith } from "../../../../test/site/people.ts";
import { statementsOf } from "../../../../test/site/statements.ts";
import { type Viewer, viewerOf } from "../../../platform/viewer.ts";
import { AgendaItems, type Meeting, MeetingObjectives, Meetings } from "./meeting.entity.ts";
import { MinutesBlocks, MinutesTable } from "../minutes/minutes.entity.ts";

const api = testApi();
let small: Small;

const held = (slug: string, row: Partial<Meeting> = {}) =>
  added(api.database, Meetings, {
    slug,
    groupId: small.group.id,
    kind: "NATIONAL",
    title: slug,
    startsAt: new Date("2026-01-10T13:00Z"),
    endsAt: new Date("2026-01-10T16:00Z"),
    place: "Paris",
    ...row,
  });

const minutesOf = async (meeting: Meeting, state: "DRAFT" | "IN_REVIEW" | "PUBLISHED") => {
  const minutes = await added(api.database, MinutesTable, {
    meetingId: meeting.id,
    state,
    present: 3,
    excused: 0,
    remote: 1,
    regions: 2,
    facts: "Trois personnes.",
  });
  for (const [position, kind] of (["NOTE", "DECISION"] as const).entries())
    await added(api.database, MinutesBlocks, { minutesId: minutes.id, position, kind, text: `Un texte ${position}` });
};

const facilitator = viewerOf({ id: "0199a000-0000-7000-8000-000000000000", displayName: "Léa", language: "fr" }, [
  { role: "FACILITATOR", groupId: null, territoryId: null },
]);

beforeAll(async () => {
  small = await smallInstance(api.database);
  await minutesOf(await held("en-cours"), "DRAFT");
  const published = await held("publiee");
  await minutesOf(published, "PUBLISHED");
  await added(api.database, MeetingObjectives, { meetingId: published.id, objectiveId: small.objective.id });
  for (const position of [2, 1])
    await added(api.database, AgendaItems, {
      meetingId: published.id,
      position,
      minutes: 10,
      title: `Point ${position}`,
    });
  const { id: territoryId, regionId } = small.territories.finistere!;
  const local = await held("locale", { kind: "LOCAL", endsAt: null, territoryId, regionId, participants: 12 });
  for (const status of ["VISIBLE", "HELD", "HIDDEN", "UNPUBLISHED"] as const)
    await contributionOf(api.database, small, { meetingId: local.id, body: status, status, territoryId, regionId });
});

const meeting = `query ($slug: String!) { meeting(slug: $slug) {
  state participants territory { slug } agenda { title } objectives { slug } documents { slug }
  minutes { state blocks { kind text } reactions { text } } contributions { body }
} }`;

test("minutes that are still a draft are the team's: to others they are awaited", async () => {
  const asked = await api.ask(meeting, { slug: "en-cours" });
  expect(asked.data.meeting).toMatchObject({ state: "HELD_MINUTES_AWAITED", minutes: null });
  const byTeam = await api.ask(meeting, { slug: "en-cours" }, facilitator);
  expect(byTeam.data.meeting.minutes.blocks).toHaveLength(2);
});

test("published minutes are read with their blocks, the agenda and the objectives in their order", async () => {
  const { data } = await api.ask(meeting, { slug: "publiee" });
  expect(data.meeting).toMatchObject({
    state: "MINUTES_PUBLISHED",
    agenda: [{ title: "Point 1" }, { title: "Point 2" }],
    objectives: [{ slug: "objectif-1" }],
    minutes: { blocks: [{ kind: "NOTE" }, { kind: "DECISION" }], reactions: [] },
  });
});

test("of a local meeting only the published words are shown", async () => {
  const { data } = await api.ask(meeting, { slug: "locale" });
  expect(data.meeting).toMatchObject({
    state: "HELD",
    participants: 12,
    territory: { slug: "finistere" },
    contributions: [{ body: "VISIBLE" }],
  });
});

test("of many meetings the nearest of both sides of today are told, and the rest follows them, narrowed or not", async () => {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000);
  const { id: objectiveId } = small.objective;
  for (const days of [-4, -3, -2, 2, 3, 4]) {
    const { id: meetingId } = await held(`jour-${days}`, { startsAt: day(days), endsAt: day(days + 0.1) });
    if (days % 2 === 0) await added(api.database, MeetingObjectives, { meetingId, objectiveId });
  }
  const asked = async (args: string) => {
    const { data } = await api.ask(`{ meetings(${args}) { id slug } }`);
    return data.meetings as { id: string; slug: string }[];
  };
  const slugs = async (args: string) => (await asked(args)).map(({ slug }) => slug);
  const near = await asked("first: 2");
  expect(near.map(({ slug }) => slug)).toEqual(["jour--3", "jour--2", "jour-2", "jour-3"]);
  expect((await slugs(`first: 1, before: "${near[0]!.id}"`))[0]).toBe("jour--4");
  expect(await slugs(`first: 2, after: "${near[3]!.id}"`)).toEqual(["jour-4"]);
  expect(await slugs(`first: 1, objective: "${small.objective.slug}"`)).toEqual(["jour--2", "jour-2"]);
  expect(await slugs('first: 1, kind: LOCAL, territory: "finistere"')).toEqual(["locale"]);
  const { data } = await api.ask(`{ meeting(slug: "jour--3") { around { slug } } }`);
  expect(data.meeting.around).toEqual([{ slug: "jour--4" }, { slug: "jour--2" }]);
  await api.database.query("delete from meeting_objective where objective_id = $1", [objectiveId]);
  await api.database.query("delete from meeting where slug like 'jour-%'");
});

test("a list of meetings costs as many statements as one meeting", async () => {
  const fields = meeting.slice(meeting.indexOf(") {") + 3, meeting.lastIndexOf("} }"));
  const one = await statementsOf(() => api.ask(meeting, { slug: "publiee" }));
  const all = await statementsOf(() => api.ask(`{ meetings { ${fields} } }`));
  // The local one also has its territory and its words.
  expect(all.length).toBeLessThanOrEqual(one.length + 2);
});

test("whoever runs the meetings says who was there, territory by territory, and corrects it from what was read", async () => {
  const [{ id }] = await api.database.query<[{ id: string }]>("select id from meeting where slug = 'publiee'");
  const person = { id: await personWith(api.database, ["FACILITATOR"]), displayName: "Léa", language: "fr" } as const;
  const runs = viewerOf(person, facilitator.roles);
  const act = async (input: object, viewer = runs) => {
    const { data, errors } = await api.ask(
      `mutation ($input: RecordPresenceInput!) { recordPresence(input: $input) { problems { code field }
         meeting { presenceVersion ${figures} } current { presenceVersion } } }`,
      { input: { meetingId: id, version: 0, ...input } },
      viewer,
    );
    return data?.recordPresence ?? errors?.[0]?.extensions.code;
  };
  const figures = `hasPresence present presence { people territory { slug } } presenceByChannel { channel people }
    recordedPresence { presence { people territory { slug } } channels { channel people } }`;
  const finistere = { territory: "finistere", people: 3 };
  const refusals: [object[], string, string][] = [
    [[], "REQUIRED", "presence"],
    [[{ ...finistere, people: 0 }], "OUT_OF_RANGE", "presence.0.people"],
    [[finistere, { territory: "nulle-part", people: 3 }], "UNKNOWN_TERRITORY", "presence.1.territory"],
    [[finistere, finistere], "RANKED_TWICE", "presence.1.territory"],
  ];
  for (const [presence, code, field] of refusals) expect((await act({ presence })).problems).toEqual([{ code, field }]);
  const recorded = {
    presenceVersion: 1,
    present: null,
    presence: [],
    recordedPresence: { presence: [{ people: 3, territory: { slug: "finistere" } }], channels: [] },
  };
  for (const _ of [1, 2])
    expect(await act({ presence: [finistere] })).toMatchObject({ problems: [], meeting: recorded });
  expect(await act({ presence: [{ ...finistere, people: 4 }] })).toMatchObject({
    problems: [{ code: "STALE", field: "version" }],
    current: { presenceVersion: 1 },
  });
  expect((await act({ version: 1, presence: [{ ...finistere, people: 4 }] })).meeting.presenceVersion).toBe(2);
  const ways = [
    { channel: "ROOM", people: 17 },
    { channel: "ONLINE", people: 6 },
    { channel: "PHONE", people: 0 },
  ];
  const came = {
    version: 2,
    presence: [
      { ...finistere, people: 18 },
      { territory: "paris", people: 3 },
    ],
    channels: ways,
  };
  expect((await act(came)).problems).toEqual([{ code: "PRESENCE_DIFFERS", field: "channels" }]);
  ways[1]!.people = 4;
  expect((await act(came)).problems).toEqual([]);
  expect((await act(came)).meeting.presenceVersion).toBe(3);
  const read = async (viewer?: Viewer) =>
    (await api.ask(`{ meeting(slug: "publiee") { ${figures} } }`, {}, viewer)).data.meeting;
  expect(await read()).toEqual({
    present: 21,
    presence: [{ people: 15, territory: { slug: "finistere" } }],
    presenceByChannel: [{ channel: "ROOM", people: 15 }],
    recordedPresence: null,
    hasPresence: true,
  });
  expect((await read(runs)).recordedPresence).toEqual({
    presence: [
      { people: 18, territory: { slug: "finistere" } },
      { people: 3, territory: { slug: "paris" } },
    ],
    channels: ways.slice(0, 2),
  });
  // What was written down at the wrong meeting is taken back: then nobody is said to have been there.
  for (const _ of [1, 2])
    expect(await act({ version: 3, presence: [] })).toMatchObject({ problems: [], meeting: { presenceVersion: 4 } });
  const none = { hasPresence: false, present: null, presence: [], presenceByChannel: [], recordedPresence: null };
  for (const viewer of [undefined, runs]) expect(await read(viewer)).toEqual(none);
  expect((await act({ version: 4, presence: [finistere] })).problems).toEqual([]);
  const rapporteur = viewerOf(person, [{ role: "RAPPORTEUR", groupId: null, territoryId: null }]);
  expect(await act({ presence: [finistere] }, rapporteur)).toBe("FORBIDDEN");
  const coming = await held("a-venir", { startsAt: new Date(Date.now() + 3 * 86_400_000), endsAt: null });
  expect((await act({ meetingId: coming.id, presence: [finistere] })).problems).toMatchObject([{ code: "NOT_NOW" }]);
});

test("a meeting of a group in preparation is read by its team alone", async () => {
  const { slug } = await held(randomUUID());
  const read = async (viewer?: Viewer) =>
    (await api.ask("query ($slug: String!) { meeting(slug: $slug) { slug } meetings { slug } }", { slug }, viewer))
      .data;
  await api.database.query("update working_group set preparing = true where id = $1", [small.group.id]);
  const visitor = await read();
  expect(visitor.meeting).toBeNull();
  expect(visitor.meetings).toEqual([]);
  const team = viewerOf({ id: null, displayName: "Léa", language: "fr" }, [
    { role: "FACILITATOR", groupId: small.group.id, territoryId: null },
  ]);
  expect((await read(team)).meeting).toEqual({ slug });
  await api.database.query("update working_group set preparing = false");
  expect((await read()).meeting).toEqual({ slug });
});
