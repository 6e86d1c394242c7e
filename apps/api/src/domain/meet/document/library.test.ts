import { crc32 } from "node:zlib";
import { expect, test } from "vitest";
import { sentTwice } from "../../../../test/acts/again.ts";
import { testBucket } from "../../../../test/site/bucket.ts";
import { docx, documentsAt, pdf } from "../../../../test/acts/documents.ts";
import { testSite } from "../../../../test/site/site.ts";
import { uniqueWord } from "../../../../test/site/uniqueWord.ts";
import { Documents } from "./document.entity.ts";

const site = testSite();
const store = testBucket();
const { at, send, add, get, read, act, found, kept, isGone } = documentsAt(site);

test("a document sent again, because its answer was lost, is the one that is there; under another title it is another", async () => {
  const file = await pdf(`Le four de ${uniqueWord()}`);
  const both = await Promise.all([add(file, { title: "Le four" }), add(file, { title: "Le four" })]);
  const slugs = both.map((answer) => answer.json().document.slug as string);
  expect(new Set(slugs).size).toBe(1);
  expect((await read(slugs[0]!)).versions).toHaveLength(1);
  expect((await add(file, { title: "Un autre four" })).json().document.slug).not.toBe(slugs[0]);
});

test("a document is sent, read, found by its words, and its versions stay", async () => {
  await site.database.query("update document set slug = id::text where slug = 'les-halles'");
  const [first, second] = [uniqueWord(), uniqueWord()];
  const file = await pdf(`Les halles de ${first}`, "Page deux");
  const sent = (
    await add(file, { title: "Les halles", serves: "/objectives/objectif-1", attribution: "La mairie" })
  ).json();
  expect(sent).toMatchObject({ problems: [], document: { slug: "les-halles" } });
  const document = await read("les-halles");
  expect(document).toMatchObject({
    version: 1,
    language: "fr",
    attribution: "La mairie",
    current: { kind: "PDF", pages: 2, hasPicture: true },
    serves: [{ kind: "OBJECTIVE", path: "/objectives/objectif-1" }],
    viewerCan: { read: true, change: false, withdraw: false },
  });
  expect(document.current.beginning).toContain(first);
  expect(await found(first)).toEqual([{ path: "/documents/les-halles" }]);
  const page = await get("/documents/les-halles/versions/1/page");
  expect([page.headers["content-type"], page.rawPayload.subarray(0, 2).toString("hex")]).toEqual([
    "image/jpeg",
    "ffd8",
  ]);
  expect(page.rawPayload.length).toBeLessThan(100_000);

  const newer = await pdf(`Les halles de ${second}`);
  const version = { change: "Le plan est corrigé." };
  expect((await send("/documents/les-halles/versions", newer, { change: "" })).json().problems).toMatchObject([
    { code: "REQUIRED", field: "change" },
  ]);
  expect((await send("/documents/les-halles/versions", newer, version)).json().document.version).toBe(2);
  // Sent again, because its answer was lost, it is the one that is there.
  expect((await send("/documents/les-halles/versions", newer, version)).json().document.version).toBe(2);
  const otherwise = { change: "Rien ne change." };
  expect((await send("/documents/les-halles/versions", newer, otherwise)).json().problems).toMatchObject([
    { code: "SAME_FILE" },
  ]);
  expect((await get("/documents/les-halles/file")).rawPayload).toEqual(newer);
  const former = await get("/documents/les-halles/versions/1/file");
  expect(former.rawPayload).toEqual(file);
  expect(former.headers).toMatchObject({
    "content-disposition": 'attachment; filename="les-halles-v1.pdf"',
    "content-security-policy": "default-src 'none'; sandbox",
  });
  expect([await found(first), (await found(second)).length]).toEqual([[], 1]);

  const again = await sentTwice(site.database, () => act("restoreDocumentVersion", { id: document.id, number: 1 }));
  expect(again.document.version).toBe(3);
  const restored = await read("les-halles");
  expect(restored.versions.map((one: any) => [one.number, one.restores])).toEqual([
    [3, 1],
    [2, null],
    [1, null],
  ]);
  expect(restored.current.digest).toBe(document.current.digest);
  expect([(await found(first)).length, await found(second)]).toEqual([1, []]);
});

test("what its team takes away is read and found by nobody at once, and says why", async () => {
  const word = uniqueWord();
  const { slug } = (await add(await docx(`Le four de ${word}`), { title: "Le four" })).json().document;
  const { id } = await read(slug);
  expect((await found(word)).length).toBe(1);
  expect((await act("withdrawDocument", { id, reason: "" })).problems).toMatchObject([
    { code: "REQUIRED", field: "reason" },
  ]);
  expect((await act("withdrawDocument", { id, reason: "Il y avait un nom." })).problems).toEqual([]);
  expect(await isGone(slug, word)).toMatchObject({
    status: "WITHDRAWN",
    statusReason: "Il y avait un nom.",
    title: "Le four",
    purpose: "",
    current: null,
    versions: [],
  });
  expect((await act("withdrawDocument", { id, reason: null })).problems).toEqual([]);
  expect((await found(word)).length).toBe(1);
});

test("what is said of a document is corrected, with what it serves, from the revision that was read", async () => {
  const { slug } = (await add(await docx("Un texte"), { title: "À corriger" })).json().document;
  const { id, revision } = await read(slug);
  const said = {
    id,
    revision,
    title: "Corrigé",
    purpose: "Pour décider.",
    datedOn: "2012-03-04",
    licence: "CC BY 4.0",
    attribution: "",
    language: "en",
    serves: ["http://ailleurs/en/objectives/objectif-1/"],
  };
  expect((await act("editDocument", { ...said, datedOn: "2012-02-30", serves: [] })).problems).toEqual([
    { code: "NOT_A_DATE", field: "datedOn" },
  ]);
  expect((await act("editDocument", { ...said, serves: ["/proposals/aucune"] })).problems).toEqual([
    { code: "UNKNOWN_CHOICE", field: "serves" },
  ]);
  // Sent again, it is done.
  for (let n = 0; n < 2; n++) expect((await act("editDocument", said)).problems).toEqual([]);
  expect(await read(slug)).toMatchObject({
    title: "Corrigé",
    datedOn: "2012-03-04",
    language: "en",
    serves: [{ title: "Définir" }],
  });
  expect((await act("editDocument", { ...said, serves: [] })).problems).toMatchObject([{ code: "STALE" }]);
  const { objective } = (await site.ask(`{ objective(slug: "objectif-1") { serving { slug } } }`)).json().data;
  expect(objective.serving).toContainEqual({ slug });
});

/** An archive of one file that says it is small, and unpacks to more than anybody reads. */
async function bomb() {
  const whole = await docx("0".repeat(12_000_000));
  return whole;
}

test("what is hostile is refused with a sentence, and nothing of it is left", async () => {
  const before = [await kept(), store.objects.size];
  const traversal = await docx("x", [{ name: "aa/aa/evil", content: "x" }]);
  for (let place = traversal.indexOf("aa/aa/evil"); place >= 0; place = traversal.indexOf("aa/aa/evil", place + 1))
    traversal.write("../../evil", place);
  const polyglot = Buffer.concat([await pdf("Un"), await docx("deux")]);
  const shouting = Buffer.from(await docx("x"));
  const hostile: [string, Buffer][] = [
    ["a page", Buffer.from("<script>alert(1)</script>")],
    ["a drawing that runs", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")],
    ["a program", Buffer.concat([Buffer.from("MZ"), Buffer.alloc(100)])],
    ["a PDF without an end", Buffer.from("%PDF-1.7\nand no end")],
    ["two things at once", polyglot],
    ["macros", await docx("x", [{ name: "word/vbaProject.bin", content: "x" }])],
    ["a control", await docx("x", [{ name: "word/activeX/activeX1.bin", content: "x" }])],
    ["a way out of its folder", traversal],
    ["a bomb", await bomb()],
    ["a cut archive", shouting.subarray(0, shouting.length - 30)],
  ];
  for (const [what, bytes] of hostile) {
    const answer = await add(bytes, { title: what });
    expect([what, answer.statusCode, answer.json().problems]).toEqual([
      what,
      422,
      [{ code: "NOT_A_DOCUMENT", field: "file", value: null }],
    ]);
  }
  const file = await docx("Un texte");
  expect((await add(file, { title: "" })).json().problems).toMatchObject([{ code: "REQUIRED", field: "title" }]);
  expect((await add(file, { serves: "/nulle-part" })).json().problems).toMatchObject([{ field: "serves" }]);
  expect((await add(Buffer.alloc(20 * 1024 * 1024 + 1))).json().problems).toMatchObject([{ code: "OVER_20_MB" }]);
  expect((await add(file, {}, "")).statusCode).toBe(401);
  expect((await add(file, {}, at.moderator)).statusCode).toBe(403);
  expect([await kept(), store.objects.size]).toEqual(before);
});

test("a photograph leaves without where it was taken", async () => {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32LE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([Buffer.from(type, "latin1"), length, data]);
  };
  const parts = [
    chunk("VP8 ", Buffer.alloc(10)),
    chunk("EXIF", Buffer.from("48.45 N, 4.25 W.")),
    chunk("XMP ", Buffer.from("Jeanne")),
  ];
  const head = Buffer.from("RIFF0000WEBP", "latin1");
  head.writeUInt32LE(4 + Buffer.concat(parts).length, 4);
  const { slug } = (await add(Buffer.concat([head, ...parts]), { title: "Une photo" })).json().document;
  const taken = (await get(`/documents/${slug}/file`)).rawPayload;
  expect([taken.includes("48.45"), taken.includes("Jeanne"), taken.readUInt32LE(4)]).toEqual([
    false,
    false,
    taken.length - 8,
  ]);
  expect((await get(`/documents/${slug}/versions/1/page`)).headers["content-type"]).toBe("image/webp");
});

test("the list comes by pages, filtered, with drafts for their team alone", async () => {
  const list = async (args: string, as = "") =>
    (
      await site.ask(
        `{ library(${args}) { total nodes { slug } pageInfo { endCursor hasNextPage } } }`,
        as ? { cookie: as } : undefined,
      )
    ).json().data.library;
  await site.database.query("delete from document where slug = 'en-cours'");
  const all = await list("first: 50");
  const first = await list("first: 2");
  const next = await list(`first: 50, after: "${first.pageInfo.endCursor}"`);
  expect([...first.nodes, ...next.nodes]).toEqual(all.nodes);
  await site.database.manager.insert(Documents, {
    slug: "en-cours",
    groupId: at.small.group.id,
    kind: "SHEET",
    title: "x",
    purpose: "x",
    version: 0,
    publishedOn: "2012-01-01",
    sections: [],
  });
  expect((await list("kinds: [SHEET]")).nodes).toEqual([]);
  expect((await list("kinds: [SHEET]", at.team)).nodes).toEqual([{ slug: "en-cours" }]);
  expect((await list(`group: "ailleurs"`)).total).toBe(0);
  expect(await read("en-cours")).toBeNull();
});
