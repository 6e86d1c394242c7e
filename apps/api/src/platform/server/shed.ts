import { performance } from "node:perf_hooks";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { sendUnavailable } from "./unavailablePage.ts";
import { retryAfter } from "./unavailable.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Answered at once where the site is not overrun: its time tells how much can be worked on together. */
    quick?: boolean;
  }
}

/**
 * Requests worked on at a time, at most. One more is refused before anything is done for it: those before it are still
 * answered soon, and whoever is refused comes back. A whole meeting that opens a page together is far below.
 */
export const mostAtOnce = { requests: 800, pages: 40 };

/** Costs nothing, or tells whether the process lives: busy is not dead. */
const spared = /^\/(?:healthz|readyz|assets\/)/;

/** Milliseconds: answers later than `soon` shrink the room, looked at each `every`; a process later than `lag` refuses. */
const pace = { soon: 500, every: 500, lag: 2000 };

/** Let in however late answers are: fewer than a crowd are some who take their time, or a machine that is busy. */
const least = 48;

/** Requests seen since the room was last computed. */
export interface Seen {
  room: number;
  working: number;
  /** Milliseconds that each of those answered took. */
  times: readonly number[];
  /** Seconds since then. */
  seconds: number;
}

/**
 * Number of requests worked on at a time. By Little's law a system holds as many as leave it each second, times the
 * seconds that each stays. Once answers are late, as many are let in as can leave it within the time an answer may take;
 * until then, a few more than before. Pure.
 */
export function roomFor({ room, working, times, seconds }: Seen, most: number): number {
  const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  const rate = times.length / seconds;
  const soon = pace.soon / 1000;
  const isLate = working > least && (median > pace.soon || working > rate * soon);
  return Math.min(most, Math.max(least, Math.round(isLate ? rate * soon : room * 1.25 + 1)));
}

export function shed(app: FastifyInstance, most = mostAtOnce.requests) {
  const working = new Set<FastifyRequest>();
  const begun = new WeakMap<FastifyRequest, number>();
  let room = most;
  let times: number[] = [];
  let looked = performance.now();
  const lag = lagOf(app);

  app.addHook("onRequest", (request, reply, done) => {
    if (spared.test(request.url)) return done();
    if (working.size >= room || (working.size >= least && lag() > pace.lag)) return refuse(request, reply);
    working.add(request);
    // A request cut while it was being received takes no room; one received whole is worked on, even if its sender hangs up.
    request.raw.once("close", () => request.raw.complete || working.delete(request));
    return done();
  });
  // From here it is ours: a body that comes slowly says nothing of the site.
  app.addHook("preValidation", (request, _, done) => {
    begun.set(request, performance.now());
    done();
  });
  app.addHook("onSend", (request, _, payload, done) => {
    const at = performance.now();
    const since = begun.get(request);
    if (request.routeOptions.config.quick && since !== undefined) times.push(at - since);
    if (at - looked > pace.every) {
      const seconds = (at - looked) / 1000;
      if (times.length > 0) room = roomFor({ room, working: working.size, times, seconds }, most);
      [times, looked] = [[], at];
    }
    working.delete(request);
    done(null, payload);
  });
}

/** Lateness of the event loop in milliseconds, the lesser of two readings: one long task is no crowd. */
function lagOf(app: FastifyInstance) {
  const step = 100;
  let due = performance.now() + step;
  let [before, last] = [0, 0];
  const timer = setInterval(() => {
    const now = performance.now();
    [before, last, due] = [last, Math.max(0, now - due), now + step];
  }, step).unref();
  app.addHook("onClose", async () => clearInterval(timer));
  return () => Math.min(before, last);
}

const refuse = ({ headers, id }: FastifyRequest, reply: FastifyReply) =>
  headers.accept?.includes("text/html")
    ? sendUnavailable(reply)
    : reply.code(503).header("retry-after", retryAfter).send({ error: "Not now.", requestId: id });
