import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { type Entry, zip } from "../zip.ts";
import { documentText, mostCharacters } from "./documentText.ts";
import { Unreadable } from "./unreadable.ts";

const archive = (...entries: Entry[]) => buffer(zip(entries));

const odt = (body: string) =>
  archive({
    name: "content.xml",
    content: `<?xml version="1.0"?><o:document xmlns:o="o" xmlns:text="text"><o:text>${body}</o:text></o:document>`,
  });
const docx = (body: string) =>
  archive({
    name: "word/document.xml",
    content: `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
  });
const reason = (bytes: Buffer) => documentText(bytes).catch((error: Unreadable) => error.reason);

test("an ODT document gives its titles and paragraphs, its blanks as they show, and neither comments nor what was struck", async () => {
  const bytes = await odt(
    `<text:tracked-changes><text:p>barré</text:p></text:tracked-changes>
     <text:h>Le transport</text:h>
     <text:p>Il coûte<text:s text:c="2"/>plus
       <text:span>cher</text:span>.<o:annotation><text:p>vrai ?</text:p></o:annotation></text:p>
     <text:list><text:list-item><text:p>Un<text:line-break/>deux</text:p></text:list-item></text:list>`,
  );
  expect(await documentText(bytes)).toBe("Le transport\nIl coûte  plus cher.\nUn\ndeux");
});

test("a DOCX document gives the words of its paragraphs, without its form nor what was struck", async () => {
  const bytes = await docx(
    `<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>Décision :</w:t><w:tab/><w:t xml:space="preserve"> un fonds</w:t></w:r>
     <w:del><w:r><w:delText>deux</w:delText></w:r></w:del></w:p>
     <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Ana</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`,
  );
  expect(await documentText(bytes)).toBe("Décision :\t un fonds\nAna");
});

test("a text gives its lines", async () => {
  expect(await documentText(Buffer.from("\ufeffUn\r\n\r\nDeux   \n"))).toBe("Un\n\nDeux");
});

test("anything else, too much, or a document made to harm is refused with its reason", async () => {
  expect(await reason(Buffer.from([0, 1, 2, 0xff]))).toBe("ENCODING");
  expect(await reason(await archive({ name: "photo.bin", content: "x" }))).toBe("UNKNOWN");
  expect(await reason((await odt("<text:p>a</text:p>")).subarray(0, 60))).toBe("BROKEN");
  expect(await reason(Buffer.from("a".repeat(mostCharacters + 1)))).toBe("TOO_MANY");
  expect(await reason(await odt(`<text:p>${"a".repeat(mostCharacters)} b</text:p>`))).toBe("TOO_MANY");
  const bomb = await archive({ name: "content.xml", content: "0".repeat(11_000_000) });
  expect(await reason(bomb)).toBe("INFLATED");
  const entity = await archive({ name: "content.xml", content: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' });
  expect(await reason(entity)).toBe("DOCTYPE");
});
