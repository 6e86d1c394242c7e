import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { unzipped } from "../../../../test/acts/office.ts";
import { docx } from "./docx.ts";
import { fixture } from "./fixture.ts";
import { html } from "./html.ts";
import { odt } from "./odt.ts";
import { pdf } from "./pdf.ts";
import { heading, paragraph, type Writing } from "./writing.ts";

const labels: Writing["labels"] = {
  ...fixture().labels,
  page: (page, pages) => `Proposition-1 · page ${page} sur ${pages}`,
};

/** A report: a cover, contents of three parts, and words on several pages. */
const report = (): Writing => ({
  ...fixture(),
  title: "Rapport final",
  cover: ["Au 20 novembre 2026", "Organisé par des voisins."],
  labels,
  blocks: [
    ...["Le but", "Le calendrier"].flatMap((name) => [
      heading(2, name),
      ...Array.from({ length: 30 }, () => paragraph("Des mots et encore des mots. ".repeat(9))),
    ]),
    heading(3, "Une halle"),
    { kind: "paragraph", runs: [{ note: "a" }] },
  ],
});

const letter = (): Writing => ({
  ...fixture(),
  title: "À l’attention de : Conseil régional",
  letter: {
    above: [
      paragraph("Des voisins\n1 rue des Halles"),
      paragraph("Conseil régional", "aside"),
      paragraph("Le 20 novembre 2026", "aside"),
    ],
    object: "Objet : Une halle",
  },
  labels,
  blocks: [paragraph("Madame, Monsieur,"), paragraph("Nos salutations distinguées."), paragraph("Ano", "aside")],
});

/** Each page of a PDF, as it is read: words, and how far from the left each line begins. */
async function pagesOf(file: Buffer) {
  const mupdf = await import("mupdf");
  const document = mupdf.Document.openDocument(new Uint8Array(file), "application/pdf");
  return Array.from({ length: document.countPages() }, (_, at) => {
    const lines: { text: string; x: number }[] = [];
    const read = JSON.parse(document.loadPage(at).toStructuredText("preserve-whitespace").asJSON());
    for (const { lines: found = [] } of read.blocks) for (const { text, x } of found) lines.push({ text, x });
    return lines;
  });
}

test("a report has a cover, contents that say the page of each part, and the number of pages on each", async () => {
  const pages = await pagesOf(await pdf(report()));
  const said = (at: number) => pages[at]!.map(({ text }) => text.trim()).join("\n");
  expect(said(0)).toMatch(
    /^Proposition-1 · page 1 sur \d+\nRapport final\nAu 20 novembre 2026\nOrganisé par des voisins\.$/,
  );
  for (const [at] of pages.entries()) expect(said(at)).toContain(`page ${at + 1} sur ${pages.length}`);
  for (const name of ["Le but", "Le calendrier", "Une halle", labels.notes]) {
    const stands = pages.findIndex((lines, at) => at > 1 && lines.some(({ text }) => text.trim() === name)) + 1;
    expect(stands).toBeGreaterThan(2);
    expect(said(1).replace(/\s+/g, " ")).toContain(`${name} ${stands}`);
  }
});

test("a letter stands as letters do: who writes at the left, to whom and when at the right, the object, who signs at the right", async () => {
  const [page] = await pagesOf(await pdf(letter()));
  const at = (text: string) => page!.findIndex((line) => line.text.startsWith(text));
  const order = ["Des voisins", "Conseil régional", "Le 20", "Objet", "Madame", "Nos", "Ano"].map(at);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(order).not.toContain(-1);
  const right = (text: string) => page![at(text)]!.x > 250;
  expect(["Des voisins", "Conseil régional", "Le 20", "Objet", "Madame", "Ano"].map(right)).toEqual([
    ...[false, true, true, false, false, true],
  ]);
  expect(html(letter())).toMatch(/Conseil régional[\s\S]*<h1 class="object">Objet : Une halle<\/h1>\s*<p>Madame/);
});

test("in text processors, contents and numbers of pages are fields, and the object of a letter is its title", async () => {
  const open = async (writing: Writing) => ({
    odt: await unzipped(await buffer(odt(writing))),
    docx: await unzipped(await buffer(docx(writing))),
  });
  const it = await open(report());
  const content = it.odt["content.xml"]!.toString();
  expect(content).toContain("<text:table-of-content ");
  expect(content).toMatch(/Contents_20_1">Le but<[\s\S]*Contents_20_2">Une halle</);
  expect(it.odt["styles.xml"]!.toString()).toMatch(
    /Proposition-1 · page <text:page-number[^>]*>1<\/text:page-number> sur <text:page-count>/,
  );
  expect(it.docx["word/document.xml"]!.toString()).toMatch(/TOC \\o "2-3"[\s\S]*Le but/);
  expect(it.docx["word/footer.xml"]!.toString()).toMatch(/ PAGE [\s\S]* NUMPAGES /);
  const other = await open(letter());
  expect(other.odt["content.xml"]!.toString()).toMatch(
    /"Aside">Conseil régional<[\s\S]*<text:h text:style-name="Object"[^>]*>Objet : Une halle</,
  );
  expect(other.docx["word/document.xml"]!.toString()).toMatch(
    /"Aside"[\s\S]*Conseil régional[\s\S]*"Object"[\s\S]*Objet : Une halle/,
  );
});
