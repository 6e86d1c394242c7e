import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { acting } from "../../../../test/acts/acting.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf, holders } from "../../../../test/site/people.ts";
import type { Viewer } from "../../../platform/viewer.ts";

const api = seededApi();
const people = holders(api, "RAPPORTEUR");
let proposal: { id: string; slug: string };
beforeAll(async () => {
  [proposal] = await api.database.query<[typeof proposal]>("select id, slug from proposal where number = 2");
});

const act = acting(api);

/** A supply, with the code of its link. */
async function given(slot: string, text: string, source?: string): Promise<{ id: string; code: string }> {
  const input = { key: randomUUID(), proposalId: proposal.id, slot, text, source };
  const said = { ...input, territory: "bretagne", appearance: "ANONYMOUS" };
  const { own, problems } = await act("supplyProposal", said, "own { code supply { id } }");
  expect(problems).toEqual([]);
  return { id: own.supply.id, code: own.code };
}

const takeUp = (contributionId: string, as: string, rest: object) =>
  act(
    "takeUpSupply",
    { contributionId, as, key: randomUUID(), ...rest },
    "supply { takenAs } current { version }",
    people.RAPPORTEUR,
  );

const words = "words { id }";
const see = async (slug = proposal.slug, viewer?: Viewer) => {
  const query = `query ($slug: String!) { proposal(slug: $slug) { id version calls { slot } carriers
    namedCarriers { id name ${words} } works { id title reference url ${words} } asks { id text interlocutor { slug } ${words} }
    objections { id text reply version ${words} replyWords { id } } statements { id }
    versions { number causes { supplied { id body } } } arguments { id takenAs } } }`;
  return (await api.ask(query, { slug }, viewer)).data.proposal;
};
const follow = async (code: string) => {
  const query = `query ($code: String!) { ownSupply(code: $code) { supply { takenAs takenOn
    became { as part text proposal { slug } } contribution { body trail { progress events { proposal { slug } } } } } } }`;
  return (await api.ask(query, { code })).data.ownSupply.supply;
};
const one = async (text: string, values: unknown[] = []) => (await api.database.query<any[]>(text, values))[0];

test("somebody to carry it is taken up among those who carry it, and both lead to each other", async () => {
  const { id, code } = await given("CARRIER", "Notre régie de quartier s’en chargerait.");
  expect((await takeUp(id, "CARRIER", {})).problems).toEqual([{ code: "REQUIRED", field: "carrier.kind" }]);
  const carrier = { kind: "ORGANISATION", name: "Régie de quartier", agreed: false };
  expect((await takeUp(id, "CARRIER", { carrier })).problems).toEqual([
    { code: "CONSENT_REQUIRED", field: "carrier.agreed" },
  ]);
  const sent = { key: randomUUID(), carrier: { ...carrier, agreed: true } };
  for (const _ of [1, 2])
    expect(await takeUp(id, "CARRIER", sent)).toMatchObject({ problems: [], supply: { takenAs: "CARRIER" } });
  const { namedCarriers } = await see();
  expect(namedCarriers.filter(({ name }: any) => name === "Régie de quartier")).toMatchObject([{ words: { id } }]);
  expect(await follow(code)).toMatchObject({
    takenAs: "CARRIER",
    became: [{ as: "CARRIER", part: null, text: "Régie de quartier", proposal: { slug: proposal.slug } }],
    contribution: { trail: { progress: "FEEDS" } },
  });
});

test("nobody is told that a person was asked to carry it before they agreed, nor once they declined", async () => {
  const moderator = await holderOf(api.database, "MODERATOR");
  await api.database.query("update person set email = 'x@exemple.invalid' where id = $1", [moderator.id]);
  const { id, code } = await given("CARRIER", "Quelqu’un de la modération le porterait.");
  const key = randomUUID();
  const carrier = { kind: "PERSON", personId: moderator.id };
  expect(await takeUp(id, "CARRIER", { key, carrier })).toMatchObject({
    problems: [],
    supply: { takenAs: "CARRIER" },
  });
  const untold = { takenAs: null, takenOn: null, became: [], contribution: { trail: { progress: "READ" } } };
  expect(await follow(code)).toMatchObject(untold);
  const answer = (agreed: boolean) => act("answerCarrier", { id: key, agreed }, "", moderator);
  await answer(true);
  expect(await follow(code)).toMatchObject({ takenAs: "CARRIER", became: [{ text: moderator.displayName }] });
  await answer(false);
  expect(await follow(code)).toMatchObject(untold);
  expect(JSON.stringify(await see())).not.toContain(id);
});

test("a law or a study is taken up with its source as its address, or with another one", async () => {
  const { id, code } = await given("WORK", "La loi le permet déjà.", "Journal officiel, 31 juillet");
  expect((await takeUp(id, "WORK", {})).problems).toEqual([{ code: "REQUIRED", field: "title" }]);
  expect((await takeUp(id, "WORK", { title: "Loi", reference: " " })).problems).toEqual([
    { code: "REQUIRED", field: "reference" },
  ]);
  expect((await takeUp(id, "WORK", { title: "La loi de juillet" })).problems).toEqual([]);
  expect((await see()).works).toContainEqual(
    expect.objectContaining({ title: "La loi de juillet", reference: "Journal officiel, 31 juillet", words: { id } }),
  );
  expect((await follow(code)).became).toMatchObject([{ as: "WORK", text: "La loi de juillet" }]);
  const bare = await given("WORK", "Une étude le dit.");
  expect((await takeUp(bare.id, "WORK", { title: "Étude" })).problems).toMatchObject([{ field: "reference" }]);
});

test("who decides is taken up as what is asked of an office of the register, where an ask waits for its words if one does", async () => {
  const { id, code } = await given("INTERLOCUTOR", "La région décide : qu’elle vote une ligne.");
  const office = await one(
    "select id, slug from interlocutor where merged_into_id is null and id not in (select interlocutor_id from ask where proposal_id = $1) limit 1",
    [proposal.id],
  );
  expect((await takeUp(id, "INTERLOCUTOR", { text: "Voter." })).problems).toEqual([
    { code: "REQUIRED", field: "interlocutor" },
  ]);
  expect((await takeUp(id, "INTERLOCUTOR", { text: "Voter.", interlocutor: "nulle-part" })).problems).toEqual([
    { code: "UNKNOWN_CHOICE", field: "interlocutor" },
  ]);
  expect((await takeUp(id, "INTERLOCUTOR", { interlocutor: office.slug })).problems).toEqual([
    { code: "REQUIRED", field: "text" },
  ]);
  const waiting = randomUUID();
  const ask = { id: waiting, proposalId: proposal.id, interlocutor: office.slug, version: 0 };
  await act("writeAsk", ask, "", people.RAPPORTEUR);
  const sent = { key: randomUUID(), text: "Voter une ligne.", interlocutor: office.slug };
  for (const _ of [1, 2]) expect((await takeUp(id, "INTERLOCUTOR", sent)).problems).toEqual([]);
  const { asks } = await see();
  expect(asks.filter(({ interlocutor }: any) => interlocutor.slug === office.slug)).toMatchObject([
    { id: waiting, text: "Voter une ligne.", words: { id } },
  ]);
  expect((await follow(code)).became).toMatchObject([{ as: "INTERLOCUTOR" }]);
});

test("what one would answer is taken up as the reply to an objection that is chosen, from the version that was read", async () => {
  const objection = { id: randomUUID(), proposalId: proposal.id, version: 0, text: "Qui paie ?", blocking: true };
  await act("writeObjection", objection, "", people.RAPPORTEUR);
  const { id, code } = await given("REPLY", "La région, pour un tiers.");
  const text = "La région en paie un tiers.";
  expect((await takeUp(id, "REPLY", { text })).problems).toEqual([{ code: "REQUIRED", field: "objectionId" }]);
  expect((await takeUp(id, "REPLY", { text, objectionId: randomUUID() })).problems).toEqual([
    { code: "UNKNOWN_CHOICE", field: "objectionId" },
  ]);
  const to = { objectionId: objection.id, version: 1 };
  expect((await takeUp(id, "REPLY", { ...to, text: " " })).problems).toEqual([{ code: "REQUIRED", field: "text" }]);
  expect(await takeUp(id, "REPLY", { ...to, version: 0, text })).toMatchObject({
    problems: [{ code: "STALE", field: "version" }],
    current: { version: 1 },
  });
  for (const _ of [1, 2]) expect((await takeUp(id, "REPLY", { ...to, text })).problems).toEqual([]);
  const answered = async () => (await see()).objections.find((row: any) => row.id === objection.id);
  expect(await answered()).toMatchObject({ text: "Qui paie ?", reply: text, words: null, replyWords: { id } });
  expect((await follow(code)).became).toMatchObject([{ as: "REPLY", text }]);
  await act("writeObjection", { ...objection, version: 2, reply: null }, "", people.RAPPORTEUR);
  expect(await answered()).toMatchObject({ reply: null, replyWords: null });
  expect(await follow(code)).toMatchObject({ became: [], contribution: { trail: { progress: "READ" } } });
});

test("the version that a take-up makes names what was supplied as its cause; taken back, it is named nowhere", async () => {
  const { id, code } = await given("WORK", "Un rapport zinzolin le dit.", "Rapport, page 4");
  const before = (await see()).versions[0].number;
  await takeUp(id, "WORK", { title: "Un rapport" });
  const [version] = (await see()).versions;
  expect(version).toMatchObject({ number: before + 1, causes: [{ supplied: { id } }] });
  // Taken up once more, into another slot: it keeps both.
  await takeUp(id, "OBJECTION", { text: "Est-ce bien sûr ?" });
  expect((await see()).versions[0].causes).toMatchObject([{ supplied: { id } }]);
  expect((await follow(code)).became.map((place: any) => place.as)).toEqual(["WORK", "OBJECTION"]);

  await act("withdrawSupply", { code });
  const all = JSON.stringify([await see(), await see(proposal.slug, people.RAPPORTEUR), await follow(code)]);
  expect(all).not.toContain("zinzolin");
  expect(all).not.toContain(id);
  expect((await see()).works).toContainEqual(expect.objectContaining({ title: "Un rapport", words: null }));
  expect(await follow(code)).toMatchObject({ became: [], contribution: { body: "" } });
});

test("merged into another, what was taken up still leads to its words there, and its author is led there", async () => {
  const taken = {
    OBJECTION: await given("AGAINST", "Et les petites communes ?"),
    REPLY: await given("REPLY", "Elles se groupent."),
    WORK: await given("WORK", "Un guide existe.", "Guide, 2011"),
    CARRIER: await given("CARRIER", "Une coopérative s’en charge."),
    INTERLOCUTOR: await given("INTERLOCUTOR", "À un office nouveau."),
  };
  const key = randomUUID();
  const into = await one("select id, slug from proposal where number = 3");
  const office = await one(
    "select slug from interlocutor where merged_into_id is null and id not in (select interlocutor_id from ask) order by id desc limit 1",
  );
  await takeUp(taken.OBJECTION.id, "OBJECTION", { key, text: "Que font les petites communes ?" });
  await takeUp(taken.REPLY.id, "REPLY", { objectionId: key, version: 1, text: "Elles se groupent." });
  await takeUp(taken.WORK.id, "WORK", { title: "Le guide" });
  await takeUp(taken.CARRIER.id, "CARRIER", { carrier: { kind: "NAME", name: "La coopérative", agreed: true } });
  await takeUp(taken.INTERLOCUTOR.id, "INTERLOCUTOR", { interlocutor: office.slug, text: "Répondre." });
  const { id, version } = await see(proposal.slug, people.RAPPORTEUR);
  const merge = { id, version, intoId: into.id, reason: "Même mesure.", statementIds: [] };
  expect((await act("mergeProposal", merge, "", people.RAPPORTEUR)).problems).toEqual([]);

  const there = await see(into.slug);
  const of = ({ id: from }: { id: string }) => expect.objectContaining({ words: { id: from } });
  expect(there.objections).toContainEqual(
    expect.objectContaining({ words: { id: taken.OBJECTION.id }, replyWords: { id: taken.REPLY.id } }),
  );
  expect(there.works).toContainEqual(of(taken.WORK));
  expect(there.namedCarriers).toContainEqual(of(taken.CARRIER));
  expect(there.asks).toContainEqual(of(taken.INTERLOCUTOR));
  for (const { code } of Object.values(taken)) {
    const { became, contribution } = await follow(code);
    expect(became.map((place: any) => place.proposal.slug)).toEqual([proposal.slug, into.slug]);
    const slugs = contribution.trail.events.map((event: any) => event.proposal?.slug);
    expect(slugs).toContain(into.slug);
  }
  await act("withdrawSupply", { code: taken.WORK.code });
  expect(JSON.stringify(await see(into.slug))).not.toContain(taken.WORK.id);

  // And then split: a copy of a copy leads to the same words.
  const { version: now, statements } = await see(into.slug, people.RAPPORTEUR);
  const part = (title: string, all: { id: string }[]) => ({
    key: randomUUID(),
    title,
    summary: title,
    statementIds: all.map((statement) => statement.id),
  });
  const parts = [part("Première moitié", statements.slice(0, 1)), part("Seconde moitié", statements.slice(1))];
  const split = { id: into.id, version: now, reason: "Deux destinataires.", parts };
  expect((await act("splitProposal", split, "", people.RAPPORTEUR)).problems).toEqual([]);
  const halves = (await follow(taken.CARRIER.code)).became.slice(2).map((place: any) => place.proposal.slug);
  expect(halves).toHaveLength(2);
  for (const half of halves) {
    const { namedCarriers, objections } = await see(half);
    expect(namedCarriers).toContainEqual(of(taken.CARRIER));
    expect(objections).toContainEqual(expect.objectContaining({ replyWords: { id: taken.REPLY.id } }));
  }
});
