import { addDays, weekdayOf } from "@cahier/schema/calendar/days";
import { drawBack, leastWeeks, spacingOf, weeksTooEarly } from "@cahier/schema/calendar/draw";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { Objectives, type WorkingGroup, WorkingGroups } from "../../ground/group/group.entity.ts";
import { objectivesAtWork } from "../../ground/group/launch.writes.ts";
import { writeDrawn } from "./drawn.writes.ts";
import { Holidays, Milestones } from "./schedule.entity.ts";
import { finalOf } from "./schedule.queries.ts";
import { scheduleToWrite } from "./schedule.writes.ts";

/** Weeks between two meetings of a new group: one objective alone is short. */
const usualWeeks = (objectives: number) => (objectives > 1 ? 5 : leastWeeks);

/** Draws the first calendar of a group: its last day is a Wednesday, late enough for a preparation of two weeks. */
export async function drawFirst(tx: Transaction, groupId: string, { fromId }: Record<string, unknown>) {
  const group = await tx.db.findOneByOrFail(WorkingGroups, { id: groupId });
  const count = Math.max(1, (await objectivesAtWork(tx.db, groupId)).length);
  const weeks = (typeof fromId === "string" ? await spacingIn(tx, fromId) : null) ?? usualWeeks(count);
  const day = addDays(dayOf(tx.now), 7 * (weeks * count + 2));
  await draw(tx, group, addDays(day, (3 - weekdayOf(day) + 7) % 7), weeks);
}

/** Draws the calendar of a group in preparation again, as its objectives change; an open group keeps its own. */
export async function drawAgain(tx: Transaction, objectiveId: string) {
  const { groupId } = await tx.db.findOneByOrFail(Objectives, { id: objectiveId });
  const group = await tx.db.findOneByOrFail(WorkingGroups, { id: groupId });
  if (!group.preparing) return;
  const { milestones } = await scheduleToWrite(tx, group.slug);
  if (milestones.some(({ doneOn, cancelledReason, meetingId }) => doneOn || cancelledReason || meetingId)) return;
  const final = finalOf(milestones);
  if (final) await draw(tx, group, final.startsOn, spacingOf(milestones, final.startsOn));
}

/** Weeks between the meetings of a group that another one is copied from; null where none were drawn. */
async function spacingIn({ db }: Transaction, groupId: string): Promise<number | null> {
  const milestones = await db.find(Milestones, { where: { groupId }, order: { startsOn: "ASC", position: "ASC" } });
  const final = finalOf(milestones);
  return final ? spacingOf(milestones, final.startsOn) : null;
}

/** Draws back from a day, or from the first one after it that leaves the time. */
async function draw(tx: Transaction, group: WorkingGroup, lastDay: string, weeks: number) {
  const { db, now, record } = tx;
  const objectives = await objectivesAtWork(db, group.id);
  const asked = { weeks, objectives: Math.max(1, objectives.length), periods: await db.find(Holidays) };
  let day = lastDay;
  let drawn = drawBack({ ...asked, lastDay: day });
  for (let late = 1; late > 0;) {
    late = weeksTooEarly(drawn, dayOf(now));
    if (late === 0) break;
    day = addDays(day, 7 * late);
    drawn = drawBack({ ...asked, lastDay: day });
  }
  await writeDrawn(tx, await scheduleToWrite(tx, group.slug), drawn, objectives);
  await record("schedule.drawn", group.id, { lastDay: day, weeks });
}

/** A group opens with a day on which it will present its proposals. */
export async function refuseWithoutEnd(tx: Transaction, groupId: string) {
  const { slug } = await tx.db.findOneByOrFail(WorkingGroups, { id: groupId });
  const final = finalOf((await scheduleToWrite(tx, slug)).milestones);
  if (!final) throw new Refusal("REQUIRED", "finalOn");
  if (final.startsOn <= dayOf(tx.now)) throw new Refusal("IN_THE_PAST", "finalOn");
}
