import { isDay } from "@cahier/schema/calendar/days";
import { type EntityManager, IsNull } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, notFound, type ProblemFound } from "../../../platform/refusal.ts";
import { dayOf } from "../../../platform/day.ts";
import { isId } from "../../../platform/text/text.ts";
import { type WorkingGroup, WorkingGroups } from "../../ground/group/group.entity.ts";
import { type Milestone, Milestones, Schedules } from "./schedule.entity.ts";
import { schedulePolicy } from "./schedule.policy.ts";

/** A calendar that is about to be written: nobody else writes it until the end of the transaction. */
export interface OpenSchedule {
  group: WorkingGroup;
  version: number;
  milestones: Milestone[];
}

/** The calendar of a group, held, for those who keep it. */
export async function scheduleToWrite({ db, viewer }: Transaction, slug: string): Promise<OpenSchedule> {
  authorize(schedulePolicy.keepAny(viewer));
  const where = { slug: slug.replaceAll("\0", "") };
  const group = await db.findOne(WorkingGroups, { where, lock: { mode: "for_no_key_update" } });
  if (!group) throw notFound();
  authorize(schedulePolicy.keep(viewer, group.id));
  const version = (await db.findOneBy(Schedules, { groupId: group.id }))?.version ?? 0;
  const order = { startsOn: "ASC", position: "ASC" } as const;
  return { group, version, milestones: await db.find(Milestones, { where: { groupId: group.id }, order }) };
}

/** A step and the calendar it belongs to, held. */
export async function milestoneToWrite(tx: Transaction, id: string) {
  authorize(schedulePolicy.keepAny(tx.viewer));
  const found = isId(id) ? await tx.db.findOneBy(Milestones, { id }) : null;
  if (!found) throw notFound();
  authorize(schedulePolicy.keep(tx.viewer, found.groupId));
  const { slug } = await tx.db.findOneByOrFail(WorkingGroups, { id: found.groupId });
  const schedule = await scheduleToWrite(tx, slug);
  const milestone = schedule.milestones.find((it) => it.id === found.id);
  if (!milestone) throw notFound();
  return { schedule, milestone };
}

/** Counts a save. */
export const countSave = (db: EntityManager, { group: { id }, version }: OpenSchedule) =>
  db.upsert(Schedules, { groupId: id, version: version + 1 }, ["groupId"]);

/** A day as it was typed; a problem at its field where it is none. */
export function dayIn(typed: string, field: string, problems: ProblemFound[]): string {
  const day = typed.trim();
  if (!isDay(day)) problems.push({ code: day ? "NOT_A_DATE" : "REQUIRED", field });
  return day;
}

/** A day in a sentence that is refused: « 21/04/2027 ». */
export const dayInWords = (day: string) => day.split("-").toReversed().join("/");

/** Ties a meeting of the whole group that is announced to the step of that day which waited for it, or for another one since. */
export const tieMeeting = (
  db: EntityManager,
  { id, groupId, kind, day }: { id: string; groupId: string; kind: string; day: string },
) =>
  db.query(
    `update milestone set meeting_id = $1 where $4 = 'NATIONAL' and id = (
       select id from milestone where group_id = $2 and kind in ('MEETING', 'PRESENTATION')
         and (meeting_id is null or exists (select from meeting m where m.id = meeting_id and m.cancelled_reason is not null))
         and starts_on <= $3 and ends_on >= $3 order by starts_on, position limit 1)`,
    [id, groupId, day, kind],
  );

/**
 * Says that the checkpoint of an objective is done, today: its synthesis is published. Whoever is saving that calendar
 * comes first.
 */
export async function finishCheckpoints(
  { db, now, record }: Pick<Transaction, "db" | "now" | "record">,
  objectiveId: string,
) {
  const open = { objectiveId, kind: "CHECKPOINT", doneOn: IsNull(), cancelledReason: IsNull() } as const;
  for (const { id, groupId } of await db.findBy(Milestones, open)) {
    await db.findOne(WorkingGroups, { where: { id: groupId }, lock: { mode: "for_no_key_update" } });
    if (!(await db.existsBy(Milestones, { id, ...open }))) continue;
    const { version } = (await db.findOneBy(Schedules, { groupId })) ?? { version: 0 };
    await db.update(Milestones, id, { doneOn: dayOf(now) });
    await db.upsert(Schedules, { groupId, version: version + 1 }, ["groupId"]);
    await record("milestone.finished", id, { from: null, to: dayOf(now) });
  }
}

/** Moves the step of a meeting to its new day. */
export const followMeeting = (db: EntityManager, { id, day, reason }: { id: string; day: string; reason: string }) =>
  db.query(
    `update milestone set starts_on = $2::date, ends_on = $2::date + (ends_on - starts_on), moved_reason = $3
     where meeting_id = $1 and kind = 'MEETING' and starts_on <> $2::date`,
    [id, day, reason],
  );
