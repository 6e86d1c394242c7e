import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useHref, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import {
  ChangeComing,
  ownComing,
  Standing,
  WithdrawComing,
  withdrawTitle,
} from "../../features/attendance/OwnComing.tsx";
import { FollowMinutes, followsMinutes, followTitle } from "../../features/minutes/FollowMinutes.tsx";
import { ReadOver, readOver } from "../../features/minutes/ReadOver.tsx";
import { Citation, citationOf } from "../../features/response/Citation.tsx";
import type { MeetingFollowPage, MeetingFollowPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { When } from "../../ui/When.tsx";
import { AgendaRequestFollow, ownRequest } from "./AgendaRequestFollow.tsx";
import { TitleLink } from "../../shared/TitleLink.tsx";

const query: TypedDocumentNode<MeetingFollowPage, MeetingFollowPageVariables> = gql`
  query MeetingFollowPage($code: String!) {
    ownAgendaRequest(code: $code) {
      ...AgendaRequestFollow_own @unmask
    }
    ownAttendance(code: $code) {
      ...OwnComing_own @unmask
      ...ReadOver_own @unmask
      ...FollowMinutes_own @unmask
      citations {
        ...Citation_citation @unmask
      }
      meeting {
        id
        slug
        title
        startsAt
        place
        state
        cancelledReason
        movedReason
      }
    }
  }
  ${ownRequest}
  ${ownComing}
  ${readOver}
  ${followsMinutes}
  ${citationOf}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { code: args.params.code! });

/** Private link of somebody who comes to a meeting, or asked for a point of its agenda; a link that leads to nobody says what may have happened. */
export function Component() {
  const { ownAttendance: own, ownAgendaRequest: request } = useReadQuery(useLoaderData<typeof loader>()).data;
  const address = useHref(paths.meetingFollow(request?.code ?? ""));
  if (request) return <AgendaRequestFollow own={request} address={`${location.origin}${address}`} />;
  return own ? <Coming own={own} /> : <Gone />;
}

const Gone = () => (
  <Ruled>
    <PageHead title={m.attendance_gone()} lead={<p>{m.attendance_gone_lead()}</p>}>
      <More to={paths.meetings()}>{m.attendance_gone_meetings()}</More>
    </PageHead>
  </Ruled>
);

/** Standing of one who comes, to be changed or taken back. */
function Coming({ own }: { own: NonNullable<MeetingFollowPage["ownAttendance"]> }) {
  const { meeting } = own;
  const address = `${location.origin}${useHref(paths.meetingFollow(own.code))}`;
  return (
    <Ruled>
      <PageHead
        title={m.attendance_yours()}
        kicker={<TitleLink to={paths.meeting(meeting.slug)}>{meeting.title}</TitleLink>}
        lead={
          <p>
            <When date={meeting.startsAt} format="time" /> · <span lang={contentLang()}>{meeting.place}</span>
          </p>
        }
      />
      <Row>
        {meeting.state === "CANCELLED" ? (
          <Notice tone="warn">
            <p>{m.meeting_cancelled()}</p>
            {meeting.cancelledReason && (
              <p lang={contentLang()}>{m.meeting_because({ reason: meeting.cancelledReason })}</p>
            )}
          </Notice>
        ) : (
          <Standing own={own} />
        )}
      </Row>
      {!own.withdrawn && (
        <>
          {meeting.minutes && (
            <Row heading={m.minutes_read_over_title()}>
              <ReadOver own={own} />
            </Row>
          )}
          {own.citations.length > 0 && (
            <Row heading={m.minutes_quote_asked()} note={m.minutes_cited_lead()}>
              {own.citations.map((citation) => (
                <Citation
                  code={own.code}
                  citation={citation}
                  key={`${citation.passage.id} ${citation.synthesis?.id ?? ""}`}
                />
              ))}
            </Row>
          )}
          {own.followsMinutes !== null && (
            <Row heading={followTitle(own)}>
              <FollowMinutes own={own} />
            </Row>
          )}
          <Row heading={m.attendance_link()}>
            <p>{meeting.mayAttend ? m.attendance_link_lead() : m.attendance_link_after()}</p>
            <p>
              <code>{address}</code>
            </p>
            <CopyButton text={address} />
          </Row>
          {meeting.mayAttend && (
            <Row heading={m.attendance_change()}>
              <ChangeComing own={own} />
            </Row>
          )}
          <Row heading={withdrawTitle(own)}>
            <WithdrawComing own={own} />
          </Row>
        </>
      )}
    </Ruled>
  );
}
