import { beforeAll, describe, expect, it } from "vitest";
import { arguedProposals } from "../../../../test/rows/argued.ts";
import { added, contributionOf, smallInstance, type Small } from "../../../../test/rows/builders.ts";
import { wholeChain } from "../../../../test/rows/chain.ts";
import { read } from "../../../../test/acts/exports.ts";
import { unzipped } from "../../../../test/acts/office.ts";
import { givenToProposals } from "../../../../test/rows/given.ts";
import { testSite } from "../../../../test/site/site.ts";
import { Meetings } from "../../meet/meeting/meeting.entity.ts";
import { Adoptions, Errata } from "../../propose/adoption/adoption.entity.ts";
import { keepFirstVersions } from "../../propose/version/version.writes.ts";
import { fewest } from "../../listen/result/small.ts";
import { chainRows, type RowsInArchive } from "./chain.rows.ts";
import { chainTables } from "./chain.tables.ts";
import { cellsOf, hidden } from "./chain.unpublished.ts";

const site = testSite();
let small: Small;
let chain: Awaited<ReturnType<typeof wholeChain>>;
let made: Awaited<ReturnType<typeof arguedProposals>>;
let given: Awaited<ReturnType<typeof givenToProposals>>;

let before: string[];

beforeAll(async () => {
  before = await emptyOnes();
  small = await smallInstance(site.database);
  chain = await wholeChain(site.database, small);
  made = await arguedProposals(site.database, small, chain);
  await keepFirstVersions(site.database.manager);
  given = await givenToProposals(site.database, small, made);
});

const files = async () => {
  const { statusCode, rawPayload } = await site.app.inject("/open-data.zip");
  expect(statusCode).toBe(200);
  return Object.fromEntries(
    Object.entries(await unzipped(rawPayload)).map(([name, content]) => [name, content.toString()]),
  );
};
type Rows = Record<string, string>[];
const tables = async (): Promise<Record<string, Rows>> => {
  const all = await files();
  return Object.fromEntries(
    chainTables.map(({ name }) => [name, read(all[`csv/${name}.csv`]!, { labels: false }).rows as Rows]),
  );
};

/** Tables that the page says to be empty. */
const emptyOnes = async (): Promise<string[]> => {
  const payload = { query: "{ emptyOpenTables }" };
  const answer = await site.app.inject({ method: "POST", url: "/graphql", payload });
  return answer.json().data.emptyOpenTables;
};

describe("the whole chain as open data", () => {
  it("has each table as CSV and as JSON with the same rows, a dictionary, figures and the licence", async () => {
    const all = await files();
    expect(Object.keys(all)).toEqual([
      ...chainTables.map(({ name }) => `csv/${name}.csv`),
      ...chainTables.map(({ name }) => `json/${name}.json`),
      "dictionary.csv",
      "not-published.csv",
      "figures.csv",
      "README.md",
      "LICENCE.txt",
    ]);
    const figures = read(all["figures.csv"]!, { labels: false }).rows;
    const none = figures.filter(({ rows }) => rows === "0").map(({ table }) => table);
    // On a new site all of them are, and the page says so of each.
    expect(before).toHaveLength(chainTables.length);
    expect(new Set(await emptyOnes())).toEqual(new Set(none));
    for (const { name, columns } of chainTables) {
      const { keys, rows } = read(all[`csv/${name}.csv`]!, { labels: false });
      expect(keys).toEqual(columns.map(({ key }) => key));
      const { rows: same, licence, table } = JSON.parse(all[`json/${name}.json`]!);
      expect([table, licence]).toEqual([name, "etalab-2.0"]);
      expect(same).toHaveLength(rows.length);
      expect(figures.find((row) => row.table === name)!.rows).toBe(String(rows.length));
    }
  });

  it("leads nowhere that is not there: each id of another table is in that table", async () => {
    const all = await tables();
    let links = 0;
    for (const { name, columns } of chainTables)
      for (const { key, to } of columns.filter((column) => column.to)) {
        const ids = new Set(all[to!]!.map((row) => row[chainTables.find((each) => each.name === to)!.by[0]!]));
        for (const row of all[name]!.filter((each) => each[key])) {
          links++;
          expect([name, key, ids.has(row[key])]).toEqual([name, key, true]);
        }
      }
    expect(links).toBeGreaterThan(40);
  });

  it("tells the chain from the words to the reply", async () => {
    const all = await tables();
    const passage = all.passages!.find(({ id }) => id === chain.words.named.passage)!;
    expect(passage.quote).toBe("Je connais ma fermière.");
    const [said] = all.keyPointPassages!.filter((row) => row.passage === passage.id);
    const stands = all.statementKeyPoints!.filter((row) => row.keyPoint === said!.keyPoint);
    expect(stands.map(({ statement }) => statement)).toEqual([made.statements.problem.id]);
    expect(all.statements!.find(({ id }) => id === made.statements.problem.id)!.proposal).toBe(made.open.id);
    expect(all.proposalVersions!.map(({ proposal, number }) => [proposal, number])).toEqual([[made.open.id, "1"]]);
    expect(all.handovers!.map(({ proposal, replyBy }) => [proposal, replyBy])).toEqual([[made.open.id, "2099-01-15"]]);
  });

  it("tells what was decided: how, who was there by territory, and what is read otherwise since", async () => {
    const meeting = await added(site.database, Meetings, {
      slug: "reunion-1",
      groupId: small.group.id,
      title: "La réunion de décembre",
      kind: "NATIONAL",
      place: "Quimper",
      startsAt: new Date("2026-12-01T09:00:00Z"),
      endsAt: new Date("2026-12-01T17:00:00Z"),
    });
    const proposalId = made.open.id;
    const bretagne = small.territories.bretagne!.id;
    await added(site.database, Adoptions, {
      proposalId,
      meetingId: meeting.id,
      decidedOn: "2026-12-01",
      method: "VOTE",
      votesFor: 6,
      votesAgainst: 1,
      abstentions: 1,
      presence: [{ territoryId: bretagne, people: 8 }],
      versionNumber: 1,
      hash: "abcd",
    });
    await added(site.database, Errata, { proposalId, text: "Lire « le samedi ».", addedOn: "2026-12-03" });
    const { decisions, presences, errata, works } = await tables();
    expect(decisions).toMatchObject([{ proposal: proposalId, decidedOn: "2026-12-01", method: "VOTE", votesFor: "6" }]);
    expect(presences).toMatchObject([{ decision: decisions![0]!.id, territory: bretagne, people: "8" }]);
    expect(errata).toMatchObject([{ proposal: proposalId, text: "Lire « le samedi »." }]);
    expect(works).toMatchObject([{ proposal: proposalId, reference: "Cote 12" }]);
  });

  it("tells what anybody proposed to change: the sentence, the words, why, and what became of it; how its author appears, not their name", async () => {
    const { amendments, proposalVersions } = await tables();
    const { waits, accepted, promoted } = given.amendments;
    expect(amendments!.map(({ id }) => id)).toEqual([waits.id, accepted.id, promoted.id].toSorted());
    const row = (id: string) => amendments!.find((each) => each.id === id);
    expect(row(waits.id)).toMatchObject({
      proposal: made.open.id,
      statement: made.statements.measure.id,
      part: "MEASURE",
      before: "Une halle le samedi.",
      text: "Deux halles le samedi.",
      why: "Une ne suffit pas.",
      state: "PROPOSED",
      proposedOn: "2026-11-13",
      settledOn: "",
      takenVersion: "",
      appearance: "NAMED",
      region: "53",
      address: expect.stringContaining(`/proposals/proposition-1/amendments/${waits.id}`),
    });
    const taken = { state: "ACCEPTED", answer: "Merci.", acceptedText: "Deux halles.", settledOn: "2026-11-20" };
    expect(row(accepted.id)).toMatchObject({ ...taken, takenVersion: proposalVersions![0]!.id });
    // The promoted proposal is still a draft: nothing links to it.
    expect(row(promoted.id)).toMatchObject({ state: "PROMOTED", promotedTo: "", appearance: "ANONYMOUS" });
  });

  it("tells what was supplied to proposals, for which slot, and what it was taken up as where it stands", async () => {
    const { supplies, supplyTakings, contributions } = await tables();
    const contribution = given.supplied;
    const supplied = { contribution, proposal: made.open.id, slot: "AGAINST", source: "Rapport, p. 4" };
    expect(supplies).toEqual([supplied]);
    expect(contributions!.find(({ id }) => id === contribution)!.text).toBe("La halle est déjà pleine.");
    expect(supplyTakings).toMatchObject([
      { contribution, takenAs: "EXAMPLE", takenOn: "2026-11-22", became: made.initiative.id, proposal: made.open.id },
    ]);
  });

  it("loses an amendment that is taken back", async () => {
    const { id } = given.amendments.promoted;
    await site.database.query(
      "update amendment set text = '', why = '', status = 'WITHDRAWN', status_on = now() where id = $1",
      [id],
    );
    expect((await tables()).amendments!.map((row) => row.id)).not.toContain(id);
  });

  it("holds no word that is not published, no name, no draft, and nothing that leads to them", async () => {
    for (const [name, content] of Object.entries(await files())) {
      // Texts are whole there, as on the site: what follows the words that were marked is published too.
      const told = content.replaceAll("canari-suite", "");
      expect([name, /canari|"Ano"|Le Fil|Le groupe de Bretagne/.exec(told)?.[0]]).toEqual([name, undefined]);
      for (const kept of ["taken", "hidden", "unpublished", "asIsHidden"] as const)
        expect([name, content.includes(chain.words[kept].passage)]).toEqual([name, false]);
    }
  });

  it("leaves out what leads to a text that came while it was made", async () => {
    const told: RowsInArchive = new Map();
    const readAll = async (name: string) => {
      const rows: unknown[][] = [];
      const table = chainTables.find((each) => each.name === name)!;
      for await (const batch of chainRows(table, { db: site.database.manager, origin: "" }, told)) rows.push(...batch);
      return rows;
    };
    for (const name of ["objectives", "questionnaires", "questions", "contributions"]) await readAll(name);
    const late = await chain.said("Dit entre-temps.", [chain.points.on]);
    const passages = await readAll("passages");
    expect(passages.map(([id]) => id)).not.toContain(late.passage);
    expect(passages.length).toBeGreaterThan(2);
  });

  it("loses words that are taken back at once", async () => {
    await chain.withdraw("nameless");
    const { passages, contributions } = await tables();
    expect(passages!.map(({ id }) => id)).not.toContain(chain.words.nameless.passage);
    expect(contributions!.map(({ id }) => id)).not.toContain(chain.words.nameless.contribution);
  });

  it("says what each column means, and is told in a word to whoever has it until something is written", async () => {
    const { rows } = read((await files())["dictionary.csv"]!, { labels: false });
    expect(rows).toHaveLength(chainTables.reduce((sum, { columns }) => sum + columns.length, 0));
    for (const { label, tableLabel } of rows) expect(`${label}${tableLabel}`).toMatch(/^\p{L}/u);
    const { headers, rawPayload } = await site.app.inject("/open-data.zip");
    const again = await site.app.inject({ url: "/open-data.zip", headers: { "if-none-match": String(headers.etag) } });
    expect(again.statusCode).toBe(304);
    expect((await site.app.inject("/open-data.zip")).rawPayload.equals(rawPayload)).toBe(true);
    await contributionOf(site.database, small, { body: "Encore un texte." });
    expect((await site.app.inject("/open-data.zip")).rawPayload.equals(rawPayload)).toBe(false);
  });

  it("gives each table alone, and is found under the word that French readers look for", async () => {
    const alone = await site.app.inject("/open-data/passages.csv");
    expect([alone.statusCode, alone.headers["content-disposition"]]).toEqual([
      200,
      'attachment; filename="passages.csv"',
    ]);
    expect((await site.app.inject("/open-data/passages.json")).json().rows.length).toBeGreaterThan(1);
    expect((await site.app.inject("/open-data/person.csv")).statusCode).toBe(404);
    const { statusCode, headers } = await site.app.inject("/donnees");
    expect([statusCode, headers.location]).toEqual([301, "/open-data"]);
  });
});

describe("what is not published, in numbers", () => {
  const counted = (texts: number, region: string, channel: "ONLINE" | "PAPER") => ({
    region,
    regionName: region,
    channel,
    texts,
  });

  it("tells no count under five people, nor what would tell one", () => {
    const cells = cellsOf([counted(12, "53", "ONLINE"), counted(2, "53", "PAPER"), counted(30, "11", "ONLINE")]);
    const shown = new Map(cells.map(([region, , channel, texts]) => [`${region} ${channel}`, texts]));
    expect(shown.get("53 PAPER")).toBe(hidden);
    const told = [...shown.values()].filter((texts) => texts !== hidden).map(Number);
    expect(told.filter((texts) => texts < fewest)).toEqual([]);
    // Twelve alone, beside a sum of fourteen, would tell the two.
    expect(shown.get("53 ONLINE")).toBe(hidden);
  });
});
