import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient, useReadQuery } from "@apollo/client/react";
import { longestRegister } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router-dom";
import { MeetingCard, MeetingList } from "../../features/meeting/MeetingCard.tsx";
import { NextMeeting, nextOf } from "../../features/meeting/NextMeeting.tsx";
import type { MeetingsPage, MeetingsPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Filters, FilterSelect } from "../../ui/Filters.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { useRest } from "../../ui/useRest.tsx";
import { regionChoice, objectiveChoice } from "../../shared/choices.tsx";
import { ownFirst, useOwnRegion } from "../../shared/ownRegion.ts";

const query: TypedDocumentNode<MeetingsPage, MeetingsPageVariables> = gql`
  query MeetingsPage($before: ID) {
    meetings(before: $before) {
      id
      kind
      state
      startsAt
      territory {
        id
        slug
        region {
          id
          slug
        }
      }
      objectives {
        id
        slug
      }
      ...MeetingCard_meeting
      ...NextMeeting_meeting
    }
    groups {
      id
      objectives {
        ...ObjectiveChoice_objective @unmask
      }
    }
    territories(kind: REGION) {
      ...RegionChoice_territory @unmask
    }
    instance {
      today
    }
    viewerCan {
      announceMeetings
    }
    viewer {
      id
      ownRegion {
        id
        slug
      }
    }
  }
  ${MeetingCard.fragment}
  ${NextMeeting.fragment}
  ${regionChoice}
  ${objectiveChoice}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {});

/** The meetings of the group and of the territories: the one to come first. */
export function Component() {
  const {
    meetings: begun,
    groups,
    territories,
    instance,
    viewerCan,
    viewer,
  } = useReadQuery(useLoaderData<typeof loader>()).data;
  const client = useApolloClient();
  const { rest, control } = useRest({
    begun,
    most: longestRegister,
    ask: async (before) =>
      (await client.query({ query, variables: { before }, fetchPolicy: "network-only" })).data?.meetings,
    upwards: true,
  });
  const meetings = [...rest, ...begun];
  const [search] = useSearchParams();
  const objective = search.get("objective") ?? "";
  const territory = search.get("territory") ?? "";
  const shown = meetings.filter(
    (meeting) =>
      (!objective || meeting.objectives.some(({ slug }) => slug === objective)) &&
      (!territory || [meeting.territory?.slug, meeting.territory?.region?.slug].includes(territory)),
  );
  const next = nextOf(meetings);
  const own = shown.filter(({ kind, id }) => kind === "NATIONAL" && id !== next?.id);
  const coming = own.filter(({ state }) => state === "ANNOUNCED");
  const drafts = shown.filter(({ state }) => state === "DRAFT");
  const held = own.filter(({ state }) => state !== "ANNOUNCED" && state !== "DRAFT").toReversed();
  const local = shown.filter(({ kind, state }) => kind === "LOCAL" && state !== "DRAFT");
  const ownRegion = useOwnRegion(viewer?.ownRegion?.slug);
  // One's own region first; announced meetings before those held, the nearest of each first.
  const inTerritories = ownFirst(
    [
      ...local.filter(({ state }) => state === "ANNOUNCED"),
      ...local.filter(({ state }) => state !== "ANNOUNCED").toReversed(),
    ],
    ownRegion,
    ({ territory: it }) => it?.region?.slug ?? it?.slug ?? "",
  );
  return (
    <Ruled>
      <PageHead title={m.meeting_title()} lead={m.meeting_lead()}>
        <div className="cluster">
          <ButtonLink small to={paths.schedule()}>
            {m.theme_see_schedule()}
          </ButtonLink>
          <ButtonLink small to={paths.documents()}>
            {m.document_all()}
          </ButtonLink>
          {viewerCan.announceMeetings && (
            <ButtonLink to={paths.meetingNew()} primary>
              {m.meeting_announce()}
            </ButtonLink>
          )}
        </div>
      </PageHead>
      <Row heading={m.meeting_next()}>
        {next ? (
          <NextMeeting meeting={next} today={instance.today} />
        ) : (
          <Empty title={m.meeting_none_next()}>
            <p>{m.meeting_none_next_text()}</p>
            <More to={paths.schedule()}>{m.theme_see_schedule()}</More>
          </Empty>
        )}
      </Row>
      <Row heading={m.meeting_all_meetings()} margin={<output>{m.meeting_found({ count: shown.length })}</output>}>
        <Filters label={m.meeting_filter()}>
          <FilterSelect
            name="objective"
            label={m.meeting_filter_objective()}
            all={m.meeting_all_objectives()}
            options={groups.flatMap((group) =>
              group.objectives.map((one) => ({ value: one.slug, label: m.meeting_objective(one) })),
            )}
          />
          <FilterSelect
            name="territory"
            label={m.meeting_filter_territory()}
            all={m.meeting_all_territories()}
            options={ownFirst(territories, ownRegion, ({ slug }) => slug).map((one) => ({
              value: one.slug,
              label: one.name,
            }))}
          />
        </Filters>
      </Row>
      {drafts.length > 0 && (
        <Row heading={m.meeting_drafts()}>
          <MeetingList meetings={drafts} />
        </Row>
      )}
      {coming.length > 0 && (
        <Row heading={m.meeting_coming()}>
          <MeetingList meetings={coming} />
        </Row>
      )}
      {held.length > 0 && (
        <Row heading={m.meeting_held()} note={m.meeting_held_note()}>
          <MeetingList meetings={held} />
        </Row>
      )}
      <Row heading={m.meeting_local()} note={m.meeting_local_note()}>
        {inTerritories.length > 0 ? (
          <MeetingList meetings={inTerritories} />
        ) : (
          <Empty title={m.meeting_none_local()}>
            <p>{m.meeting_none_local_text()}</p>
            <More to={paths.documents()}>{m.document_all()}</More>
          </Empty>
        )}
      </Row>
      {control && <Row>{control}</Row>}
    </Ruled>
  );
}
