import type { FastifyInstance } from "fastify";

/**
 * Makes the home page, and the page of one thing of each kind that it leads to, one after the other. The first page of a
 * kind takes ten times as long as the next: by then no visitor waits for it. One that fails is made again for whoever asks.
 */
export async function makeFirstPages(app: FastifyInstance): Promise<void> {
  const headers = { accept: "text/html" };
  const home = await app.inject({ url: "/", headers });
  for (const url of oneOfEachKind(home.body)) {
    // oxlint-disable-next-line no-await-in-loop -- visitors come in between
    await app.inject({ url, headers });
  }
}

/** Of the links of a page to things, such as `/proposals/a`, the first of each kind; twenty at most. */
export function oneOfEachKind(page: string): string[] {
  const kinds = new Map<string, string>();
  for (const [, url, kind] of page.matchAll(/<a [^>]*?href="(\/([a-z-]+)\/[^/"?#.]+)"/g))
    if (!kinds.has(kind!)) kinds.set(kind!, url!);
  return [...kinds.values()].slice(0, 20);
}
