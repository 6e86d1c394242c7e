import { Objectives, WorkingGroups } from "../../domain/ground/group/group.entity.ts";
import { RegionalGroups } from "../../domain/ground/regionalGroup/regionalGroup.entity.ts";
import { Milestones } from "../../domain/meet/schedule/schedule.entity.ts";
import type { MilestoneKind } from "../../graphql/resolvers.generated.ts";
import { content } from "../content.ts";
import { slugOf } from "../../platform/text/slug.ts";
import type { Demo } from "./rows.ts";

interface Programme {
  name: string;
  finalGoal: { label: string; means: { label: string; indicator: string }[] };
  missions: { label: string }[];
  objectives: {
    id: string;
    number: number;
    name: string;
    question: string;
    expectedOutput: string;
    inferred: boolean;
  }[];
}

/** The group on theme 11: its goal, its four objectives, its schedule, its people in the territories. */
export function group(demo: Demo) {
  const { clock, ids, put, theme } = demo;
  const { name, finalGoal, missions, objectives } = content<Programme>("programme.json");
  const groupId = ids.ordered("group");
  put(WorkingGroups, [
    {
      id: groupId,
      slug: "circuits-courts",
      themeId: theme(11).id,
      name,
      finalGoal: finalGoal.label,
      means: finalGoal.means.map(({ label, indicator }) => ({ label, indicator })),
      missions: missions.map(({ label }) => label),
      commitments: content<{ commitments: string[] }>("ui-texts.fr.json").commitments,
      timeZone: "Europe/Paris",
      shiftWeeks: clock.shiftWeeks,
      fictional: true,
    },
  ]);
  put(
    Objectives,
    objectives.map((it) => ({
      id: ids.ordered(it.id),
      slug: `objectif-${it.number}`,
      groupId,
      number: it.number,
      name: it.name,
      question: it.question,
      expectedOutput: it.expectedOutput,
      inferred: it.inferred,
    })),
  );
  milestones(demo);
  regionalGroups(demo);
}

/** A group of a region of 2012, as the content tells it. */
export interface RegionalSource {
  regionCode2012: string;
  name: string;
  referentId: string | null;
  hasReferent: boolean;
}

interface Line {
  kind: MilestoneKind;
  label: string;
  start: string;
  end: string;
  inferred: boolean;
  objectiveId?: string | null;
  meetingId?: string;
}

/** The schedule is known in advance, whole; what is over by the day of the demonstration is done. */
function milestones({ clock, ids, put }: Demo) {
  put(
    Milestones,
    content<{ items: Line[] }>("retro-planning.json").items.map((line, position) => ({
      id: ids.next(),
      groupId: ids.ordered("group"),
      position: position + 1,
      kind: line.kind,
      label: line.label,
      startsOn: clock.day(line.start),
      endsOn: clock.day(line.end),
      plannedStartsOn: clock.day(line.start),
      plannedEndsOn: clock.day(line.end),
      movedReason: null,
      cancelledReason: null,
      doneOn: clock.past(line.end) ? clock.day(line.end) : null,
      inferred: line.inferred,
      objectiveId: line.objectiveId ? ids.ordered(line.objectiveId) : null,
      meetingId: line.meetingId ? ids.ordered(line.meetingId) : null,
    })),
  );
}

function regionalGroups({ ids, put, territory }: Demo) {
  put(
    RegionalGroups,
    content<RegionalSource[]>("regional-groups.json").map(({ regionCode2012, name }) => ({
      id: ids.next(),
      slug: slugOf(name),
      territoryId: territory("REGION_2012", regionCode2012).id,
      name,
    })),
  );
}
