import { periodsOn, publicHolidayOn } from "@cahier/schema/calendar/busy";
import { addDays } from "@cahier/schema/calendar/days";
import { drawBack, leastWeeks, mostObjectives, mostWeeks, weeksTooEarly } from "@cahier/schema/calendar/draw";
import { type Move, rearrange, shiftAll } from "@cahier/schema/calendar/move";
import { limits, mostMilestones } from "@cahier/schema/limits";
import type { EntityManager } from "typeorm";
import type { DrawScheduleInput, MoveScheduleInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { type ProblemFound, Refusal, refuseStale } from "../../../platform/refusal.ts";
import { neededText } from "../../../platform/text/text.ts";
import { objectivesAtWork } from "../../ground/group/launch.writes.ts";
import { moveMeeting } from "../meeting/meeting.writes.ts";
import { isDrawn, writeDrawn } from "./drawn.writes.ts";
import { Holidays, type Milestone, type MilestoneMove, Milestones } from "./schedule.entity.ts";
import { stepOf } from "./schedule.queries.ts";
import { countSave, dayIn, dayInWords, type OpenSchedule, scheduleToWrite } from "./schedule.writes.ts";

/** Days that a calendar may move at once, at most. */
const mostDays = 3660;

/** Draws a calendar back from its last day, in the place of one of which nothing has begun. */
export async function drawSchedule(tx: Transaction, input: DrawScheduleInput) {
  const { db, record, now } = tx;
  const schedule = await scheduleToWrite(tx, input.group);
  const { group, milestones } = schedule;
  const objectives = await objectivesAtWork(db, group.id);
  const asked = drawingOf(input, objectives.length, dayOf(now));
  const drawn = drawBack({ ...asked, periods: await db.find(Holidays) });
  // A second press finds it drawn so.
  if (isDrawn(milestones, drawn, dayOf(now))) return { group };
  refuseStale(schedule, input.version, { current: schedule.group });
  if (milestones.some((it) => it.doneOn || it.cancelledReason || it.meetingId || it.startsOn < dayOf(now)))
    throw new Refusal("NOT_NOW", "lastDay");
  const weeks = weeksTooEarly(drawn, dayOf(now));
  if (weeks > 0) throw new Refusal("TOO_CLOSE", "lastDay", dayInWords(addDays(asked.lastDay, 7 * weeks)));
  await writeDrawn(tx, schedule, drawn, objectives);
  await record("schedule.drawn", group.id, { lastDay: asked.lastDay, weeks: asked.weeks });
  return { group };
}

/** Demand made of a calendar, each part read at its field. */
function drawingOf(input: DrawScheduleInput, known: number, today: string) {
  const problems: ProblemFound[] = [];
  const range = (value: number, field: string, least: number, most: number) => {
    if (value < least || value > most) problems.push({ code: "OUT_OF_RANGE", field, value: `${least}–${most}` });
  };
  const { weeks, weekday } = input;
  const objectives = input.objectives ?? (known || 1);
  const lastDay = dayIn(input.lastDay, "lastDay", problems);
  if (problems.length === 0 && lastDay <= today) problems.push({ code: "IN_THE_PAST", field: "lastDay" });
  range(weeks, "weeks", leastWeeks, mostWeeks);
  range(objectives, "objectives", 1, mostObjectives);
  if (weekday != null) range(weekday, "weekday", 1, 7);
  const kept: Record<number, string> = {};
  for (const [at, { meeting, day }] of (input.kept ?? []).slice(0, mostObjectives).entries())
    kept[meeting] = dayIn(day, `kept.${at}.day`, problems);
  if (problems.length > 0) throw new Refusal(problems);
  return { lastDay, weeks, objectives, weekday: weekday ?? undefined, kept };
}

/** Moves some steps with all that they bring about, or all that is to come; a preview says it and saves nothing. */
export async function moveSchedule(tx: Transaction, input: MoveScheduleInput) {
  const { db, record, now } = tx;
  const schedule = await scheduleToWrite(tx, input.group);
  const { group, milestones } = schedule;
  if (input.days && !input.preview && (await isShifted(tx, schedule, input))) return { group, moves: [] };
  const moves = movesOf(schedule, input, dayOf(now));
  const told = await movesTold(db, milestones, moves);
  // A second press finds it done.
  if (input.moves?.length && moves.length === 0) return { group, moves: [] };
  if (input.preview) {
    refuseStale(schedule, input.version, { current: schedule.group });
    return { group, moves: told };
  }
  const reason = neededText(input.reason ?? "", "reason", limits["milestone.reason"]);
  refuseStale(schedule, input.version, { current: schedule.group });
  const places = new Map(milestones.map((it) => [it.id, it]));
  for (const { id, startsOn, endsOn } of moves) {
    await db.update(Milestones, id, { startsOn, endsOn, movedReason: reason });
  }
  await countSave(db, schedule);
  await record("schedule.moved", group.id, {
    reason,
    ...(input.days && { days: input.days }),
    moves: moves.map(({ id, startsOn, endsOn }) => ({
      id,
      from: [places.get(id)!.startsOn, places.get(id)!.endsOn],
      to: [startsOn, endsOn],
    })),
  });
  for (const { id, startsOn } of moves) {
    const { meetingId } = places.get(id)!;
    if (meetingId) await moveMeeting(tx, meetingId, startsOn, reason);
  }
  return { group, moves: told };
}

/** True if the last save is the same move of all that is to come, by the same person: a retry moves nothing further. */
async function isShifted(
  { db, viewer }: Transaction,
  { group, version }: OpenSchedule,
  { days, reason, ...input }: MoveScheduleInput,
) {
  if (version !== input.version + 1) return false;
  const [last] = await db.query<{ data: { days?: number; reason: string } }[]>(
    `select data from journal_entry where subject_type = 'schedule' and subject_id = $1 and event = 'schedule.moved'
       and actor_id = $2 order by recorded_at desc limit 1`,
    [group.id, viewer.id],
  );
  return last?.data.days === days && last?.data.reason === reason?.trim();
}

function movesOf({ milestones }: OpenSchedule, { moves: asked, days }: MoveScheduleInput, today: string): Move[] {
  const steps = milestones.map(stepOf);
  const problems: ProblemFound[] = [];
  if (!asked?.length && !days) throw new Refusal("REQUIRED", "days");
  if (Math.abs(days ?? 0) > mostDays) throw new Refusal("OUT_OF_RANGE", "days", `-${mostDays}–${mostDays}`);
  if ((asked?.length ?? 0) > mostMilestones) throw new Refusal("TOO_MANY_CHOICES", "moves", String(mostMilestones));
  const wanted = (asked ?? []).map(({ id, startsOn, endsOn }) => ({
    id: id.toLowerCase(),
    startsOn: dayIn(startsOn, "startsOn", problems),
    endsOn: dayIn(endsOn, "endsOn", problems),
  }));
  if (wanted.some(({ id }) => !steps.some((step) => step.id === id))) problems.push({ code: "GONE", field: "moves" });
  if (problems.length > 0) throw new Refusal(problems);
  const { moves, obstacle } = days ? shiftAll(steps, days, today) : rearrange(steps, wanted, today);
  if (obstacle) throw new Refusal(obstacle.code, obstacle.field, obstacle.value && dayInWords(obstacle.value));
  return moves;
}

/** The moves with what their first days fall on. */
async function movesTold(db: EntityManager, milestones: Milestone[], moves: Move[]): Promise<MilestoneMove[]> {
  const periods = await db.find(Holidays);
  return moves.map(({ id, startsOn, endsOn }) => ({
    milestone: milestones.find((it) => it.id === id)!,
    startsOn,
    endsOn,
    publicHoliday: publicHolidayOn(startsOn),
    holidays: [...new Set(periodsOn(startsOn, periods).map(({ name }) => name))],
  }));
}
