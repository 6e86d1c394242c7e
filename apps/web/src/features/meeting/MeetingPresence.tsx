import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { AttendanceChannel, MeetingPresence_meeting } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Row } from "../../ui/Ruled.tsx";
import { presenceAtLeast, presenceInWords } from "./meeting.labels.ts";
import { presenceOf } from "../../shared/presence.tsx";
import { recordedPresence as recorded } from "./recordedPresence.fragment.tsx";

export const meetingPresence: TypedDocumentNode<MeetingPresence_meeting> = gql`
  fragment MeetingPresence_meeting on Meeting {
    id
    slug
    present
    presence {
      ...PresenceOf_presence @unmask
    }
    presenceByChannel {
      channel
      people
    }
    ...RecordedPresence_meeting @unmask
    viewerCan {
      recordPresence
    }
  }
  ${presenceOf}
  ${recorded}
`;

interface Props {
  meeting: MeetingPresence_meeting;
  /** Names of the ways of coming. */
  channelNames: Readonly<Record<AttendanceChannel, () => string>>;
}

/** The people present at a meeting, in steps of five; for its keepers exactly, with the form that records them. */
export function MeetingPresence({ meeting, channelNames }: Props) {
  const { slug, present, hasPresence, presence, presenceByChannel, recordedPresence, viewerCan } = meeting;
  if (!hasPresence && !viewerCan.recordPresence) return null;
  const named = (people: (count: number) => string | number) => (one: (typeof presenceByChannel)[number]) =>
    `${channelNames[one.channel]()} ${people(one.people)}`;
  return (
    <Row id="presence" heading={m.meeting_presence()}>
      <p>{inWords(hasPresence, present)}</p>
      {presenceByChannel.length > 0 && (
        <p>{presenceByChannel.map(named((people) => `(${m.meeting_at_least({ people })})`)).join(", ")}</p>
      )}
      {presence.length > 0 && <p lang={contentLang()}>{presenceAtLeast(presence)}</p>}
      {hasPresence && <p className="quiet">{m.meeting_presence_steps()}</p>}
      {recordedPresence && (
        <>
          <h3>{m.meeting_presence_exact()}</h3>
          <ul>
            <li lang={contentLang()}>{presenceInWords(recordedPresence.presence)}</li>
            {recordedPresence.channels.length > 0 && (
              <li>{recordedPresence.channels.map(named((people) => people)).join(", ")}</li>
            )}
          </ul>
        </>
      )}
      {viewerCan.recordPresence && (
        <p>
          <ButtonLink small to={paths.meetingPresence(slug)}>
            {m.meeting_presence_say()}
          </ButtonLink>
        </p>
      )}
    </Row>
  );
}

const inWords = (hasPresence: boolean, present: number | null) => {
  if (present !== null) return m.meeting_presence_total({ count: present });
  return hasPresence ? m.meeting_presence_said() : m.meeting_presence_none();
};
