import { buffer } from "node:stream/consumers";
import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import {
  asWriterReads,
  type Element,
  hasWriter,
  parsed,
  unzipped,
  within,
  wordsOf,
} from "../../../../test/acts/office.ts";
import { docx } from "./docx.ts";
import { fixture } from "./fixture.ts";
import { html } from "./html.ts";
import { blocksOf } from "./markdown.ts";
import { odt } from "./odt.ts";
import { pdf } from "./pdf.ts";
import { numbered, words } from "./writing.ts";

const quote = "« Ligne une";
const taken = "Citation retirée par son auteur.";

describe("Markdown as blocks", () => {
  const cite = (address: string) => [words(`[${address}]`)];

  test("brings headings, lists, quotations, emphasis and links; tags and traps come as words", () => {
    const { blocks } = fixture();
    expect(blocks.slice(3, 9).map(({ kind }) => kind)).toEqual([
      "heading",
      "paragraph",
      "heading",
      "list",
      "quote",
      "list",
    ]);
    expect(blocks[3]).toMatchObject({ level: 3 });
    expect(blocks[5]).toMatchObject({ level: 4 });
    const text = blocks[4] as Extract<(typeof blocks)[number], { kind: "paragraph" }>;
    expect(text.runs).toContainEqual({ text: "circuit court", strong: true });
    expect(text.runs).toContainEqual({ text: "toujours", emphasis: true });
    expect(text.runs).toContainEqual({ text: "un lien", href: "https://example.org/?a=1&b=2" });
    expect(text.runs).toContainEqual({ text: "une page", href: "https://example.org/proposals" });
    expect(text.runs).toContainEqual({ text: "un piège" });
    expect(JSON.stringify(text.runs)).toContain("<b>pas gras</b>");
  });

  test("gives citations by the address that was typed, and leaves addresses of the web as links", () => {
    const id = "0190f6a0-0000-7000-8000-00000000000A";
    expect(blocksOf(`Voir <keyPoint:${id}> et <https://example.org/>.`, { from: 3, origin: "", cite })).toEqual([
      {
        kind: "paragraph",
        runs: [
          { text: "Voir " },
          { text: `[keyPoint:${id}]` },
          { text: " et " },
          { text: "https://example.org/", href: "https://example.org/" },
          { text: "." },
        ],
      },
    ]);
  });
});

describe("a document", () => {
  test("numbers its notes in the order of their first calls, leaves out those that nothing calls, refuses an unknown one", () => {
    expect([...numbered(fixture())].map(([key, { number }]) => [key, number])).toEqual([
      ["a", 1],
      ["b", 2],
    ]);
    const broken = { ...fixture(), notes: new Map() };
    expect(() => numbered(broken)).toThrow("No note a.");
  });

  test("makes the same bytes each time, in every format", async () => {
    const all = async () =>
      Promise.all([Promise.resolve(html(fixture())), buffer(odt(fixture())), buffer(docx(fixture())), pdf(fixture())]);
    const [once, again] = [await all(), await all()];
    for (const [at, file] of once.entries()) expect(Buffer.from(file).equals(Buffer.from(again[at]!))).toBe(true);
  });
});

describe("as HTML", () => {
  const page = html(fixture());

  test("stands alone, says its language and its title, and every link inside it leads somewhere", () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="fr-FR">/);
    expect(page).toContain("<title>Point d’étape : l’économie &amp; le reste</title>");
    expect(page).not.toMatch(/<script|<link(?! rel="canonical")|<img|@import|url\(/);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const inside = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(inside.filter((id) => !ids.includes(id))).toEqual([]);
    expect(inside.length).toBeGreaterThan(6);
  });

  test("calls a note as often as it is cited and writes it once, with the way back", () => {
    expect([...page.matchAll(/href="#note-1" role="doc-noteref"/g)]).toHaveLength(3);
    expect([...page.matchAll(/<li id="note-/g)]).toHaveLength(2);
    expect(page).toContain('href="#call-1" role="doc-backlink" aria-label="Revenir au texte, note 1"');
    expect(page).toContain("des = et des &lt;. »");
    expect(page).not.toContain("<b>pas gras</b>");
    expect(page).not.toContain("javascript:");
  });
});

/** Parts that both office formats must hold, as an office program reads them. */
const held = (document: Element) => ({
  title: wordsOf(within(document, "dc:title")[0]!),
  notes: within(document, "text:note").map((note) => [quote, taken].find((said) => wordsOf(note).includes(said))),
  headings: within(document, "text:h")
    .map((one) => `${one.attributes["text:outline-level"]} ${wordsOf(one)}`)
    .filter((heading) => !heading.startsWith("1")),
  hasLists: within(document, "text:list").length > 1,
});
const whole = {
  title: "Point d’étape : l’économie & le reste",
  notes: [quote, taken],
  headings: ["2 Ce qui fait accord", "3 Ce qui tient", "4 Les conditions", "2 Couverture"],
  hasLists: true,
};

describe("as OpenDocument", () => {
  test("holds its footnotes in the text, its headings by level, its language", async () => {
    const files = await unzipped(await buffer(odt(fixture())));
    expect(Object.keys(files)[0]).toBe("mimetype");
    const content = parsed(files["content.xml"]!.toString());
    expect(held({ name: "", attributes: {}, children: [content, parsed(files["meta.xml"]!.toString())] })).toEqual(
      whole,
    );
    expect(files["styles.xml"]!.toString()).toContain('fo:language="fr" fo:country="FR"');
    expect(within(content, "text:note-ref").map(wordsOf)).toEqual(["1", "1"]);
    const table = within(content, "table:table-header-rows");
    expect(wordsOf(table[0]!)).toBe("RégionRéponsesPart");
  });

  test.skipIf(!hasWriter)(
    "is opened by LibreOffice Writer (skipped where it is not installed)",
    async () => {
      expect(held(await asWriterReads(await buffer(odt(fixture())), "odt"))).toEqual(whole);
    },
    60_000,
  );
});

describe("as Word opens it", () => {
  test("holds real footnotes, each called from the text, headings by level, its language", async () => {
    const files = await unzipped(await buffer(docx(fixture())));
    const part = (name: string) => parsed(files[name]!.toString());
    for (const name of Object.keys(files)) expect(part(name).children.at(-1)).toBeTypeOf("object");
    const notes = within(part("word/footnotes.xml"), "w:footnote").filter(({ attributes }) => !attributes["w:type"]);
    const document = part("word/document.xml");
    const called = within(document, "w:footnoteReference").map(({ attributes }) => attributes["w:id"]);
    expect(notes.map(({ attributes }) => attributes["w:id"])).toEqual(called);
    expect(wordsOf(notes[1]!)).toContain(taken);
    const looks = within(document, "w:pStyle").map(({ attributes }) => attributes["w:val"]);
    for (const level of [1, 2, 3, 4]) expect(looks).toContain(`Heading${level}`);
    expect(files["word/styles.xml"]!.toString()).toContain('<w:lang w:val="fr-FR"');
    // Every link has its address.
    for (const name of ["document", "footnotes"]) {
      const known = within(part(`word/_rels/${name}.xml.rels`), "Relationship").map(({ attributes }) => attributes.Id);
      for (const { attributes } of within(part(`word/${name}.xml`), "w:hyperlink"))
        expect(known).toContain(attributes["r:id"]);
    }
  });

  test.skipIf(!hasWriter)(
    "is opened by LibreOffice Writer (skipped where it is not installed)",
    async () => {
      expect(held(await asWriterReads(await buffer(docx(fixture())), "docx"))).toEqual(whole);
    },
    60_000,
  );
});

describe("as a tagged PDF", () => {
  test("says its structure, its language and its title; links say where they lead", async () => {
    const objects = (await pdf(fixture())).toString("latin1");
    for (const said of [/\/Marked true/, /\/Lang \(fr-FR\)/, /\/DisplayDocTitle true/, /\/StructTreeRoot/])
      expect(objects).toMatch(said);
    for (const type of "Document H1 H2 H3 H4 P L LI Lbl LBody BlockQuote Link Table TR TH TD".split(" "))
      expect(objects).toMatch(new RegExp(`/S /${type}\\b`));
    const links = [...objects.matchAll(/\/Subtype \/Link/g)];
    expect(links.length).toBeGreaterThan(6);
    expect([...objects.matchAll(/\/StructParent \d+/g)]).toHaveLength(links.length);
    expect(objects).toContain("https://example.org/contributions/1");
    for (const place of ["note-1", "call-1", "note-2", "call-2"]) expect(objects).toContain(`(${place})`);
  });

  test("everything drawn is either tagged or said to be an artifact", async () => {
    const file = await pdf(fixture());
    const parts: string[] = [];
    for (let at = file.indexOf("stream\n"); at >= 0; at = file.indexOf("stream\n", at + 7)) {
      try {
        parts.push(inflateSync(file.subarray(at + 7, file.indexOf("endstream", at))).toString("latin1"));
      } catch {
        // Letters, or words about the file.
      }
    }
    const content = parts.join("\n");
    expect(content).toMatch(/\/Artifact/);
    expect(content.replace(/\/[A-Za-z0-9]+ <<[^>]*>> BDC[\s\S]*?EMC/g, "")).not.toMatch(/\bTJ\b|\bTj\b/);
  });
});
