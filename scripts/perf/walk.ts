import { Agent, request } from "node:http";
import { brotliDecompressSync } from "node:zlib";

/** A page as it travelled. */
export interface Travelled {
  path: string;
  /** Its address without what names one thing among others: « /proposals/… », « /contributions?q ». */
  kind: string;
  status: number;
  /** « text/html; charset=utf-8 » for a page; a file says what it is. */
  type: string;
  html: string;
  /** Compressed, the style and what the API already read inside. */
  bytes: number;
  ms: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** Asks a running site for a page, as a browser would. */
export const travel = (origin: string, path: string, headers: Record<string, string> = {}) =>
  new Promise<Travelled>((done, failed) => {
    const began = performance.now();
    const asked = request(
      origin + path,
      { agent, headers: { accept: "text/html", "accept-encoding": "br", ...headers } },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("end", () => {
          const ms = performance.now() - began;
          const body = Buffer.concat(parts);
          const html = answer.headers["content-encoding"] === "br" ? brotliDecompressSync(body) : body;
          const { statusCode: status = 0 } = answer;
          const type = answer.headers["content-type"] ?? "";
          done({ path, kind: kindOf(path), status, type, html: html.toString(), bytes: body.length, ms });
        });
      },
    );
    asked.on("error", failed).end();
  });

function kindOf(address: string) {
  const { pathname, searchParams } = new URL(address, "http://site");
  const [language = "", ...rest] = pathname.split("/").slice(1);
  const [concept = "", one, ...more] = language === "en" ? rest : [language, ...rest];
  const path = ["", concept, ...(one ? [/^key-points$|^confirm$|^mail$/.test(one) ? one : "…"] : []), ...more].join(
    "/",
  );
  const names = [...new Set(searchParams.keys())].toSorted();
  return (language === "en" ? "/en" : "") + path + (names.length ? `?${names.join("&")}` : "");
}

/** The addresses of pages of the site that a page leads to: files are no pages. */
export const linksOf = (html: string) =>
  [
    ...new Set(
      [...html.matchAll(/<a\b[^>]*\shref="(\/(?!\/|assets\/)[^"#]*)/g)].map(([, href]) =>
        href!.replaceAll("&amp;", "&"),
      ),
    ),
  ].filter((href) => !/\.(csv|svg|zip)(\?|$)/.test(href));

/** The pages that lead from one to the next beginning at home, at most so many of each kind. */
export async function walk(origin: string, most: number, begin = ["/"], follow = (_path: string) => true) {
  const walked: Travelled[] = [];
  const known = new Set(begin);
  const kinds = new Map<string, number>();
  for (const path of known) {
    const page = await travel(origin, path);
    walked.push(page);
    for (const link of linksOf(page.html)) {
      const kind = kindOf(link);
      const met = kinds.get(kind) ?? 0;
      if (known.has(link) || met >= most || !follow(link)) continue;
      kinds.set(kind, met + 1);
      known.add(link);
    }
  }
  return walked;
}
