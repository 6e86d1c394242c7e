import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { testApi } from "../../../../test/site/api.ts";
import { added, contributionOf, type Small, smallInstance } from "../../../../test/rows/builders.ts";
import { statementsOf } from "../../../../test/site/statements.ts";
import { uniqueWord } from "../../../../test/site/uniqueWord.ts";
import { Interlocutors } from "../../ground/interlocutor/interlocutor.entity.ts";
import { KeyPoints } from "../../understand/keyPoint/keyPoint.entity.ts";
import { Proposals } from "../../propose/proposal/proposal.entity.ts";
import { Statements } from "../../propose/statement/statement.entity.ts";
import { countStems } from "./stems.writes.ts";

const api = testApi();
let small: Small;

beforeAll(async () => {
  small = await smallInstance(api.database);
});

interface Found {
  nodes: { id: string; kind: string; path: string; title: Extract | null; extract: Extract | null }[];
  counts: { kind: string; count: number; more: boolean }[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
  searched: boolean;
  instead: string | null;
  partly: boolean;
  problems: { code: string; field: string }[];
}
interface Extract {
  text: string;
  ranges: number[];
}

async function search(query: string, more: Record<string, unknown> = {}): Promise<Found> {
  const { data, errors } = await api.ask(
    `query ($query: String!, $kinds: [SearchKind!], $group: String, $territory: String, $from: String, $to: String,
       $first: Int, $after: String) {
       search(query: $query, kinds: $kinds, group: $group, territory: $territory, from: $from, to: $to,
         first: $first, after: $after) {
         nodes { id kind path title { text ranges } extract { text ranges } }
         counts { kind count more } pageInfo { endCursor hasNextPage } searched instead partly problems { code field } } }`,
    { query, ...more },
  );
  expect(errors).toBeUndefined();
  return data.search;
}

async function titles(query: string): Promise<string[]> {
  const { data, errors } = await api.ask("query ($query: String!) { searchTitles(query: $query) { title } }", {
    query,
  });
  expect(errors).toBeUndefined();
  return data.searchTitles.map(({ title }: { title: string }) => title);
}

const idsOf = async (query: string, more = {}) => (await search(query, more)).nodes.map(({ id }) => id);
const say = (body: string, row = {}) => contributionOf(api.database, small, { body, ...row });
const proposalOf = (row: { title: string; summary?: string; state?: "OPEN" | "DRAFT" }) =>
  added(api.database, Proposals, {
    slug: randomUUID(),
    groupId: small.group.id,
    number: Math.floor(Math.random() * 1e9),
    summary: "",
    state: "OPEN",
    createdOn: "2026-03-01",
    leverTypes: [],
    ...row,
  });

describe("what anybody may read", () => {
  test("a text that is hidden, held, kept back or taken back is found no more, at once, and one that shows again is", async () => {
    const word = uniqueWord();
    const { id } = await say(`Un ${word} de plus.`);
    expect(await idsOf(word)).toEqual([id]);
    for (const status of ["HIDDEN", "HELD", "UNPUBLISHED", "WITHDRAWN"]) {
      await api.database.query("update contribution set status = $2 where id = $1", [id, status]);
      const found = await search(word);
      expect([status, found.nodes, found.counts]).toEqual([status, [], []]);
    }
    await api.database.query("update contribution set status = 'VISIBLE' where id = $1", [id]);
    expect(await idsOf(word)).toEqual([id]);
    await api.database.query("update contribution set body = 'Rien' where id = $1", [id]);
    expect(await idsOf(word)).toEqual([]);
  });

  test("a draft is found nowhere, by its words or by its title, until it is public", async () => {
    const word = uniqueWord();
    const { id } = await proposalOf({ title: `Un ${word} pour tous`, state: "DRAFT" });
    expect([await idsOf(word), await titles(word)]).toEqual([[], []]);
    await api.database.query("update proposal set state = 'OPEN' where id = $1", [id]);
    expect([await idsOf(word), await titles(word.slice(0, 5))]).toEqual([[id], [`Un ${word} pour tous`]]);
  });

  let number = 900;
  test("a working label and what a group prepares are found by nobody", async () => {
    const word = uniqueWord();
    const row = {
      objectiveId: small.objective.id,
      number: ++number,
      nature: "FINDING",
      sentence: `Le ${word} manque.`,
    } as const;
    const { id } = await added(api.database, KeyPoints, row);
    expect(await idsOf(word)).toEqual([]);
    await api.database.query("update key_point set state = 'STATED', stated_on = '2026-03-01' where id = $1", [id]);
    expect(await idsOf(word)).toEqual([id]);
    await api.database.query("update working_group set preparing = true where id = $1", [small.group.id]);
    expect([await idsOf(word), await titles(word)]).toEqual([[], []]);
    await api.database.query("update working_group set preparing = false where id = $1", [small.group.id]);
  });

  test("names of authors, contact points and reasons are never looked in", async () => {
    const word = uniqueWord();
    await say("Une parole.", { authorName: word, organisationName: word, notRetainedNote: word });
    await added(api.database, Interlocutors, {
      slug: randomUUID(),
      name: "Un office",
      level: "LOCAL",
      category: "OTHER",
      remit: "Tout.",
      contactMail: `${word}@example.org`,
      contactPostal: word,
    });
    expect(await idsOf(word)).toEqual([]);
  });

  test("a word of one text alone goes from the words that stand in for others with it", async () => {
    const word = `${uniqueWord()}oire`;
    const { id } = await say(`Le ${word}.`);
    await countStems(api.database.manager);
    const stems = () => api.database.query("select stem from search_stem where stem like $1", [`${word.slice(0, 8)}%`]);
    expect(await stems()).toHaveLength(1);
    await api.database.query("update contribution set body = '', status = 'WITHDRAWN' where id = $1", [id]);
    expect(await stems()).toEqual([]);
  });
});

describe("French as it is written", () => {
  test("a misspelt word finds what resembles it, and the page says which; not where a filter hides the results", async () => {
    const { id } = await say("Des camionnettes pleines.");
    await countStems(api.database.manager);
    const found = await search("camionete");
    expect([found.nodes.map((one) => one.id), found.instead]).toEqual([[id], "camionnettes"]);
    await api.database.query("update contribution set status = 'HIDDEN' where id = $1", [id]);
    const gone = await search("camionete");
    expect([gone.nodes, gone.instead]).toEqual([[], null]);
  });

  test("a phrase between quotation marks is found as it stands", async () => {
    const word = uniqueWord();
    const { id } = await say(`Le ${word} de la mer est froid.`);
    await say(`La mer est loin du ${word}.`);
    for (const phrase of [`"${word} de la mer"`, `« ${word} de la mer »`, `“${word} de la mer” froid`])
      expect([phrase, await idsOf(phrase)]).toEqual([phrase, [id]]);
    expect(await idsOf(`${word} mer`)).toHaveLength(2);
  });

  test("where nothing holds all the words, what holds most of them comes first, and the page says so", async () => {
    const [one, two, three] = [uniqueWord(), uniqueWord(), uniqueWord()];
    const alone = await say(`Un ${one}, et encore ${one}.`);
    const both = await say(`Un ${one} dans une longue phrase, et plus loin le ${two} qui va avec.`);
    await say(`Le ${three}.`, { status: "HIDDEN" });
    await countStems(api.database.manager);
    const found = await search(`${one} ${two} ${three}`);
    expect([found.nodes.map(({ id }) => id), found.partly, found.instead]).toEqual([[both.id, alone.id], true, null]);
    await api.database.query("update contribution set status = 'HIDDEN' where id = any($1)", [[alone.id, both.id]]);
    expect(await search(`${one} ${two} ${three}`)).toMatchObject({ nodes: [], counts: [], partly: false });
  });

  test("words as they follow one another come before the same words apart", async () => {
    const [one, two] = [uniqueWord(), uniqueWord()];
    const apart = await say(`Le ${two} et le bon ${one}, puis le ${one} et le bon ${two}.`);
    const together = await say(`Il y a dans cette longue phrase, parmi d’autres choses, un ${one} ${two} qui compte.`);
    expect(await idsOf(`${one} ${two}`)).toEqual([together.id, apart.id]);
  });

  test("extracts are words with stretches, and never marks of a page", async () => {
    const word = uniqueWord();
    const before = "Une phrase sans rien à voir avec la suite 🙂. ".repeat(20);
    await say(`${before}Là, <b>l’${word}</b> & le reste. ${before}`);
    const [{ extract }] = (await search(word)).nodes as [Found["nodes"][number]];
    const [start, end] = extract!.ranges;
    expect(extract!.text.slice(start, end)).toBe(word);
    expect(extract!.text.length).toBeLessThan(320);
    expect(extract!.text).toContain(`<b>l’${word}</b> &`);
  });
});

describe("a page of results", () => {
  test("leads to the very sentence of a proposal, whose words changed since", async () => {
    const word = uniqueWord();
    const proposal = await proposalOf({ title: "Un titre", summary: "Un résumé." });
    const { id } = await added(api.database, Statements, {
      proposalId: proposal.id,
      part: "MEASURE",
      position: 1,
      text: `Ouvrir une ${word}.`,
    });
    expect((await search(word)).nodes.map(({ path }) => path)).toEqual([`/proposals/${proposal.slug}#s-${id}`]);
    await api.database.query("update statement set text = 'Autre chose' where id = $1", [id]);
    expect(await idsOf(word)).toEqual([]);
  });

  test("filters by kind, group, territory and day, and counts up to a hundred", async () => {
    const word = uniqueWord();
    const { bretagne, finistere, paris } = small.territories;
    const near = await say(`Un ${word}.`, {
      territoryId: finistere!.id,
      regionId: bretagne!.id,
      contributedOn: "2026-01-10",
    });
    await say(`Un ${word}.`, { territoryId: paris!.id, regionId: paris!.regionId, contributedOn: "2026-02-10" });
    const proposal = await proposalOf({ title: `Le ${word}` });
    expect(await idsOf(word, { territory: "bretagne" })).toEqual([near.id]);
    expect(await idsOf(word, { territory: "finistere" })).toEqual([near.id]);
    expect(await idsOf(word, { territory: "nulle-part" })).toEqual([]);
    expect(await idsOf(word, { from: "2026-01-01", to: "2026-01-31" })).toEqual([near.id]);
    expect(await idsOf(word, { kinds: ["PROPOSAL"] })).toEqual([proposal.id]);
    expect(await idsOf(word, { group: small.group.slug })).toHaveLength(3);
    expect(await idsOf(word, { group: "aucun" })).toEqual([]);
    for (let at = 0; at < 105; at++) await say(`Encore un ${word}.`);
    expect((await search(word, { kinds: ["PROPOSAL"] })).counts).toEqual([
      { kind: "CONTRIBUTION", count: 100, more: true },
      { kind: "PROPOSAL", count: 1, more: false },
    ]);
  });

  test("who gave no name is found by their region, and not by their department", async () => {
    const word = uniqueWord();
    const { bretagne, finistere } = small.territories;
    const { id } = await say(`Un ${word}.`, {
      territoryId: finistere!.id,
      regionId: bretagne!.id,
      appearance: "ANONYMOUS",
    });
    expect(await idsOf(word, { territory: "finistere" })).toEqual([id]);
    const saidIn = (response: string) =>
      api.database.query(`alter table contribution disable trigger all;
      update contribution set response_id = ${response} where id = '${id}'; alter table contribution enable trigger all`);
    await saidIn("gen_random_uuid()");
    expect(await idsOf(word, { territory: "bretagne" })).toEqual([id]);
    expect(await idsOf(word, { territory: "finistere" })).toEqual([]);
    await saidIn("null");
  });

  test("a word of many texts is met in the newest, and what few hold together is looked up", async () => {
    const [many, few] = [`${uniqueWord()}ez`, uniqueWord()];
    for (let at = 1; at <= 3; at++) await say(`Un ${many}.`, { contributedOn: `2026-01-0${at}` });
    const { id } = await say(`Un ${many} et un ${few}.`, { contributedOn: "2020-01-01" });
    const all = await idsOf(many);
    await api.database.query(
      `insert into search_stem select lexeme, n from unnest($1::text[], $2::int[]) given (word, n), unnest(search_document(word))
       on conflict (stem) do update set texts = excluded.texts`,
      [
        [many, few],
        [5000, 6000],
      ],
    );
    expect([await idsOf(many), await idsOf(`${many} ${few}`)]).toEqual([all, [id]]);
    await api.database.query("update contribution set status = 'HIDDEN' where id = $1", [id]);
    const left = all.filter((one) => one !== id);
    expect([await idsOf(many), (await search(`${many} ${few}`)).partly]).toEqual([left, true]);
  });

  test("goes on where the page before ended, to the end, each once", async () => {
    const word = uniqueWord();
    const all: string[] = [];
    for (let at = 0; at < 7; at++) all.push((await say(`Un ${word} ${"et ".repeat(at)}${word}.`)).id);
    all.push((await proposalOf({ title: `Le ${word}` })).id);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Found = await search(word, { first: 3, after });
      seen.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen.toSorted()).toEqual(all.toSorted());
  });

  test("a day that is none is told at its filter, and nothing is looked for", async () => {
    const { problems, nodes } = await search("pain", { from: "2026-02-30", to: "hier" });
    expect([problems, nodes]).toEqual([
      [
        { code: "NOT_A_DATE", field: "from" },
        { code: "NOT_A_DATE", field: "to" },
      ],
      [],
    ]);
  });

  test("costs as many statements for one result as for twenty", async () => {
    const [one, many] = [uniqueWord(), uniqueWord()];
    await say(`Un ${one}.`);
    for (let at = 0; at < 20; at++) await say(`Un ${many}.`);
    const few = await statementsOf(() => search(one));
    const all = await statementsOf(() => search(many));
    expect(all.length).toBe(few.length);
  });
});
