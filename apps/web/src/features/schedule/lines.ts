import { m } from "@cahier/schema/messages";
import type { SchedulePage } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { dayOf, daysShown } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import type { Line, Stretch } from "../../shared/Schedule.tsx";

type Group = Omit<NonNullable<SchedulePage["group"]>, "viewerCan">;
type Milestone = Group["milestones"][number];

/** State of a milestone: past, current or ahead. One that is late is not behind. */
export const stateOf = (
  { startsOn, endsOn, doneOn, state }: Pick<Milestone, "startsOn" | "endsOn" | "doneOn" | "state">,
  today: string,
) => (state !== "LATE" && (doneOn || endsOn < today) ? "done" : startsOn <= today ? "now" : "todo");

/** Fields of a group that its lines need: of its milestones, the days are enough. */
type Told = Omit<Group, "milestones"> & {
  milestones: readonly Pick<Milestone, "startsOn" | "endsOn" | "state" | "objective">[];
};

/** One line for each objective, from its first question to its synthesis; then the meetings of the whole group. */
export function linesOf({ objectives, milestones, meetings }: Told, today: string): Line[] {
  const lines = objectives.flatMap((objective): Line[] => {
    const own = milestones.filter((milestone) => milestone.objective?.id === objective.id);
    const [first] = own;
    const last = own.at(-1);
    if (!first || !last) return [];
    const asked = objective.state === "PLANNED" ? null : objective.questionnaire;
    const [opens, closes] = asked ? [dayOf(asked.opensAt), dayOf(asked.closesAt)] : [first.startsOn, last.endsOn];
    const [from, to] = [
      [opens, first.startsOn].toSorted()[0]!,
      [...own.map(({ endsOn }) => endsOn), closes].toSorted().at(-1)!,
    ];
    // An open questionnaire tells the days that one can answer on, whatever was planned.
    const told = asked && opens <= today && today <= closes ? { from: opens, to: closes } : { from, to };
    return [
      {
        key: objective.id,
        label: m.schedule_objective(objective),
        lang: contentLang(),
        note: m.schedule_dates(daysShown(told.from, told.to)),
        stretches: [
          {
            key: objective.id,
            from,
            to,
            ...said(
              objective,
              own.some(({ state }) => state === "LATE"),
            ),
          },
        ],
      },
    ];
  });
  const moments = meetings.map(({ id, slug, number, startsAt, state }) => ({
    key: id,
    on: startsAt,
    past: state !== "ANNOUNCED",
    href: paths.meeting(slug),
    text: m.schedule_meeting_number({ number: number ?? 0 }),
  }));
  return [...lines, { key: "meetings", label: m.schedule_meetings(), note: m.schedule_meetings_note(), moments }];
}

/** State of an objective, apart from what was planned but that its synthesis is late. */
function said(objective: Group["objectives"][number], late: boolean): Pick<Stretch, "state" | "text" | "href"> {
  const { slug, state, synthesis, responseCount } = objective;
  const href = paths.objective(slug);
  if (state === "SYNTHESIS_PUBLISHED" && synthesis)
    return { state: "done", text: m.schedule_synthesis(), href: paths.synthesis(synthesis.slug) };
  if (state === "GATHERING") return { state: "open", text: m.schedule_responses({ count: responseCount }), href };
  if (state === "PLANNED") return { state: "toCome", text: m.schedule_to_come(), href };
  return { state: "open", text: late ? m.schedule_reading_late() : m.schedule_reading(), href };
}
