import { type Step, stateOf, waitingFor } from "@cahier/schema/calendar/move";
import { mostHolidays } from "@cahier/schema/limits";
import type { MilestoneState } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { grouped, keyed } from "../../../platform/data/batch.ts";
import { rowsOf } from "../../../platform/data/statement.ts";
import { dayOf } from "../../../platform/day.ts";
import { type Holiday, Holidays, type Milestone, Milestones, Schedules } from "./schedule.entity.ts";

/** The lines of the schedule of a group, in their order. */
export const milestonesOf = async ({ db, cached }: Context, groupId: string): Promise<Milestone[]> =>
  (await cached("schedule: milestones of groups", async (ids) => {
    const tail = "where it.group_id = any($1::uuid[]) order by it.starts_on, it.position";
    return grouped(await rowsOf(db, Milestones, "schedule: milestones of groups", tail, [ids]), (row) => row.groupId);
  })(groupId)) ?? [];

/** The step by which a group presents its proposals: the last one, should there be two. */
export const finalOf = (milestones: readonly Milestone[]): Milestone | undefined =>
  milestones.findLast(({ kind, cancelledReason }) => kind === "PRESENTATION" && cancelledReason === null);

/** Number of saves of the schedule of a group. */
export const scheduleVersionOf = async ({ db, batch }: Context, groupId: string): Promise<number> =>
  (
    await batch("schedule: versions", async (ids) => {
      const tail = "where it.group_id = any($1::uuid[])";
      return keyed(await rowsOf(db, Schedules, "schedule: versions", tail, [ids]), (row) => row.groupId);
    })(groupId)
  )?.version ?? 0;

/** The days on which few people come, by date. */
export const holidays = ({ db }: Context): Promise<Holiday[]> =>
  rowsOf(db, Holidays, "schedule: holidays", `order by it.starts_on, it.zone, it.id limit ${mostHolidays}`);

/** A line of a schedule, as it moves. */
export const stepOf = (it: Milestone): Step => ({
  id: it.id,
  kind: it.kind,
  objective: it.objectiveId,
  startsOn: it.startsOn,
  endsOn: it.endsOn,
  settled: it.doneOn !== null || it.cancelledReason !== null,
});

export const milestoneState = (it: Milestone, now: Date): MilestoneState =>
  stateOf({ ...it, cancelled: it.cancelledReason !== null }, dayOf(now));

/** The lines that wait for a late one. */
export async function heldUpBy(context: Context, it: Milestone): Promise<Milestone[]> {
  if (milestoneState(it, context.now) !== "LATE") return [];
  const all = await milestonesOf(context, it.groupId);
  const steps = all.map(stepOf);
  const late = steps.find(({ id }) => id === it.id);
  const waiting = late ? waitingFor(steps, late).map(({ id }) => id) : [];
  return all.filter(({ id }) => waiting.includes(id));
}
