import { randomUUID } from "node:crypto";
import { typeDefs } from "@cahier/schema/typeDefs";
import { buildSchema, type GraphQLEnumType } from "graphql";
import { beforeAll, expect, test } from "vitest";
import { testApi } from "../../../../test/site/api.ts";
import { contributionOf, type Small, smallInstance } from "../../../../test/rows/builders.ts";
import { personWith } from "../../../../test/site/people.ts";

const api = testApi();
let small: Small;
let subjectId: string;
beforeAll(async () => {
  small = await smallInstance(api.database);
  ({ id: subjectId } = await contributionOf(api.database, small, {}));
});

const inputOf = (more: object = {}) => ({
  key: randomUUID(),
  subject: "CONTRIBUTION",
  subjectId,
  kind: "SUPPORT",
  text: "C’est aussi ce que nous voyons.",
  ...more,
});

async function react(input: object, from?: { device: () => string }) {
  const { data, errors } = await api.ask(
    `mutation ($input: ReactInput!) { react(input: $input) {
       problems { code field value } held reaction { id kind text source authorName territory { slug } reactedOn reply } } }`,
    { input },
    undefined,
    from,
  );
  expect(errors).toBeUndefined();
  return data.react as { problems: object[]; held: boolean | null; reaction: any };
}

const told = async (id = subjectId) =>
  (
    await api.ask(
      `query ($id: ID!) { contribution(id: $id) { reactions { text } reactionCounts { support complete qualify question source } } }`,
      { id },
    )
  ).data.contribution;

test("anybody reacts to what they read, once whatever the retries", async () => {
  const input = inputOf({ authorName: " Jeanne ", territory: "finistere" });
  const copies = await Promise.all([1, 2, 3, 4].map(() => react(input)));
  expect(copies[0]).toMatchObject({
    problems: [],
    held: false,
    reaction: {
      kind: "SUPPORT",
      text: input.text,
      authorName: "Jeanne",
      territory: { slug: "finistere" },
      reply: null,
    },
  });
  for (const copy of copies) expect(copy).toEqual(copies[0]);
  expect(await told()).toEqual({
    reactions: [{ text: input.text }],
    reactionCounts: { support: 1, complete: 0, qualify: 0, question: 0, source: 0 },
  });
  expect(await react({ ...input, text: "Autre chose." })).toMatchObject({
    problems: [{ code: "CONFLICT" }],
    reaction: null,
  });
});

test("a count does not say that whoever signed one reaction wrote another without a name", async () => {
  const { id } = await contributionOf(api.database, small, {});
  for (const authorName of [null, "Jeanne", null, "Jeanne"])
    await react(inputOf({ subjectId: id, authorName, text: `Mot ${randomUUID()}` }), { device: () => "one" });
  expect((await told(id)).reactionCounts.support).toBe(2);
});

test("without a name the region alone is kept of who reacts", async () => {
  const { id } = await contributionOf(api.database, small, {});
  const { reaction } = await react(inputOf({ subjectId: id, territory: "finistere" }));
  expect(reaction.territory).toEqual({ slug: "bretagne" });
});

test("a link or contact details wait for a moderator: told to their author, to nobody else", async () => {
  const { id } = await contributionOf(api.database, small, {});
  const answer = await react(inputOf({ subjectId: id, text: "Voyez www.exemple.fr" }));
  expect(answer).toMatchObject({ problems: [], held: true, reaction: { text: "Voyez www.exemple.fr" } });
  expect(await told(id)).toEqual({
    reactions: [],
    reactionCounts: { support: 0, complete: 0, qualify: 0, question: 0, source: 0 },
  });
});

test("a link or contact details typed as a name wait for a moderator like those of a text", async () => {
  for (const authorName of ["www.exemple.fr", "jeanne@exemple.fr"]) {
    const { id } = await contributionOf(api.database, small, {});
    expect(await react(inputOf({ subjectId: id, authorName }))).toMatchObject({ problems: [], held: true });
    expect(await told(id)).toEqual({
      reactions: [],
      reactionCounts: { support: 0, complete: 0, qualify: 0, question: 0, source: 0 },
    });
  }
});

test.each([
  ["a source without its place", { kind: "SOURCE", source: " " }, { code: "REQUIRED", field: "source", value: null }],
  ["no text", { text: "  " }, { code: "REQUIRED", field: "text", value: null }],
  ["too long a text", { text: "x".repeat(2001) }, { code: "TOO_LONG", field: "text", value: "2000" }],
  ["a NUL", { text: "a\0" }, { code: "UNREADABLE_TEXT", field: "text", value: null }],
  ["too long a name", { authorName: "x".repeat(121) }, { code: "TOO_LONG", field: "authorName", value: "120" }],
  ["a NUL in a name", { authorName: "a\0" }, { code: "UNREADABLE_TEXT", field: "authorName", value: null }],
  ["an unknown territory", { territory: "atlantide" }, { code: "UNKNOWN_TERRITORY", field: "territory", value: null }],
  ["nothing there", { subjectId: randomUUID() }, { code: "GONE", field: "subjectId", value: null }],
  ["what is no id", { subjectId: "x" }, { code: "GONE", field: "subjectId", value: null }],
  ["another kind of thing", { subject: "PROPOSAL" }, { code: "GONE", field: "subjectId", value: null }],
])("%s is refused by field", async (_, more, problem) => {
  expect(await react(inputOf(more))).toEqual({ problems: [problem], held: null, reaction: null });
});

test("nobody reacts to what they may not read", async () => {
  for (const status of ["UNPUBLISHED", "HELD", "HIDDEN", "WITHDRAWN"] as const) {
    const { id } = await contributionOf(api.database, small, { status });
    expect((await react(inputOf({ subjectId: id }))).problems).toEqual([
      { code: "GONE", field: "subjectId", value: null },
    ]);
  }
  const [keyPoint] = await api.database.query<{ id: string }[]>(
    "insert into key_point (objective_id, number, sentence, nature) values ($1, 1, 'Au travail.', 'FINDING') returning id",
    [small.objective.id],
  );
  const [proposal] = await api.database.query<{ id: string }[]>(
    `insert into proposal (slug, group_id, number, title, summary, created_on)
     values ('p', $1, 1, 'Un brouillon', '', now()) returning id`,
    [small.group.id],
  );
  for (const [subject, id] of [
    ["KEY_POINT", keyPoint!.id],
    ["PROPOSAL", proposal!.id],
  ])
    expect((await react(inputOf({ subject, subjectId: id }))).problems).toHaveLength(1);
  await api.database.query("update key_point set state = 'STATED'");
  expect((await react(inputOf({ subject: "KEY_POINT", subjectId: keyPoint!.id }))).problems).toEqual([]);
});

test("each kind of thing that the contract names is declared by its room", async () => {
  const kinds = (buildSchema(typeDefs).getType("ReactionSubject") as GraphQLEnumType).getValues();
  expect(kinds.length).toBeGreaterThan(5);
  for (const { name: subject } of kinds)
    expect((await react(inputOf({ subject, subjectId: randomUUID() }))).problems).toMatchObject([{ code: "GONE" }]);
});

test("the journal keeps the day of a reaction, not its time nor its author", async () => {
  const { reaction } = await react(inputOf());
  const [entry] = await api.database.query("select * from journal_entry where subject_id = $1", [reaction.id]);
  expect(entry).toMatchObject({ event: "reaction.given", actor_id: null, recorded_at: null });
});

test("by a private link its author reads what was ruled of it, and takes it back: its words are gone", async () => {
  const { id } = await contributionOf(api.database, small, {});
  const sent = await api.ask(
    `mutation ($input: ReactInput!) { react(input: $input) { held own { code reaction { id status } } } }`,
    { input: inputOf({ subjectId: id, authorName: "Jeanne", text: "Voyez www.exemple.fr" }) },
  );
  const { code, reaction } = sent.data.react.own;
  const own = async () =>
    (
      await api.ask(
        `query ($code: String!) { ownReaction(code: $code) { reaction { status text authorName } ruling { outcome reason } } }`,
        { code },
      )
    ).data.ownReaction;
  expect(await own()).toMatchObject({ reaction: { status: "HELD", text: "Voyez www.exemple.fr" }, ruling: null });
  await api.database.query(
    `insert into ruling (kind, text_id, group_id, outcome, reason, former, ruled_by_id, ruled_at)
     values ('REACTION', $1, $2, 'HIDDEN', 'ADVERTISING', '{}', $3, now())`,
    [reaction.id, small.group.id, await personWith(api.database, ["MODERATOR"])],
  );
  expect((await own()).ruling).toEqual({ outcome: "HIDDEN", reason: "ADVERTISING" });
  const withdraw = async (given: string) =>
    (
      await api.ask(
        `mutation ($input: WithdrawReactionInput!) { withdrawReaction(input: $input) { problems { code field } } }`,
        { input: { code: given } },
      )
    ).data.withdrawReaction.problems;
  expect(await withdraw("x".repeat(20))).toEqual([{ code: "UNKNOWN_RECEIPT", field: "code" }]);
  for (const _ of [1, 2]) expect(await withdraw(code)).toEqual([]);
  expect(await own()).toEqual({ reaction: { status: "WITHDRAWN", text: "", authorName: null }, ruling: null });
});

test("a source says where it was read, one with a link waits for a moderator; other reactions have none", async () => {
  const { id } = await contributionOf(api.database, small, {});
  const input = { subjectId: id, kind: "SOURCE", source: "Ouest-Paille, 3 mai" };
  expect(await react(inputOf(input))).toMatchObject({ problems: [], held: false, reaction: { source: input.source } });
  expect((await told(id)).reactionCounts).toMatchObject({ source: 1, question: 0 });
  const link = inputOf({ ...input, source: "https://exemple.fr/etude" });
  expect(await react(link)).toMatchObject({ problems: [], held: true });
  const { reaction } = await react(inputOf({ ...input, kind: "SUPPORT" }));
  expect(reaction.source).toBeNull();
});

test("of the reactions to a synthesis so many are given as are asked, the newest, the oldest of them first", async () => {
  const [{ id }] = await api.database.query<[{ id: string }]>(
    `insert into synthesis (slug, objective_id, title, state, version) select 'etape', id, 'Étape', 'PUBLISHED', 1 from objective limit 1 returning id`,
  );
  await api.database.query(
    `insert into synthesis_version (synthesis_id, version, state, definition, published_at) values ($1, 1, 'PUBLISHED', '', now())`,
    [id],
  );
  await api.database.query(
    `insert into reaction (key, subject, subject_id, kind, text, reacted_on)
     select 'etape' || m, 'SYNTHESIS', $1, 'SUPPORT', 'Mot ' || m, date '2026-05-01' + m from generate_series(1, 5) m`,
    [id],
  );
  const { data } = await api.ask(
    '{ synthesis(slug: "etape") { two: reactions(first: 2) { text } all: reactions { text } } }',
  );
  expect(data.synthesis.two).toEqual([{ text: "Mot 4" }, { text: "Mot 5" }]);
  expect(data.synthesis.all).toHaveLength(5);
});
