import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { MeetingCard_meeting } from "../../graphql/operations.generated.ts";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { When } from "../../ui/When.tsx";
import { DateBlock } from "./DateBlock.tsx";
import styles from "./Meeting.module.css";
import { MeetingTitle } from "./MeetingTitle.tsx";
import { meetingLabel, stateNames, stateTones } from "./meeting.labels.ts";
import { contentLang } from "../../i18n/content.ts";

const fragment: TypedDocumentNode<MeetingCard_meeting> = gql`
  fragment MeetingCard_meeting on Meeting {
    ...MeetingTitle_meeting @unmask
    state
    participants
    fictional
    territory {
      id
      name
    }
    objectives {
      id
      number
      name
    }
  }
  ${MeetingTitle.fragment}
`;

/** A meeting in a list: its day, what it works on, and whether its minutes can be read. */
export function MeetingCard({ meeting }: { meeting: FragmentType<MeetingCard_meeting> }) {
  const { data } = useSuspenseFragment({ fragment, fragmentName: "MeetingCard_meeting", from: meeting });
  const { startsAt, state, place, participants, territory, objectives, fictional } = data;
  return (
    <Card
      as="li"
      foot={
        <>
          {participants !== null && <span>{m.meeting_participants({ count: participants })}</span>}
          {objectives.map((objective) => (
            <span key={objective.id}>{m.theme_objective(objective)}</span>
          ))}
          {fictional && <Fictional />}
        </>
      }
    >
      <div className={styles.head}>
        <DateBlock date={startsAt} />
        <div className="flow">
          <p className="cluster">
            <span className="quiet">{meetingLabel(data)}</span>
            <Chip tone={stateTones[state]}>{stateNames[state]()}</Chip>
          </p>
          <MeetingTitle meeting={data} />
          <p className="quiet">
            <When date={startsAt} /> ·{" "}
            <span lang={contentLang()}>{territory ? `${place}, ${territory.name}` : place}</span>
          </p>
        </div>
      </div>
    </Card>
  );
}

MeetingCard.fragment = fragment;

interface ListProps {
  meetings: readonly (FragmentType<MeetingCard_meeting> & { id: string })[];
}

/** Meetings side by side, wide enough for their date. */
export const MeetingList = ({ meetings }: ListProps) => (
  <ul className={styles.list}>
    {meetings.map((meeting) => (
      <MeetingCard meeting={meeting} key={meeting.id} />
    ))}
  </ul>
);
