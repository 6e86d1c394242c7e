import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { isStopping } from "../stop.ts";

/** Marks what this process asks of itself, which is nobody's request. */
const mark = randomUUID();

/** Headers of a request of this process to itself. */
export const first = { accept: "text/html", "x-first-page": mark };

/** True for a page that is made by `makeFirstPages`: no log tells it. */
export const isFirst = ({ headers }: FastifyRequest): boolean => headers["x-first-page"] === mark;

/**
 * Makes the home page, and the page of one thing of each kind that it leads to, one after the other. The first page of a
 * kind takes ten times as long as the next: by then no visitor waits for it. One that fails is made again for whoever asks.
 * A site that is told to stop meanwhile makes no more of them: it answers nobody any longer.
 */
export async function makeFirstPages(app: FastifyInstance, stops = isStopping): Promise<void> {
  const home = await app.inject({ url: "/", headers: first });
  for (const url of oneOfEachKind(home.body)) {
    if (stops()) return;
    // oxlint-disable-next-line no-await-in-loop -- visitors come in between
    await app.inject({ url, headers: first });
  }
}

/** Of the links of a page to things, such as `/proposals/a`, the first of each kind; twenty at most. */
export function oneOfEachKind(page: string): string[] {
  const kinds = new Map<string, string>();
  for (const [, url, kind] of page.matchAll(/ href="(\/([a-z-]{1,40})\/[^/"?#.]{1,300})"/g))
    if (!kinds.has(kind!)) kinds.set(kind!, url!);
  return [...kinds.values()].slice(0, 20);
}
