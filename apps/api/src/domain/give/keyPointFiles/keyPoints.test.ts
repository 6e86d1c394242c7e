import { beforeAll, describe, expect, it } from "vitest";
import { asXmllintSees, flawsOf, publicXsd } from "../../../../test/acts/qdc.ts";
import { added, contributionOf, questionnaireWith, smallInstance, type Small } from "../../../../test/rows/builders.ts";
import { read } from "../../../../test/acts/exports.ts";
import { asLibreOfficeReads, hasCalc, parsed, within } from "../../../../test/acts/office.ts";
import { cookieOf, personWith } from "../../../../test/site/people.ts";
import { testSite } from "../../../../test/site/site.ts";
import { statementsOf } from "../../../../test/site/statements.ts";
import type { Contribution } from "../../listen/contribution/contribution.entity.ts";
import { type KeyPoint, KeyPoints } from "../../understand/keyPoint/keyPoint.entity.ts";
import { KeyPointPassages, Passages } from "../../understand/passage/passage.entity.ts";

const site = testSite();
let small: Small;
let team: string;
const points: Record<string, KeyPoint> = {};
const questions: Record<string, string> = {};

const point = async (name: string, row: Partial<KeyPoint>) => {
  points[name] = await added(site.database, KeyPoints, {
    objectiveId: small.objective.id,
    number: Object.keys(points).length + 1,
    sentence: `Point ${name}`,
    nature: "FINDING",
    state: "STATED",
    ...row,
  });
};

/** A text, a passage of its first words, and the key points that these say. */
const said = async (quote: string, names: string[], row: Partial<Contribution> = {}) => {
  const { id } = await contributionOf(site.database, small, { body: `${quote} Et la suite.`, ...row });
  const passage = await added(site.database, Passages, {
    contributionId: id,
    startsAt: 0,
    endsAt: quote.length,
    quote,
    markedAt: new Date(),
  });
  for (const name of names)
    await site.database.manager.insert(KeyPointPassages, { keyPointId: points[name]!.id, passageId: passage.id });
  return { contribution: id, passage: passage.id };
};

beforeAll(async () => {
  small = await smallInstance(site.database);
  const { ids } = await questionnaireWith(site.database, small, [
    { code: "1", type: "LONG_TEXT" },
    { code: "2", type: "LONG_TEXT", visibility: "TEAM" },
  ]);
  Object.assign(questions, ids);
  await point("parent", {
    sentence: "Les « circuits » courts & les <autres>",
    shortName: "Court & <direct>",
    phoneName: "Court",
    color: "OCHRE",
    definition: "De la ferme à la table.\nEn une étape.",
    included: "Les marchés",
    excluded: "Les =formules",
    example: "Une ferme",
  });
  await point("child", { parentId: points.parent!.id, nature: "OBJECTION" });
  await point("working", { sentence: "canari-travail", state: "WORKING", parentId: points.parent!.id });
  await point("orphan", { parentId: points.working!.id, color: "GREY" });
  await point("merged", { sentence: "canari-fusion", state: "MERGED", mergedIntoId: points.parent!.id });
  const bretagne = { territoryId: small.territories.finistere!.id, regionId: small.territories.bretagne!.id };
  await said("=Un circuit ; court\n« relie »", ["parent", "child"], {
    ...bretagne,
    questionId: questions["1"]!,
    appearance: "NAMED",
    authorName: "canari-nom",
    revision: 2,
  });
  await said("Des mots sans nom.", ["parent", "working"], { channel: "PAPER" });
  await said("canari-gardé", ["parent"], { status: "UNPUBLISHED" });
  await said("canari-masqué", ["parent"], { status: "HIDDEN" });
  await said("canari-équipe", ["parent"], { questionId: questions["2"]! });
  team = await cookieOf(site.database, await personWith(site.database, ["RAPPORTEUR"]));
});

const get = (url: string, headers: Record<string, string> = {}) => site.app.inject({ url, headers });
const open = (file: string) => get(`/open-data/objectives/${small.objective.slug}/${file}`);
const theirs = (file: string, cookie = team) => get(`/exports/objectives/${small.objective.slug}/${file}`, { cookie });

describe("the key points of an objective as a REFI-QDA codebook", () => {
  it("is as the standard wants it: elements, order, ids, colours, namespace, encoding", async () => {
    for (const { statusCode, headers, body } of [await open("key-points.qdc"), await theirs("key-points.qdc")]) {
      expect([statusCode, headers["content-type"]]).toEqual([200, "application/xml; charset=utf-8"]);
      expect(flawsOf(body)).toEqual([]);
    }
    expect(flawsOf('<?xml version="1.0" encoding="UTF-8"?><CodeBook><Codes/><Sets/></CodeBook>')).toHaveLength(3);
  });

  it.skipIf(!publicXsd)(
    "is valid against the public XSD (skipped unless REFI_QDA_CODEBOOK_XSD says where it is)",
    async () => {
      expect(asXmllintSees((await theirs("key-points.qdc")).body)).toBe("");
    },
  );

  it("says what is under what, what each means, its colour, and puts each nature in a set", async () => {
    const [book] = within(parsed((await theirs("key-points.qdc")).body), "CodeBook");
    const [codes] = within(book!, "Codes");
    const [parent, ...others] = codes!.children.filter((one) => typeof one !== "string");
    expect(others).toEqual([]);
    expect(parent!.attributes).toEqual({
      guid: points.parent!.id,
      name: "Les « circuits » courts & les <autres>",
      isCodable: "true",
      color: "#7A4F00",
    });
    const names = (code: typeof parent) => within(code!, "Code").map(({ attributes }) => attributes.name);
    expect(names(parent)).toEqual(["Point child", "canari-travail"]);
    expect(within(parent!, "Description")[0]!.children[0]).toBe(
      "Nom court\u00a0: Court & <direct>\n\nNom pour les téléphones\u00a0: Court\n\nDe la ferme à la table.\nEn une étape.\n\nEn relève\u00a0: Les marchés\n\nN’en relève pas\u00a0: Les =formules\n\nExemple\u00a0: Une ferme\n\nNature\u00a0: Constat.",
    );
    const sets = within(book!, "Set").map((set) => [set.attributes.name, within(set, "MemberCode").length]);
    expect(sets).toEqual([
      ["Constat", 3],
      ["Objection", 1],
    ]);
  });

  it("tells visitors no working label: what stands under one stands alone", async () => {
    const { body } = await open("key-points.qdc");
    expect(body).not.toMatch(/canari/);
    expect(within(within(parsed(body), "Codes")[0]!, "Code").map(({ attributes }) => attributes.name)).toEqual([
      "Les « circuits » courts & les <autres>",
      "Point orphan",
    ]);
    expect(body).not.toContain(points.working!.id);
  });
});

describe("passages as a table", () => {
  it("has one row for each passage and key point, of what is published alone, without a name", async () => {
    const { headers, body } = await open("passages.csv");
    expect(headers["content-type"]).toBe("text/csv; charset=utf-8; header=present");
    expect(headers["content-disposition"]).toBe(`attachment; filename="${small.objective.slug}-passages.csv"`);
    expect(body).not.toMatch(/canari/);
    const { rows } = read(body);
    expect(rows).toHaveLength(3);
    const row = rows.find(({ keyPointNumber, region }) => keyPointNumber === "1" && region === "53")!;
    expect(row).toMatchObject({
      quote: "'=Un circuit ; court\n« relie »",
      nature: "FINDING",
      state: "STATED",
      question: "1",
      channel: "ONLINE",
      regionName: "bretagne",
      appearance: "NAMED",
      contributionRevision: "1",
    });
    expect(row.address).toBe(
      `http://127.0.0.1:4000/contributions/${row.contribution}#passage-${row.passage!.slice(-12)}`,
    );
  });

  it("gives its team the working labels too, and nobody else", async () => {
    const sentences = async (cookie?: string) =>
      new Set(read((await theirs("passages.csv", cookie)).body).rows.map(({ sentence }) => sentence));
    expect(await sentences()).toContain("canari-travail");
    expect((await theirs("passages.csv", "")).statusCode).toBe(401);
    const other = await cookieOf(site.database, await personWith(site.database, ["FACILITATOR"]));
    for (const file of ["passages.csv", "passages.ods", "key-points.qdc"])
      expect((await theirs(file, other)).statusCode).toBe(404);
    const headers = { cookie: team, "sec-fetch-site": "cross-site" };
    expect((await get(`/exports/objectives/${small.objective.slug}/passages.csv`, headers)).statusCode).toBe(403);
    expect((await theirs("passages.csv")).headers["cache-control"]).toBe("private, no-store");
  });

  it("is there for one key point; a working one has none for a visitor", async () => {
    const { statusCode, body, headers } = await get(`/open-data/key-points/${points.child!.id}/passages.csv`);
    expect(statusCode).toBe(200);
    expect(headers["content-disposition"]).toContain(`${small.objective.slug}-point-clef-2-passages.csv`);
    expect(read(body).rows).toHaveLength(1);
    for (const id of [points.working!.id, "nowhere"])
      expect((await get(`/open-data/key-points/${id}/passages.csv`)).statusCode).toBe(404);
    expect((await get("/open-data/objectives/nowhere/passages.csv")).statusCode).toBe(404);
  });

  it("is kept by caches until something is written", async () => {
    const path = `/open-data/objectives/${small.objective.slug}/passages.csv`;
    const { headers } = await get(path);
    expect(headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
    const again = { "if-none-match": String(headers.etag) };
    expect((await get(path, again)).statusCode).toBe(304);
    await site.database.query("update key_point set version = version where id = $1", [points.child!.id]);
    expect((await get(path, again)).statusCode).toBe(200);
  });

  it("takes as many statements for forty key points as for two, and tells the passages past a page", async () => {
    const [other] = await site.database.query<{ id: string; slug: string }[]>(
      `insert into objective (slug, group_id, number, name, question, expected_output)
       select 'long', group_id, 9, 'Long', 'Et encore ?', 'Un texte.' from objective where id = $1 returning id, slug`,
      [small.objective.id],
    );
    const url = `/open-data/objectives/${other!.slug}/passages.csv`;
    const long = (from: number, to: number) =>
      site.database.query(
        `insert into key_point (objective_id, number, sentence, nature, state)
         select $1, n, 'Long', 'FINDING', 'STATED' from generate_series($2::int, $3) n`,
        [other!.id, from, to],
      );
    const asked = async () => {
      let body = "";
      const statements = await statementsOf(async () => void ({ body } = await get(url)));
      const rows = read(body).rows.map(({ keyPointNumber, passage }) => `${keyPointNumber} ${passage}`);
      return { rows, statements: statements.filter((text) => text.includes("key_point_passage")).length };
    };
    await long(1, 2);
    const few = await asked();
    await long(3, 40);
    expect([few.statements, await asked()]).toEqual([1, { ...few, statements: 1 }]);
    const { contribution } = await said("Un mot.", []);
    await site.database.query(
      `with marked as (
         insert into passage (contribution_id, starts_at, ends_at, quote, marked_at)
         select $1, n, n + 1, 'x', now() from generate_series(100, 699) n returning id, starts_at as place)
       insert into key_point_passage (key_point_id, passage_id)
       select k.id, m.id from marked m join key_point k on k.objective_id = $2
         and (k.number in (2, 40) and m.place < 700 or k.number = 1 and m.place < 350 or k.number = 3 and m.place < 250)`,
      [contribution, other!.id],
    );
    const told = await site.database.query<{ row: string }[]>(
      `select concat(k.number, ' ', l.passage_id) as row from key_point_passage l join key_point k on k.id = l.key_point_id
       where k.objective_id = $1 order by k.number, l.passage_id`,
      [other!.id],
    );
    expect(told).toHaveLength(1600);
    expect(await asked()).toEqual({ rows: told.map(({ row }) => row), statements: 4 });
  });

  it.skipIf(!hasCalc)(
    "keeps formulas as words in LibreOffice (skipped where it is not installed)",
    async () => {
      const [rows] = Object.values(await asLibreOfficeReads((await open("passages.ods")).rawPayload, "ods"));
      expect(rows).toHaveLength(5);
      expect(rows!.flat()).toContain("=Un circuit ; court\n« relie »");
    },
    60_000,
  );
});
