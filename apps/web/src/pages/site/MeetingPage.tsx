import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { lazy, Suspense } from "react";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { channelNames } from "../../features/attendance/attendance.labels.ts";
import { attendFields } from "../../features/attendance/AttendFields.tsx";
import { Comers, comers } from "../../features/attendance/Comers.tsx";
import { WhoComes, whoComes } from "../../features/attendance/WhoComes.tsx";
import { VoiceCard } from "../../features/contribution/VoiceCard.tsx";
import { agendaRequests } from "../../features/agendaRequest/AgendaRequests.tsx";
import { Agenda } from "../../features/meeting/Agenda.tsx";
import { MeetingActs } from "../../features/meeting/MeetingActs.tsx";
import { Practical } from "../../features/meeting/Practical.tsx";
import { MeetingCard, MeetingList } from "../../features/meeting/MeetingCard.tsx";
import { Minutes } from "../../features/meeting/Minutes.tsx";
import { meetingFiles } from "../../features/meeting/MeetingFiles.tsx";
import { MeetingPresence, meetingPresence } from "../../features/meeting/MeetingPresence.tsx";
import { meetingLabel, stateNames, stateTones } from "../../features/meeting/meeting.labels.ts";
import { Reactions } from "../../features/reaction/Reactions.tsx";
import { WatchLink } from "../../features/watch/WatchLink.tsx";
import { DocumentList } from "../../features/document/DocumentList.tsx";
import { Serving } from "../../features/document/Serving.tsx";
import type { MeetingPage, MeetingPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { MeetingAnnounced } from "./MeetingAnnounced.tsx";
import { Around, Beside, Changed, Facts, Preparation, reactionsIn } from "./MeetingParts.tsx";
import { daysUntil, formatDate, weeksBefore } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { Download } from "../../ui/Download.tsx";
import { MeetingData, sharedWords } from "./MeetingData.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { objectiveChoice } from "../../shared/choices.tsx";

const FilesForm = lazy(async () => ({
  default: (await import("../../features/meeting/FilesForm.tsx")).FilesForm,
}));
const Kit = lazy(async () => ({ default: (await import("../../features/meeting/Kit.tsx")).Kit }));

const query: TypedDocumentNode<MeetingPage, MeetingPageVariables> = gql`
  query MeetingPage($slug: String!) {
    meeting(slug: $slug) {
      id
      serving {
        ...DocumentList_document @unmask
      }
      slug
      number
      kind
      title
      startsAt
      endsAt
      state
      place
      remote
      purpose
      cancelledReason
      movedReason
      movedFrom
      movedFromPlace
      ...Practical_meeting @unmask
      ...MeetingActs_meeting
      mayAttend
      ...AttendFields_meeting @unmask
      ...WhoComes_meeting @unmask
      ...Comers_meeting @unmask
      viewerCan {
        edit
        writeMinutes
      }
      participants
      ...MeetingPresence_meeting @unmask
      ...MeetingFiles_meeting @unmask
      fictional
      territory {
        id
        slug
        name
      }
      objectives {
        ...ObjectiveChoice_objective @unmask
      }
      documents {
        id
        slug
        title
        purpose
      }
      agenda {
        id
        minutes
      }
      ...Agenda_meeting
      ...AgendaRequests_meeting @unmask
      minutes {
        id
        blocks {
          id
          kind
        }
        ...Minutes_minutes
        reactions {
          id
          kind
          hiddenFor
          ...Reactions_reaction
        }
      }
      contributions {
        id
        ...VoiceCard_contribution
      }
      around {
        id
        ...MeetingCard_meeting
      }
    }
    instance {
      today
    }
  }
  ${DocumentList.fragment}
  ${Agenda.fragment}
  ${agendaRequests}
  ${Practical.fragment}
  ${MeetingActs.fragment}
  ${attendFields}
  ${whoComes}
  ${comers}
  ${meetingPresence}
  ${meetingFiles}
  ${Minutes.fragment}
  ${MeetingCard.fragment}
  ${Reactions.fragment}
  ${VoiceCard.fragment}
  ${objectiveChoice}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { slug: args.params.slug! }, "meeting");

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Minutes are promised within a week: for when, and, past that day, that they did not come. */
function awaited(startsAt: string, today: string): string {
  const due = weeksBefore(startsAt, -1);
  const date = formatDate(due);
  return due < today ? m.meeting_minutes_late({ date }) : m.meeting_minutes_awaited({ date });
}

/** A meeting. Before: its agenda and its documents; after: its minutes first. */
export function Component() {
  const { meeting, instance } = useReadQuery(useLoaderData<typeof loader>()).data;
  const { id, kind, title, startsAt, state, purpose, participants, minutes, territory, contributions, around } =
    meeting!;
  const agenda = meeting!.agenda.length > 0 && <Agenda meeting={meeting!} />;
  const toCome = state === "ANNOUNCED" || state === "DRAFT";
  const writing = minutes ? m.minutes_afterwards() : m.minutes_write();
  // Once there are minutes they say who was there.
  const came = !toCome && meeting!.coming.total > 0 && state !== "CANCELLED" && <WhoComes meeting={meeting!} over />;
  const length = meeting!.agenda.reduce((total, point) => total + point.minutes, 0);
  return (
    <Ruled>
      {import.meta.env.SSR && <MeetingData meeting={meeting!} />}
      <PageHead
        margin={
          state === "ANNOUNCED"
            ? capital(m.meeting_in_days({ count: Math.max(0, daysUntil(startsAt, instance.today)) }))
            : formatDate(startsAt, "short")
        }
        note={participants === null ? meetingLabel(meeting!) : m.meeting_participants({ count: participants })}
        kicker={participants === null ? null : meetingLabel(meeting!)}
        title={title}
        lang={contentLang()}
        lead={purpose && <p lang={contentLang()}>{purpose}</p>}
        description={import.meta.env.SSR ? sharedWords(meeting!) : undefined}
      >
        <p className="cluster">
          {state !== "ANNOUNCED" && <Chip tone={stateTones[state]}>{stateNames[state]()}</Chip>}
          {meeting!.fictional && <Fictional />}
          <span className="cluster no-print">
            {state === "ANNOUNCED" && (
              <Download href={`${paths.meeting(meeting!.slug)}/meeting.ics`}>{m.schedule_ics()}</Download>
            )}
            <WatchLink small kind="MEETING" id={meeting!.id} page={paths.meeting(meeting!.slug)} />
          </span>
        </p>
        <Facts meeting={meeting!} />
      </PageHead>
      <Changed meeting={meeting!} />
      {toCome && <MeetingAnnounced meeting={meeting!} />}
      <Beside meeting={meeting!}>
        {minutes ? (
          <Row id="minutes" heading={m.meeting_minutes()}>
            <Minutes minutes={minutes} meetingId={id} today={instance.today} reactions={reactionsIn(meeting!.slug)} />
          </Row>
        ) : (
          state === "HELD_MINUTES_AWAITED" && (
            <Row heading={m.meeting_minutes()}>
              <Empty title={awaited(startsAt, instance.today)}>
                {(agenda || meeting!.documents.length > 0) && <p>{m.meeting_minutes_awaited_text()}</p>}
              </Empty>
            </Row>
          )
        )}
        {minutes && (
          <Row id="reactions" heading={m.meeting_reactions()} aside={m.meeting_reactions_note()}>
            <Reactions subject="MINUTES" subjectId={minutes.id} reactions={minutes.reactions} />
          </Row>
        )}
        {kind === "LOCAL" && state !== "ANNOUNCED" && (
          <Row
            id="came-out"
            heading={m.meeting_came_out()}
            aside={m.meeting_contributions({ count: contributions.length })}
          >
            {contributions.length > 0 ? (
              <ul className="cards">
                {contributions.map((contribution) => (
                  <VoiceCard contribution={contribution} key={contribution.id} />
                ))}
              </ul>
            ) : (
              <Empty title={m.meeting_came_out_none()}>{null}</Empty>
            )}
            {territory && (
              <p>
                <ButtonLink to={paths.territory(territory.slug)}>
                  {m.meeting_see_territory({ territory: territory.name })} <Icon name="arrow" />
                </ButtonLink>
              </p>
            )}
          </Row>
        )}
        {meeting!.viewerCan.writeMinutes && (
          <Row heading={writing}>
            <p>
              <ButtonLink to={paths.minutesWrite(meeting!.slug)}>{writing}</ButtonLink>
            </p>
          </Row>
        )}
        <MeetingPresence meeting={meeting!} channelNames={channelNames} />
        {agenda && !toCome && !minutes && (
          <Row heading={m.meeting_agenda()} margin={m.meeting_agenda_note({ count: length })}>
            {agenda}
          </Row>
        )}
        {!toCome && !minutes && <Preparation meeting={meeting!} />}
        {came && !minutes && <Row heading={m.attendance_who_came()}>{came}</Row>}
        {meeting!.viewerCan.edit && kind === "LOCAL" && state !== "CANCELLED" && (
          <Row heading={m.meeting_kit()} id="kit" noPrint>
            <Suspense>
              <Kit slug={meeting!.slug} />
            </Suspense>
          </Row>
        )}
        {meeting!.viewerCan.edit && (
          <Row heading={m.meeting_files()} id="files" noPrint>
            <Suspense>
              <FilesForm meeting={meeting!} />
            </Suspense>
          </Row>
        )}
        {meeting!.viewerCan.edit && state !== "DRAFT" && (toCome || meeting!.comers.length > 0) && (
          <Row heading={toCome ? m.attendance_comers() : m.attendance_comers_then()} noPrint>
            <Comers meeting={meeting!} />
          </Row>
        )}
        <Serving documents={meeting!.serving} serves={paths.meeting(meeting!.slug)} />
        {meeting!.viewerCan.edit && (
          <Row heading={m.meetingWriting_acts()} noPrint>
            <MeetingActs meeting={meeting!} />
          </Row>
        )}
        {minutes ? (
          <Around meeting={meeting!} agenda={agenda} came={came} others={around} />
        ) : (
          around.length > 0 && (
            <Row heading={m.meeting_others()} noPrint>
              <MeetingList meetings={around} />
            </Row>
          )
        )}
      </Beside>
    </Ruled>
  );
}
