import { buffer } from "node:stream/consumers";
import PdfDocument from "pdfkit";
import { beforeAll, expect } from "vitest";
import { mutationOf } from "./acting.ts";
import { zip } from "../../src/platform/files/zip.ts";
import { type Small, smallInstance } from "../rows/builders.ts";
import { cookieOf, personWith } from "../site/people.ts";
import type { testSite } from "../site/site.ts";

/** A PDF whose pages say these words. */
export async function pdf(...pages: string[]) {
  const document = new PdfDocument({ autoFirstPage: false });
  for (const words of pages) document.addPage().fontSize(20).text(words);
  document.end();
  return buffer(document);
}

/** A DOCX that says these words, with other files in it. */
export const docx = (words: string, more: { name: string; content: string }[] = []) =>
  buffer(
    zip([
      { name: "[Content_Types].xml", content: "<Types/>" },
      {
        name: "word/document.xml",
        content: `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`,
      },
      ...more,
    ]),
  );

/** A small instance whose team puts documents on line. */
export function documentsAt(site: ReturnType<typeof testSite>) {
  const at = {} as { small: Small; team: string; moderator: string };
  beforeAll(async () => {
    at.small = await smallInstance(site.database);
    const seated = async (role: "FACILITATOR" | "MODERATOR") =>
      cookieOf(site.database, await personWith(site.database, [role], at.small.group.id));
    Object.assign(at, { team: await seated("FACILITATOR"), moderator: await seated("MODERATOR") });
  });

  const send = (path: string, payload: Buffer, said: Record<string, string>, as = at.team) =>
    site.app.inject({
      method: "POST",
      url: `${path}?${String(new URLSearchParams(said))}`,
      payload,
      headers: { "content-type": "application/octet-stream", ...(as && { cookie: as }) },
    });
  const add = (payload: Buffer, said: Record<string, string> = {}, as = at.team) =>
    send(
      `/groups/${at.small.group.slug}/documents`,
      payload,
      { title: "Un support", purpose: "À lire avant.", ...said },
      as,
    );
  const get = (url: string, as = "") => site.app.inject({ url, headers: as ? { cookie: as } : {} });
  const fields = `slug title version status statusReason hiddenFor ruling { id appealCode } purpose language licence attribution datedOn
    current { number kind pages hasPicture beginning digest } versions { number change restores digest }
    serves { kind title path } viewerCan { read change withdraw }`;
  const read = async (slug: string, as = "") =>
    (await site.ask(`{ document(slug: "${slug}") { id revision ${fields} } }`, as ? { cookie: as } : undefined)).json()
      .data.document;
  async function act(name: string, input: object, as = at.team) {
    const query = mutationOf(name, "document { slug revision version }");
    const answer = (await site.post("/graphql", { query, variables: { input } }, { cookie: as })).json();
    return answer.data?.[name] ?? answer.errors[0].extensions.code;
  }
  const found = async (word: string) =>
    (await site.ask(`{ search(query: "${word}") { nodes { path } } }`)).json().data.search.nodes;
  const kept = async () => (await site.database.query("select from stored_file")).length as number;

  /** Checks that nobody finds or reads a document that was taken away, but its team. */
  async function isGone(slug: string, word: string) {
    expect(await found(word)).toEqual([]);
    for (const path of ["file", "versions/1/file", "versions/1/page"])
      expect((await get(`/documents/${slug}/${path}`)).statusCode).toBe(404);
    expect((await get(`/documents/${slug}/file`, at.team)).statusCode).toBe(200);
    return read(slug);
  }

  return { at, send, add, get, read, act, found, kept, isGone };
}
