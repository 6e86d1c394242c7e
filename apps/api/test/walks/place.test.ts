import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { citedInSynthesis } from "../rows/cited.ts";
import { seededApi } from "../site/demo.ts";
import { heldTexts } from "../acts/held.ts";
import { holderOf } from "../site/people.ts";
import { uniqueWord } from "../site/uniqueWord.ts";
import type { Viewer } from "../../src/platform/viewer.ts";

const api = seededApi();
const { act, one, ways, respond } = heldTexts(api);
let moderator: Viewer;
beforeAll(async () => {
  moderator = await holderOf(api.database, "MODERATOR");
});

async function rule(textId: string, outcome: string, more: object = {}) {
  const { data } = await api.ask(
    "{ moderationDesk { held(first: 50) { nodes { id kind version parts { name text } } } } }",
    {},
    moderator,
  );
  const { id, kind, version } = data.moderationDesk.held.nodes.find(({ id: it }: any) => it.endsWith(textId));
  return act(
    "ruleText",
    { kind, textId: id.split(":")[1], version, outcome, reason: "INSULT", ...more },
    "ruling { id }",
    moderator,
  );
}

/** Each list in which a hidden text leaves its place, as a query that answers rows with what was written in them. */
const places: Record<string, { list: string; rows: (data: any) => any[] }> = {
  REACTION: {
    list: `proposal(slug: "$proposal") { reactions { id hiddenFor text authorName reply territory { id } } }`,
    rows: ({ proposal }) => proposal.reactions,
  },
  AMENDMENT: {
    list: `proposal(slug: "$proposal") { amendments { id hiddenFor text why authorName territory { id } } }`,
    rows: ({ proposal }) => proposal.amendments,
  },
  SUPPLY: {
    list: `proposal(slug: "$proposal") { arguments { id hiddenFor source contribution { body authorName organisationName } } }`,
    rows: ({ proposal }) => proposal.arguments,
  },
  AGENDA_REQUEST: {
    list: `meeting(slug: "$meeting") { agendaRequests { id hiddenFor text authorName about { words } } }`,
    rows: ({ meeting }) => meeting.agendaRequests,
  },
};

test.each(Object.keys(places))(
  "in the place of a hidden text anybody reads why, and nothing else: %s",
  async (kind) => {
    const { list, rows } = places[kind]!;
    const proposal = await one("select slug as id from proposal where number = 2");
    const meeting = await one(
      "select slug as id from meeting where starts_at > now() and cancelled_reason is null limit 1",
    );
    const read = async () =>
      rows((await api.ask(`{ ${list.replace("$proposal", proposal).replace("$meeting", meeting)} }`)).data);
    const { id } = await ways[kind as keyof typeof ways](`Un avis de quai ${uniqueWord()}.`);
    await act("reportText", { kind, textId: id, reason: "INSULT" }, "");
    const before = (await read()).find((it) => it.id === id);
    expect(before.hiddenFor).toBeNull();
    const { ruling } = await rule(id, "HIDDEN");
    const { hiddenFor, id: _, ...left } = (await read()).find((it) => it.id === id);
    expect(hiddenFor).toBe("INSULT");
    expect(Object.values(left.contribution ?? left).filter(Boolean)).toEqual([]);

    await act("undoRuling", { id: ruling.id }, "", moderator);
    expect((await read()).find((it) => it.id === id)).toEqual(before);

    // A text that nobody read before it was hidden leaves no place: a flood of them shows nowhere.
    const waits = await ways[kind as keyof typeof ways](`Écrivez à ${uniqueWord()}@exemple.fr.`);
    await rule(waits.id, "HIDDEN");
    expect((await read()).find((it) => it.id === waits.id)).toBeUndefined();
  },
);

test("the page of a hidden contribution says why, and nothing of it; of one that was taken back, that; of one never read, nothing", async () => {
  const page = async (id: string) =>
    (
      await api.ask(
        `{ contribution(id: "${id}") { status hiddenFor body excerpt authorName organisationName sectors territory { id }
           region { id } passages { id } siblings { id } supply { id } } }`,
      )
    ).data.contribution;
  const empty = {
    body: "",
    excerpt: "",
    authorName: null,
    organisationName: null,
    sectors: [],
    passages: [],
    siblings: [],
  };
  const { code, contributions } = await respond(
    { "4.2": `Un avis de quai ${uniqueWord()}.` },
    { appearance: "NAMED", authorName: "Une voisine du quai" },
  );
  const { id } = contributions[0]!;
  expect(await page(id)).toMatchObject({ status: "VISIBLE", hiddenFor: null, authorName: "Une voisine du quai" });
  await act("reportText", { kind: "CONTRIBUTION", textId: id, reason: "INSULT" }, "");
  await rule(id, "HIDDEN");
  expect(await page(id)).toEqual({
    ...{ ...empty, status: "HIDDEN", hiddenFor: "INSULT" },
    ...{ territory: null, region: null, supply: null },
  });
  // Their receipt shows it whole, with the reason, and the way to appeal.
  const { data } = await api.ask(
    `{ receipt(code: "${code}") { contributions { body } rulings { outcome reason appealCode } } }`,
  );
  expect(data.receipt).toEqual({
    contributions: [{ body: contributions[0]!.body }],
    rulings: [{ outcome: "HIDDEN", reason: "INSULT", appealCode: expect.any(String) }],
  });
  // Neither a list nor a search finds the place.
  const { data: found } = await api.ask(
    `{ contributions(filter: { search: "${contributions[0]!.body.split(" ").at(-1)}" }) { nodes { id } } }`,
  );
  expect(found.contributions.nodes).toEqual([]);
  await act("withdrawResponse", { code }, "receipt { status }");
  expect(await page(id)).toMatchObject({ ...empty, status: "WITHDRAWN", hiddenFor: null });

  const supply = await ways.SUPPLY(`Un argument de quai ${uniqueWord()}.`);
  await act("reportText", { kind: "SUPPLY", textId: supply.id, reason: "INSULT" }, "");
  await rule(supply.id, "HIDDEN");
  expect(await page(supply.id)).toMatchObject({ ...empty, status: "HIDDEN", hiddenFor: "INSULT", supply: null });
  const unread = await ways.CONTRIBUTION(`Écrivez à ${uniqueWord()}@exemple.fr.`);
  await rule(unread.id, "HIDDEN");
  expect(await page(unread.id)).toBeNull();
});

test("the page of a hidden initiative says why, and nothing of it; of one never read, nothing", async () => {
  const page = async (id: string) => {
    const slug = await one(`select slug as id from initiative where id = '${id}'`);
    const text = `{ initiative(slug: "${slug}") { name } initiativeHiddenFor(slug: "${slug}") }`;
    return (await api.ask(text)).data;
  };
  const { id } = await ways.INITIATIVE(`Un four de quai ${uniqueWord()}.`);
  expect(await page(id)).toEqual({ initiative: { name: expect.any(String) }, initiativeHiddenFor: null });
  await act("reportText", { kind: "INITIATIVE", textId: id, reason: "INSULT" }, "");
  const { ruling } = await rule(id, "HIDDEN");
  expect(await page(id)).toEqual({ initiative: null, initiativeHiddenFor: "INSULT" });
  await act("undoRuling", { id: ruling.id }, "", moderator);
  expect((await page(id)).initiativeHiddenFor).toBeNull();
  const unread = await ways.INITIATIVE(`Écrivez à ${uniqueWord()}@exemple.fr.`);
  await rule(unread.id, "HIDDEN");
  expect(await page(unread.id)).toEqual({ initiative: null, initiativeHiddenFor: null });
});

test("the page of a hidden announcement says why to anybody; a word to its author is theirs", async () => {
  const id = await one("select id from exchange where status = 'VISIBLE' order by id limit 1");
  await act("reportText", { kind: "EXCHANGE", textId: id, reason: "INSULT" }, "");
  await rule(id, "HIDDEN", { note: "Un mot pour vous." });
  const asked = `{ exchange(id: "${id}") { hiddenFor title text organisation authorName statusReason } }`;
  expect((await api.ask(asked)).data.exchange).toEqual({
    hiddenFor: "INSULT",
    title: "",
    text: "",
    organisation: null,
    authorName: "",
    statusReason: null,
  });
});

test("a position against a proposal leaves its place, without the names of those who hold it", async () => {
  const [{ id }] = await api.database.query(
    `insert into minority_position (key, proposal_id, kind, text, territory_id, opened_by_id, opened_on)
     select $1, p.id, 'RESERVE', 'Une réserve du quai.', t.id, o.id, now() from (select id from proposal where number = 2) p,
       (select id from territory where kind = 'REGION' order by id limit 1) t, (select id from person limit 1) o returning id`,
    [randomUUID()],
  );
  await act("reportText", { kind: "MINORITY_POSITION", textId: id, reason: "INSULT" }, "");
  await rule(id, "HIDDEN");
  const proposal = await one("select slug as id from proposal where number = 2");
  const { data } = await api.ask(
    `{ proposal(slug: "${proposal}") { minorityPositions { id hiddenFor text signedBy territory { id } statusReason } } }`,
  );
  expect(data.proposal.minorityPositions.find((it: any) => it.id === id)).toEqual({
    id,
    hiddenFor: "INSULT",
    text: "",
    signedBy: [],
    territory: null,
    statusReason: null,
  });
});

test("what minutes say is masked or hidden there too, once it is a contribution", async () => {
  const [{ id, slug, theme }] = await api.database.query<[{ id: string; slug: string; theme: string }]>(
    `select b.id, m.slug, w.theme_id as theme from minutes_block b join minutes n on n.id = b.minutes_id and n.state = 'PUBLISHED'
     join meeting m on m.id = n.meeting_id join working_group w on w.id = m.group_id where b.text <> '' limit 1`,
  );
  const objective = await one(
    `select o.id from objective o join working_group w on w.id = o.group_id where w.theme_id = '${theme}' order by o.id limit 1`,
  );
  await api.database.query(
    `insert into contribution (id, minutes_block_id, theme_id, objective_id, channel, body, status, appearance, contributed_on)
     values ($1, $1, $2, $3, 'MINUTES', 'Le voisin du quai bloque tout.', 'VISIBLE', 'ANONYMOUS', '2026-09-12')
     on conflict (id) do update set body = excluded.body`,
    [id, theme, objective],
  );
  await api.database.query("update minutes_block set text = 'Le voisin du quai bloque tout.' where id = $1", [id]);
  const read = async () => {
    const { data } = await api.ask(`{ meeting(slug: "${slug}") { minutes { blocks { id text hiddenFor } } } }`);
    return data.meeting.minutes.blocks.find((it: any) => it.id === id);
  };
  await act("reportText", { kind: "CONTRIBUTION", textId: id, reason: "PERSON" }, "");
  await rule(id, "MASKED", { reason: "PERSON", masks: [{ part: "body", start: 3, end: 17 }] });
  expect(await read()).toMatchObject({ text: "Le […] bloque tout.", hiddenFor: null });
  await act("reportText", { kind: "CONTRIBUTION", textId: id, reason: "INSULT" }, "");
  await rule(id, "HIDDEN");
  expect(await read()).toMatchObject({ text: "", hiddenFor: "INSULT" });
});

test("a text that was held is let through, then cited: its author’s receipt says so, step by step", async () => {
  const rapporteur = await holderOf(api.database, "RAPPORTEUR");
  const { code, contributions } = await respond({ "4.2": "La halle du quai, voyez www.exemple.fr." });
  const { id, status } = contributions[0]!;
  const read = async () =>
    (
      await api.ask(
        `{ receipt(code: "${code}") { contributions { status trail { progress events { step keyPoint { id } } } } } }`,
      )
    ).data.receipt.contributions[0];
  const keyPointId = await one(
    `select k.id from key_point k join objective o on o.id = k.objective_id
     where o.slug = 'objectif-4' and k.state = 'STATED' order by k.number limit 1`,
  );
  const mark = () =>
    act("markPassage", { contributionId: id, startsAt: 0, endsAt: 15, keyPointId }, "passage { quote }", rapporteur);
  expect(status).toBe("HELD");
  // Nobody cites what nobody may read yet.
  const early = await mark();
  expect(early.passage ?? null).toBeNull();
  expect(await read()).toMatchObject({ status: "HELD", trail: { progress: "RECEIVED" } });
  await rule(id, "SHOWN");
  expect(await read()).toMatchObject({ status: "VISIBLE", trail: { progress: "RECEIVED" } });
  expect(await mark()).toMatchObject({ problems: [], passage: { quote: "La halle du quai" } });
  const steps = (await read()).trail.events;
  expect(steps).toContainEqual({ step: "MARKED", keyPoint: { id: keyPointId } });
  expect(steps.map(({ step }: any) => step)).toContain("FEEDS");
});

test("a telephone number masked in a text leaves the published synthesis that quotes it at once", async () => {
  const words = "Le hangar du quai répond au numéro écrit sur la porte, Kilimandjaro compris.";
  const { contributions } = await respond({ "4.2": words });
  const { id } = contributions[0]!;
  const passageId = await citedInSynthesis(api.database, id, words);
  const cited = async () =>
    JSON.stringify(
      (
        await api.ask(
          `{ synthesis(slug: "point-d-etape-1") { inForce { paragraphs { text detail html plain passages { id quote } } } } }`,
        )
      ).data,
    );
  expect(await cited()).toContain("Kilimandjaro");
  await act("reportText", { kind: "CONTRIBUTION", textId: id, reason: "PERSON" }, "");
  const start = words.indexOf("Kilimandjaro");
  const { ruling } = await rule(id, "MASKED", { reason: "CONTACT", masks: [{ part: "body", start, end: start + 12 }] });
  const masked = words.replace("Kilimandjaro", "[…]");
  expect(await cited()).not.toContain("Kilimandjaro");
  expect(await cited()).toContain(masked);
  expect(await api.database.query("select quote, ends_at from passage where id = $1", [passageId])).toEqual([
    { quote: masked, ends_at: masked.length },
  ]);
  await act("undoRuling", { id: ruling.id }, "", moderator);
  expect(await cited()).toContain(words);
});
