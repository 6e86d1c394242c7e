import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { acting } from "../../../../test/acts/acting.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { hourBetweenTests } from "../../../../test/site/hour.ts";
import { holders } from "../../../../test/site/people.ts";
import { withoutSecrets } from "../../../platform/log.ts";
import type { Viewer } from "../../../platform/viewer.ts";

const api = seededApi();
hourBetweenTests(api);
const people = holders(api, "RAPPORTEUR");
let proposal: { id: string; slug: string };
beforeAll(async () => {
  [proposal] = await api.database.query<[typeof proposal]>("select id, slug from proposal where number = 2");
});

const act = acting(api);
/** The same, from a device of its own. */
const actFrom = (device: string) =>
  acting({ ask: (query, variables, viewer) => api.ask(query, variables, viewer, { device: () => device }) });

const own = `held own { code supply { id slot source takenAs contribution { id body status authorName trail {
  progress events { step on proposal { id } } } } } }`;

const give = (input: object = {}) =>
  act(
    "supplyProposal",
    {
      key: randomUUID(),
      proposalId: proposal.id,
      slot: "AGAINST",
      text: "Une avance se rembourse, même quand on échoue.",
      territory: "bretagne",
      appearance: "ANONYMOUS",
      ...input,
    },
    own,
  );

const argued = async (viewer?: Viewer) => {
  const query = `query ($slug: String!) { proposal(slug: $slug) { calls { slot region { slug } }
    arguments { id slot source ratings { helps saidAlready offTopic } contribution { body authorName } }
    supplies { id } objections { id text words { id } } statements { id text passages { quote } } } }`;
  return (await api.ask(query, { slug: proposal.slug }, viewer)).data.proposal;
};

const follow = async (code: string) => {
  const query = `query ($code: String!) { ownSupply(code: $code) { supply { source takenAs contribution { body status
    trail { progress events { step } } } } } }`;
  return (await api.ask(query, { code })).data.ownSupply;
};

test("anybody supplies an argument once, without an account; it is read by all and on the reading desk", async () => {
  const key = randomUUID();
  const first = await give({ key, source: "Rapport annuel, p. 4" });
  expect(first).toMatchObject({ problems: [], held: false, own: { supply: { source: "Rapport annuel, p. 4" } } });
  expect((await give({ key, source: "Rapport annuel, p. 4" })).own).toEqual(first.own);
  expect((await give({ key, text: "Autre chose." })).problems).toMatchObject([{ code: "CONFLICT" }]);
  const { id } = first.own.supply;
  expect((await argued()).arguments).toContainEqual(expect.objectContaining({ id, slot: "AGAINST", ratings: null }));
  const readingDesk = `query ($id: ID!) { readingDesk { contribution(id: $id) { contribution { supply { slot proposal { number } } } } } }`;
  const { data } = await api.ask(readingDesk, { id }, people.RAPPORTEUR);
  expect(data.readingDesk.contribution.contribution.supply).toEqual({ slot: "AGAINST", proposal: { number: 2 } });
});

test("without a name the region alone is kept of who supplies, however the API is called", async () => {
  const placeOf = async (input: object) => {
    const { own: given } = await give({ territory: "finistere", ...input });
    const query = "query ($id: ID!) { contribution(id: $id) { territory { slug } region { slug } } }";
    return (await api.ask(query, { id: given.supply.contribution.id })).data.contribution;
  };
  expect(await placeOf({})).toEqual({ territory: { slug: "bretagne" }, region: { slug: "bretagne" } });
  expect(await placeOf({ appearance: "NAMED", authorName: "Ano" })).toMatchObject({ territory: { slug: "finistere" } });
});

test("what is wrong is said all at once, and only an open proposal is supplied", async () => {
  const bare = { text: " ", territory: null, appearance: null };
  expect((await give(bare)).problems).toEqual([
    { code: "REQUIRED", field: "text" },
    { code: "TERRITORY_REQUIRED", field: "territory" },
    { code: "APPEARANCE_REQUIRED", field: "appearance" },
  ]);
  expect((await give({ appearance: "NAMED" })).problems).toEqual([{ code: "NAME_REQUIRED", field: "authorName" }]);
  const [draft] = await api.database.query<{ id: string }[]>("select id from proposal where state = 'DRAFT' limit 1");
  expect((await give({ proposalId: draft!.id })).problems).toMatchObject([{ code: "NOT_OPEN" }]);
});

test("what is not to be published, or waits for a moderator, is told to its author alone", async () => {
  const kept = await give({ appearance: "UNPUBLISHED", text: "canari-gardé" });
  const held = await give({ text: "canari-lien", source: "https://exemple.fr/page" });
  expect([kept.held, held.held]).toEqual([false, true]);
  expect(JSON.stringify(await argued())).not.toContain("canari");
  expect((await follow(kept.own.code)).supply.contribution).toMatchObject({
    body: "canari-gardé",
    status: "UNPUBLISHED",
  });
  expect((await follow(held.own.code)).supply.contribution.status).toBe("HELD");
  expect(await follow("inconnu")).toBeNull();
});

test("an argument is rated for use, once a device; those who write the proposal alone are told, and nothing is ranked", async () => {
  const { id } = (await give()).own.supply;
  const before = (await argued()).arguments.map((one: { id: string }) => one.id);
  const rate = (rater: string, use: string | null) => actFrom(rater)("rateArgument", { contributionId: id, use }, "");
  await rate("a", "HELPS");
  await rate("a", "SAID_ALREADY");
  await rate("b", "SAID_ALREADY");
  await rate("c", "OFF_TOPIC");
  await rate("c", null);
  const told = (await argued(people.RAPPORTEUR)).arguments.find((one: { id: string }) => one.id === id);
  expect(told.ratings).toEqual({ helps: 0, saidAlready: 2, offTopic: 0 });
  expect((await argued()).arguments.map((one: { id: string }) => one.id)).toEqual(before);
  expect((await argued()).supplies).toEqual([]);
});

test("the code of a private link stands in no log, whatever one follows by it", async () => {
  const { code } = (await give()).own;
  for (const path of ["/proposals/follow/", "/en/proposals/follow/", "/initiatives/follow/", "/en/initiatives/follow/"])
    expect(withoutSecrets(path + code)).toBe(`${path}…`);
  expect(withoutSecrets("/proposals/proposition-1/edit")).toBe("/proposals/proposition-1/edit");
});

test("an argument is taken up as an objection, and its author is told that it feeds the proposal", async () => {
  const { code, supply } = (await give()).own;
  const key = randomUUID();
  const input = { contributionId: supply.id, as: "OBJECTION", key, text: "Que devient une avance perdue ?" };
  const done = await act("takeUpSupply", input, "supply { takenAs }", people.RAPPORTEUR);
  expect(done).toEqual({ problems: [], supply: { takenAs: "OBJECTION" } });
  expect((await act("takeUpSupply", input, "supply { takenAs }", people.RAPPORTEUR)).problems).toEqual([]);
  const ofKey = async () => (await argued()).objections.filter((one: { id: string }) => one.id === key);
  expect(await ofKey()).toMatchObject([{ words: { id: supply.id } }]);
  const { contribution } = (await follow(code)).supply;
  expect(contribution.trail.progress).toBe("FEEDS");
  await act("removeObjection", { id: key, version: 1 }, "", people.RAPPORTEUR);
  expect((await follow(code)).supply.contribution.trail.progress).toBe("READ");
});

test("what a reader is asked for is what the proposal lacks, as its writers count it; the rest enriches it, uncounted", async () => {
  await api.database.query("update proposal set state = 'OPEN' where number = 4");
  const { data } = await api.ask(`{ proposal(slug: "proposition-4") { missing calls { slot part } } }`);
  const { missing, calls } = data.proposal;
  await api.database.query("update proposal set state = 'DRAFT' where number = 4");
  expect(missing).toEqual(["TWO_EXAMPLES_FROM_TWO_REGIONS", "CARRIER"]);
  const asked = calls.filter(({ part }: { part: string | null }) => part !== null);
  expect(asked).toEqual([
    { slot: "EXAMPLE", part: "TWO_EXAMPLES_FROM_TWO_REGIONS" },
    { slot: "CARRIER", part: "CARRIER" },
  ]);
  for (const { slot } of calls.slice(asked.length))
    expect(["EFFECT", "COST", "LIMIT", "WORK", "REPLY"]).toContain(slot);
});

test("the region asked for an example is the most cited that has none to read: one that was hidden is none", async () => {
  const { database } = api;
  await database.query("update proposal set state = 'OPEN' where number = 4");
  const [four] = await database.query("select id from proposal where number = 4");
  await database.query("delete from proposal_initiative where proposal_id = $1", [four.id]);
  const asked = async () => {
    const { data } = await api.ask(`{ proposal(slug: "proposition-4") { calls { slot region { slug } } } }`);
    return data.proposal.calls.find(({ slot }: { slot: string }) => slot === "EXAMPLE").region.slug as string;
  };
  const first = await asked();
  const [{ example, status }] = await database.query(
    `select id as example, status from initiative where id not in (select initiative_id from proposal_initiative where proposal_id = $1) limit 1`,
    [four.id],
  );
  const [{ region }] = await database.query("select region_id as region from initiative where id = $1", [example]);
  await database.query(
    "update initiative set region_id = (select id from territory where slug = $2 and kind = 'REGION') where id = $1",
    [example, first],
  );
  await database.query("insert into proposal_initiative (proposal_id, initiative_id) values ($1, $2)", [
    four.id,
    example,
  ]);
  expect(await asked()).not.toBe(first);
  await database.query("update initiative set status = 'HIDDEN' where id = $1", [example]);
  expect(await asked()).toBe(first);
  await database.query("delete from proposal_initiative where initiative_id = $1 and proposal_id = $2", [
    example,
    four.id,
  ]);
  await database.query("update initiative set region_id = $2, status = $3 where id = $1", [example, region, status]);
  await database.query("update proposal set state = 'DRAFT' where number = 4");
});

test("an answer to a call becomes a sentence that rests on its words; taken back, they vanish everywhere", async () => {
  const text = "Chez nous l’étude a coûté huit mille euros, zinzolin compris.";
  expect((await argued()).calls.map(({ slot }: { slot: string }) => slot)).toContain("COST");
  const { code, supply } = (await give({ slot: "COST", text, source: "Cahier zinzolin" })).own;
  const input = {
    contributionId: supply.id,
    as: "STATEMENT",
    key: randomUUID(),
    text: "Une étude coûte huit mille euros.",
  };
  expect((await act("takeUpSupply", input, "", people.RAPPORTEUR)).problems).toEqual([
    { code: "REQUIRED", field: "part" },
  ]);
  expect((await act("takeUpSupply", { ...input, part: "COST" }, "", people.RAPPORTEUR)).problems).toEqual([]);
  const now = await argued();
  expect(now.calls.map(({ slot }: { slot: string }) => slot)).not.toContain("COST");
  expect(now.statements.find((one: { id: string }) => one.id === input.key).passages).toEqual([{ quote: text }]);
  expect((await follow(code)).supply.contribution.trail.progress).toBe("FEEDS");

  expect((await act("withdrawSupply", { code }, "")).problems).toEqual([]);
  expect(JSON.stringify([await argued(), await argued(people.RAPPORTEUR)])).not.toContain("zinzolin");
  expect((await follow(code)).supply).toMatchObject({ source: null, contribution: { body: "", status: "WITHDRAWN" } });
  const left = await api.database.query("select from supply where contribution_id = $1 and source is not null", [
    supply.id,
  ]);
  expect(left).toEqual([]);
});

test("an example tells of an initiative that is validated, and keeps who told of it", async () => {
  const { supply } = (await give({ slot: "EXAMPLE", text: "À Brest, la régie de quartier avance l’étude." })).own;
  const [initiative] = await api.database.query<{ id: string }[]>(
    `select id from initiative where state = 'VALIDATED'
       and id not in (select initiative_id from proposal_initiative where proposal_id = $1) limit 1`,
    [proposal.id],
  );
  const input = {
    contributionId: supply.id,
    as: "EXAMPLE",
    key: randomUUID(),
    text: "On avance déjà.",
    initiativeId: initiative!.id,
  };
  expect((await act("takeUpSupply", input, "", people.RAPPORTEUR)).problems).toEqual([]);
  const told = await api.database.query("select from initiative_contribution where contribution_id = $1", [supply.id]);
  expect(told).toHaveLength(1);
});
