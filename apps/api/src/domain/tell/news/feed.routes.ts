import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { EntityManager } from "typeorm";
import { stateOf } from "../../../platform/data/state.ts";
import { isKnown, languageOf, refuse, served } from "../../../platform/files/answer.ts";
import { organiserOf, softwareName } from "../../../platform/organiser.ts";
import type { Server } from "../../../platform/server/http.ts";
import { subjectOf } from "../watch/subject.queries.ts";
import { atomOf, type Feed } from "./feed.ts";
import { listed, type Listed, newsOfAll, newsOfList, newsOfSubject } from "./news.queries.ts";

type Found = Pick<Feed, "title" | "path" | "news"> | null;
type Find = (manager: EntityManager, now: Date, slug: string) => Promise<Found>;

/** Entries of a feed. */
const most = 50;

const siteName = async (db: EntityManager) => (await organiserOf(db)).site ?? softwareName;

/** The feed of a thing that may be followed, by the slug of its page. */
const ofSubject =
  (kind: Parameters<typeof subjectOf>[1], table: string): Find =>
  async (db, now, slug) => {
    const [row] = await db.query<{ id: string }[]>(`select id from "${table}" where slug = $1`, [slug]);
    const subject = row && (await subjectOf(db, kind, row.id));
    if (!subject) return null;
    return { title: subject.title, path: subject.path, news: await newsOfSubject(db, now, subject.id, most) };
  };

/** Atom feeds of what moved: of the site, of each list, and of each thing that may be followed. */
export function feedRoutes(app: FastifyInstance, { database: { manager: db }, config: { origin } }: Server) {
  const serve = (find: Find) => async (request: FastifyRequest<{ Params: { slug?: string } }>, reply: FastifyReply) => {
    const language = languageOf(request);
    const now = new Date();
    const state = await stateOf(db);
    const found = await find(db, now, (request.params.slug ?? "").replaceAll("\0", ""));
    if (!found) return refuse(reply, 404, language);
    // States of time change by themselves: a feed is not kept longer than an hour.
    const hour = String(Math.floor(now.getTime() / 3_600_000));
    if (isKnown(request, reply, "atom", request.url, language, state, hour)) return reply.code(304).send();
    return reply.type("application/atom+xml; charset=utf-8").send(atomOf({ ...found, origin, language, now }));
  };
  app.get(
    "/news.atom",
    served,
    serve(async (manager, now) => ({
      title: await siteName(manager),
      path: "/",
      news: await newsOfAll(manager, now, most),
    })),
  );
  for (const list of Object.keys(listed) as Listed[])
    app.get(
      `/${list}/news.atom`,
      served,
      serve(async (manager, now) => ({
        title: await siteName(manager),
        path: `/${list}`,
        news: await newsOfList(manager, now, list, most),
      })),
    );
  app.get("/groups/:slug/news.atom", served, serve(ofSubject("GROUP", "working_group")));
  app.get("/objectives/:slug/news.atom", served, serve(ofSubject("OBJECTIVE", "objective")));
  app.get("/territories/:slug/news.atom", served, serve(ofSubject("TERRITORY", "territory")));
  app.get("/proposals/:slug/news.atom", served, serve(ofSubject("PROPOSAL", "proposal")));
  app.get("/meetings/:slug/news.atom", served, serve(ofSubject("MEETING", "meeting")));
  app.get("/interlocutors/:slug/news.atom", served, serve(ofSubject("OFFICE", "interlocutor")));
}
