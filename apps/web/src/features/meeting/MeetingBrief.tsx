import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { MeetingBrief_meeting } from "../../graphql/operations.generated.ts";
import { daysUntil } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { When } from "../../ui/When.tsx";
import { DateBlock } from "./DateBlock.tsx";
import styles from "./Meeting.module.css";
import { MeetingTitle } from "./MeetingTitle.tsx";
import { meetingLabel, meetingPlace } from "./meeting.labels.ts";

const fragment: TypedDocumentNode<MeetingBrief_meeting> = gql`
  fragment MeetingBrief_meeting on Meeting {
    ...MeetingTitle_meeting @unmask
    remote
  }
  ${MeetingTitle.fragment}
`;

interface Props {
  meeting: FragmentType<MeetingBrief_meeting>;
  today: string;
}

/** The meeting to come, in short: what it is for and what to read before are on its page. */
export function MeetingBrief({ meeting, today }: Props) {
  const { data } = useSuspenseFragment({ fragment, fragmentName: "MeetingBrief_meeting", from: meeting });
  const { slug, startsAt } = data;
  return (
    <Card as="article" tone="now">
      <div className={`${styles.head} ${styles.brief}`}>
        <DateBlock date={startsAt} />
        <div>
          <p className="quiet">
            {meetingLabel(data)} · {m.meeting_in_days({ count: daysUntil(startsAt, today) })}
          </p>
          <MeetingTitle meeting={data} />
        </div>
        <p className="quiet">
          <When date={startsAt} format="time" /> · {meetingPlace(data)}
        </p>
        <ButtonLink small to={paths.meeting(slug)}>
          {m.meeting_prepare()} <Icon name="arrow" />
        </ButtonLink>
      </div>
    </Card>
  );
}

MeetingBrief.fragment = fragment;
