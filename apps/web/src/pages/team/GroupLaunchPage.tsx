import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData, useParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { DrawForm } from "../../features/scheduleWriting/DrawForm.tsx";
import { holidayPeriod } from "../../features/scheduleWriting/holiday.fragment.tsx";
import { SmallTeam } from "../../features/group/SmallTeam.tsx";
import { CalendarStep } from "../../features/launch/CalendarStep.tsx";
import { launchedGroup } from "../../features/launch/launch.mutations.tsx";
import { LaunchFrame } from "../../features/launch/LaunchFrame.tsx";
import { sayLaunchProblems } from "../../features/launch/launchProblems.ts";
import { type LaunchStep, launchSteps } from "../../features/launch/launchSteps.ts";
import { ObjectivesStep } from "../../features/launch/ObjectivesStep.tsx";
import { OpenStep } from "../../features/launch/OpenStep.tsx";
import { TeamStep } from "../../features/launch/TeamStep.tsx";
import { ThemeStep } from "../../features/launch/ThemeStep.tsx";
import type { GroupLaunchPage, GroupLaunchPageVariables, LaunchedGroup } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { regionChoice } from "../../shared/choices.tsx";
import { sayTeamProblems } from "../../shared/teamProblems.ts";
import { themeOptions } from "../../features/launch/themeOption.fragment.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { allowed } from "./allowed.ts";

sayTeamProblems();
sayLaunchProblems();

const query: TypedDocumentNode<GroupLaunchPage, GroupLaunchPageVariables> = gql`
  query GroupLaunchPage($slug: String!) {
    viewer {
      id
    }
    instance {
      today
      controller
      lacking
    }
    viewerCan {
      runInstance
    }
    group(slug: $slug) {
      id
      viewerCan {
        run
      }
      scheduleVersion
      ...LaunchedGroup @unmask
    }
    holidays {
      ...Holiday_period @unmask
    }
    axes {
      ...ThemeOption_axis @unmask
    }
    roleDesk {
      ...LaunchTeam_desk @unmask
    }
    regions: territories(kind: REGION) {
      ...RegionChoice_territory @unmask
    }
  }
  ${launchedGroup}
  ${holidayPeriod}
  ${TeamStep.fragment}
  ${regionChoice}
  ${themeOptions}
`;

export function loader(args: LoaderFunctionArgs) {
  if (!launchSteps.some((one) => one === args.params.step)) throw new Response(null, { status: 404 });
  return preload(args, query, { slug: args.params.slug! }, ({ group, viewer }) =>
    allowed(group?.viewerCan.run, viewer),
  );
}

const heads: Record<LaunchStep, Record<"title" | "lead" | "note", () => string>> = {
  theme: { title: m.launch_theme_title_page, lead: m.launch_theme_lead, note: m.launch_theme_note },
  calendar: { title: m.launch_calendar_title, lead: m.launch_calendar_lead, note: m.launch_calendar_note },
  objectives: { title: m.launch_objectives_title, lead: m.launch_objectives_lead, note: m.launch_objectives_note },
  team: { title: m.launch_team_title, lead: m.launch_team_lead, note: m.launch_team_note },
  open: { title: m.launch_open_title, lead: m.launch_open_lead, note: m.launch_open_note },
};

/** A group in preparation, on one of its five screens: left and taken up again at any of them. */
export function Component() {
  const {
    group: found,
    axes,
    roleDesk,
    regions,
    instance,
    holidays,
    viewerCan,
  } = useReadQuery(useLoaderData<typeof loader>()).data;
  const group = found!;
  const step = useParams().step as LaunchStep;
  const themes = axes.flatMap(({ name: axis, themes: within }) =>
    within.map(({ group: other, ...theme }) => ({
      ...theme,
      axis,
      group: other && other.id !== group.id ? other.name : null,
    })),
  );
  const { title, lead, note } = heads[step];
  return (
    <LaunchFrame step={step} slug={group.slug} reached={group.launchStep} title={title()} lead={lead()} note={note()}>
      {step === "theme" && <ThemeStep group={group} themes={themes} />}
      {step === "calendar" && (
        <CalendarStep
          group={group}
          drawing={
            <DrawForm
              group={group.slug}
              version={group.scheduleVersion}
              inForce={inForce(group)}
              periods={holidays}
              objectives={group.objectives}
              today={instance.today}
              key={group.scheduleVersion}
            />
          }
        />
      )}
      {step === "objectives" && <ObjectivesStep group={group} />}
      {step === "team" && (
        <TeamStep group={group} desk={roleDesk} regions={regions} smallTeam={<SmallTeam group={group} />} />
      )}
      {step === "open" && !group.archivedOn && (
        <OpenStep group={group} instance={instance} toInstance={viewerCan.runInstance} />
      )}
      {group.archivedOn && <Notice>{m.launch_set_aside({ date: formatDate(group.archivedOn) })}</Notice>}
      {group.state !== "OPEN" && (
        <p>
          <More to={`${paths.groupRun(group.slug)}#end`}>
            {group.archivedOn ? m.launch_aside_back() : m.launch_aside()}
          </More>
        </p>
      )}
    </LaunchFrame>
  );
}

/** The calendar that is in force, as it is drawn; none before a first drawing. */
function inForce({ finalOn, milestones, objectives }: LaunchedGroup) {
  if (!finalOn) return undefined;
  const numbers = new Map(objectives.map(({ id, number }) => [id, number]));
  const steps = milestones.map(({ objective, ...step }) => ({
    ...step,
    objective: objective && {
      __typename: "Objective" as const,
      id: objective.id,
      slug: "",
      number: numbers.get(objective.id) ?? 0,
      composed: [],
    },
  }));
  return { lastDay: finalOn, steps };
}
