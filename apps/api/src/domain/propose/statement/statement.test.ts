import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { holderOf } from "../../../../test/site/people.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { draftWithSentences } from "../../../../test/acts/sentences.ts";

const the = draftWithSentences();
const { api, act, write, source, written } = the;

const remove = (input: object, viewer: Viewer | undefined = the.rapporteur) =>
  act("removeStatement", "proposal { id } current { text version }", input, viewer);

const history = async () =>
  (
    await api.ask('{ proposal(slug: "proposition-6") { history { event } } }', {}, the.rapporteur)
  ).data.proposal.history.map(({ event }: { event: string }) => event) as string[];

test("a new statement comes after the others, with an id made by whoever writes it", async () => {
  const id = randomUUID();
  const { problems, statement, proposal } = await write({ id, text: "  Ouvrir un\nguichet. " });
  expect(problems).toEqual([]);
  expect(proposal.id).toBe(the.proposalId);
  expect(statement).toMatchObject({ id, part: "MEASURE", text: "Ouvrir un guichet.", version: 1 });
  expect((await written()).position).toBe(statement.position + 1);
  expect(await history()).toContain("statement.written");
});

test("a first save sent twice writes one statement", async () => {
  const input = { id: randomUUID(), text: "Une seule fois." };
  const saves = await Promise.all(Array.from({ length: 5 }, () => write(input)));
  for (const { problems, statement } of saves) {
    expect(problems).toEqual([]);
    expect(statement).toMatchObject({ id: input.id, version: 1 });
  }
  expect(await api.database.query("select from statement where text = 'Une seule fois.'")).toHaveLength(1);
});

test("a new wording starts from the version that was read; the part may change with it", async () => {
  const { id } = await written();
  const { statement } = await write({ id, version: 1, part: "EFFECT", text: "Un effet." });
  expect(statement).toMatchObject({ part: "EFFECT", text: "Un effet.", version: 2 });
  expect(await history()).toContain("statement.reworded");
});

test("a save on a stale version is refused, with the statement in force", async () => {
  const { id } = await written();
  await write({ id, version: 1, text: "Le premier." });
  expect(await write({ id, version: 1, text: "Le second." })).toMatchObject({
    problems: [{ code: "STALE", field: "version", value: "2" }],
    statement: null,
    current: { text: "Le premier.", version: 2 },
  });
  expect(await write({ id, version: 0, text: "Le troisième." })).toMatchObject({ problems: [{ code: "STALE" }] });
});

test("thirty simultaneous saves of one version, ten times: one success, twenty-nine stale", async () => {
  const { id } = await written();
  for (let version = 1; version <= 10; version += 1) {
    const saves = await Promise.all(
      Array.from({ length: 30 }, (_, n) => write({ id, version, text: `Mesure ${version}-${n}.` })),
    );
    const codes = saves.map(({ problems }) => problems[0]?.code ?? "kept");
    expect(codes.toSorted((a, b) => a.localeCompare(b))).toEqual([
      "kept",
      ...Array.from({ length: 29 }, () => "STALE"),
    ]);
  }
});

test("a statement that somebody removed is gone for whoever writes it, and removed for whoever removes it again", async () => {
  const { id } = await written();
  expect((await remove({ id, version: 1 })).problems).toEqual([]);
  expect((await write({ id, version: 1, text: "Trop tard." })).problems).toMatchObject([{ code: "GONE", field: "id" }]);
  expect((await remove({ id, version: 1 })).problems).toEqual([]);
  const entries = await api.database.query<{ text: string }[]>(
    "select data->>'text' as text from journal_entry where event = 'statement.removed' and subject_id = $1",
    [id],
  );
  expect(entries).toEqual([{ text: "Une mesure." }]);
});

test("what was reworded since is not removed unseen", async () => {
  const { id } = await written();
  await write({ id, version: 1, text: "Mieux dit." });
  expect(await remove({ id, version: 1 })).toMatchObject({
    problems: [{ code: "STALE" }],
    current: { text: "Mieux dit.", version: 2 },
  });
});

test("a statement is written, of 600 characters at most, under an id of its own", async () => {
  const problem = async (input: object) => (await write({ id: randomUUID(), text: "Oui.", ...input })).problems[0];
  expect(await problem({ text: " " })).toMatchObject({ code: "REQUIRED", field: "text" });
  expect(await problem({ text: "t".repeat(601) })).toEqual({ code: "TOO_LONG", field: "text", value: "600" });
  expect(await problem({ id: "1" })).toMatchObject({ code: "WRONG_KIND", field: "id" });
  const [other] = await api.database.query<{ id: string }[]>(
    "select s.id from statement s join proposal p on p.id = s.proposal_id where p.number = 1",
  );
  expect(await problem({ id: other!.id })).toMatchObject({ code: "CONFLICT", field: "id" });
});

test("a statement rests on its key points and on passages of its own, counted by people", async () => {
  const { id } = await written();
  const [keyPoint] = await api.database.query<{ id: string }[]>(
    `select k.id from key_point k where state = 'STATED' and
       (select count(*) from key_point_passage where key_point_id = k.id) = 2 limit 1`,
  );
  const [passage] = await api.database.query<{ id: string }[]>(
    `select p.id from passage p join contribution c on c.id = p.contribution_id and c.status = 'VISIBLE'
     where not exists (select from key_point_passage where passage_id = p.id and key_point_id = $1) limit 1`,
    [keyPoint!.id],
  );
  const sourced = await source({ id, keyPointIds: [keyPoint!.id], passageIds: [passage!.id] });
  expect(sourced.problems).toEqual([]);
  expect(sourced.statement).toMatchObject({ keyPoints: [{ id: keyPoint!.id }], ownPassages: [{ id: passage!.id }] });
  expect(sourced.statement.passages).toHaveLength(3);
  const less = await source({ id, keyPointIds: [], passageIds: [passage!.id] });
  expect(less.statement).toMatchObject({ keyPoints: [], peopleCount: 1, regionCount: 1 });
  expect(await history()).toContain("statement.sourced");
});

test("of two who change the sources they both read, the second is refused and finds what is in force", async () => {
  const { id, sourcesVersion } = await written();
  const keyPoints = await api.database.query<{ id: string }[]>(
    "select id from key_point where state = 'STATED' limit 2",
  );
  const change = ({ id: keyPointId }: { id: string }) => source({ id, sourcesVersion, keyPointIds: [keyPointId] });
  expect((await change(keyPoints[0]!)).problems).toEqual([]);
  expect(await change(keyPoints[1]!)).toMatchObject({
    problems: [{ code: "STALE", field: "sourcesVersion" }],
    current: { keyPoints: [{ id: keyPoints[0]!.id }] },
  });
});

test("changing the sources of a statement leaves its words, and their version, as they are", async () => {
  const { id, version } = await written();
  const [keyPoint] = await api.database.query<{ id: string }[]>(
    "select id from key_point where state = 'STATED' limit 1",
  );
  expect((await source({ id, keyPointIds: [keyPoint!.id] })).statement.version).toBe(version);
  expect((await write({ id, version, text: "Mieux dit." })).problems).toEqual([]);
});

test("a source that is not there, or no longer public, is refused by field", async () => {
  const { id } = await written();
  expect((await source({ id, keyPointIds: [randomUUID()] })).problems).toMatchObject([
    { code: "UNKNOWN_CHOICE", field: "keyPointIds" },
  ]);
  expect((await source({ id, passageIds: ["un"] })).problems).toMatchObject([
    { code: "UNKNOWN_CHOICE", field: "passageIds" },
  ]);
  const [passage] = await api.database.query<{ id: string; contributionId: string }[]>(
    `select p.id, contribution_id as "contributionId" from passage p limit 1`,
  );
  await api.database.query("update contribution set status = 'HIDDEN' where id = $1", [passage!.contributionId]);
  expect((await source({ id, passageIds: [passage!.id] })).problems).toMatchObject([
    { code: "UNKNOWN_CHOICE", field: "passageIds" },
  ]);
  await api.database.query("update contribution set status = 'VISIBLE' where id = $1", [passage!.contributionId]);
});

test("a visitor and a moderator write, source and remove nothing", async () => {
  const { id, version } = await written();
  const before = await api.database.query("select * from statement order by id");
  const moderator = await holderOf(api.database, "MODERATOR");
  const acts = [
    ["writeStatement", { id, version, proposalId: the.proposalId, part: "LIMIT", text: "Non." }],
    ["writeStatement", { id: randomUUID(), version: 0, proposalId: the.proposalId, part: "LIMIT", text: "Non." }],
    ["sourceStatement", { id, keyPointIds: [], passageIds: [] }],
    ["removeStatement", { id, version }],
    ["cutStatement", { id, version, text: "Non.", nextId: randomUUID(), nextText: "Oui." }],
    ["joinStatements", { id, version, nextId: id, nextVersion: version }],
  ] as const;
  for (const [name, input] of acts) {
    expect((await act(name, "", input)).errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
    expect((await act(name, "", input, moderator)).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  }
  expect(await api.database.query("select * from statement order by id")).toEqual(before);
});

test.each([
  ["FINDING", "PROBLEM"],
  ["PROBLEM", "PROBLEM"],
  ["LEVER", "MEASURE"],
  ["ARGUMENT", "ARGUMENT"],
  ["OBJECTION", "LIMIT"],
  ["EXAMPLE", "ARGUMENT"],
  ["DEFINITION", "ARGUMENT"],
])("a proposal opened from a key point begins in the part of its nature: %s, in %s", async (nature, part) => {
  const [[keyPoint]] = await api.database.query<[{ id: string }[]]>(
    `update key_point set nature = $1 where id = (select k.id from key_point k join objective o on o.id = k.objective_id
       where k.state = 'STATED' order by k.id limit 1) returning id`,
    [nature],
  );
  const input = { key: randomUUID(), group: "circuits-courts", title: "Un titre", summary: "Ce qui est proposé." };
  const { data } = await api.ask(
    `mutation ($input: OpenProposalInput!) { openProposal(input: $input) { proposal { statements { part } } } }`,
    { input: { ...input, keyPointId: keyPoint!.id } },
    the.rapporteur,
  );
  expect(data.openProposal.proposal.statements).toEqual([{ part }]);
});
