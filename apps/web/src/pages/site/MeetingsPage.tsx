import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { meetingsShown } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { MeetingCard, MeetingList } from "../../features/meeting/MeetingCard.tsx";
import { NextMeeting, nextOf } from "../../features/meeting/NextMeeting.tsx";
import type {
  MeetingsPage,
  MeetingsPageVariables,
  MoreMeetings,
  MoreMeetingsVariables,
} from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { daysUntil } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { ListFeed } from "../../ui/FeedLink.tsx";
import { Filters, FilterSelect } from "../../ui/Filters.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { useRest } from "../../ui/useRest.tsx";
import { regionChoice, objectiveChoice } from "../../shared/choices.tsx";
import { ownFirst, useOwnRegion } from "../../shared/ownRegion.ts";
import { contentLang } from "../../i18n/content.ts";

const shown = gql`
  fragment MeetingsPage_meeting on Meeting {
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
    ...MeetingCard_meeting
  }
  ${MeetingCard.fragment}
`;

const query: TypedDocumentNode<MeetingsPage, MeetingsPageVariables> = gql`
  query MeetingsPage($first: Int!, $objective: String, $territory: String) {
    meetings(first: $first, objective: $objective, territory: $territory) {
      ...MeetingsPage_meeting @unmask
    }
    next: meetings(first: 5, kind: NATIONAL) {
      id
      kind
      state
      startsAt
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
  ${shown}
  ${NextMeeting.fragment}
  ${regionChoice}
  ${objectiveChoice}
`;

const restQuery: TypedDocumentNode<MoreMeetings, MoreMeetingsVariables> = gql`
  query MoreMeetings($before: ID, $after: ID, $first: Int!, $objective: String, $territory: String) {
    meetings(before: $before, after: $after, first: $first, objective: $objective, territory: $territory) {
      ...MeetingsPage_meeting @unmask
    }
  }
  ${shown}
`;

/** Variables of the query, from the address. */
const askedIn = (params: URLSearchParams) => ({
  first: meetingsShown,
  objective: params.get("objective") || null,
  territory: params.get("territory") || null,
});

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, askedIn(new URL(args.request.url).searchParams));

/** The meetings of the group and of the territories: the one to come first. */
export function Component() {
  const {
    meetings: begun,
    next: own,
    groups,
    territories,
    instance,
    viewerCan,
    viewer,
  } = useReadQuery(useLoaderData<typeof loader>()).data;
  const client = useApolloClient();
  const [search] = useSearchParams();
  const ask = async (from: { before?: string; after?: string }) =>
    (await client.query({ query: restQuery, variables: { ...askedIn(search), ...from }, fetchPolicy: "network-only" }))
      .data?.meetings;
  const isPast = ({ startsAt }: { startsAt: string }) => daysUntil(startsAt, instance.today) < 0;
  const { rest: former, control } = useRest({
    begun: begun.filter(isPast),
    most: meetingsShown,
    ask: (before) => ask({ before }),
    upwards: true,
    label: m.meeting_former(),
  });
  const { rest: later, control: laterControl } = useRest({
    begun: begun.filter((meeting) => !isPast(meeting)),
    most: meetingsShown,
    ask: (after) => ask({ after }),
    label: m.meeting_later(),
  });
  const meetings = [...former, ...begun, ...later];
  const next = nextOf(own);
  const national = meetings.filter(({ kind, id }) => kind === "NATIONAL" && id !== next?.id);
  const coming = national.filter(({ state }) => state === "ANNOUNCED");
  const drafts = meetings.filter(({ state }) => state === "DRAFT");
  const held = national.filter(({ state }) => state !== "ANNOUNCED" && state !== "DRAFT").toReversed();
  const local = meetings.filter(({ kind, state }) => kind === "LOCAL" && state !== "DRAFT");
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
  const asked = askedIn(search);
  const ofObjective = groups.flatMap((group) => group.objectives).find(({ slug }) => slug === asked.objective)?.name;
  const ofTerritory = territories.find(({ slug }) => slug === asked.territory)?.name;
  const isWhole = !control && !laterControl;
  return (
    <Ruled>
      <PageHead title={m.meeting_title()} lead={m.meeting_lead()}>
        <ListFeed
          list="/meetings"
          title={m.meeting_title()}
          filters={{ objective: ofObjective, territory: ofTerritory }}
        />
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
      <Row
        heading={m.meeting_all_meetings()}
        margin={<output>{isWhole && m.meeting_found({ count: meetings.length })}</output>}
      >
        <Filters label={m.meeting_filter()}>
          <FilterSelect
            name="objective"
            label={m.meeting_filter_objective()}
            all={m.meeting_all_objectives()}
            options={groups.flatMap((group) =>
              group.objectives.map((one) => ({
                value: one.slug,
                label: `${one.number}. ${one.name}`,
                lang: contentLang(),
              })),
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
      {!isWhole && (
        <Row>
          {laterControl}
          {control}
        </Row>
      )}
    </Ruled>
  );
}
