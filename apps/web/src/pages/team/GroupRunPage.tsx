import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { SmallTeam } from "../../features/group/SmallTeam.tsx";
import { EndGroup, GroupWordsForm } from "../../features/launch/GroupLife.tsx";
import { launchedGroup } from "../../features/launch/launch.mutations.tsx";
import { sayLaunchProblems } from "../../features/launch/launchProblems.ts";
import { ObjectivesEditor } from "../../features/launch/ObjectivesStep.tsx";
import { Sectors } from "../../features/theme/Sectors.tsx";
import { AskWeekQuestion } from "../../features/weekQuestion/AskWeekQuestion.tsx";
import type { GroupRunPage, GroupRunPageVariables, LaunchedGroup } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { GroupLink } from "../../shared/GroupLink.tsx";
import { allowed } from "./allowed.ts";

sayLaunchProblems();

const query: TypedDocumentNode<GroupRunPage, GroupRunPageVariables> = gql`
  query GroupRunPage($slug: String!) {
    viewer {
      id
    }
    viewerCan {
      launchGroups
    }
    instance {
      today
    }
    group(slug: $slug) {
      id
      viewerCan {
        run
        askWeekQuestion
      }
      ...AskWeekQuestion_group @unmask
      ...LaunchedGroup @unmask
    }
    ...Sectors_query @unmask
  }
  ${launchedGroup}
  ${AskWeekQuestion.fragment}
  ${Sectors.fragment}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { slug: args.params.slug! }, ({ group, viewer }) => allowed(group?.viewerCan.run, viewer));

/** All that can be changed of a group, for whoever runs it. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const { group: found, viewerCan, instance } = data;
  const group = found!;
  const { slug, name, finalOn, state } = group;
  return (
    <Ruled>
      <PageHead kicker={<GroupLink slug={slug} name={name} />} title={m.theme_run()} />
      {state === "PREPARING" && (
        <Row heading={m.launch_title()}>
          <p>
            <ButtonLink primary to={paths.groupLaunch(slug, "open")}>
              {m.launch_resume()}
            </ButtonLink>
          </p>
        </Row>
      )}
      <Row id="words" heading={m.launch_words()}>
        <GroupWordsForm group={group} />
      </Row>
      <Row id="objectives" heading={m.launch_step_objectives()}>
        <ObjectivesEditor group={group} />
      </Row>
      {state === "OPEN" && group.viewerCan.askWeekQuestion && (
        <Row id="week-question" heading={m.weekQuestion_title()}>
          <AskWeekQuestion group={group} today={instance.today} />
        </Row>
      )}
      <Row id="sectors" heading={m.theme_sectors()}>
        <Sectors query={data} />
      </Row>
      <Row id="calendar" heading={m.launch_line_calendar()}>
        <p>{finalOn ? m.launch_prolong({ date: formatDate(finalOn) }) : m.launch_calendar_lacks()}</p>
        <p>
          <ButtonLink to={paths.scheduleWrite(slug)}>{m.launch_prolong_go()}</ButtonLink>
        </p>
      </Row>
      <Row id="small-team" heading={m.theme_small_team()}>
        <SmallTeam group={group} />
      </Row>
      {viewerCan.launchGroups && (
        <Row id="copy" heading={m.launch_copy()}>
          <p>{m.launch_copy_lead()}</p>
          <p>
            <ButtonLink to={`${paths.groupNew()}?from=${slug}`}>{m.launch_copy()}</ButtonLink>
          </p>
        </Row>
      )}
      <Row id="end" heading={endOf(group)}>
        <EndGroup group={group} />
      </Row>
    </Ruled>
  );
}

function endOf({ preparing, archivedOn }: LaunchedGroup) {
  if (preparing) return archivedOn ? m.launch_aside_back() : m.launch_aside();
  return archivedOn ? m.launch_reopen() : m.launch_archive();
}
