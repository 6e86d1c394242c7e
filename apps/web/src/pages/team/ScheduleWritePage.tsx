import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { AddStep } from "../../features/scheduleWriting/AddStep.tsx";
import { DrawForm } from "../../features/scheduleWriting/DrawForm.tsx";
import { holidayPeriod } from "../../features/scheduleWriting/holiday.fragment.tsx";
import { scheduleGroup } from "../../features/scheduleWriting/schedule.mutations.tsx";
import { ScheduleEditor } from "../../features/scheduleWriting/ScheduleEditor.tsx";
import type { ScheduleWritePage, ScheduleWritePageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { objectiveChoice } from "../../shared/choices.tsx";
import { GroupLink } from "../../shared/GroupLink.tsx";
import { allowed } from "./allowed.ts";

const query: TypedDocumentNode<ScheduleWritePage, ScheduleWritePageVariables> = gql`
  query ScheduleWritePage($slug: String!) {
    viewer {
      id
    }
    group(slug: $slug) {
      id
      name
      viewerCan {
        keepSchedule
      }
      objectives {
        ...ObjectiveChoice_objective @unmask
      }
      ...ScheduleEditor_group @unmask
    }
    holidays {
      ...Holiday_period @unmask
    }
    instance {
      today
    }
  }
  ${scheduleGroup}
  ${holidayPeriod}
  ${objectiveChoice}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { slug: args.params.slug! }, ({ group, viewer }) =>
    allowed(group?.viewerCan.keepSchedule, viewer),
  );

/** The calendar of a group, for whoever keeps it. */
export function Component() {
  const { group, holidays, instance } = useReadQuery(useLoaderData<typeof loader>()).data;
  const { slug, name, milestones, objectives, scheduleVersion } = group!;
  const { today } = instance;
  const begun = milestones.some((it) => it.doneOn || it.cancelledReason || it.meeting || it.startsOn < today);
  const draw = (
    <DrawForm group={slug} version={scheduleVersion} periods={holidays} objectives={objectives} today={today} />
  );
  return (
    <Ruled>
      <PageHead
        kicker={<GroupLink slug={slug} name={name} />}
        title={m.scheduleWriting_title()}
        tab={m.scheduleWriting_tab({ name })}
        lead={
          <p className="no-print">{milestones.length > 0 ? m.scheduleWriting_lead() : m.scheduleWriting_draw_lead()}</p>
        }
      >
        <div className="cluster no-print">
          <More to={paths.schedule({ group: slug })}>{m.scheduleWriting_public()}</More>
          <More to={paths.holidays()}>{m.scheduleWriting_holidays()}</More>
        </div>
      </PageHead>
      {milestones.length > 0 ? (
        <Row>
          <ScheduleEditor group={group!} periods={holidays} objectives={objectives} today={today} />
        </Row>
      ) : (
        <Row>{draw}</Row>
      )}
      <Row>
        <div className="no-print">
          <Disclosure summary={m.scheduleWriting_add()}>
            <AddStep group={slug} objectives={objectives} />
          </Disclosure>
          {milestones.length > 0 && !begun && <Disclosure summary={m.scheduleWriting_draw_again()}>{draw}</Disclosure>}
        </div>
      </Row>
    </Ruled>
  );
}
