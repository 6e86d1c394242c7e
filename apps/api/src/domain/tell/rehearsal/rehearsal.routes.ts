import type { ErrorCode } from "@cahier/schema/errors";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { DataSource } from "typeorm";
import { openSealed } from "../../../platform/data/sealed.ts";
import { takeForms } from "../../../platform/server/forms.ts";
import { rates } from "../../../platform/server/guards.ts";
import { createHttp, type Server } from "../../../platform/server/http.ts";
import { cookieEnd, knownIn, sessionCookie, viewerFrom } from "../../../platform/server/session.ts";
import { isId } from "../../../platform/text/text.ts";
import { type WorkingGroup, WorkingGroups } from "../../ground/group/group.entity.ts";
import { groupPolicy } from "../../ground/group/group.policy.ts";
import { seatPerson } from "./copy.writes.ts";
import { deviceScript, dressedAs, overPage, sheet } from "./rehearsal.pages.ts";
import { rehearsalGoingOn, schemaOf } from "./rehearsal.queries.ts";

/** The group that a browser rehearses, as its pages and its forms say it. */
const cookie = `${sessionCookie.prefix}rehearsal`;

/** Addresses that are those of the site in a rehearsal too: who one is, files of the pages, the door of the rehearsal. */
const outside = /^\/(?:auth|demo|assets|rehearsal|healthz|readyz|worker\.js|robots\.txt|\.well-known)\b/;

/** Rehearsals that this process serves at a time; one more closes the one that was asked for the longest ago. */
const most = 8;

/** A rehearsal, served: the same server once more, on sealed tables. */
interface Stage {
  app: FastifyInstance;
  database: DataSource;
}

/** Door of the rehearsals: whoever entered one is answered by it, and by nothing else, until they leave. */
export function rehearsalRoutes(app: FastifyInstance, server: Server) {
  // A rehearsal has no rehearsal.
  if (server.dress) return;
  const { database, config } = server;
  const stages = new Map<string, Promise<Stage>>();

  app.get("/rehearsal/banner.css", async (_, reply) => reply.type("text/css; charset=utf-8").send(sheet));
  app.get("/rehearsal/device.js", async (_, reply) => reply.type("text/javascript; charset=utf-8").send(deviceScript));

  takeForms(app, (posts) => {
    posts.post("/rehearsal/enter", { config: rates.posts }, async (request, reply) => {
      const slug = (request.body as URLSearchParams).get("group") ?? "";
      const viewer = await viewerFrom(database, request.headers.cookie);
      const group = await database.manager.findOneBy(WorkingGroups, { slug: slug.replaceAll("\0", "") });
      if (!group || !viewer.id || !groupPolicy.rehearse(viewer, group)) return reply.redirect("/sign-in", 303);
      if (!(await rehearsalGoingOn(database.manager, group.id))) return reply.redirect(`/groups/${slug}`, 303);
      await seatPerson(database.manager, schemaOf(group.id), viewer.id);
      void reply.header("set-cookie", `${cookie}=${group.id}; HttpOnly${cookieEnd()}`);
      return reply.redirect(`/groups/${group.slug}`, 303);
    });
    posts.post("/rehearsal/leave", { config: rates.posts }, async (request, reply) => {
      const group = await groupAt(database, cookieIn(request));
      void reply.header("set-cookie", forgotten);
      return reply.redirect(group?.preparing ? `/groups/${group.slug}/launch/open` : "/", 303);
    });
  });

  app.addHook("onRequest", async (request, reply) => {
    const id = askedIn(request);
    if (!id || outside.test(request.url) || (config.dev && isModule(request))) return;
    const group = await groupAt(database, id);
    if (!group?.preparing || !(await rehearsalGoingOn(database.manager, id))) {
      await close(stages, id);
      await sendOver(request, reply, group);
      return;
    }
    const viewer = await viewerFrom(database, request.headers.cookie);
    if (!groupPolicy.rehearse(viewer, group)) {
      await sendAway(request, reply, viewer.id !== null);
      return;
    }
    const stage = await stageOf(group);
    reply.hijack();
    stage.app.routing(request.raw, reply.raw);
  });

  app.addHook("onClose", async () => {
    for (const id of stages.keys()) await close(stages, id);
  });

  function stageOf(group: WorkingGroup): Promise<Stage> {
    const stage = stages.get(group.id) ?? open(group);
    stages.delete(group.id);
    stages.set(group.id, stage);
    stage.catch(() => stages.delete(group.id));
    const [oldest] = stages.keys();
    if (stages.size > most) void close(stages, oldest!);
    return stage;
  }

  async function open(group: WorkingGroup): Promise<Stage> {
    const sealed = await openSealed(database, schemaOf(group.id));
    knownIn(sealed, database);
    const within = await createHttp({ ...server, database: sealed, replica: null, dress: dressedAs(group) });
    await within.ready();
    return { app: within, database: sealed };
  }
}

async function close(stages: Map<string, Promise<Stage>>, id: string) {
  const stage = await stages.get(id)?.catch(() => null);
  stages.delete(id);
  await stage?.app.close();
  if (stage?.database.isInitialized) await stage.database.destroy();
}

const forgotten = `${cookie}=; Max-Age=0; HttpOnly${cookieEnd()}`;

const groupAt = async ({ manager }: DataSource, id: string | null) =>
  id ? manager.findOneBy(WorkingGroups, { id }) : null;

function cookieIn({ headers }: FastifyRequest): string | null {
  const value = headers.cookie?.split("; ").find((each) => each.startsWith(`${cookie}=`));
  const id = value?.slice(cookie.length + 1) ?? "";
  return isId(id) ? id.toLowerCase() : null;
}

/**
 * The rehearsal that a request is for. What a page asks of GraphQL says so in its address, as the page was made: an
 * answer begun in a rehearsal never reaches the site, nor the other way round.
 */
function askedIn(request: FastifyRequest): string | null {
  if (!request.url.startsWith("/graphql")) return cookieIn(request);
  const id = new URLSearchParams(request.url.split("?")[1]).get("rehearsal") ?? "";
  return isId(id) ? id.toLowerCase() : null;
}

/** A module of the sources, which the development server hands out. */
const isModule = ({ method, headers }: FastifyRequest) => method === "GET" && !headers.accept?.includes("text/html");

const asError = (id: string, code: ErrorCode, message: string) => ({
  errors: [{ message, extensions: { code, requestId: id } }],
});

/** Says that a rehearsal is over: nothing of it goes on to the site by itself. */
function sendOver({ url, id, headers }: FastifyRequest, reply: FastifyReply, group: WorkingGroup | null) {
  const message = "This rehearsal is over.";
  if (url.startsWith("/graphql")) return reply.send(asError(id, "REHEARSAL_OVER", message));
  void reply.header("cache-control", "private, no-store");
  if (!headers.accept?.includes("text/html")) return reply.code(410).send({ error: message, requestId: id });
  const { html, policy } = overPage(url, group);
  // Left by the page that says so alone: what a page asks beside, as it does to hear of changes, tells nobody.
  return reply
    .header("set-cookie", forgotten)
    .code(410)
    .header("content-security-policy", policy)
    .type("text/html; charset=utf-8")
    .send(html);
}

/** Answers whoever is not of the team, or is signed in no longer. */
function sendAway({ url, id, headers }: FastifyRequest, reply: FastifyReply, isSignedIn: boolean) {
  const code = isSignedIn ? "FORBIDDEN" : "UNAUTHENTICATED";
  if (url.startsWith("/graphql")) return reply.send(asError(id, code, "This is not yours to read."));
  if (isSignedIn) void reply.header("set-cookie", forgotten);
  if (headers.accept?.includes("text/html")) return reply.redirect("/sign-in", 303);
  return reply.code(isSignedIn ? 403 : 401).send({ error: "This is not yours to read.", requestId: id });
}
