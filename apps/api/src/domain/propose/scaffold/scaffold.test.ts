import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { acting } from "../../../../test/acts/acting.ts";

const api = seededApi();
let rapporteur: Viewer;
let proposal: { id: string; slug: string };
beforeAll(async () => {
  rapporteur = await holderOf(api.database, "RAPPORTEUR");
  [proposal] = await api.database.query<[typeof proposal]>("select id, slug from proposal where number = 1");
  // It lacks only what these rules take away.
  await api.database.query("update amendment set state = 'REFUSED' where state = 'PROPOSED'");
});

const fields = `objections { id text reply blocking version } works { title reference url version } missing carriers
  levers { key } carriersToEdit { id kind name consent } versions { number } history { event actorName }`;

const acts = acting(api);
const act = (name: string, input: object, viewer: Viewer = rapporteur) => {
  const current = /^(write|remove)(Objection|Work)$/.test(name) ? "current { version }" : "";
  return acts(name, input, `proposal { ${fields} } ${current}`, viewer);
};

const see = async (viewer?: Viewer) => {
  const query = `query ($slug: String!) { proposal(slug: $slug) { ${fields} } }`;
  return (await api.ask(query, { slug: proposal.slug }, viewer)).data.proposal;
};

test("an objection is written once, answered from the version that was read, and taken out", async () => {
  const id = randomUUID();
  const input = { id, proposalId: proposal.id, version: 0, text: "Qui paie ?", blocking: true };
  const written = await act("writeObjection", input);
  expect(written.problems).toEqual([]);
  expect((await act("writeObjection", input)).proposal.objections).toEqual(written.proposal.objections);
  expect(await act("writeObjection", { ...input, text: "Autrement ?" })).toMatchObject({
    problems: [{ code: "STALE", field: "version" }],
    current: { version: 1 },
  });

  // One that must be answered, and is not, is missing; once it is, nothing is.
  expect(written.proposal.missing).toEqual(["BLOCKING_OBJECTION_WITHOUT_REPLY"]);
  const answered = await act("writeObjection", { ...input, version: 1, reply: "La région, pour un tiers." });
  expect(answered.proposal.missing).toEqual([]);
  expect(answered.proposal.history[0].event).toBe("objection.answered");
  expect(answered.proposal.versions[0].number).toBe(written.proposal.versions[0].number + 1);

  expect((await act("removeObjection", { id, version: 1 })).problems).toMatchObject([{ code: "STALE" }]);
  expect((await act("removeObjection", { id, version: 2 })).problems).toEqual([]);
  expect((await act("removeObjection", { id, version: 2 })).problems).toEqual([]);
});

test("a proposal cannot stand still while an objection that stops it has no reply", async () => {
  const objection = { id: randomUUID(), proposalId: proposal.id, text: "Est-ce permis ?", blocking: true };
  await act("writeObjection", { ...objection, version: 0 });
  const [{ version }] = await api.database.query<[{ version: number }]>("select version from proposal where id = $1", [
    proposal.id,
  ]);
  const stabilise = async () => {
    const query = `mutation ($input: StabiliseProposalInput!) { stabiliseProposal(input: $input) {
      problems { code value } } }`;
    return (await api.ask(query, { input: { id: proposal.id, version } }, rapporteur)).data.stabiliseProposal.problems;
  };
  expect(await stabilise()).toEqual([{ code: "INCOMPLETE", value: "BLOCKING_OBJECTION_WITHOUT_REPLY" }]);
  await act("removeObjection", { id: objection.id, version: 1 });
});

test("a work is named with where it is found: an address leads there, a reference is told", async () => {
  const id = randomUUID();
  const input = {
    id,
    proposalId: proposal.id,
    version: 0,
    title: "Le guide",
    reference: "https://exemple.invalid/guide",
  };
  expect((await act("writeWork", input)).proposal.works).toContainEqual({
    title: "Le guide",
    reference: input.reference,
    url: input.reference,
    version: 1,
  });
  const told = { ...input, version: 1, reference: "Dupont, 2011, p. 12" };
  expect((await act("writeWork", told)).proposal.works[1]).toMatchObject({ url: null, version: 2 });
  expect((await act("writeWork", { ...input, version: 1, title: "Autre" })).problems).toMatchObject([
    { code: "STALE" },
  ]);
  expect((await act("writeWork", { ...input, reference: "" })).problems).toMatchObject([
    { code: "REQUIRED", field: "reference" },
  ]);
  expect((await act("removeWork", { id, version: 2 })).proposal.works).toHaveLength(1);
});

test("levers come from the closed list; two who choose at once lose nothing", async () => {
  const before = (await see()).levers.map(({ key }: { key: string }) => key);
  const input = { proposalId: proposal.id, was: before, levers: ["LEGAL"] };
  expect((await act("chooseLevers", input)).proposal.levers).toEqual([{ key: "LEGAL" }]);
  expect((await act("chooseLevers", { ...input, levers: ["TRAINING"] })).problems).toEqual([
    { code: "STALE", field: "levers" },
  ]);
  expect((await act("chooseLevers", { ...input, was: ["LEGAL"], levers: ["MAGIC"] })).problems).toEqual([
    { code: "UNKNOWN_CHOICE", field: "levers" },
  ]);
});

test("a person is named among those who carry it once they agreed, and until they say otherwise", async () => {
  const moderator = await holderOf(api.database, "MODERATOR");
  await api.database.query("update person set email = 'x@exemple.invalid' where id = $1", [moderator.id]);
  const id = randomUUID();
  const name = moderator.displayName;
  const carrier = { kind: "PERSON", personId: moderator.id };
  const asked = (await act("addCarrier", { id, proposalId: proposal.id, carrier })).proposal;
  expect(asked.carriersToEdit).toContainEqual({ id, kind: "PERSON", name, consent: "ASKED" });
  expect(JSON.stringify(await see())).not.toContain(name);
  const twice = await act("addCarrier", { id: randomUUID(), proposalId: proposal.id, carrier });
  expect(twice.problems).toMatchObject([{ code: "ALREADY_THERE" }]);

  const own = "{ viewer { carriersOfProposals { id consent } } }";
  expect((await api.ask(own, {}, moderator)).data.viewer.carriersOfProposals).toEqual([{ id, consent: "ASKED" }]);
  const mutation = `mutation ($input: AnswerCarrierInput!) { answerCarrier(input: $input) { problems { code } } }`;
  const answer = (agreed: boolean, viewer: Viewer) => api.ask(mutation, { input: { id, agreed } }, viewer);
  const { data } = await answer(true, rapporteur);
  expect(data.answerCarrier.problems).toEqual([{ code: "GONE" }]);
  await answer(true, moderator);
  expect((await see()).carriers).toContain(name);
  await answer(false, moderator);
  expect(JSON.stringify(await see())).not.toContain(name);
  await act("removeCarrier", { id });
});

test("whoever has no account agreed before they are named", async () => {
  const carrier = { kind: "NAME", name: "Une voisine", agreed: false };
  const refused = await act("addCarrier", { id: randomUUID(), proposalId: proposal.id, carrier });
  expect(refused.problems).toEqual([{ code: "CONSENT_REQUIRED", field: "carrier.agreed" }]);
  const done = await act("addCarrier", {
    id: randomUUID(),
    proposalId: proposal.id,
    carrier: { ...carrier, agreed: true },
  });
  expect(done.proposal.carriers).toContain("Une voisine");
  expect((await see()).carriersToEdit).toEqual([]);
});
