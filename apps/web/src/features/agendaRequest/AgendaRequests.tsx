import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { lazy, Suspense, useState } from "react";
import { Link } from "react-router-dom";
import type { AgendaRequestState, AgendaRequests_meeting } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { authorOf } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { HiddenPlace } from "../../shared/HiddenPlace.tsx";
import { useLinksAbout } from "../../shared/ownLinks.ts";
import { Report } from "../../shared/Report.tsx";
import { Button } from "../../ui/Button.tsx";
import { Chip, type ChipTone } from "../../ui/Chip.tsx";

const AskForAgenda = lazy(async () => ({ default: (await import("./AskForAgenda.tsx")).AskForAgenda }));
const JudgeRequest = lazy(async () => ({ default: (await import("./JudgeRequest.tsx")).JudgeRequest }));

export const agendaRequests: TypedDocumentNode<AgendaRequests_meeting> = gql`
  fragment AgendaRequests_meeting on Meeting {
    id
    title
    mayAskForAgenda
    viewerCan {
      edit
    }
    agenda {
      id
      title
    }
    agendaRequests {
      id
      text
      hiddenFor
      authorName
      nameIsUnverified
      state
      reason
      pointId
      about {
        words
        path
      }
    }
  }
`;

type Request = AgendaRequests_meeting["agendaRequests"][number];

export const stateNames: Record<AgendaRequestState, () => string> = {
  WAITING: m.agendaRequest_state_WAITING,
  TAKEN: m.agendaRequest_state_TAKEN,
  LEFT: m.agendaRequest_state_LEFT,
};
export const stateTones: Record<AgendaRequestState, ChipTone> = { WAITING: "toCome", TAKEN: "done", LEFT: "neutral" };

/** Lines that people ask to talk about, each with its fate; those on a point of the agenda are shown there. */
export function AgendaRequests({ meeting }: { meeting: AgendaRequests_meeting }) {
  const [asks, setAsks] = useState(false);
  const own = useLinksAbout("agendaRequests", meeting.id);
  const points = new Set(meeting.agenda.map(({ id }) => id));
  const listed = meeting.agendaRequests.filter(({ pointId }) => !pointId || !points.has(pointId));
  if (listed.length + own.length === 0 && !meeting.mayAskForAgenda) return null;
  return (
    <div className="flow">
      {listed.length > 0 && (
        <ul className="flow" aria-label={m.agendaRequest_title()}>
          {listed.map((request) => (
            <li key={request.id}>
              <Asked request={request} />
              {own.map(({ id, code }) => id === request.id && <Own code={code} key={code} />)}
              <p className="cluster">
                <Chip tone={stateTones[request.state]}>{stateNames[request.state]()}</Chip>
                {request.reason && (
                  <span className="quiet verbatim" lang={contentLang()}>
                    {request.reason}
                  </span>
                )}
              </p>
              {meeting.viewerCan.edit && meeting.mayAskForAgenda && !request.hiddenFor && (
                <Suspense>
                  <JudgeRequest request={request} points={meeting.agenda} />
                </Suspense>
              )}
              {!request.hiddenFor && (
                <Report kind="AGENDA_REQUEST" textId={request.id} of={request.text.slice(0, 60)} />
              )}
            </li>
          ))}
        </ul>
      )}
      {own
        .filter(({ id }) => !listed.some((request) => request.id === id))
        .map(({ code }) => (
          <Own code={code} key={code} />
        ))}
      {meeting.mayAskForAgenda &&
        (asks ? (
          <Suspense>
            <AskForAgenda meetings={[meeting]} onDone={() => setAsks(false)} />
          </Suspense>
        ) : (
          <p className="no-print scripted">
            <Button small onClick={() => setAsks(true)}>
              {m.agendaRequest_ask()}
            </Button>
          </p>
        ))}
    </div>
  );
}

const Own = ({ code }: { code: string }) => (
  <p className="no-print">
    {m.agendaRequest_own()}
    {m.ui_colon()}
    <Link to={paths.meetingFollow(code)}>{m.agendaRequest_own_link()}</Link>
  </p>
);

/** Words of a request, what it is about and who asks. */
export const Asked = ({ request: { text, about, hiddenFor, ...author } }: { request: Request }) =>
  hiddenFor ? (
    <HiddenPlace because={hiddenFor} />
  ) : (
    <span lang={contentLang()}>
      {about ? <Link to={about.path}>{text}</Link> : text}
      {author.authorName && <span className="quiet"> {m.agendaRequest_by({ name: authorOf(author) })}</span>}
    </span>
  );

/** Requests by the point that takes them up. */
export function requestsByPoint({ agendaRequests: all }: AgendaRequests_meeting): Map<string, Request[]> {
  const found = new Map<string, Request[]>();
  for (const request of all)
    if (request.pointId) found.set(request.pointId, [...(found.get(request.pointId) ?? []), request]);
  return found;
}
