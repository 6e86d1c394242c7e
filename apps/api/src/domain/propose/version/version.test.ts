import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import { hashOf } from "../../../platform/canonical.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import type { ProposalVersion } from "./version.entity.ts";

const api = seededApi();
let rapporteur: Viewer;
beforeAll(async () => {
  rapporteur = await holderOf(api.database, "RAPPORTEUR");
});

const see = async (slug: string, viewer?: Viewer) => {
  const query = `query ($slug: String!) { proposal(slug: $slug) {
    id version summary title versions { number reason authorName hash } statements { id version text }
  } }`;
  const { data } = await api.ask(query, { slug }, viewer);
  return data.proposal;
};

const write = async (input: Record<string, unknown>) => {
  const query = `mutation ($input: WriteStatementInput!) { writeStatement(input: $input) {
    problems { code field } statement { id version } } }`;
  const { data } = await api.ask(query, { input: { part: "MEASURE", version: 0, ...input } }, rapporteur);
  return data.writeStatement;
};

const kept = (slug: string) =>
  api.database.query<ProposalVersion[]>(
    `select v.* from proposal_version v join proposal p on p.id = v.proposal_id where p.slug = $1 order by number desc`,
    [slug],
  );

test("what is public has its first version; a draft has none, however often it is written", async () => {
  expect((await see("proposition-1")).versions).toMatchObject([{ number: 1, reason: null, authorName: null }]);
  const { id } = await see("proposition-4", rapporteur);
  expect((await write({ id: randomUUID(), proposalId: id, text: "Un premier essai." })).problems).toEqual([]);
  expect((await see("proposition-4", rapporteur)).versions).toEqual([]);
});

test("each change of a public proposal is kept, with who made it, why and what caused it", async () => {
  const { id } = await see("proposition-1");
  const [{ meeting }] = await api.database.query<[{ meeting: string }]>("select id as meeting from meeting limit 1");
  const why = { reason: "Demandé en réunion", meetingIds: [meeting] };
  const statement = randomUUID();
  const text = "Un lexique d’une page par région.";
  expect((await write({ id: statement, proposalId: id, text, why })).problems).toEqual([]);
  const { versions } = await see("proposition-1");
  expect(versions).toMatchObject([{ number: 2, reason: why.reason }, { number: 1 }]);
  expect(versions[0].authorName).toBe(rapporteur.displayName);
  const [now, before] = await kept("proposition-1");
  expect(now!.causes).toEqual([{ meetingId: meeting }]);
  const words = ({ content }: ProposalVersion) => content.statements.map((one) => one.text);
  expect(words(now!)).toContain(text);
  expect(words(before!)).not.toContain(text);
});

test("the hash of a version can be made again from its words, and what changed nothing makes no version", async () => {
  for (const { content, hash } of await kept("proposition-1")) expect(hashOf(content)).toBe(hash);
  const { id, title, summary, version, versions } = await see("proposition-1");
  const query = "mutation ($input: EditProposalInput!) { editProposal(input: $input) { problems { code } } }";
  const { data } = await api.ask(query, { input: { id, title, summary, version } }, rapporteur);
  expect(data.editProposal.problems).toEqual([]);
  expect((await see("proposition-1")).versions).toHaveLength(versions.length);
});

test("a cause that is not known is refused at its field, and nothing is written", async () => {
  const { id, statements } = await see("proposition-2");
  const why = { reason: "Parce que", meetingIds: [randomUUID()] };
  const { problems } = await write({ id: randomUUID(), proposalId: id, text: "Sans cause.", why });
  expect(problems).toEqual([{ code: "UNKNOWN_CHOICE", field: "why.meetingIds" }]);
  expect((await see("proposition-2")).statements).toHaveLength(statements.length);
});

test("what was public before versions were kept has its words kept before they change", async () => {
  await api.database.query(
    "delete from proposal_version where proposal_id = (select id from proposal where slug = 'proposition-3')",
  );
  const { id, statements } = await see("proposition-3");
  await write({ id: randomUUID(), proposalId: id, text: "Une phrase de plus." });
  const versions = await kept("proposition-3");
  expect(versions.map(({ content }) => content.statements.length)).toEqual([statements.length + 1, statements.length]);
});

test("those who write at the same instant make one version each, numbered without a gap", async () => {
  const { id, versions } = await see("proposition-5");
  await Promise.all(
    Array.from({ length: 6 }, (_, i) => write({ id: randomUUID(), proposalId: id, text: `Phrase ${i}.` })),
  );
  const numbers = (await see("proposition-5")).versions.map(({ number }: { number: number }) => number);
  expect(numbers).toEqual(Array.from({ length: versions.length + 6 }, (_, i) => versions.length + 6 - i));
});

const readVersion = async (slug: string, number: number, viewer?: Viewer) => {
  const query = `query ($slug: String!, $number: Int!) { proposal(slug: $slug) { versionNumbered(number: $number) {
    number title summary hash causes { meeting { id } reaction { id } }
    statements { statementId part text keyPoints { id } passages { id } }
    objections { text } asks { text interlocutor { name } } initiatives { name } } } }`;
  const { data, errors } = await api.ask(query, { slug, number }, viewer);
  expect(errors).toBeUndefined();
  return data.proposal?.versionNumbered;
};

test("a meeting that its team alone knows of is the cause of nothing that anybody reads", async () => {
  const { id } = await see("proposition-2");
  const [{ meeting }] = await api.database.query<[{ meeting: string }]>("select id as meeting from meeting limit 1");
  const said = (text: string) => ({ id: randomUUID(), proposalId: id, text, why: { meetingIds: [meeting] } });
  expect((await write(said("Dit en réunion."))).problems).toEqual([]);
  await api.database.query("update meeting set draft = true where id = $1", [meeting]);
  const { number } = (await see("proposition-2")).versions[0];
  expect((await readVersion("proposition-2", number)).causes).toEqual([]);
  expect((await write(said("Dit ailleurs."))).problems).toEqual([{ code: "UNKNOWN_CHOICE", field: "why.meetingIds" }]);
  await api.database.query("update meeting set draft = false where id = $1", [meeting]);
  expect((await readVersion("proposition-2", number)).causes).toMatchObject([{ meeting: { id: meeting } }]);
});

test("a version is read as it stood, whatever was written since, with what caused it", async () => {
  const { id, statements } = await see("proposition-8");
  const [first] = statements;
  const [{ reaction }] = await api.database.query<[{ reaction: string }]>(
    "select id as reaction from reaction where status = 'VISIBLE' limit 1",
  );
  const text = "Des mots tout autres.";
  const why = { reactionIds: [reaction] };
  expect((await write({ ...first, proposalId: id, part: "PROBLEM", text, why })).problems).toEqual([]);
  const [now, before] = await Promise.all([readVersion("proposition-8", 2), readVersion("proposition-8", 1)]);
  const wordsOf = (version: any) => version.statements.find((one: any) => one.statementId === first.id).text;
  expect([wordsOf(before), wordsOf(now)]).toEqual([first.text, text]);
  expect(before.statements.map((one: any) => one.text)).toEqual(statements.map((one: any) => one.text));
  expect(now.causes).toEqual([{ reaction: { id: reaction }, meeting: null }]);
  expect(await readVersion("proposition-8", 9)).toBeNull();
  await api.database.query("update reaction set status = 'HIDDEN' where id = $1", [reaction]);
  expect((await readVersion("proposition-8", 2)).causes).toEqual([]);
});

test("words that were taken back are in no version, and a key point that was merged is read where it went", async () => {
  const [{ passage, slug }] = await api.database.query<[{ passage: string; slug: string }]>(
    `select l.passage_id as passage, p.slug from statement_passage l join statement s on s.id = l.statement_id
     join proposal p on p.id = s.proposal_id and p.state = 'OPEN' order by 1 limit 1`,
  );
  const sourcesOf = async () =>
    (await readVersion(slug, 1)).statements.flatMap((one: any) =>
      [...one.passages, ...one.keyPoints].map(({ id }) => id),
    );
  expect(await sourcesOf()).toContain(passage);
  await api.database.query(
    "update contribution set status = 'WITHDRAWN' where id = (select contribution_id from passage where id = $1)",
    [passage],
  );
  expect(await sourcesOf()).not.toContain(passage);

  const [{ was, into }] = await api.database.query<[{ was: string; into: string }]>(
    `select l.key_point_id as was, (select id from key_point where id not in (select key_point_id from statement_key_point)
       and state = 'STATED' limit 1) as into
     from statement_key_point l join statement s on s.id = l.statement_id
     join proposal p on p.id = s.proposal_id where p.slug = $1 limit 1`,
    [slug],
  );
  await api.database.query("update key_point set state = 'MERGED', merged_into_id = $2 where id = $1", [was, into]);
  const sources = await sourcesOf();
  expect([sources.includes(was), sources.includes(into)]).toEqual([false, true]);
});

test("a draft has no version to read, and one of another number is not there", async () => {
  expect(await readVersion("proposition-4", 1)).toBeUndefined();
  expect(await readVersion("proposition-4", 1, rapporteur)).toBeNull();
});
