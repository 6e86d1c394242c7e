import { limits, mostMilestones } from "@cahier/schema/limits";
import type {
  AddMilestoneInput,
  CancelMilestoneInput,
  EditMilestoneInput,
  FinishMilestoneInput,
  MilestoneWordsInput,
  ResumeMilestoneInput,
} from "../../../graphql/resolvers.generated.ts";
import { saysAlready } from "../../../platform/again.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { noted, type ProblemFound, Refusal, refuseStale } from "../../../platform/refusal.ts";
import { isId, neededLine, neededText } from "../../../platform/text/text.ts";
import { Objectives } from "../../ground/group/group.entity.ts";
import { type Milestone, Milestones } from "./schedule.entity.ts";
import { countSave, dayIn, milestoneToWrite, type OpenSchedule, scheduleToWrite } from "./schedule.writes.ts";

export async function addMilestone(tx: Transaction, { key, group: slug, words, ...typed }: AddMilestoneInput) {
  const { db, record, now } = tx;
  const schedule = await scheduleToWrite(tx, slug);
  const { group, milestones } = schedule;
  if (!isId(key)) throw new Refusal("WRONG_KIND", "key");
  const id = key.toLowerCase();
  const known = milestones.find((it) => it.id === id);
  if (!known && (await db.existsBy(Milestones, { id }))) throw new Refusal("CONFLICT", "key");
  if (!known && milestones.length >= mostMilestones)
    throw new Refusal("TOO_MANY_CHOICES", "label", String(mostMilestones));
  const problems: ProblemFound[] = [];
  const read = await wordsOf(tx, group.id, words, problems);
  const startsOn = dayIn(typed.startsOn, "startsOn", problems);
  const endsOn = dayIn(typed.endsOn, "endsOn", problems);
  if (known && problems.length === 0) {
    // Sent again with what it said, whatever moved it since; or changed before it was.
    if (saysAlready(known, { ...read, plannedStartsOn: startsOn, plannedEndsOn: endsOn })) return { group };
    throw new Refusal("CONFLICT", "key");
  }
  if (problems.length === 0 && startsOn < dayOf(now)) problems.push({ code: "IN_THE_PAST", field: "startsOn" });
  if (problems.length === 0 && endsOn < startsOn)
    problems.push({ code: "DATES_CROSSED", field: "endsOn", value: startsOn });
  if (problems.length > 0) throw new Refusal(problems);
  await db.insert(Milestones, {
    id,
    groupId: group.id,
    position: Math.max(0, ...milestones.map(({ position }) => position)) + 1,
    ...read,
    startsOn,
    endsOn,
    plannedStartsOn: startsOn,
    plannedEndsOn: endsOn,
  });
  await countSave(db, schedule);
  await record("milestone.added", id, { ...read, startsOn, endsOn });
  return { group };
}

export async function editMilestone(tx: Transaction, { id, version, words }: EditMilestoneInput) {
  const { db, record } = tx;
  const { schedule, milestone } = await milestoneToWrite(tx, id);
  const problems: ProblemFound[] = [];
  const read = await wordsOf(tx, milestone.groupId, words, problems);
  if (problems.length > 0) throw new Refusal(problems);
  const { label, kind, objectiveId } = milestone;
  if (read.label === label && read.kind === kind && read.objectiveId === objectiveId) return { group: schedule.group };
  refuseStale(schedule, version, { current: schedule.group });
  await db.update(Milestones, milestone.id, read);
  return saved(tx, schedule, milestone, () =>
    record("milestone.edited", milestone, { from: { label, kind, objectiveId }, to: read }),
  );
}

export async function cancelMilestone(tx: Transaction, { id, version, reason }: CancelMilestoneInput) {
  const { schedule, milestone } = await milestoneToWrite(tx, id);
  const cancelledReason = neededText(reason, "reason", limits["milestone.reason"]);
  if (milestone.cancelledReason === cancelledReason) return { group: schedule.group };
  refuseStale(schedule, version, { current: schedule.group });
  if (milestone.doneOn || milestone.cancelledReason) throw new Refusal("NOT_NOW", "reason");
  return change(tx, schedule, milestone, { cancelledReason }, "milestone.cancelled", { reason: cancelledReason });
}

export async function resumeMilestone(tx: Transaction, { id, version }: ResumeMilestoneInput) {
  const { schedule, milestone } = await milestoneToWrite(tx, id);
  const reason = milestone.cancelledReason;
  if (reason === null) return { group: schedule.group };
  refuseStale(schedule, version, { current: schedule.group });
  return change(tx, schedule, milestone, { cancelledReason: null }, "milestone.resumed", { reason });
}

/** Says on which day a step was done, or that it is not after all. */
export async function finishMilestone(tx: Transaction, { id, version, doneOn: typed }: FinishMilestoneInput) {
  const { schedule, milestone } = await milestoneToWrite(tx, id);
  const problems: ProblemFound[] = [];
  const doneOn = typed == null ? null : dayIn(typed, "doneOn", problems);
  if (problems.length > 0) throw new Refusal(problems);
  if (doneOn && doneOn > dayOf(tx.now)) throw new Refusal("NOT_YET", "doneOn");
  if (milestone.doneOn === doneOn) return { group: schedule.group };
  refuseStale(schedule, version, { current: schedule.group });
  if (milestone.cancelledReason) throw new Refusal("NOT_NOW", "doneOn");
  const event = doneOn ? "milestone.finished" : "milestone.reopened";
  return change(tx, schedule, milestone, { doneOn }, event, { from: milestone.doneOn, to: doneOn });
}

async function change(
  tx: Transaction,
  schedule: OpenSchedule,
  milestone: Milestone,
  to: Partial<Milestone>,
  event: string,
  data: Record<string, unknown>,
) {
  await tx.db.update(Milestones, milestone.id, to);
  return saved(tx, schedule, milestone, () => tx.record(event, milestone, data));
}

async function saved({ db }: Transaction, schedule: OpenSchedule, _: Milestone, told: () => Promise<unknown>) {
  await countSave(db, schedule);
  await told();
  return { group: schedule.group };
}

/** The words of a step as they were typed. */
async function wordsOf(
  { db }: Transaction,
  groupId: string,
  { label, kind, objective }: MilestoneWordsInput,
  problems: ProblemFound[],
): Promise<Pick<Milestone, "label" | "kind" | "objectiveId">> {
  const where = { groupId, slug: (objective ?? "").replaceAll("\0", "") };
  const found = objective ? await db.findOneBy(Objectives, where) : null;
  if (objective && !found) problems.push({ code: "UNKNOWN_CHOICE", field: "objective" });
  const line = noted(problems, () => neededLine(label, "label", limits["milestone.label"])) ?? "";
  return { label: line, kind, objectiveId: found?.id ?? null };
}
