import type { ApolloServer } from "@apollo/server";
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { DataSource } from "typeorm";
import { serveAssets } from "./assets.ts";
import { badValue } from "./badValue.ts";
import { compressAnswers } from "./compress.ts";
import { inTime } from "./deadline.ts";
import type { Config } from "../config.ts";
import { type Context, createContext } from "../context.ts";
import type { Reading, Replica } from "../data/replica.ts";
import { statesOf } from "../data/state.ts";
import { knowLanguage } from "../files/answer.ts";
import { listen } from "./listen.ts";
import { boundAnswers } from "./graphqlSizes.ts";
import { filledHeader } from "@cahier/schema/hiddenField";
import { inNameOfHeader } from "@cahier/schema/inNameOf";
import { deviceOf } from "./device.ts";
import { guard, rates } from "./guards.ts";
import { markWriters } from "./readYourWrites.ts";
import { announceClose, trackUnusedSockets } from "./gracefulShutdown.ts";
import { log, logger, shownPath } from "../log.ts";
import { limitRequestTime, requestTimeouts } from "./requestTimeout.ts";
import { isFirst, makeFirstPages } from "./firstPages.ts";
import { redirectOf } from "./redirects.ts";
import { pages } from "./pages.ts";
import { sendUnavailable } from "./unavailablePage.ts";
import { addressKey } from "./quota.ts";
import { securityTxt } from "./securityTxt.ts";
import { viewerFrom } from "./session.ts";
import { shedLoad } from "./loadShedding.ts";
import { letBodiesEnd } from "./unreadBody.ts";
import { isUnavailable, retryAfter } from "./unavailable.ts";
import { type Viewer, visitor } from "../viewer.ts";

declare module "fastify" {
  interface FastifyRequest {
    viewer: Viewer;
    /** Why it failed, in an outage. */
    trouble?: string;
    /** True once it was answered that nothing was done in time: what it writes is undone. */
    late?: boolean;
    /** The replica that this request reads, if any. */
    reading?: Reading | null;
  }
}

/** Parts of the server, and what its routes reach. */
export interface Server {
  graphql: ApolloServer<Context>;
  database: DataSource;
  /** A replica of it, where there is one. */
  replica?: Replica | null;
  config: Config;
  /** Most milliseconds that a request takes, if not those of the site. */
  deadline?: number;
  /** Routes of the rooms, beside GraphQL. */
  routes?: ((app: FastifyInstance, server: Server) => void)[];
  /** True if the pages are served too: not in tests of the API alone. */
  web?: boolean;
  /** Last change to each page, given by the server of a rehearsal, which shares this GraphQL on other tables. */
  dress?: (html: string) => string;
}

/** The server, not listening yet. */
export async function createHttp(server: Server) {
  const { graphql, database, config, routes = [], web = true } = server;
  const app = fastifyOf(config);
  endGone(app);
  if (!server.dress) {
    graphql.addPlugin(fastifyApolloDrainPlugin(app));
    await graphql.start();
    logRequests(app);
    if (config.metricsPort) await figuresOf(app, database, config.metricsPort);
  }
  trackUnusedSockets(app);
  limitRequestTime(app);
  shedLoad(app);
  await guard(app, database, config);
  letBodiesEnd(app);
  app.addHook("onSend", (_, reply, payload, done) => {
    announceClose(app, reply);
    done(null, payload);
  });
  markWriters(app);
  boundAnswers(app);
  compressAnswers(app);
  app.decorateRequest("viewer");
  app.setErrorHandler<FastifyError>(answerError);

  knowLanguage(app, database.manager);
  securityTxt(app, config, database);
  app.get("/healthz", async () => "ok");
  let made: Promise<void> | undefined;
  // Ready for a crowd: the database answers, and no page is made for the first time.
  app.get("/readyz", async () => {
    await database.query("select 1");
    if (web && !config.dev) await (made ??= makeFirstPages(app));
    return "ok";
  });
  answerGraphql(app, server);
  for (const register of routes) register(app, server);
  if (web) await servePages(app, server);
  return app;
}

const fastifyOf = (config: Config): FastifyInstance =>
  Fastify({
    // Requests are written once, when they end, by `logRequests`; Fastify itself only says what goes wrong.
    loggerInstance: logger.child({}, { level: "warn" }) as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 100_000,
    // A body is bounded by `limitRequestTime`, and the whole by this.
    requestTimeout: requestTimeouts.most,
    http: { maxHeaderSize: 16_384, headersTimeout: 8000, connectionsCheckingInterval: 1000 },
    forceCloseConnections: "idle",
    return503OnClosing: false,
    trustProxy: config.behindProxy ? (_address, hop) => hop === 0 : false,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 300 },
  });

/** Figures of the server, at a port of this machine alone. */
async function figuresOf(app: FastifyInstance, database: DataSource, port: number) {
  const { metricsOf, serveMetrics } = await import("./metrics.ts");
  const figures = await serveMetrics(metricsOf(app, database), { host: "127.0.0.1", port });
  app.addHook("onClose", async () => void figures.close());
}

const knowViewer = (database: DataSource) => ({
  preHandler: async (request: FastifyRequest) => {
    const viewer = await viewerFrom(database, request.headers.cookie);
    const { [inNameOfHeader]: named = viewer.id } = request.headers;
    request.viewer = named === viewer.id ? viewer : visitor;
  },
});

function answerGraphql(app: FastifyInstance, { graphql, database, replica, deadline }: Server) {
  const answer = fastifyApolloHandler(graphql, {
    context: async (request, reply) =>
      createContext(database, {
        viewer: request.viewer,
        requestId: request.id,
        address: addressKey(request.ip),
        device: deviceOf(request, reply),
        filled: filledHeader in request.headers,
        reading: request.reading,
        request,
      }),
  });
  /** Answers a query from the replica, and from the primary if the replica failed. A mutation goes to the primary. */
  async function answered(request: FastifyRequest, reply: FastifyReply) {
    if (replica && isRead(request.body)) request.reading = await replica.reading(await statesOf(database.manager));
    const first: unknown = await answer.call(app, request, reply);
    if (!request.reading?.failed) return first;
    request.reading = null;
    reply.removeHeader("retry-after");
    return answer.call(app, request, reply) as unknown;
  }
  app.route({
    url: "/graphql",
    method: "POST",
    config: { ...rates.graphql, quick: true },
    ...knowViewer(database),
    handler: (request, reply) => inTime(answered(request, reply), deadline, () => void (request.late = true)),
  });
}

/** Pages, and the files beside them. */
async function servePages(app: FastifyInstance, server: Server) {
  const { config, database } = server;
  app.addHook("onRequest", ({ method, url }, reply, done) => {
    const now = method === "GET" ? redirectOf(url) : null;
    return now ? reply.redirect(now, 301) : done();
  });
  if (!config.dev) await serveAssets(app);
  app.get("/robots.txt", async () => `${robots}Sitemap: ${config.origin}/sitemap.xml\n`);
  app.get("/icon.svg", async (_, reply) => reply.type("image/svg+xml").send(icon));
  const page = await pages(app, server);
  app.get("/*", { ...knowViewer(database), config: { quick: true } }, page);
}

/** True for a GraphQL body that only reads: it holds no mutation. */
function isRead(body: unknown) {
  const { query } = (body ?? {}) as { query?: unknown };
  return typeof query === "string" && !/\bmutation\b/.test(query);
}

const icon = readFileSync(new URL("../../../../web/src/ui/icon.svg", import.meta.url));

/** Paths closed to robots, in both languages: pages for one person, or lists without an end. */
const robots = [
  "User-agent: *",
  ...[
    "/*?draw=",
    "/follow/",
    "/my-data",
    "/proposals/follow/",
    "/initiatives/follow/",
    "/meetings/follow/",
    "/drafts/",
    "/office",
    "/mails/",
    "/watching",
    "/watch/confirm",
    "/invitations/",
    "/desk",
    "/reading",
    "/questionnaires/write",
    "/paper/",
    "/exports/",
    "/productions",
    "/sign-in",
    "/demo/",
  ].flatMap((path) => (path.startsWith("/*") ? [path] : [path, `/en${path}`]).map((it) => `Disallow: ${it}`)),
  "",
].join("\n");

/** The server, listening. */
export async function serve(server: Server) {
  const app = await createHttp(server);
  await listen(app, server.config.host, server.config.port);
  return app;
}

/** Answers an error raised before or beside a GraphQL answer. */
function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const { id, headers } = request;
  if (isUnavailable(error)) {
    request.trouble ??= error.message;
    if (headers.accept?.includes("text/html")) return sendUnavailable(reply);
    return reply.code(503).header("retry-after", retryAfter).send({ error: "Not now.", requestId: id });
  }
  const status = error.statusCode ?? 500;
  if (badValue(error)) return reply.code(400).send({ error: "Not a value we can read.", requestId: id });
  if (status < 500) return reply.code(status).send({ error: error.message, requestId: id });
  log.error("http", error, { id });
  return reply.code(500).send({ error: "Something went wrong here.", requestId: id });
}

/**
 * Ends the requests of whoever hung up before being heard: they have no address to count them by, and nobody to answer.
 * An address that was read once stays known, whatever becomes of the connection.
 */
function endGone(app: FastifyInstance) {
  app.addHook("onRequest", (request, _, done) => {
    if ((request.ip as string | undefined) === undefined) request.raw.destroy();
    else done();
  });
}

function logRequests(app: FastifyInstance) {
  app.addHook("onRequest", ({ id }, reply, done) => {
    void reply.header("x-request-id", id);
    done();
  });
  app.addHook("onResponse", (request, { statusCode, elapsedTime }, done) => {
    const { id, method, url, viewer, trouble } = request;
    if (isFirst(request)) return done();
    log.request({
      id,
      method,
      path: shownPath(url),
      status: statusCode,
      ms: Math.round(elapsedTime),
      signedIn: Boolean((viewer ?? visitor).id),
      trouble,
    });
    done();
  });
}
