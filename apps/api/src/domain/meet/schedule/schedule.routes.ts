import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { EntityManager } from "typeorm";
import { stateOf } from "../../../platform/data/state.ts";
import { rowsOf } from "../../../platform/data/statement.ts";
import { isKnown, languageOf, refuse, send, served } from "../../../platform/files/answer.ts";
import type { Server } from "../../../platform/server/http.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { Meetings } from "../meeting/meeting.entity.ts";
import { announced } from "../meeting/meeting.sql.ts";
import { Milestones, Schedules } from "./schedule.entity.ts";
import { calendarFile, type Feed } from "./schedule.ics.ts";

type Found = Pick<Feed, "name" | "path" | "meetings" | "milestones" | "version">;

/** The most events of one calendar. */
const most = 500;

const meetingsWhere = (db: EntityManager, name: string, where: string, value: string) => {
  const tail = `where ${announced()} and ${where} order by it.starts_at desc, it.id limit ${most}`;
  return rowsOf(db, Meetings, name, tail, [value]);
};

/** The steps of a group and its meetings: a step that is a meeting stands once. */
async function ofGroup(db: EntityManager, slug: string): Promise<Found | null> {
  const group = await db.findOneBy(WorkingGroups, { slug, preparing: false });
  if (!group) return null;
  const order = { startsOn: "ASC", position: "ASC" } as const;
  const steps = await db.find(Milestones, { where: { groupId: group.id }, order, take: most });
  const version = (await db.findOneBy(Schedules, { groupId: group.id }))?.version ?? 0;
  const meetings = await meetingsWhere(db, "ics: group", "it.group_id = $1", group.id);
  const met = new Set(meetings.map(({ id }) => id));
  const milestones = steps.filter(({ meetingId }) => !meetingId || !met.has(meetingId));
  return { name: group.name, path: `/schedule?group=${slug}`, meetings, milestones, version };
}

async function ofTerritory(db: EntityManager, slug: string): Promise<Found | null> {
  const territory = await db.findOneBy(Territories, { slug });
  if (!territory) return null;
  const where = "(it.territory_id = $1 or it.region_id = $1)";
  const meetings = await meetingsWhere(db, "ics: territory", where, territory.id);
  return { name: territory.name, path: `/territories/${slug}`, meetings };
}

async function ofMeeting(db: EntityManager, slug: string): Promise<Found | null> {
  const meetings = await meetingsWhere(db, "ics: meeting", "it.slug = $1", slug);
  return meetings[0] ? { name: meetings[0].title, path: `/meetings/${slug}`, meetings } : null;
}

/** Calendars that other calendars follow: of a group, of a territory, of one meeting. The same for all. */
export function calendarRoutes(app: FastifyInstance, { database: { manager: db }, config: { origin } }: Server) {
  const serve =
    (find: (db: EntityManager, slug: string) => Promise<Found | null>) =>
    async (request: FastifyRequest<{ Params: { slug: string } }>, reply: FastifyReply) => {
      const language = languageOf(request);
      const { slug } = request.params;
      const state = await stateOf(db);
      const found = await find(db, slug.replaceAll("\0", ""));
      if (!found) return refuse(reply, 404, language);
      if (isKnown(request, reply, "ics", request.url, language, state)) return reply.code(304).send();
      const file = calendarFile({ ...found, origin, language, now: new Date() });
      return send(reply, request, file, "text/calendar; charset=utf-8", `${slug}.ics`);
    };
  app.get("/groups/:slug/calendar.ics", served, serve(ofGroup));
  app.get("/territories/:slug/calendar.ics", served, serve(ofTerritory));
  app.get("/meetings/:slug/meeting.ics", served, serve(ofMeeting));
}
