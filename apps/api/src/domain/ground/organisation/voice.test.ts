import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { trying } from "../../../../test/acts/acting.ts";
import { codes, organised, organising } from "../../../../test/acts/organisations.ts";
import { answeringApi, text } from "../../../../test/acts/responses.ts";
import { type Viewer, visitor } from "../../../platform/viewer.ts";

const api = answeringApi();
const { act, somebody, sheet, registered, confirmed, joined, see } = organising(api);

const answer = (organisationId: string, more: object = {}) =>
  api.inputOf({ text }, { appearance: "NAMED", organisationId, ...more });
const submit = async (input: ReturnType<typeof answer>, viewer: Viewer = visitor) =>
  api.submit(input, "code organisation { slug } contributions { id authorName organisationName }", viewer);

test("a member answers a questionnaire in its name: the text leads to its page, and no row tells who wrote", async () => {
  const it = await confirmed();
  const input = answer(it.id);
  const { problems, receipt } = await submit(input, it.founder);
  expect(problems).toEqual([]);
  expect(receipt).toMatchObject({
    organisation: { slug: it.slug },
    contributions: [{ authorName: null, organisationName: it.name }],
  });
  const { data } = await api.ask(
    `query ($id: ID!) { contribution(id: $id) {
    speaksAs organisationName organisation { slug verified } } }`,
    { id: receipt.contributions[0].id },
  );
  expect(data.contribution).toEqual({
    speaksAs: "ORGANISATION",
    organisationName: it.name,
    organisation: { slug: it.slug, verified: true },
  });
  expect((await see(it.slug)).contributions).toMatchObject([{ body: text, organisationName: it.name }]);
  const { id, submitted_at: at } = await api.stored(input.key);
  expect(at).toBeNull();
  const acts = await api.rows("select actor_id, recorded_at from journal_entry where subject_id = $1", [id]);
  for (const one of acts) expect(one).toEqual({ actor_id: null, recorded_at: null });
});

test("nobody else speaks for it: not a visitor, nor whoever asks to join, nor anybody before it is confirmed", async () => {
  const waiting = await registered();
  const it = await confirmed();
  const asking = await somebody();
  await act("askToJoinOrganisation", { id: it.id }, "", asking);
  for (const [organisation, viewer] of [
    [it, visitor],
    [it, asking],
    [it, await somebody("ADMINISTRATOR")],
    [waiting, waiting.founder],
  ] as const)
    expect((await submit(answer(organisation.id), viewer)).problems).toMatchObject([
      { code: "NOT_A_MEMBER", field: "organisationId" },
    ]);
  // Anybody still types a name, which leads nowhere.
  const typed = { appearance: "NAMED", speaksAs: "ORGANISATION", organisationName: it.name } as const;
  const { problems, receipt } = await submit(api.inputOf({ text }, typed));
  expect(problems).toEqual([]);
  expect(receipt.organisation).toBeNull();
});

test("without a name nothing leads from an answer to the organisation", async () => {
  const it = await confirmed();
  const input = answer(it.id, { appearance: "ANONYMOUS" });
  expect((await submit(input, it.founder)).receipt.organisation).toBeNull();
  expect((await api.stored(input.key)).organisation_id).toBeNull();
});

const reaction = (subjectId: string, organisationId: string | null) => ({
  key: randomUUID(),
  subject: "CONTRIBUTION",
  subjectId,
  kind: "SUPPORT",
  text: "Nous le voyons aussi.",
  organisationId,
});

test("it reacts as one, whoever of its members writes; the name and the territory are its own", async () => {
  const it = await confirmed();
  const second = await joined(it);
  const { id } = await (await api.sent({ text })).contribution();
  const told = "reaction { authorName territory { slug } organisation { slug } }";
  for (const viewer of [it.founder, second])
    expect((await act("react", { ...reaction(id, it.id), authorName: "Moi" }, told, viewer)).reaction).toEqual({
      authorName: it.name,
      territory: { slug: "bretagne" },
      organisation: { slug: it.slug },
    });
  // Moderators read it beside the other texts of the organisation, and beside none of its members' own.
  await act("react", reaction(id, null), "", second);
  const authors = await api.rows(
    "select author_digest from recent_text where kind = 'REACTION' and text_id in (select id from reaction where subject_id = $1)",
    [id],
  );
  expect(authors).toHaveLength(3);
  expect(new Set(authors.map((row) => row.author_digest)).size).toBe(2);
  const counts = await api.ask(`query ($id: ID!) { contribution(id: $id) { reactionCounts { support } } }`, { id });
  expect(counts.data.contribution.reactionCounts).toEqual({ support: 2 });
  expect((await see(it.slug)).reactions).toMatchObject([
    { authorName: it.name, page: { path: `/contributions/${id}` } },
    { authorName: it.name },
  ]);
});

test("what it said goes on past two hundred, in its order, to the last one", async () => {
  const it = await confirmed();
  const { id } = await (await api.sent({ text })).contribution();
  await api.rows(
    `insert into reaction (key, subject, subject_id, kind, text, status, reacted_on, organisation_id)
     select 'many' || n, 'CONTRIBUTION', $1, 'SUPPORT', 'Oui ' || n, 'VISIBLE', date '2026-01-01' + n / 3, $2
     from generate_series(1, 230) n`,
    [id, it.id],
  );
  const part = async (after: string | null) =>
    (
      await api.ask(
        `query ($slug: String!, $after: ID) { organisation(slug: $slug) { reactions(after: $after) { id text } } }`,
        { slug: it.slug, after },
      )
    ).data.organisation.reactions as { id: string; text: string }[];
  const first = await part(null);
  const rest = await part(first.at(-1)!.id);
  expect([first.length, rest.length]).toEqual([200, 30]);
  expect(new Set([...first, ...rest].map(({ text: said }) => said)).size).toBe(230);
  expect(await part(rest.at(-1)!.id)).toEqual([]);
});

test("what was said in its name stays when its author leaves or is erased, and is not theirs to take back any more", async () => {
  const it = await confirmed();
  const member = await joined(it);
  const { receipt } = await submit(answer(it.id), member);
  expect((await api.act("claimResponse", { code: receipt.code }, "revision", member)).codes).toEqual([]);
  await act("leaveOrganisation", { id: it.id }, "", member);
  for (const mutation of ["withdrawResponse", "unnameResponse"])
    expect((await api.act(mutation, { code: receipt.code }, "revision", member)).codes).toEqual(["NOT_A_MEMBER"]);
  await act("eraseAccount", { mode: "REMOVE_ALL" }, "", member);
  expect((await see(it.slug)).contributions).toMatchObject([{ body: text, organisationName: it.name }]);
  // One who is still in it takes it back.
  expect((await api.act("withdrawResponse", { code: receipt.code }, "revision", it.founder)).codes).toEqual([]);
  expect((await see(it.slug)).contributions).toEqual([]);
});

test("an erased account leaves no membership: the next member keeps the organisation, and one without any is closed", async () => {
  const it = await confirmed();
  const member = await joined(it);
  await submit(answer(it.id), member);
  await act("eraseAccount", { mode: "KEEP_TEXTS" }, "", it.founder);
  expect((await see(it.slug, member)).ownRole).toBe("ADMINISTRATOR");
  for (const gone of [it.second, member]) await act("eraseAccount", { mode: "KEEP_TEXTS" }, "", gone);
  expect(await see(it.slug)).toMatchObject({ state: "CLOSED", verified: false, contributions: [{ body: text }] });
  expect(await api.rows("select 1 from organisation_member where organisation_id = $1", [it.id])).toEqual([]);
});

test("a closed organisation speaks no more, keeps what it said, and may be registered anew by those who keep it", async () => {
  const it = await confirmed();
  await submit(answer(it.id), it.founder);
  const { organisation } = await act("closeOrganisation", { id: it.id }, organised, it.founder);
  expect(organisation.state).toBe("CLOSED");
  expect((await submit(answer(it.id), it.founder)).problems).toMatchObject([{ code: "NOT_A_MEMBER" }]);
  expect((await see(it.slug)).contributions).toHaveLength(1);
  const edit = { id: it.id, version: organisation.version, fields: sheet({ name: it.name }) };
  expect((await act("editOrganisation", edit, organised, it.founder)).organisation.state).toBe("REGISTERED");
});

test("its page is reported and hidden with a reason: nobody reads its words, and it speaks no more", async () => {
  const it = await confirmed();
  const asking = await somebody();
  await act("askToJoinOrganisation", { id: it.id }, "", asking);
  const moderator = await somebody("MODERATOR");
  const report = { kind: "ORGANISATION", textId: it.id, reason: "INSULT" };
  expect(codes(await act("reportText", report))).toEqual([]);
  const { data } = await api.ask("{ moderationDesk { held(first: 50) { nodes { id version } } } }", {}, moderator);
  const { version } = data.moderationDesk.held.nodes.find((one: { id: string }) => one.id === `ORGANISATION:${it.id}`);
  const ruling = { kind: "ORGANISATION", textId: it.id, version, outcome: "HIDDEN", reason: "INSULT" };
  expect(codes(await act("ruleText", ruling, "", moderator))).toEqual([]);
  expect(await see(it.slug)).toMatchObject({ name: "", about: "", website: null, hiddenFor: "INSULT" });
  expect((await submit(answer(it.id), it.founder)).problems).toMatchObject([{ code: "NOT_A_MEMBER" }]);
  // Neither by leaving it, nor by having asked to join it: it answers as one that is not there.
  const stranger = await somebody();
  for (const [name, more] of [
    ["leaveOrganisation", {}],
    ["closeOrganisation", {}],
    ["askToJoinOrganisation", {}],
    ["inviteToOrganisation", { key: "1", role: "MEMBER" }],
    ["editOrganisation", { version: 1, fields: sheet() }],
  ] as const) {
    const tried = async (id: string) => {
      const { payload, code } = await trying(api)(name, { id, ...more }, "organisation { name about }", stranger);
      return { payload, code };
    };
    expect([name, await tried(it.id)]).toEqual([name, await tried(randomUUID())]);
  }
  const asked = "{ viewer { memberships { organisation { name about } } } }";
  expect((await api.ask(asked, {}, asking)).data.viewer.memberships).toEqual([]);
  // Other words wait for a moderator.
  const { version: own } = await see(it.slug, it.founder);
  await act("editOrganisation", { id: it.id, version: own, fields: sheet({ name: it.name }) }, "", it.founder);
  expect(await see(it.slug)).toBeNull();
});
