import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { acting } from "../../../../test/acts/acting.ts";
import { personWith } from "../../../../test/site/people.ts";
import { viewerOf } from "../../../platform/viewer.ts";
import { testApi } from "../../../../test/site/api.ts";
import { contributionOf, type Small, smallInstance } from "../../../../test/rows/builders.ts";
import { statementsOf } from "../../../../test/site/statements.ts";
import type { Contribution } from "../../listen/contribution/contribution.entity.ts";
import { furthest } from "./trail.ts";

const api = testApi();
let small: Small;
let contribution: Contribution;
let number = 0;

beforeAll(async () => {
  small = await smallInstance(api.database);
});
beforeEach(async () => {
  contribution = await contributionOf(api.database, small, { contributedOn: "2012-03-14" });
});

const fields = `trail { progress
  events { step on keyPoint { sentence } synthesis { title } proposal { title } handover { ask } initiative { name } }
  notRetained { reason note theme { title } } }`;

async function trail({ id } = contribution) {
  const { data, errors } = await api.ask(`query ($id: ID!) { contribution(id: $id) { ${fields} } }`, { id });
  expect(errors).toBeUndefined();
  return data.contribution.trail;
}
const steps = async () => (await trail()).events.map(({ step }: { step: string }) => step);

const add = async (text: string, values: unknown[] = []) =>
  (await api.database.query<{ id: string }[]>(`insert into ${text} returning *`, values))[0]!.id;
const change = (text: string, values: unknown[] = []) => api.database.query(text, values);

const passage = (of = contribution) =>
  add(
    `passage (contribution_id, starts_at, ends_at, quote, marked_at) values ($1, 0, 16, 'Un circuit court', '2012-03-20T23:30Z')`,
    [of.id],
  );
const keyPoint = async (passageId: string, state = "STATED") => {
  const id = await add(
    `key_point (objective_id, number, sentence, nature, state) values ($1, $2, 'Se connaître.', 'DEFINITION', $3)`,
    [small.objective.id, ++number, state],
  );
  await change("insert into key_point_passage values ($1, $2)", [id, passageId]);
  return id;
};
const proposal = (state = "OPEN", createdOn = "2012-05-11") =>
  add(
    `proposal (slug, group_id, number, title, summary, state, created_on) values ($1, $2, $3, 'Une proposition', '', $4, $5)`,
    [randomUUID(), small.group.id, ++number, state, createdOn],
  );
const statement = (proposalId: string) =>
  add("statement (proposal_id, part, position, text) values ($1, 'PROBLEM', 1, 'Un énoncé.')", [proposalId]);
const handover = async (proposalId: string, handedOverOn: string, repliedOn: string | null = null) => {
  const office = await add(
    "interlocutor (slug, name, level, category, remit) values ($1, 'Une région', 'REGIONAL', 'REGION', '')",
    [randomUUID()],
  );
  return add(
    `handover (proposal_id, interlocutor_id, ask, carrier_name, log, contacted_on, handed_over_on, replied_on)
     values ($1, $2, 'Publier le calendrier.', '', '[]', $3, $3, $4)`,
    [proposalId, office, handedOverOn, repliedOn],
  );
};

test("what came in is received", async () => {
  expect(await trail()).toMatchObject({
    progress: "RECEIVED",
    events: [{ step: "RECEIVED", on: "2012-03-14" }],
    notRetained: null,
  });
});

test("what the team read is read", async () => {
  const reader = await add("person (display_name) values ('R')");
  await change("insert into reading values ($1, $2, '2012-03-16T10:00Z')", [contribution.id, reader]);
  expect(await trail()).toMatchObject({ progress: "READ", events: [{}, { step: "READ", on: "2012-03-16" }] });
});

test("a passage under a working label is read; once it is stated, marked, on the day in Paris", async () => {
  const label = await keyPoint(await passage(), "WORKING");
  expect(await steps()).toEqual(["RECEIVED", "READ"]);
  await change("update key_point set state = 'STATED' where id = $1", [label]);
  expect((await trail()).events[2]).toMatchObject({
    step: "MARKED",
    on: "2012-03-21",
    keyPoint: { sentence: "Se connaître." },
  });
});

test("it is cited once the synthesis that names its key point is published", async () => {
  const label = await keyPoint(await passage());
  const objective = await add(
    "objective (slug, group_id, number, name, question, expected_output) values ($1, $2, $3, '', '', '')",
    [randomUUID(), small.group.id, ++number],
  );
  const synthesis = await add(
    `synthesis (slug, objective_id, title, state) values ($2, $1, 'Point d’étape', 'CIRCULATING')`,
    [objective, randomUUID()],
  );
  const version = await add(
    "synthesis_version (synthesis_id, version, state, published_at) values ($1, 1, 'CIRCULATING', '2012-04-06T15:00Z')",
    [synthesis],
  );
  const paragraphOf = (kind: string) =>
    add(
      `synthesis_paragraph (version_id, origin_id, kind, position, text) values ($1, gen_random_uuid(), '${kind}', 1, '')`,
      [version],
    );
  const paragraph = await paragraphOf("DEBATE");
  await change("insert into citation (paragraph_id, key_point_id, against) values ($1, $2, true)", [paragraph, label]);
  expect(await steps()).toEqual(["RECEIVED", "READ", "MARKED"]);
  await change("update synthesis set state = 'PUBLISHED'");
  await change("update synthesis_version set state = 'PUBLISHED'");
  expect(await trail()).toMatchObject({
    progress: "CITED",
    events: [{}, {}, {}, { step: "CITED", on: "2012-04-06", synthesis: { title: "Point d’étape" } }],
  });
  const quoted = await contributionOf(api.database, small, {});
  await change("insert into passage_citation values ($1, $2)", [await paragraphOf("QUOTE"), await passage(quoted)]);
  expect((await trail(quoted)).events.map(({ step }: { step: string }) => step)).toEqual(["RECEIVED", "READ", "CITED"]);
});

test("it feeds the proposals that can be read, through its key points or directly; a draft is not told", async () => {
  const marked = await passage();
  const label = await keyPoint(marked);
  const [open, draft] = [await proposal(), await proposal("DRAFT")];
  for (const id of [open, draft])
    await change("insert into statement_key_point values ($1, $2)", [await statement(id), label]);
  expect(await trail()).toMatchObject({
    progress: "FEEDS",
    events: [{}, {}, {}, { step: "FEEDS", on: "2012-05-11", proposal: { title: "Une proposition" } }],
  });
  const direct = await proposal("ADOPTED", "2012-03-01");
  await change("insert into statement_passage values ($1, $2)", [await statement(direct), marked]);
  expect((await trail()).events.slice(3)).toMatchObject([
    { step: "FEEDS", on: "2012-05-11" },
    { step: "FEEDS", on: null },
  ]);
});

test("words that a proposal rests on without a key point are marked all the same", async () => {
  const marked = await passage();
  const direct = await proposal();
  await change("insert into statement_passage values ($1, $2)", [await statement(direct), marked]);
  expect((await trail()).events.slice(2)).toMatchObject([{ step: "MARKED", keyPoint: null }, { step: "FEEDS" }]);
});

test("it was carried by what was handed over since, and answered by its reply", async () => {
  const marked = await passage();
  const fed = await proposal();
  await change("insert into statement_passage values ($1, $2)", [await statement(fed), marked]);
  await handover(fed, "2012-03-13");
  expect((await trail()).progress).toBe("FEEDS");
  const carried = await handover(fed, "2012-05-30");
  expect(await trail()).toMatchObject({
    progress: "CARRIED",
    events: [{}, {}, {}, {}, { step: "CARRIED", on: "2012-05-30", handover: { ask: "Publier le calendrier." } }],
  });
  await change("update handover set replied_on = '2012-06-14' where id = $1", [carried]);
  expect(await trail()).toMatchObject({
    progress: "ANSWERED",
    events: [{}, {}, {}, {}, {}, { step: "ANSWERED", on: "2012-06-14", proposal: { title: "Une proposition" } }],
  });
});

test("an initiative that it tells of is a step too", async () => {
  const initiative = await add(
    `initiative (slug, group_id, name, sector, territory_id, summary, criteria) values ($1, $2, 'La laverie', 'OTHER', $3, '', '{}')`,
    [randomUUID(), small.group.id, small.territories.finistere!.id],
  );
  await change("insert into initiative_contribution values ($1, $2, '2012-06-01')", [initiative, contribution.id]);
  expect(await trail()).toMatchObject({
    progress: "MARKED",
    events: [{}, {}, { step: "MARKED", on: "2012-06-01", initiative: { name: "La laverie" } }],
  });
});

test("why it was not retained is told, and the theme it was forwarded to", async () => {
  await change(
    `update contribution set not_retained = 'OUT_OF_SCOPE', not_retained_on = '2012-06-01', not_retained_note = 'Transmise.', forwarded_theme_id = $2 where id = $1`,
    [contribution.id, small.theme.id],
  );
  expect(await trail()).toMatchObject({
    progress: "NOT_RETAINED",
    events: [{ step: "RECEIVED" }, { step: "NOT_RETAINED", on: "2012-06-01" }],
    notRetained: { reason: "OUT_OF_SCOPE", note: "Transmise.", theme: { title: "Circuits courts" } },
  });
  await keyPoint(await passage());
  expect(await trail()).toMatchObject({ progress: "MARKED", notRetained: null });
});

test("only the stretches that are public are told to visitors", async () => {
  const marked = await passage();
  const passages = async () =>
    (await api.ask("query ($id: ID!) { contribution(id: $id) { passages { quote } } }", { id: contribution.id })).data
      .contribution.passages;
  const label = await keyPoint(marked, "WORKING");
  const draft = await proposal("DRAFT");
  await change("insert into statement_passage values ($1, $2)", [await statement(draft), marked]);
  expect(await passages()).toEqual([]);
  await change("update proposal set state = 'OPEN' where id = $1", [draft]);
  expect(await passages()).toHaveLength(1);
  await change("update proposal set state = 'DRAFT' where id = $1", [draft]);
  await change("update key_point set state = 'STATED' where id = $1", [label]);
  expect(await passages()).toEqual([{ quote: "Un circuit court" }]);
});

test("the trails of forty contributions cost as many statements as those of two", async () => {
  for (let n = 0; n < 40; n++) {
    contribution = await contributionOf(api.database, small, { channel: "EMAIL" });
    const marked = await passage();
    await keyPoint(marked);
    const fed = await proposal();
    await change("insert into statement_passage values ($1, $2)", [await statement(fed), marked]);
    await handover(fed, "2999-01-01");
  }
  const ask = (first: number) =>
    api.ask(`{ contributions(first: ${first}, filter: { channel: EMAIL }) { nodes { id ${fields} } } }`);
  const two = await statementsOf(() => ask(2));
  const forty = await statementsOf(() => ask(40));
  expect(forty).toHaveLength(two.length);
});

test("a response has gone as far as the furthest of its texts", () => {
  expect(furthest([])).toBe("RECEIVED");
  expect(furthest(["NOT_RETAINED", "READ", "COUNTED"])).toBe("READ");
  expect(furthest(["COUNTED", "RECEIVED"])).toBe("COUNTED");
  expect(furthest(["CITED", "ANSWERED", "FEEDS"])).toBe("ANSWERED");
});

test("whoever asks for no more mails, then for them again, is told of once each time, however often that is sent", async () => {
  const id = await personWith(api.database, []);
  const viewer = viewerOf({ id, displayName: "P", language: "fr" }, []);
  const choose = (told: boolean) => acting(api)("chooseMails", { told }, "", viewer);
  for (const told of [false, true])
    for (const { problems } of await Promise.all([choose(told), choose(told)])) expect(problems).toEqual([]);
  const events = "select event from journal_entry where actor_id = $1 order by event";
  expect(await api.database.query(events, [id])).toEqual([{ event: "mails.asked" }, { event: "mails.stopped" }]);
  const consent = "select withdrawn_on from consent where subject_id = $1 and purpose = 'MAILS'";
  expect(await api.database.query(consent, [id])).toEqual([{ withdrawn_on: null }]);
});
