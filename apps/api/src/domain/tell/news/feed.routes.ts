import { m } from "@cahier/schema/messages";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { EntityManager } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { stateOf } from "../../../platform/data/state.ts";
import { isKnown, languageOf, refuse, served } from "../../../platform/files/answer.ts";
import { organiserOf, softwareName } from "../../../platform/organiser.ts";
import type { Server } from "../../../platform/server/http.ts";
import { subjectOf } from "../watch/subject.queries.ts";
import { atomOf, type Feed } from "./feed.ts";
import { listed, type Listed, newsOfAll, newsOfList, newsOfSubject } from "./news.queries.ts";

/** Feed that an address asks for. */
interface Asked {
  slug: string;
  filters: Record<string, unknown>;
  language: Language;
}
type Found = Pick<Feed, "titles" | "path" | "filter" | "news"> | null;
type Find = (manager: EntityManager, now: Date, asked: Asked) => Promise<Found>;
type Kind = Parameters<typeof subjectOf>[1];

/** Entries of a feed. */
const most = 50;

const tables = {
  GROUP: "working_group",
  OBJECTIVE: "objective",
  TERRITORY: "territory",
  PROPOSAL: "proposal",
  MEETING: "meeting",
  OFFICE: "interlocutor",
} satisfies Record<Kind, string>;

/** Each list: as it is called at the head of its page, and the filters of its page that name a thing. */
const lists: Record<Listed, { name: typeof m.proposal_title; filters: Record<string, Kind> }> = {
  documents: { name: m.document_title, filters: { group: "GROUP" } },
  handovers: { name: m.handover_title, filters: { territory: "TERRITORY", proposal: "PROPOSAL" } },
  meetings: { name: m.meeting_title, filters: { objective: "OBJECTIVE", territory: "TERRITORY" } },
  proposals: { name: m.proposal_title, filters: {} },
  questionnaires: { name: m.team_questionnaires, filters: {} },
  syntheses: { name: m.synthesis_row_go, filters: {} },
};

async function subjectCalled(db: EntityManager, kind: Kind, slug: string) {
  const called = slug.replaceAll("\0", "");
  const [row] = await db.query<{ id: string }[]>(`select id from "${tables[kind]}" where slug = $1`, [called]);
  return row ? subjectOf(db, kind, row.id) : null;
}

const moved = (language: Language) => m.news_title({}, { locale: language });

/** The feed of a thing that may be followed, by the slug of its page. */
const ofSubject =
  (kind: Kind): Find =>
  async (db, now, { slug, language }) => {
    const subject = await subjectCalled(db, kind, slug);
    if (!subject) return null;
    const { title, path, id } = subject;
    return { titles: [moved(language), title], path, news: await newsOfSubject(db, now, id, most) };
  };

/** The feed of a list: of what concerns all that its address names, as its page does. */
const ofList =
  (list: Listed): Find =>
  async (db, now, { filters, language }) => {
    const asked = Object.entries(lists[list].filters).flatMap(([name, kind]) => {
      const slug = filters[name];
      return typeof slug === "string" && slug ? [{ name, kind, slug }] : [];
    });
    const subjects = await Promise.all(asked.map(({ kind, slug }) => subjectCalled(db, kind, slug)));
    const known = subjects.filter((subject) => subject !== null);
    if (known.length < asked.length) return null;
    const ids = known.map(({ id }) => id);
    return {
      titles: [lists[list].name({}, { locale: language }), ...known.map(({ title }) => title)],
      path: `/${list}`,
      filter: new URLSearchParams(Object.fromEntries(asked.map(({ name, slug }) => [name, slug]))).toString(),
      news: await newsOfList(db, now, list, ids, most),
    };
  };

const ofAll: Find = async (db, now, { language }) => ({
  titles: [moved(language)],
  path: "/",
  news: await newsOfAll(db, now, most),
});

/** Atom feeds of what moved: of the site, of each list, and of each thing that may be followed. */
export function feedRoutes(app: FastifyInstance, { database: { manager: db }, config: { origin } }: Server) {
  const serve = (find: Find) => async (request: FastifyRequest<{ Params: { slug?: string } }>, reply: FastifyReply) => {
    const language = languageOf(request);
    const now = new Date();
    const state = await stateOf(db);
    const filters = request.query as Asked["filters"];
    const found = await find(db, now, { slug: request.params.slug ?? "", filters, language });
    if (!found) return refuse(reply, 404, language);
    // States of time change by themselves: a feed is not kept longer than an hour.
    const hour = String(Math.floor(now.getTime() / 3_600_000));
    if (isKnown(request, reply, "atom", request.url, language, state, hour)) return reply.code(304).send();
    const site = (await organiserOf(db)).site ?? softwareName;
    const feed = atomOf({ ...found, site, origin, language, now });
    return reply.type("application/atom+xml; charset=utf-8").send(feed);
  };
  app.get("/news.atom", served, serve(ofAll));
  for (const list of Object.keys(listed) as Listed[]) app.get(`/${list}/news.atom`, served, serve(ofList(list)));
  app.get("/groups/:slug/news.atom", served, serve(ofSubject("GROUP")));
  app.get("/objectives/:slug/news.atom", served, serve(ofSubject("OBJECTIVE")));
  app.get("/territories/:slug/news.atom", served, serve(ofSubject("TERRITORY")));
  app.get("/proposals/:slug/news.atom", served, serve(ofSubject("PROPOSAL")));
  app.get("/meetings/:slug/news.atom", served, serve(ofSubject("MEETING")));
  app.get("/interlocutors/:slug/news.atom", served, serve(ofSubject("OFFICE")));
}
