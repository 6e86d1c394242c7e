import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { sendUnavailable } from "./unavailablePage.ts";
import { retryAfter } from "./unavailable.ts";

/**
 * Requests worked on at a time, at most. One more is refused before anything is done for it: those before it are still
 * answered soon, and whoever is refused comes back. A whole meeting that opens a page together is far below.
 */
export const mostAtOnce = { requests: 800, pages: 40 };

/** Costs nothing, or tells whether the process lives: busy is not dead. */
const spared = /^\/(?:healthz|readyz|assets\/)/;

export function shed(app: FastifyInstance, most = mostAtOnce.requests) {
  const working = new Set<FastifyRequest>();
  app.addHook("onRequest", async (request, reply) => {
    if (spared.test(request.url)) return undefined;
    if (working.size >= most) return refuse(request, reply);
    working.add(request);
    // What was not even received is not worked on; once it is, hanging up does not end the work.
    request.raw.once("close", () => request.raw.complete || working.delete(request));
    return undefined;
  });
  app.addHook("onSend", async (request) => void working.delete(request));
}

const refuse = ({ headers, id }: FastifyRequest, reply: FastifyReply) =>
  headers.accept?.includes("text/html")
    ? sendUnavailable(reply)
    : reply.code(503).header("retry-after", retryAfter).send({ error: "Not now.", requestId: id });
