import { createHash } from "node:crypto";
import type { Execute } from "@cahier/schema/page";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { knownAddress } from "./address.ts";
import { encodingFor, lightest } from "./compress.ts";
import { staleFor, hasJustWritten } from "./readYourWrites.ts";
import { createContext } from "../context.ts";
import type { Reading } from "../data/replica.ts";
import type { States } from "../data/state.ts";
import type { Server } from "./http.ts";
import { isKnown } from "../files/answer.ts";
import { rates } from "./guards.ts";
import { pageCache } from "../pageCache.ts";
import { offline } from "./offline.ts";
import { maxInFlight } from "./loadShedding.ts";
import { sendUnavailable } from "./unavailablePage.ts";
import { type Answer, builtWeb, liveWeb, type Posted } from "./web.ts";

declare module "fastify" {
  interface FastifyInstance {
    /** Shows a page again to a browser without scripts, with what it posted, and what was wrong with it if anything was. */
    showAgain: (request: FastifyRequest, reply: FastifyReply, path: string, posted: Posted) => Promise<FastifyReply>;
  }
}

/** One development server a process, shared with the rehearsals in it. */
let live: ReturnType<typeof liveWeb> | undefined;

/** A page, as bytes for all who read it; its compressed forms and its etag once somebody asked for them. */
type Page = Omit<Answer, "html"> & { html: Buffer; br?: Promise<Buffer>; gzip?: Promise<Buffer>; tag?: string };

const none = Buffer.alloc(0);

/** Names a page by what it says: the same in each encoding, hence weak. */
const tagOf = (html: Buffer) => `W/"${createHash("sha256").update(html).digest("base64url")}"`;

/** Answers every remaining address with its page, rendered for its viewer. */
export async function pages(app: FastifyInstance, { graphql, database, replica, config, dress }: Server) {
  const web = config.dev ? await (live ??= liveWeb(app)) : builtWeb();
  if (!config.dev) offline(app);
  const cache = pageCache<Page>(database.manager, {
    isShared: ({ status, personal }) => status === 200 && personal === false,
    // And its compressed forms.
    sizeOf: ({ html }) => html.length * 1.5,
    staleFor,
  });

  let making = 0;
  async function make(request: FastifyRequest, path: string, posted?: Posted, now?: States): Promise<Page> {
    if (making >= maxInFlight.pages) return { status: 503, html: none, policy: "" };
    making += 1;
    return render(request, path, posted, now).finally(() => (making -= 1));
  }

  async function render(request: FastifyRequest, path: string, posted?: Posted, now?: States): Promise<Page> {
    const { viewer, id } = request;
    let unavailable = false;
    const context = (reading: Reading | null = null) =>
      createContext(database, { viewer, requestId: id, request, end: now?.end, reading });
    // One context a page, so that each row is loaded once.
    let contextValue = context(replica && now ? await replica.reading(now) : null);
    const execute: Execute = async (query, variables, operationName) => {
      const ask = () => graphql.executeOperation({ query, variables, operationName }, { contextValue });
      let { body } = await ask();
      if (contextValue.reading?.failed) {
        contextValue = context();
        ({ body } = await ask());
      }
      if (body.kind !== "single") throw new Error("No incremental answers here.");
      unavailable ||= Boolean(body.singleResult.errors?.some(({ extensions }) => extensions?.code === "UNAVAILABLE"));
      return body.singleResult;
    };
    const page = await web({ url: new URL(config.origin + path), execute, requestId: id, posted });
    if (unavailable) return { ...page, html: none, status: 503 };
    return { ...page, html: Buffer.from(dress ? dress(page.html) : page.html) };
  }

  async function send(request: FastifyRequest, reply: FastifyReply, page: Page, own = false) {
    const { status, html, policy, location, personal, posts } = page;
    if (location) return reply.redirect(location, status);
    if (status === 503) return sendUnavailable(reply);
    const shared = status === 200 && !own && !personal;
    // The address of a personal page may be a secret: it goes to nobody, not even to ourselves, unless it has a form
    // to post, which says where it comes from or is refused: those of a rehearsal have the one that leaves it.
    if (personal && !posts && !dress) reply.header("referrer-policy", "no-referrer");
    if (personal) reply.header("x-robots-tag", "noindex");
    reply
      .code(status)
      .header("content-security-policy", policy)
      .header("cache-control", shared ? "public, max-age=0, must-revalidate" : "private, no-store")
      .type("text/html; charset=utf-8");
    if (shared) {
      page.tag ??= tagOf(html);
      reply.header("etag", page.tag);
      if (request.headers["if-none-match"] === page.tag) return reply.code(304).send();
    }
    reply.header("vary", "accept-encoding");
    const encoding = encodingFor(request);
    if (!encoding) return reply.send(html);
    page[encoding] ??= lightest(html, encoding);
    return reply.header("content-encoding", encoding).send(await page[encoding]);
  }

  app.decorate("showAgain", async (request, reply, path, posted) => {
    const page = await make(request, path, posted);
    const refused = page.status === 200 && posted.problems.length > 0;
    return send(request, reply, refused ? { ...page, status: 422 } : page, true);
  });

  // Picture of a page for sites where it is shared: its title and first words, as a visitor reads them.
  app.get<{ Querystring: { page?: string } }>("/card.png", { config: rates.exports }, async (request, reply) => {
    const address = knownAddress(String(request.query.page).slice(0, 2000));
    const page = /^\/(?!\/)/.test(address)
      ? await cache(address, (now) => make(request, address, undefined, now))
      : null;
    // The code that draws letters takes a while to load, and no start waits for it.
    const { cardOf, cardPng } = await import("./card.ts");
    const card = page?.status === 200 ? cardOf(page.html.toString()) : null;
    if (!card) return reply.code(404).send({ error: "Not there." });
    if (isKnown(request, reply, JSON.stringify(card))) return reply.code(304).send();
    return reply.type("image/png").send(cardPng(card));
  });

  return async (request: FastifyRequest, reply: FastifyReply) => {
    const { url, viewer } = request;
    const address = viewer.id ? url : knownAddress(url);
    const remake = (now?: States) => make(request, address, undefined, now);
    const page = await (viewer.id || config.dev ? remake() : cache(address, remake, hasJustWritten(request)));
    return send(request, reply, page, viewer.id !== null);
  };
}
