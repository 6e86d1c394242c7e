import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { adopting } from "../../../../test/acts/adopting.ts";
import { hashOf } from "../../../platform/canonical.ts";

const { api, people, see, act, at, consent, stabilised } =
  adopting(`id slug number state version stateOn stateReason missing viewerMayMoveTo
  mergedInto { slug } tookIn { slug } splitFrom { slug } splitInto { slug title statements { text passages { id } } asks { text } }
  recordedAdoption { recordedBy decision { method votesFor presence { people } } }
  adoption { alone versionNumber hash
    decision { decidedOn method votesFor votesAgainst abstentions quorum note
      meeting { id adopted { slug } } present presence { people territory { slug } } } }
  errata { text } versions { number hash reason } statements { id text passages { id } }
  objections { text } initiatives { id } history { event reason actorName } viewerCan { edit decide adopt }`);

/** Records a decision as the rapporteur, and confirms it as the facilitator. */
async function adopt(slug: string, decided: object = consent()) {
  expect((await act("recordAdoption", { ...(await at(slug)), ...decided })).problems).toEqual([]);
  return act("adoptProposal", await at(slug), people.FACILITATOR);
}

/** The demonstration as it was, for each of these rules. */
beforeEach(async () => {
  await api.database.query(`delete from erratum; delete from adoption; delete from recorded_adoption;
    update working_group set small_team = false;
    update amendment set state = 'REFUSED' where state = 'PROPOSED';
    update proposal set state = 'OPEN', state_reason = null, merged_into_id = null where number in (1, 2, 3, 5, 8)`);
});

test("an incomplete proposal is not stabilised: what it lacks is named, and nothing is written", async () => {
  await api.database.query("update proposal set state = 'OPEN' where number = 4");
  const before = await at("proposition-4");
  const { problems } = await act("stabiliseProposal", before);
  expect(problems).toEqual([
    { code: "INCOMPLETE", field: "id", value: expect.stringContaining("TWO_EXAMPLES_FROM_TWO_REGIONS") },
  ]);
  expect(await see("proposition-4", people.RAPPORTEUR)).toMatchObject({ state: "OPEN", version: before.version });
});

test("words that people proposed are settled before anything is frozen, and before what is frozen is adopted", async () => {
  const { id } = await at("proposition-1");
  const propose = async () => {
    const { data } = await api.ask(
      "mutation ($input: ProposeAmendmentInput!) { proposeAmendment(input: $input) { problems { code } amendment { id } } }",
      {
        input: { key: randomUUID(), proposalId: id, part: "MEASURE", text: "Écrire un lexique.", why: "Plus clair." },
      },
    );
    return data.proposeAmendment.amendment.id;
  };
  const lacking = [{ code: "INCOMPLETE", field: "id", value: "OPEN_AMENDMENT" }];
  const open = await propose();
  expect((await act("stabiliseProposal", await at("proposition-1"))).problems).toEqual(lacking);
  expect((await see("proposition-1")).missing).toEqual(["OPEN_AMENDMENT"]);
  await act("refuseAmendment", { id: open, reason: "Déjà dit." });
  await stabilised("proposition-1");
  // One that waited for a moderator, and appears meanwhile.
  await api.database.query("update amendment set state = 'PROPOSED' where id = $1", [open]);
  expect((await act("recordAdoption", { ...(await at("proposition-1")), ...consent() })).problems).toEqual(lacking);
  await api.database.query("update amendment set state = 'REFUSED' where id = $1", [open]);
});

test.each(["PROBLEM", "MEASURE"])("a proposal that does not say its %s is not stabilised", async (part) => {
  const { id } = await at("proposition-1");
  const rename = (from: string, to: string) =>
    api.database.query("update statement set part = $2 where proposal_id = $1 and part = $3", [id, to, from]);
  await rename(part, "COST");
  expect((await act("stabiliseProposal", await at("proposition-1"))).problems).toEqual([
    { code: "INCOMPLETE", field: "id", value: part },
  ]);
  await rename("COST", part);
});

test("a whole one is stabilised: its words stand still until it is opened again, with a reason", async () => {
  await stabilised("proposition-1");
  const now = await see("proposition-1", people.RAPPORTEUR);
  expect(now).toMatchObject({ state: "STABILISED", viewerCan: { edit: false } });
  expect(now.viewerMayMoveTo).toContain("ADOPTED");
  expect((await see("proposition-1")).viewerMayMoveTo).toEqual([]);
  const bare = await act("reopenProposal", { ...(await at("proposition-1")), reason: " " });
  expect(bare.problems).toMatchObject([{ code: "REQUIRED", field: "reason" }]);
  const { proposal } = await act("reopenProposal", { ...(await at("proposition-1")), reason: "Une objection neuve." });
  expect(proposal).toMatchObject({ state: "OPEN", stateReason: "Une objection neuve.", viewerCan: { edit: true } });
  expect(proposal.history[0]).toMatchObject({ event: "proposal.reopened", reason: "Une objection neuve." });
});

test("a proposal is adopted at a meeting, by consent: who was there, and the very words that were adopted, with their hash", async () => {
  await stabilised("proposition-1");
  const { problems, proposal } = await adopt("proposition-1");
  expect(problems).toEqual([]);
  expect(proposal.adoption).toMatchObject({
    alone: false,
    decision: { decidedOn: consent().decidedOn, method: "CONSENT", votesFor: null, present: 9, presence: [] },
  });
  expect(proposal.adoption.decision.meeting.adopted).toContainEqual({ slug: "proposition-1" });
  const [{ content }] = await api.database.query<[{ content: unknown }]>(
    "select content from proposal_version where hash = $1 order by number desc limit 1",
    [proposal.adoption.hash],
  );
  expect(hashOf(content)).toBe(proposal.adoption.hash);
  expect((await see("proposition-1")).state).toBe("ADOPTED");
});

test("what was adopted is not written any more: only errata are added, once each", async () => {
  await stabilised("proposition-1");
  await adopt("proposition-1");
  const { id, version, statements } = await see("proposition-1");
  const { errors } = await api.ask(
    "mutation ($input: WriteStatementInput!) { writeStatement(input: $input) { problems { code } } }",
    { input: { id: statements[0].id, proposalId: id, version: 1, part: "PROBLEM", text: "Autrement." } },
    people.RAPPORTEUR,
  );
  expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  expect((await act("reopenProposal", { id, version, reason: "Pour voir." })).problems).toMatchObject([
    { code: "NOT_NOW", value: "ADOPTED" },
  ]);
  const erratum = { key: randomUUID(), proposalId: id, text: "Lire « lexique » pour « léxique »." };
  for (const key of [erratum.key, erratum.key, randomUUID()])
    expect((await act("addErratum", { ...erratum, key })).problems).toEqual([]);
  expect((await see("proposition-1")).errata).toEqual([{ text: erratum.text }]);
  // Taken away the day it was added; the day after, another one sets it right.
  const remove = async () => (await act("removeErratum", { proposalId: id, id: erratum.key })).problems;
  await api.database.query("update erratum set added_on = added_on - 1");
  expect(await remove()).toMatchObject([{ code: "NOT_NOW", field: "id" }]);
  await api.database.query("update erratum set added_on = added_on + 1");
  for (const _ of [1, 2]) expect(await remove()).toEqual([]);
  expect((await see("proposition-1")).errata).toEqual([]);
  const open = (await see("proposition-2")).id;
  const early = await act("addErratum", { key: randomUUID(), proposalId: open, text: "Trop tôt." });
  expect(early.problems).toMatchObject([{ code: "NOT_NOW", field: "proposalId" }]);
});

test("a vote adopts with more for than against, no more votes than people, and its quorum; else it says why not", async () => {
  await stabilised("proposition-2");
  const vote = { ...consent(), method: "VOTE", votesFor: 6, votesAgainst: 1, abstentions: 2, quorum: 8 };
  const refusals: [object, string, string, string?][] = [
    [{ quorum: 12 }, "NO_QUORUM", "quorum"],
    [{ quorum: 12_000 }, "OUT_OF_RANGE", "quorum", "1–10000"],
    [{ votesFor: 9 }, "MORE_VOTES_THAN_PEOPLE", "votesFor"],
    [{ votesFor: 3, votesAgainst: 3 }, "NOT_CARRIED", "votesFor"],
    [{ abstentions: null }, "REQUIRED", "abstentions"],
    [{ decidedOn: "2001-01-01" }, "OUT_OF_RANGE", "decidedOn"],
    [{ meetingId: randomUUID() }, "UNKNOWN_CHOICE", "meetingId"],
  ];
  for (const [change, code, field, value] of refusals) {
    const { problems } = await act("recordAdoption", { ...(await at("proposition-2")), ...vote, ...change });
    expect(problems).toMatchObject([{ code, field, ...(value && { value }) }]);
    expect((await see("proposition-2")).state).toBe("STABILISED");
  }
  const { proposal } = await adopt("proposition-2", vote);
  expect(proposal.adoption.decision).toMatchObject({
    method: "VOTE",
    votesFor: 6,
    votesAgainst: 1,
    abstentions: 2,
    quorum: 8,
  });
});

test("two who adopt at once adopt once; whoever read an older version is told", async () => {
  await stabilised("proposition-3");
  expect((await act("recordAdoption", { ...(await at("proposition-3")), ...consent() })).problems).toEqual([]);
  const input = await at("proposition-3");
  const [one, other] = await Promise.all([
    act("adoptProposal", input, people.FACILITATOR),
    act("adoptProposal", input, people.FACILITATOR),
  ]);
  expect([one.problems, other.problems]).toEqual([[], []]);
  const [{ count }] = await api.database.query<[{ count: number }]>("select count(*)::int as count from adoption");
  expect(count).toBe(1);
  const old = await act("stabiliseProposal", { ...(await at("proposition-5")), version: 99 });
  expect(old.problems).toMatchObject([{ code: "STALE" }]);
});

test("what was set aside or taken back says why to all, and what was set aside may be taken up again", async () => {
  const why = "Déjà portée par un autre groupe.";
  const { proposal } = await act("setAsideProposal", { ...(await at("proposition-8")), reason: why });
  expect(proposal).toMatchObject({ state: "SET_ASIDE", stateReason: why });
  expect(await see("proposition-8")).toMatchObject({ stateReason: why });
  expect((await act("reopenProposal", { ...(await at("proposition-8")), reason: "Reprise." })).problems).toEqual([]);
  await act("withdrawProposal", { ...(await at("proposition-8")), reason: "Nous y renonçons." });
  expect((await act("reopenProposal", { ...(await at("proposition-8")), reason: "Non." })).problems).toMatchObject([
    { code: "NOT_NOW" },
  ]);
});

test("a draft goes nowhere but to the public", async () => {
  for (const name of ["stabiliseProposal", "setAsideProposal", "withdrawProposal", "reopenProposal"]) {
    const reason = name === "stabiliseProposal" ? {} : { reason: "Parce que." };
    const { problems } = await act(name, { ...(await at("proposition-6")), ...reason });
    expect(problems).toMatchObject([{ code: "NOT_NOW", value: "DRAFT" }]);
  }
  expect(await see("proposition-6")).toBeNull();
});

test("two become one: the sentences that were chosen go over with all they stand on, and each page leads to the other", async () => {
  const from = await see("proposition-5", people.RAPPORTEUR);
  const into = await see("proposition-3", people.RAPPORTEUR);
  const statementIds = [from.statements[0].id];
  const input = { id: from.id, version: from.version, intoId: into.id, reason: "Même mesure.", statementIds };
  expect((await act("mergeProposal", { ...input, intoId: from.id })).problems).toMatchObject([{ field: "intoId" }]);
  expect((await act("mergeProposal", { ...input, statementIds: [into.statements[0].id] })).problems).toMatchObject([
    { code: "UNKNOWN_CHOICE", field: "statementIds" },
  ]);
  for (const _ of [1, 2]) expect((await act("mergeProposal", input)).problems).toEqual([]);
  const after = await see("proposition-3");
  expect(after.statements).toHaveLength(into.statements.length + 1);
  const copy = after.statements.find(({ text }: any) => text === from.statements[0].text);
  expect(copy.passages).toEqual(from.statements[0].passages);
  expect(after.tookIn).toEqual([{ slug: "proposition-5" }]);
  expect(after.versions[0].reason).toBe("Même mesure.");
  const merged = await see("proposition-5");
  expect(merged).toMatchObject({ state: "MERGED", mergedInto: { slug: "proposition-3" } });
  expect(merged.statements).toEqual(from.statements);
  expect(new Set(after.initiatives.map(({ id }: any) => id))).toEqual(
    new Set([...into.initiatives, ...from.initiatives].map(({ id }: any) => id)),
  );
});

test("one becomes two: each sentence goes to one of them, none is lost, and the first keeps its words and says where they went", async () => {
  const before = await see("proposition-2", people.RAPPORTEUR);
  const ids: string[] = before.statements.map(({ id }: any) => id);
  const part = (title: string, statementIds: string[]) => ({ key: randomUUID(), title, summary: title, statementIds });
  const split = { id: before.id, version: before.version, reason: "Deux destinataires." };
  const refused = async (parts: object[]) => (await act("splitProposal", { ...split, parts })).problems;
  expect(await refused([part("Une", ids)])).toMatchObject([{ code: "TOO_FEW_CHOICES" }]);
  expect(await refused([part("Une", ids), part("Deux", [ids[0]!])])).toMatchObject([{ code: "ALREADY_THERE" }]);
  expect(await refused([part("Une", [ids[0]!]), part("Deux", [])])).toMatchObject([{ code: "NOT_EMPTY" }]);
  const parts = [part("Première moitié", ids.slice(0, 2)), part("Seconde moitié", ids.slice(2))];
  const { problems, proposal } = await act("splitProposal", { ...split, parts });
  expect(problems).toEqual([]);
  expect(proposal).toMatchObject({ state: "SPLIT", stateReason: "Deux destinataires." });
  expect(proposal.splitInto.map(({ title }: any) => title)).toEqual(["Première moitié", "Seconde moitié"]);
  expect(proposal.splitInto.flatMap(({ statements }: any) => statements)).toHaveLength(ids.length);
  expect(proposal.statements).toEqual(before.statements);
  const [half] = proposal.splitInto;
  expect(await see(half.slug)).toMatchObject({ state: "OPEN", splitFrom: { slug: "proposition-2" } });
  expect((await act("splitProposal", { ...split, parts })).problems).toEqual([]);
  expect((await see("proposition-2")).splitInto).toHaveLength(2);
});
