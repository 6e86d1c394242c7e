import { beforeAll, expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import { letGo, statementsOf } from "../../../../test/site/statements.ts";
import { type Viewer, viewerOf } from "../../../platform/viewer.ts";

const api = seededApi();
let rapporteur: Viewer;
/** A draft that lacks its two examples. */
let proposalId: string;
/** Validated initiatives of two regions, examples of nothing yet. */
let one: string;
let other: string;

beforeAll(async () => {
  const { database } = api;
  rapporteur = await holderOf(database, "RAPPORTEUR");
  const id = async (text: string) => (await database.query<[{ id: string }]>(text))[0].id;
  proposalId = await id("select id from proposal where number = 4");
  await database.query("delete from proposal_initiative where proposal_id = $1", [proposalId]);
  const unused = "select id from initiative where id not in (select initiative_id from proposal_initiative)";
  one = await id(`${unused} order by id limit 1`);
  other = await id(
    `${unused} and region_id <> (select region_id from initiative where id = '${one}') order by id limit 1`,
  );
});

const fields = `problems { code field value } example { id proves proposal { id missing } initiative { id } } current { proves }`;

async function attach(initiativeId: string, more: object = {}, viewer = rapporteur) {
  const { data, errors } = await api.ask(
    `mutation ($input: AttachInitiativeInput!) { attachInitiative(input: $input) { ${fields} } }`,
    { input: { proposalId, initiativeId, ...more } },
    viewer,
  );
  return { ...data?.attachInitiative, error: errors?.[0]?.extensions.code };
}

async function detach(initiativeId: string, more: object = {}, viewer = rapporteur) {
  const { data, errors } = await api.ask(
    `mutation ($input: DetachInitiativeInput!) { detachInitiative(input: $input) {
       problems { code field } proposal { id missing examples { proves } } initiative { exampleOf { proves } } } }`,
    { input: { proposalId, initiativeId, ...more } },
    viewer,
  );
  return { ...data?.detachInitiative, error: errors?.[0]?.extensions.code };
}

const gap = "TWO_EXAMPLES_FROM_TWO_REGIONS";

test("two initiatives from two regions fill the gap, whatever order and however often they are attached", async () => {
  const first = await attach(one, { proves: "On peut\npayer d’avance." });
  expect(first).toMatchObject({ problems: [], example: { proves: "On peut payer d’avance." } });
  expect(first.example.proposal.missing).toContain(gap);
  expect(await attach(one, { proves: "On peut payer d’avance." })).toEqual(first);
  const second = await attach(other);
  expect(second).toMatchObject({ problems: [], example: { proves: null } });
  expect(second.example.proposal.missing).not.toContain(gap);

  const [{ times }] = await api.database.query(
    "select count(*)::int as times from journal_entry where event = 'proposal.initiativeAttached' and subject_id = $1",
    [proposalId],
  );
  expect(times).toBe(2);
});

test("what it proves is said on both sides: of a draft, to the team alone", async () => {
  const see = async (viewer?: Viewer) => {
    const { data } = await api.ask(
      `query { initiatives(first: 50) { nodes { id exampleOf { id proves proposal { title } } } } }`,
      {},
      viewer,
    );
    return data.initiatives.nodes.find(({ id }: { id: string }) => id === one).exampleOf;
  };
  expect(await see(rapporteur)).toMatchObject([{ proves: "On peut payer d’avance." }]);
  expect(await see()).toEqual([]);
  await api.database.query("update proposal set state = 'OPEN' where id = $1", [proposalId]);
  expect(await see()).toMatchObject([{ id: `${proposalId}/${one}`, proves: "On peut payer d’avance." }]);
  const { data } = await api.ask(`{ proposals(first: 100) { nodes { id examples { proves initiative { id } } } } }`);
  const { examples } = data.proposals.nodes.find(({ id }: { id: string }) => id === proposalId);
  expect(examples).toContainEqual({ proves: "On peut payer d’avance.", initiative: { id: one } });
});

test("two people who say at once what it proves lose neither", async () => {
  expect(await attach(one, { proves: "On paie d’avance.", was: "On peut payer d’avance." })).toMatchObject({
    problems: [],
    example: { proves: "On paie d’avance." },
  });
  expect(await attach(one, { proves: "Autre chose.", was: "On peut payer d’avance." })).toMatchObject({
    problems: [{ code: "STALE", field: "proves", value: "On paie d’avance." }],
    example: null,
    current: { proves: "On paie d’avance." },
  });
  // Somebody else attached it meanwhile, with other words.
  expect(await attach(one, { proves: "Autre chose." })).toMatchObject({ current: { proves: "On paie d’avance." } });
});

test("it is taken off, once; what is not there is off already", async () => {
  const off = await detach(one);
  expect(off).toMatchObject({ problems: [], initiative: { exampleOf: [] } });
  expect(off.proposal.missing).toContain(gap);
  expect(await detach(one)).toEqual(off);
  const [{ events }] = await api.database.query(
    `select array_agg(event order by recorded_at, event) as events from journal_entry
     where subject_id = $1 and data->>'initiativeId' = $2`,
    [proposalId, one],
  );
  expect(events.toSorted()).toEqual([
    "proposal.initiativeAttached",
    "proposal.initiativeDetached",
    "proposal.proofReworded",
  ]);
});

test("only what is validated proves something", async () => {
  for (const [state, status] of [
    ["PROPOSED", "VISIBLE"],
    ["PROPOSED", "HELD"],
    ["VALIDATED", "HIDDEN"],
    ["RETURNED", "HIDDEN"],
    ["DECLINED", "HIDDEN"],
  ]) {
    await api.database.query("update initiative set state = $2, status = $3 where id = $1", [one, state, status]);
    expect((await attach(one)).problems).toEqual([{ code: "NOT_NOW", field: "initiativeId", value: null }]);
  }
  await api.database.query("update initiative set state = 'VALIDATED', status = 'VISIBLE' where id = $1", [one]);
  expect((await attach("x")).problems).toEqual([{ code: "GONE", field: "initiativeId", value: null }]);
  expect((await attach(one, { proves: "x".repeat(301) })).problems).toMatchObject([{ code: "TOO_LONG" }]);
});

test("an initiative of one group proves something in another; examples are the rapporteurs' of the proposal", async () => {
  const elsewhere = viewerOf(rapporteur, [{ role: "RAPPORTEUR", groupId: crypto.randomUUID(), territoryId: null }]);
  expect(await attach(one, {}, elsewhere)).toEqual({ error: "FORBIDDEN" });
  expect(await detach(other, {}, elsewhere)).toEqual({ error: "FORBIDDEN" });
  const [group] = await api.database.query<[{ id: string }]>(
    `insert into working_group (slug, theme_id, name, final_goal, means)
     select 'une-autre', id, 'Un autre groupe', 'Autre chose.', '{}' from theme where number = 5 returning id`,
  );
  await api.database.query("update initiative set group_id = $2 where id = $1", [one, group.id]);
  expect(await attach(one)).toMatchObject({ problems: [] });
});

test("what was stabilised or adopted keeps its examples", async () => {
  for (const state of ["STABILISED", "ADOPTED", "SET_ASIDE"]) {
    await api.database.query("update proposal set state = $2 where id = $1", [proposalId, state]);
    expect(await attach(one)).toEqual({ error: "FORBIDDEN" });
    expect(await detach(other)).toEqual({ error: "FORBIDDEN" });
  }
});

test("the examples of all initiatives cost as many statements as those of one", async () => {
  async function cost(first: number) {
    await letGo(api.database);
    return statementsOf(() =>
      api.ask(`{ initiatives(first: ${first}) { nodes { exampleOf { proposal { title } } } } }`),
    );
  }
  expect((await cost(50)).length).toBe((await cost(3)).length);
});
