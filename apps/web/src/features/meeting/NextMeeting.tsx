import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { MeetingKind, MeetingState, NextMeeting_meeting } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { daysUntil } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { When } from "../../ui/When.tsx";
import { DateBlock } from "./DateBlock.tsx";
import styles from "./Meeting.module.css";
import { MeetingTitle } from "./MeetingTitle.tsx";
import { meetingLabel, meetingPlace } from "./meeting.labels.ts";

const fragment: TypedDocumentNode<NextMeeting_meeting> = gql`
  fragment NextMeeting_meeting on Meeting {
    ...MeetingTitle_meeting @unmask
    remote
    purpose
    fictional
    documents {
      id
      slug
      title
    }
  }
  ${MeetingTitle.fragment}
`;

interface Dated {
  kind: MeetingKind;
  state: MeetingState;
  startsAt: string;
}

/** The group's own meeting that comes first, among meetings in the order of their dates. */
export const nextOf = <Meeting extends Dated>(meetings: readonly Meeting[]) =>
  meetings.find(({ kind, state }) => kind === "NATIONAL" && state === "ANNOUNCED");

interface Props {
  meeting: FragmentType<NextMeeting_meeting>;
  today: string;
}

/** The meeting to come: when, where, what for, and what to read before. */
export function NextMeeting({ meeting, today }: Props) {
  const { data } = useSuspenseFragment({ fragment, fragmentName: "NextMeeting_meeting", from: meeting });
  const { slug, startsAt, purpose, documents, fictional } = data;
  return (
    <Card as="article" tone="now">
      <div className={styles.head}>
        <DateBlock date={startsAt} />
        <div className="flow">
          <p className="cluster">
            <Chip tone="open">{m.meeting_in_days({ count: daysUntil(startsAt, today) })}</Chip>
            <span className="quiet">{meetingLabel(data)}</span>
            {fictional && <Fictional />}
          </p>
          <MeetingTitle meeting={data} />
        </div>
        <div className={`flow ${styles.rest}`}>
          <p>
            <b>
              <When date={startsAt} format="time" original />
            </b>
            <br />
            {meetingPlace(data)}
          </p>
          {purpose && (
            <p className="prose" lang={contentLang()}>
              {purpose}
            </p>
          )}
          {documents.length > 0 && (
            <ul className="cluster" aria-label={m.meeting_documents()}>
              {documents.map((document) => (
                <li key={document.id}>
                  <Link to={paths.document(document.slug)} lang={contentLang()}>
                    {document.title}
                  </Link>
                </li>
              ))}
            </ul>
          )}
          <p>
            <ButtonLink to={paths.meeting(slug)}>
              {m.meeting_prepare()} <Icon name="arrow" />
            </ButtonLink>
          </p>
        </div>
      </div>
    </Card>
  );
}

NextMeeting.fragment = fragment;
