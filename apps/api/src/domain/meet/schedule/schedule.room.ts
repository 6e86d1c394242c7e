import { dayOf } from "../../../platform/day.ts";
import type { Transaction } from "../../../platform/context.ts";
import { room } from "../../../platform/room.ts";
import { Meetings } from "../meeting/meeting.entity.ts";
import { nameHolidays } from "./holiday.names.ts";
import { drawAgain, drawFirst, refuseWithoutEnd } from "./launch.ts";
import { Holidays, Milestones, Schedules } from "./schedule.entity.ts";
import { calendarRoutes } from "./schedule.routes.ts";
import { scheduleResolvers } from "./schedule.resolvers.ts";
import { followMeeting, tieMeeting } from "./schedule.writes.ts";

const meetingOf = async ({ db }: Transaction, id: string) => {
  const meeting = await db.findOneByOrFail(Meetings, { id });
  return { ...meeting, day: dayOf(meeting.startsAt) };
};

export const scheduleRoom = room({
  tables: [Milestones, Schedules, Holidays],
  resolvers: [scheduleResolvers],
  routes: [calendarRoutes],
  hears: {
    "instance.edited": nameHolidays,
    "group.created": drawFirst,
    "group.opened": refuseWithoutEnd,
    "objective.created": drawAgain,
    "objective.moved": drawAgain,
    "objective.worded": drawAgain,
    "objective.withdrawn": drawAgain,
    "objective.restored": drawAgain,
    "meeting.announced": async (tx, id) => tieMeeting(tx.db, await meetingOf(tx, id)),
    "meeting.moved": async (tx, id, { reason }) =>
      followMeeting(tx.db, { ...(await meetingOf(tx, id)), reason: String(reason) }),
  },
});
