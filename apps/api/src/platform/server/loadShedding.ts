import { performance } from "node:perf_hooks";
import fastq, { type done as Done } from "fastq";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { sendUnavailable } from "./unavailablePage.ts";
import { retryAfter } from "./unavailable.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Quick where the site is not overloaded: it waits for its turn, and how long it takes tells how many may be in flight. */
    quick?: boolean;
  }
}

/**
 * Requests in flight at most. One more is refused before anything is done for it: those before it are still answered soon,
 * and whoever is refused comes back. A whole meeting that opens a page together is far below.
 */
export const maxInFlight = { requests: 800, pages: 40 };

/**
 * Quick requests worked on at a time; those behind wait for their turn, in order. All at once, one that asks the database
 * four times would stand in line four times, and take thrice as long as the others.
 */
export const maxWorking = 16;

/** Never refused: it costs nothing, or tells whether the process lives. */
const exempt = /^\/(?:healthz|readyz|assets\/)/;

/** Milliseconds: slower answers than `soon` lower the limit, computed each `every`; an event loop later than `lag` refuses. */
const thresholds = { soon: 500, every: 250, lag: 2000 };

/** Let in however slow answers are: so few are no crowd, but slow clients or a busy machine. */
const minInFlight = 48;

/** Requests seen since the limit was last computed. */
export interface LoadSample {
  limit: number;
  inFlight: number;
  /** Milliseconds that each answered request took. */
  times: readonly number[];
  /** Seconds since then. */
  seconds: number;
}

/**
 * Limit of requests in flight. By Little's law a system holds as many as leave it each second, times the seconds that each
 * stays. Once answers are late, as many are let in as can be answered in time; until then, a few more than before. Pure.
 */
export function inFlightLimit({ limit, inFlight, times, seconds }: LoadSample, most: number): number {
  const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  const rate = times.length / seconds;
  const soon = thresholds.soon / 1000;
  const isLate = inFlight > minInFlight && (median > thresholds.soon || inFlight > rate * soon);
  return Math.min(most, Math.max(minInFlight, Math.round(isLate ? rate * soon : limit * 1.25 + 1)));
}

/** Refuses with 503 the requests past the limit, which follows how long quick answers take. */
export function shedLoad(app: FastifyInstance, most = maxInFlight.requests) {
  const inFlight = new Set<FastifyRequest>();
  const begun = new WeakMap<FastifyRequest, number>();
  const turns = fastq((work: (end: Done) => void, end) => work(end), maxWorking);
  const ends = new WeakMap<FastifyRequest, Done>();
  let limit = most;
  let times: number[] = [];
  let looked = performance.now();
  const lag = lagOf(app);

  app.addHook("onRequest", (request, reply, done) => {
    if (exempt.test(request.url)) return done();
    if (inFlight.size >= limit || (inFlight.size >= minInFlight && lag() > thresholds.lag))
      return refuse(request, reply);
    // Nobody was there: neither an idle hour nor a crowd that has gone says how fast this one is answered.
    if (inFlight.size === 0) [limit, times, looked] = [most, [], performance.now()];
    inFlight.add(request);
    // A request cut while it was received is not in flight, nor one that another server answers in our place; one received
    // whole is worked on, even if its sender hangs up.
    reply.raw.once("close", () => (request.raw.complete && !reply.sent) || inFlight.delete(request));
    return done();
  });
  // Timed from here: a body that comes slowly says nothing of the site.
  app.addHook("preValidation", (request, _, done) => {
    begun.set(request, performance.now());
    if (!request.routeOptions.config.quick) return done();
    turns.push((end) => {
      ends.set(request, end);
      done();
    });
  });
  app.addHook("onSend", (request, _, payload, done) => {
    const at = performance.now();
    const since = begun.get(request);
    if (request.routeOptions.config.quick && since !== undefined) times.push(at - since);
    if (at - looked > thresholds.every) {
      const seconds = (at - looked) / 1000;
      if (times.length > 0) limit = inFlightLimit({ limit, inFlight: inFlight.size, times, seconds }, most);
      [times, looked] = [[], at];
    }
    inFlight.delete(request);
    ends.get(request)?.(null);
    ends.delete(request);
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
