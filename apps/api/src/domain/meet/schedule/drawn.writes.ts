import type { Drawn, DrawnStep } from "@cahier/schema/calendar/draw";
import { m } from "@cahier/schema/messages";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import type { Objective } from "../../ground/group/group.entity.ts";
import { instanceOf, onlyLanguage } from "../../ground/instance/instance.queries.ts";
import { type Milestone, Milestones } from "./schedule.entity.ts";
import { countSave, type OpenSchedule } from "./schedule.writes.ts";

/** Writes a calendar that was drawn, in the place of the one before. */
export async function writeDrawn(
  { db, now }: Transaction,
  schedule: OpenSchedule,
  drawn: Drawn,
  objectives: Objective[],
) {
  const { id } = schedule.group;
  const locale = onlyLanguage[(await instanceOf(db)).languages] ?? "fr";
  await db.delete(Milestones, { groupId: id });
  await db.insert(
    Milestones,
    drawn.steps.map((step, at) => milestoneOf(id, step, at, objectives, { today: dayOf(now), locale })),
  );
  await countSave(db, schedule);
}

/** True if a calendar is what was drawn, and nothing of it was moved, done or cancelled since. */
export const isDrawn = (milestones: Milestone[], drawn: Drawn, today: string) => {
  const place = (it: { kind: string; startsOn: string; endsOn: string }) =>
    `${it.kind} ${it.startsOn < today ? today : it.startsOn} ${it.endsOn}`;
  const inOrder = milestones.toSorted((a, b) => a.position - b.position);
  const untouched = milestones.every((it) => !it.doneOn && !it.cancelledReason && !it.movedReason);
  return untouched && inOrder.map(place).join() === drawn.steps.map(place).join();
};

/** A step that was drawn, as the schedule keeps it: what was to begin before today begins today. */
function milestoneOf(
  groupId: string,
  { kind, number, startsOn, endsOn }: DrawnStep,
  at: number,
  objectives: Objective[],
  { today, locale }: { today: string; locale: Language },
): Omit<Milestone, "id"> {
  const ofObjective = kind === "ONLINE_EXCHANGE" || kind === "CHECKPOINT";
  const objective = ofObjective ? objectives[number - 1] : undefined;
  const from = startsOn < today ? today : startsOn;
  return {
    groupId,
    position: at + 1,
    kind,
    label: labelOf(kind, number, objective?.name ?? null, { locale }),
    startsOn: from,
    endsOn,
    plannedStartsOn: from,
    plannedEndsOn: endsOn,
    doneOn: null,
    movedReason: null,
    cancelledReason: null,
    inferred: false,
    objectiveId: objective?.id ?? null,
    meetingId: null,
  };
}

function labelOf(kind: DrawnStep["kind"], number: number, name: string | null, locale: { locale: Language }): string {
  if (kind === "PREPARATION") return m.schedule_drawn_preparation({}, locale);
  if (kind === "MEETING") return m.schedule_meeting_number({ number }, locale);
  if (kind === "PRESENTATION") return m.schedule_drawn_presentation({ number }, locale);
  if (kind === "HANDOVER") return m.schedule_drawn_handover({}, locale);
  const numbered = name === null ? `${number}` : m.schedule_objective({ number, name }, locale);
  return kind === "CHECKPOINT"
    ? m.schedule_drawn_checkpoint({ objective: numbered }, locale)
    : m.schedule_drawn_exchange({ objective: numbered }, locale);
}
