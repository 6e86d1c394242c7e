/**
 * Tries are limited where there is a secret to guess: a sign-in link, a token. Signing in as a fictional person of the
 * demonstration has none, and is not limited: a whole room, behind one address, does it at once.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import helmet from "helmet";
import type { DataSource } from "typeorm";
import type { Config } from "../config.ts";
import { rateLimitStore } from "./rateLimitStore.ts";

/** Most requests from one address: a whole meeting may answer from behind one. */
export const rates = {
  /**
   * Floods are counted in each process, which they would harm. Counting them in the database would write at each request,
   * and end the pages kept between two writes (decision 0011).
   */
  graphql: { rateLimit: { max: 1800, timeWindow: 60_000, perProcess: true } },
  /** Parts of questionnaires, posted by browsers without scripts. */
  posts: { rateLimit: { max: 900, timeWindow: 60_000 } },
  /** Files of forms, read in memory. */
  forms: { rateLimit: { max: 120, timeWindow: 900_000 } },
  /** Scans of notebooks, by hundreds beside one table: for the team alone. */
  scans: { rateLimit: { max: 1200, timeWindow: 900_000 } },
  signIn: { rateLimit: { max: 60, timeWindow: 900_000 } },
  /** Nothing to guess: counted in each process, so that a browser forgets its session while the database is away. */
  signOut: { rateLimit: { max: 60, timeWindow: 900_000, perProcess: true } },
  exports: { rateLimit: { max: 60, timeWindow: 60_000 } },
};

/** The one page that may open the camera: sheets are typed in there, and it reads their codes. */
const mayFilm = /^(?:\/en)?\/paper\/[^/?]+(?:\?|$)/;

/** Security headers of every answer, as helmet says them: they are the same for each, and made once. */
function securityHeaders(isSecure: boolean): Record<string, string> {
  const headers: Record<string, string> = {};
  const reply = { setHeader: (name: string, value: string) => void (headers[name] = value), removeHeader: () => {} };
  const write = helmet({
    // Pages say their own; the rest is no page.
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: "same-origin" },
    strictTransportSecurity: isSecure && { maxAge: 31_536_000 },
    xFrameOptions: { action: "deny" },
  });
  write({} as IncomingMessage, reply as unknown as ServerResponse, (error) => {
    if (error) throw error;
  });
  return headers;
}

/** Limits of every request, checked before it is read, and security headers of every answer. */
export async function guard(
  app: FastifyInstance,
  database: DataSource,
  config: Pick<Config, "origin" | "originIsSet" | "host" | "port">,
) {
  await app.register(rateLimit, {
    global: false,
    store: rateLimitStore(database),
    // A household is given a /64 and changes within it at will.
    ipv6Subnet: 64,
    // Refused while the database is away: without counts, nothing limited can be done.
    skipOnError: false,
    addHeaders: { "x-ratelimit-limit": false, "x-ratelimit-remaining": false, "x-ratelimit-reset": false },
    addHeadersOnExceeding: { "x-ratelimit-limit": false, "x-ratelimit-remaining": false, "x-ratelimit-reset": false },
  });

  app.removeContentTypeParser("text/plain");
  const headers = securityHeaders(config.origin.startsWith("https:"));
  app.addHook("onRequest", (request, reply, done) => {
    const camera = mayFilm.test(request.url) ? "(self)" : "()";
    void reply
      .headers(headers)
      .header("permissions-policy", `camera=${camera}, geolocation=(), microphone=(), payment=(), usb=()`);
    if (request.method === "GET" || request.method === "HEAD") return done();
    const { origin, "sec-fetch-site": site, "content-encoding": encoding } = request.headers;
    if (site === "cross-site" || (origin !== undefined && !ours(origin, request.headers.host, config)))
      return reply.code(403).send({ error: "This site is not called from another one." });
    if (encoding !== undefined && encoding !== "identity")
      return reply.code(415).send({ error: "Send the body as it is." });
    return done();
  });
}

/** True if an origin is one of this site. */
export function ours(
  origin: string,
  host: string | undefined,
  config: Pick<Config, "origin" | "originIsSet" | "host" | "port">,
) {
  if (origin === config.origin) return true;
  if (config.originIsSet || !URL.canParse(origin)) return false;
  const { protocol, hostname, host: asked, port } = new URL(origin);
  if (protocol !== "http:") return false;
  const local = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  if (local) return (port || "80") === String(config.port);
  // Open to other machines without a configured address: whatever name they call it by, but the same for both.
  return config.host !== "127.0.0.1" && config.host !== "localhost" && config.host !== "::1" && asked === host;
}
