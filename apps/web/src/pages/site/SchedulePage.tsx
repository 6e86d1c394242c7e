import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { linesOf, stateOf } from "../../features/schedule/lines.ts";
import { MilestoneNote } from "../../features/schedule/MilestoneNote.tsx";
import type { SchedulePage, SchedulePageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { milestoneLine, objectiveStanding } from "../../shared/calendarLine.tsx";
import { contentLang } from "../../i18n/content.ts";
import { daysUntil, formatDate } from "../../i18n/dates.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Download } from "../../ui/Download.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { GroupChoice, groupIn } from "../../shared/GroupChoice.tsx";
import { Schedule } from "../../shared/Schedule.tsx";
import { useInstance } from "../../frame/instance.ts";
import { Steps } from "../../ui/Steps.tsx";

const query: TypedDocumentNode<SchedulePage, SchedulePageVariables> = gql`
  query SchedulePage($group: String) {
    groups {
      ...GroupChoice_group @unmask
    }
    viewerCan {
      launchGroups
    }
    group(slug: $group) {
      id
      slug
      name
      viewerCan {
        keepSchedule
      }
      objectives {
        ...ObjectiveStanding_objective @unmask
        questionnaire {
          id
          opensAt
          closesAt
        }
      }
      milestones {
        state
        ...CalendarLine_milestone @unmask
        ...MilestoneNote_milestone
      }
      meetings(kind: NATIONAL) {
        id
        slug
        number
        startsAt
        state
      }
    }
    instance {
      today
    }
  }
  ${MilestoneNote.fragment}
  ${GroupChoice.fragment}
  ${milestoneLine}
  ${objectiveStanding}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { group: groupIn(args.request.url) });

/** The plan worked back from the final presentation: drawn in time, then told step by step. */
export function Component() {
  const { group, groups, instance, viewerCan } = useReadQuery(useLoaderData<typeof loader>()).data;
  const { demonstration, shiftWeeks } = useInstance();
  const milestones = group?.milestones ?? [];
  const { today } = instance;
  const end = milestones.findLast(({ kind }) => kind === "PRESENTATION") ?? milestones.at(-1);
  const first = milestones[0];
  const write = group?.viewerCan.keepSchedule && (
    <ButtonLink to={paths.scheduleWrite(group.slug)}>{m.schedule_write()}</ButtonLink>
  );
  if (!group || !first || !end)
    return (
      <Ruled>
        <PageHead title={m.schedule_title()} lead={m.schedule_lead()}>
          <GroupChoice groups={groups} chosen={group} />
          {write}
        </PageHead>
        <Row>
          <Empty title={m.schedule_none()}>
            <p>{group ? m.schedule_none_team() : m.schedule_none_group()}</p>
            {!group && viewerCan.launchGroups && <More to="/groups/new">{m.launch_title()}</More>}
          </Empty>
        </Row>
      </Ruled>
    );
  const left = daysUntil(end.startsOn, today);
  return (
    <Ruled>
      <PageHead
        margin={formatDate(today, "short")}
        note={left > 0 ? `${m.schedule_presentation()} ${m.schedule_presentation_in({ count: left })}` : null}
        title={m.schedule_title()}
        lead={<p>{m.schedule_lead()}</p>}
      >
        <GroupChoice groups={groups} chosen={group} />
        <div className="cluster no-print">
          {write}
          <Download href={`${paths.group(group.slug)}/calendar.ics`}>{m.schedule_ics()}</Download>
        </div>
        <p className="quiet no-print">{m.schedule_ics_help()}</p>
      </PageHead>
      <Row heading={m.schedule_frieze()}>
        <Schedule
          label={m.schedule_frieze_label()}
          lines={linesOf(group, today)}
          from={first.startsOn}
          to={end.endsOn}
          today={today}
        />
      </Row>
      <Row heading={m.schedule_steps()} note={m.schedule_steps_note()}>
        {demonstration && shiftWeeks > 0 && <Notice>{m.schedule_real_dates()}</Notice>}
        <Steps
          label={m.schedule_steps_label()}
          steps={milestones.map((milestone) => ({
            key: milestone.id,
            state: stateOf(milestone, today),
            title: <span lang={contentLang()}>{milestone.label}</span>,
            children: <MilestoneNote milestone={milestone} before={daysUntil(end.startsOn, milestone.startsOn)} />,
          }))}
        />
        {demonstration && <p className="quiet prose">{m.schedule_inferred_text()}</p>}
      </Row>
    </Ruled>
  );
}
