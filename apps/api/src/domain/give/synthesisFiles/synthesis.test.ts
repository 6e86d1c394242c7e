import { beforeAll, describe, expect, it } from "vitest";
import { smallInstance } from "../../../../test/rows/builders.ts";
import { wholeChain } from "../../../../test/rows/chain.ts";
import { asWriterReads, hasWriter, parsed, unzipped, within, wordsOf } from "../../../../test/acts/office.ts";
import { cookieOf, personWith } from "../../../../test/site/people.ts";
import { testSite } from "../../../../test/site/site.ts";
import { percent } from "./coverage.table.ts";

const site = testSite();
let made: Awaited<ReturnType<typeof wholeChain>>;
let team: string;

beforeAll(async () => {
  made = await wholeChain(site.database, await smallInstance(site.database));
  team = await cookieOf(site.database, await personWith(site.database, ["RAPPORTEUR"]));
  // One of those who are cited wrote elsewhere: the licence goes where the words go.
  await site.database.query("update contribution set import_key = 'cahiers:1' where id = $1", [
    made.words.other.contribution,
  ]);
  await site.database.query(
    `with brought as (insert into text_import (group_id, file_name, format, columns, row_count, asked_on, source, licence, attribution)
       select id, 'x', 'CSV', '[]', 1, now(), 'Cahiers d’essai', 'Licence Ouverte 2.0', 'Les communes' from working_group limit 1
       returning id)
     insert into imported_text (contribution_id, last_import_id, digest) select $1, id, 'x' from brought`,
    [made.words.other.contribution],
  );
});

it("tells a share that is little but not nothing as pages do", () => {
  expect([0, 0.001, 0.004, 0.005, 1].map(percent)).toEqual(
    ["0", "<\u202f1", "<\u202f1", "1", "100"].map((share) => `${share}\u00a0%`),
  );
});

const get = (file: string, headers: Record<string, string> = {}) =>
  site.app.inject({ url: `/syntheses/${made.synthesis.slug}/${file}`, headers });
const formats = {
  html: "text/html; charset=utf-8",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  odt: "application/vnd.oasis.opendocument.text",
  json: "application/json; charset=utf-8",
};
const trace = async () => JSON.parse((await get("v1.json")).body);

/** The words that v1 cites, under a key point or as they are: those taken back or hidden since keep their place. */
const cited = ["named", "nameless", "other", "taken", "hidden", "asIs", "asIsTaken", "asIsHidden"] as const;

describe("a version of a synthesis as files", () => {
  it("names nobody who signed a position that a moderator hid", async () => {
    const signers = await Promise.all([1, 2, 3].map(() => personWith(site.database, [])));
    const [{ id }] = await site.database.query<[{ id: string }]>(
      `insert into minority_position (key, synthesis_id, text, opened_by_id, opened_on)
       select 'x', id, 'Nous tenons autre chose.', $2, now() from synthesis where slug = $1 returning id`,
      [made.synthesis.slug, signers[0]],
    );
    for (const person of signers)
      await site.database.query("insert into minority_signature (position_id, person_id) values ($1, $2)", [
        id,
        person,
      ]);
    const said = async (headers?: Record<string, string>) => {
      const { body } = await get("v1.html", headers);
      return [body.includes("Nous tenons autre chose."), body.includes("Une personne fictive")];
    };
    expect(await said()).toEqual([true, true]);
    await site.database.query("update minority_position set status = 'HIDDEN' where id = $1", [id]);
    await site.database.query(
      `insert into ruling (kind, text_id, group_id, outcome, reason, ruled_by_id, ruled_at, was, former)
       select 'MINORITY_POSITION', $1, g.id, 'HIDDEN', 'INSULT', $2, now(), 'VISIBLE', '{}' from working_group g limit 1`,
      [id, signers[0]],
    );
    expect(await said()).toEqual([false, false]);
    for (const [table, of] of [
      ["minority_signature", "position_id"],
      ["minority_position", "id"],
    ])
      await site.database.query(`delete from ${table} where ${of} = $1`, [id]);
  });

  it.each(Object.entries(formats))(
    "is there as %s for anybody, under its number, kept by caches until something is written",
    async (format, type) => {
      const { statusCode, headers } = await get(`v1.${format}`);
      expect([statusCode, headers["content-type"]]).toEqual([200, type]);
      expect(headers["content-disposition"]).toBe(`attachment; filename="point-d-etape-v1.${format}"`);
      expect(headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
      expect((await get(`v1.${format}`, { "if-none-match": String(headers.etag) })).statusCode).toBe(304);
    },
  );

  it("is for its team alone while it is a draft, and is nothing where there is no such version", async () => {
    for (const format of Object.keys(formats)) {
      expect((await get(`v2.${format}`)).statusCode).toBe(404);
      const { statusCode, headers } = await get(`v2.${format}`, { cookie: team });
      expect([statusCode, headers["cache-control"]]).toEqual([200, "private, no-store"]);
    }
    expect((await get("v2.html", { cookie: team })).body).toContain("canari-brouillon");
    const other = await cookieOf(site.database, await personWith(site.database, ["REFERENT"]));
    for (const [file, cookie] of [
      ["v2.html", other],
      ["v3.html", team],
      ["v.html", team],
    ] as const)
      expect((await get(file, { cookie })).statusCode).toBe(404);
  });

  it("is made once for those who ask together, and the same whoever asks", async () => {
    for (const format of Object.keys(formats)) {
      const [theirs, anybodys] = [await get(`v1.${format}`, { cookie: team }), await get(`v1.${format}`)];
      expect(theirs.rawPayload.equals(anybodys.rawPayload)).toBe(true);
    }
  });

  it("holds what was decided, debated on two sides, said by few, held against it, not heard, left out and why", async () => {
    const { body } = await get("v1.html");
    const said = body.replace(/<style>[\s\S]*<\/style>/, "").replace(/<[^>]+>/g, "");
    for (const words of [
      "Version 1, publiée le 20 novembre 2026. Publiée sans seconde relecture.",
      "Un circuit court relie.",
      "Le lien fait l’accord.",
      "D’un côté",
      "De l’autre",
      "La distance fait tout.",
      "Quelques voix.",
      "Position du territoire bretagne",
      "La Bretagne tient à la distance.",
      "Les jeunes.",
      "Garder le mot.",
      "Deux personnes ont lu.",
      "La définition est plus courte.",
      "Annexe\u00a0: ce qui n’est pas retenu, et pourquoi",
      "Rien à voir.",
      "Un autre groupe en parle.",
      "Un regroupement que l’équipe n’a pas énoncé (1 passage)",
      "Un reste.",
      "Passages de cet objectif\u00a0: 8 cités, 2 laissés de côté.",
      "Aucune réponse n’est arrivée depuis cette version.",
    ])
      expect(said).toContain(words);
    expect(body).toContain("<strong>lien</strong>");
    expect(body).toContain(`href="http://127.0.0.1:4000/key-points/${made.points.on.id}"`);
  });

  it("says in a note who speaks as they chose to appear, from where, and where to read it", async () => {
    const { body } = await get("v1.html");
    const notes = [...body.matchAll(/<li id="note-\d+">(.*?)<\/li>/g)].map(([, note]) => note!.replace(/<[^>]+>/g, ""));
    const of = (words: string) => notes.find((note) => note.includes(words));
    expect(of("Je connais ma fermière.")).toMatch(
      /^«\u00a0Je connais ma fermière\.\u00a0» Ano, au nom de «\sLe Fil\s», finistere\. http/,
    );
    expect(of("Elle me connaît")).toContain("Sans nom, finistere. http");
    expect(notes.filter((note) => note.startsWith("Citation retirée par son auteur."))).toHaveLength(2);
    expect(notes.filter((note) => note.startsWith("Cette citation n’est plus publiée."))).toHaveLength(2);
  });

  it("says the collection, the authors and the licence of words made elsewhere, in each file", async () => {
    const said = "Cahiers d’essai, Les communes, Licence Ouverte 2.0.";
    expect((await get("v1.html")).body).toContain(said);
    const { contributions } = await trace();
    const sources = contributions.flatMap(({ source }: { source?: object }) => source ?? []);
    expect(sources).toEqual([{ name: "Cahiers d’essai", licence: "Licence Ouverte 2.0", attribution: "Les communes" }]);
    for (const format of ["odt", "docx"] as const) {
      const files = await unzipped((await get(`v1.${format}`)).rawPayload);
      expect(Object.values(files).some((file) => file.toString().includes(said))).toBe(true);
    }
  });

  it("has as many notes as it cites passages, in each format", async () => {
    const expected = cited.length;
    expect([...(await get("v1.html")).body.matchAll(/<li id="note-/g)]).toHaveLength(expected);
    const docx = await unzipped((await get("v1.docx")).rawPayload);
    const notes = within(parsed(docx["word/footnotes.xml"]!.toString()), "w:footnote");
    expect(notes.filter(({ attributes }) => !attributes["w:type"])).toHaveLength(expected);
    const odt = await unzipped((await get("v1.odt")).rawPayload);
    expect(within(parsed(odt["content.xml"]!.toString()), "text:note")).toHaveLength(expected);
    const pdf = (await get("v1.pdf")).rawPayload.toString("latin1");
    expect(new Set([...pdf.matchAll(/\(note-(\d+)\)/g)].map(([, number]) => number)).size).toBe(expected);
  });

  it.skipIf(!hasWriter)(
    "opens in LibreOffice Writer with its notes and its headings (skipped where it is not installed)",
    async () => {
      for (const format of ["docx", "odt"]) {
        const document = await asWriterReads((await get(`v1.${format}`)).rawPayload, format);
        expect(within(document, "text:note")).toHaveLength(cited.length);
        expect(within(document, "text:h").map(wordsOf)).toContain("Ce qui fait débat");
      }
    },
    120_000,
  );

  it("leads to texts that are there: each address of a note, an annex, a trace", async () => {
    const { body } = await get("v1.html");
    const { passages } = await trace();
    const addresses = new Set([
      ...[...body.matchAll(/http:[^"<\s]+\/contributions\/[^"<\s]+/g)].map(([address]) => address),
      ...passages.flatMap(({ address }: { address?: string }) => address ?? []),
    ]);
    expect(addresses.size).toBe(8);
    const marked: string[] = [];
    for (const address of addresses) {
      const [, id, passage] = /\/contributions\/([\w-]{36})#passage-(\w{12})$/.exec(address)!;
      const answer = await site.ask(`{ contribution(id: "${id}") { id passages { id } } }`);
      const { contribution } = answer.json<{ data: any }>().data;
      expect(contribution.id).toBe(id);
      if (contribution.passages.some((one: { id: string }) => one.id.endsWith(passage!))) marked.push(address);
    }
    // Passages of a key point are marked on the contribution's page, at the anchor of the address.
    expect(marked).toHaveLength(3);
  });

  it("holds no word, no name and no label that is not everybody's", async () => {
    for (const format of ["html", "docx", "odt", "json"]) {
      const { rawPayload } = await get(`v1.${format}`);
      const parts = rawPayload.subarray(0, 2).toString() === "PK" ? await unzipped(rawPayload) : { "": rawPayload };
      for (const content of Object.values(parts)) expect(content.toString()).not.toMatch(/canari/);
    }
    expect((await get("v1.json")).body).not.toMatch(/"Ano"|Le Fil/);
  });
});

describe("the trace of a version", () => {
  it("tells the whole chain, from paragraphs to texts, each once, with what became of it", async () => {
    const told = await trace();
    expect(told.version).toMatchObject({ number: 1, state: "PUBLISHED", publishedAt: "2026-11-20T10:00:00.000Z" });
    expect(told.paragraphs.map(({ kind }: { kind: string }) => kind)).toEqual([
      "AGREEMENT",
      "DEBATE",
      "MINORITY",
      "QUOTE",
      "QUOTE",
    ]);
    const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
    const { words, points } = made;
    expect(ids(told.keyPoints)).toEqual([points.agreed.id, points.on.id, points.against.id]);
    expect(ids(told.passages)).toEqual(
      [...cited, "left" as const, "leftWorking" as const].map((name) => words[name].passage).toSorted(),
    );
    const state = (name: keyof typeof words) =>
      told.passages.find(({ id }: { id: string }) => id === words[name].passage).state;
    expect([state("named"), state("taken"), state("asIsHidden")]).toEqual(["PUBLISHED", "WITHDRAWN", "NOT_PUBLISHED"]);
    expect(told.counts).toMatchObject({ paragraphs: 5, keyPoints: 3, passages: 6, contributions: 6, withdrawn: 2 });
    for (const { passages } of [...told.paragraphs, ...told.keyPoints, ...told.setAside])
      for (const id of passages) expect(ids(told.passages)).toContain(id);
    const texts = new Set<string>(
      told.passages.flatMap(({ contribution }: { contribution?: string }) => contribution ?? []),
    );
    expect(ids(told.contributions)).toEqual([...texts].toSorted());
  });

  it("is the same to the byte when it is made again, and when all its rows were written in another order", async () => {
    const once = (await get("v1.json")).body;
    expect((await get("v1.json")).body).toBe(once);
    await site.database.transaction(async (tx) => {
      for (const table of ["citation", "passage_citation", "key_point_passage", "set_aside", "synthesis_paragraph"]) {
        await tx.query(`create temporary table kept on commit drop as select * from ${table}`);
        await tx.query("set local session_replication_role = replica");
        await tx.query(`delete from ${table}`);
        await tx.query(`insert into ${table} select * from kept order by ctid desc`);
        await tx.query("drop table kept");
      }
    });
    const again = await get("v1.json");
    expect(again.body).toBe(once);
    expect(Object.keys(JSON.parse(once))).toEqual(Object.keys(JSON.parse(once)).toSorted());
  });

  it("rests on what was marked when it was published: what is marked since changes nothing of it", async () => {
    const once = (await get("v1.json")).body;
    await made.said("Dit après.", [made.points.agreed]);
    expect((await get("v1.json")).body).toBe(once);
    expect((await get("v1.html")).body).not.toContain("Dit après.");
  });

  it("shows words that are taken back as such, in every format, at once", async () => {
    const { named } = made.words;
    const before = await get("v1.json");
    expect(before.body).toContain(named.quote);
    await made.withdraw("named");
    const after = await trace();
    expect(JSON.stringify(after)).not.toContain(named.quote);
    const passage = after.passages.find(({ id }: { id: string }) => id === named.passage);
    expect(passage).toEqual({
      id: named.passage,
      state: "WITHDRAWN",
      contribution: named.contribution,
      address: passage.address,
    });
    expect(after.counts.withdrawn).toBe(3);
    const { body } = await get("v1.html", { "if-none-match": String(before.headers.etag) });
    expect(body).not.toContain(named.quote);
    expect([...body.matchAll(/Citation retirée par son auteur\./g)].length).toBeGreaterThan(3);
  });
});
