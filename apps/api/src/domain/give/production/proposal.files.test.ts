import { beforeAll, describe, expect, it } from "vitest";
import { arguedProposals } from "../../../../test/rows/argued.ts";
import { smallInstance } from "../../../../test/rows/builders.ts";
import { wholeChain } from "../../../../test/rows/chain.ts";
import { asWriterReads, hasWriter, parsed, unzipped, within, wordsOf } from "../../../../test/acts/office.ts";
import { cookieOf, personWith } from "../../../../test/site/people.ts";
import { testSite } from "../../../../test/site/site.ts";
import { keepFirstVersions } from "../../propose/version/version.writes.ts";
import { pagesIn } from "./page.document.ts";

const site = testSite();
let chain: Awaited<ReturnType<typeof wholeChain>>;
let made: Awaited<ReturnType<typeof arguedProposals>>;
let team: string;

beforeAll(async () => {
  const small = await smallInstance(site.database);
  chain = await wholeChain(site.database, small);
  made = await arguedProposals(site.database, small, chain);
  await keepFirstVersions(site.database.manager);
  team = await cookieOf(site.database, await personWith(site.database, ["RAPPORTEUR"]));
});

const get = (url: string, headers: Record<string, string> = {}) => site.app.inject({ url, headers });
const letter = (end: string) => `/handovers/${made.handover.id}/letter.${end}`;
const ofAsk = (end: string) => `/proposals/proposition-1/letters/${made.ask.id}.${end}`;
/** The words of a page, with plain spaces. */
const said = (body: string) =>
  body
    .replace(/<style>[\s\S]*<\/style>/, "")
    .replace(/<[^>]+>/g, "")
    .replace(/[\u00A0\u202F]/g, " ");

/** Everything that a visitor takes of a proposal that is open. */
const everything = () => [
  ...["html", "docx", "odt", "pdf", "json"].flatMap((end) => [`/proposals/proposition-1/dossier.${end}`, letter(end)]),
  ...["html", "pdf", "json"].map((end) => `/proposals/proposition-1/page.${end}`),
];

describe("the dossier of a proposal", () => {
  it("holds its argument, its examples, what is held against it, who is asked and what they reply, who was heard", async () => {
    const { body, headers } = await get("/proposals/proposition-1/dossier.html");
    expect(headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
    for (const words of [
      "Ouvrir les halles &amp; les cours",
      "Un lieu par canton.",
      "Le problème",
      "On ne se croise plus. (2 réponses, 1 territoire)",
      "Une halle le samedi.",
      "Cela coûte cher.",
      "La halle existe déjà.",
      "La halle d’ici",
      "Trois emplois.",
      "Prêter la halle un samedi sur deux.",
      "Portée par Le groupe de Bretagne, bretagne",
      "Réponse attendue le 15 janvier 2099",
      "J’en connais une.",
      "Territoires entendus : 1 sur 2",
      "Version 1, le 1 novembre 2026",
      "Territoires d’où personne n’a répondu : ile-de-france.",
    ])
      expect(said(body)).toContain(words);
  });

  it("has a note for each passage: the words, who says them as they chose, and the address where they are read", async () => {
    const { body } = await get("/proposals/proposition-1/dossier.html");
    const notes = [...body.matchAll(/<li id="note-\d+">(.*?)<\/li>/g)].map(([, note]) => note!.replace(/<[^>]+>/g, ""));
    expect(notes).toHaveLength(3);
    // Their order is that of ids, which are drawn.
    expect(notes.join("\n")).toMatch(/Je connais ma fermière.* Ano, au nom de «\sLe Fil\s», finistere\. http/);
    const addresses = [...body.matchAll(/http:[^"<\s]+\/contributions\/([\w-]{36})#passage-(\w{12})/g)];
    for (const [, id] of addresses) {
      const answer = await site.ask(`{ contribution(id: "${id}") { id } }`);
      expect(answer.json<{ data: any }>().data.contribution.id).toBe(id);
    }
  });

  it.skipIf(!hasWriter)(
    "opens in LibreOffice Writer with its notes and its headings (skipped where it is not installed)",
    async () => {
      for (const url of ["/proposals/proposition-1/dossier", `/handovers/${made.handover.id}/letter`])
        for (const format of ["docx", "odt"]) {
          const document = await asWriterReads((await get(`${url}.${format}`)).rawPayload, format);
          expect(within(document, "text:note").length).toBeGreaterThan(2);
          expect(within(document, "text:h").map(wordsOf).length).toBeGreaterThan(3);
        }
    },
    120_000,
  );

  it("is a tagged PDF, in French, with its title", async () => {
    for (const url of everything().filter((each) => each.endsWith(".pdf"))) {
      const pdf = (await get(url)).rawPayload.toString("latin1");
      for (const mark of [/\/Marked true/, /\/Lang \(fr-FR\)/, /\/DisplayDocTitle true/, /\/StructTreeRoot/])
        expect(pdf).toMatch(mark);
    }
  });
});

describe("the letter to an interlocutor", () => {
  it("says by French usage who writes, to whom, of what, and closes; between them the ask first, why, and by when", async () => {
    const { body } = await get(letter("html"));
    const text = said(body);
    const order = [
      "Conseil régional\nLe 10 novembre 2026\nObjet : ",
      "Madame, Monsieur,\n",
      "Ce que nous vous demandons",
      "Prêter la halle dès septembre.",
      "On ne se croise plus.",
      "Dans votre territoire, bretagne",
      "Un lieu par canton.",
      "Une halle le samedi.",
      "Nous vous demandons de répondre d’ici au 15 janvier 2099.",
      `/handovers/${made.handover.id}`,
      "vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.\n",
      "Le groupe de Bretagne, bretagne, pour",
    ].map((words) => text.lastIndexOf(words));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it("is its team's alone while nobody carries the ask", async () => {
    expect((await get(ofAsk("html"))).statusCode).toBe(404);
    const { statusCode, headers, body } = await get(ofAsk("html"), { cookie: team });
    expect([statusCode, headers["cache-control"]]).toEqual([200, "private, no-store"]);
    expect(body).toContain("Prêter la halle un samedi sur deux.");
    // Their page of files leads to it.
    const facilitator = await cookieOf(site.database, await personWith(site.database, ["FACILITATOR"]));
    expect((await get(ofAsk("html"), { cookie: facilitator })).statusCode).toBe(200);
    const elsewhere = await personWith(site.database, ["REFERENT"]);
    expect((await get(ofAsk("html"), { cookie: await cookieOf(site.database, elsewhere) })).statusCode).toBe(404);
    expect((await get(ofAsk("html"), { cookie: team, "sec-fetch-site": "cross-site" })).statusCode).toBe(403);
  });
});

describe("the one page of a proposal", () => {
  it("is one page, however much the proposal holds", async () => {
    const url = "/proposals/proposition-1/page.pdf";
    expect(pagesIn((await get(url)).rawPayload)).toBe(1);
    const long = "Une phrase assez longue pour prendre deux lignes à elle seule. ".repeat(9);
    await site.database.query(
      `insert into statement (proposal_id, part, position, text)
       select $1, part, 10 + n, $2 from generate_series(1, 12) n, unnest(array['PROBLEM', 'MEASURE']) part`,
      [made.open.id, long],
    );
    expect(pagesIn((await get(url)).rawPayload)).toBe(1);
    await site.database.query("delete from statement where text = $1", [long]);
  });
});

describe("what is made of a proposal", () => {
  it("is for its team alone while it is a draft, and is nothing where there is no such proposal", async () => {
    for (const file of ["dossier.html", "dossier.pdf", "dossier.json", "page.pdf", "page.html"]) {
      expect((await get(`/proposals/proposition-2/${file}`)).statusCode).toBe(404);
      const { statusCode, headers } = await get(`/proposals/proposition-2/${file}`, { cookie: team });
      expect([statusCode, headers["cache-control"]]).toEqual([200, "private, no-store"]);
      expect((await get(`/proposals/nowhere/${file}`, { cookie: team })).statusCode).toBe(404);
    }
    expect((await get("/handovers/nowhere/letter.pdf", { cookie: team })).statusCode).toBe(404);
  });

  it("holds no word, no name and no label that is not everybody's", async () => {
    for (const url of everything().filter((each) => !each.endsWith(".pdf"))) {
      const { rawPayload, statusCode } = await get(url);
      expect(statusCode).toBe(200);
      const parts = rawPayload.subarray(0, 2).toString() === "PK" ? await unzipped(rawPayload) : { "": rawPayload };
      for (const content of Object.values(parts)) expect(content.toString()).not.toMatch(/canari/);
    }
  });

  it("says in its trace which proposal, at which version, with which words: the same to the byte when it is made again", async () => {
    for (const url of everything().filter((each) => each.endsWith(".json"))) {
      const once = (await get(url)).body;
      expect((await get(url)).body).toBe(once);
      const trace = JSON.parse(once);
      expect(Object.keys(trace)).toEqual(Object.keys(trace).toSorted());
      expect(trace.proposal).toMatchObject({
        id: made.open.id,
        number: 1,
        edit: 3,
        version: { number: 1 },
        state: "OPEN",
      });
      const ids = trace.passages.map(({ id }: { id: string }) => id);
      expect(ids).toEqual(
        [chain.words.named, chain.words.nameless, chain.words.asIs].map(({ passage }) => passage).toSorted(),
      );
      for (const { passages } of trace.proposal.statements) for (const id of passages) expect(ids).toContain(id);
      expect(once).not.toMatch(/"Ano"|Le Fil/);
    }
  });

  it("has the trace of each document beside it: as many passages as the document has notes", async () => {
    const docx = await unzipped((await get("/proposals/proposition-1/dossier.docx")).rawPayload);
    const notes = within(parsed(docx["word/footnotes.xml"]!.toString()), "w:footnote");
    const trace = JSON.parse((await get("/proposals/proposition-1/dossier.json")).body);
    expect(notes.filter(({ attributes }) => !attributes["w:type"])).toHaveLength(trace.passages.length);
  });

  it("loses words that are taken back at once, in every file", async () => {
    const { nameless } = chain.words;
    const before = await get("/proposals/proposition-1/dossier.html");
    expect(said(before.body)).toContain("Elle me connaît");
    await chain.withdraw("nameless");
    for (const url of everything().filter((each) => !each.endsWith(".pdf"))) {
      const { rawPayload, statusCode } = await get(url, { "if-none-match": String(before.headers.etag) });
      expect(statusCode).toBe(200);
      const parts = rawPayload.subarray(0, 2).toString() === "PK" ? await unzipped(rawPayload) : { "": rawPayload };
      for (const content of Object.values(parts)) {
        expect(content.toString()).not.toContain("Elle me connaît");
        expect(content.toString()).not.toContain(nameless.passage);
      }
    }
  });
});
