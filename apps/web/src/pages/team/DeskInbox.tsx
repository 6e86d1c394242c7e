import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { Inbox } from "../../features/matter/Inbox.tsx";
import type { DeskInbox_matters } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Pager } from "../../ui/Pager.tsx";
import { Row } from "../../ui/Ruled.tsx";
import type { DeskMeeting } from "./comingMeetings.ts";
import styles from "./Desk.module.css";

const fragment: TypedDocumentNode<DeskInbox_matters> = gql`
  fragment DeskInbox_matters on MatterConnection {
    count
    pageInfo {
      endCursor
      hasNextPage
    }
    ...Inbox_matters @unmask
  }
  ${Inbox.fragment}
`;

interface Props {
  matters: Omit<DeskInbox_matters, " $fragmentName">;
  /** Meetings to come, the nearest first. */
  next: readonly DeskMeeting[];
  /** Says of which group each thing is. */
  groups: boolean;
}

/** Waiting matters, with the next dates in the margin. Renders nothing without either. */
export function DeskInbox({ matters: { nodes, pageInfo }, next, groups }: Props) {
  if (nodes.length === 0 && next.length === 0) return null;
  const dates = next.map(({ id, slug, title, startsAt }, at) => (
    <span className={styles.date} key={id}>
      <Link to={paths.meeting(slug)} lang={contentLang()}>
        {(at === 0 ? m.matter_next : m.matter_then)({ date: formatDate(startsAt, "short"), title })}
      </Link>
    </span>
  ));
  return nodes.length > 0 ? (
    <Row note={dates}>
      <Inbox matters={nodes} groups={groups} />
      <Pager pageInfo={pageInfo} label={m.matter_list()} />
    </Row>
  ) : (
    <Row>
      <p>{dates}</p>
    </Row>
  );
}

DeskInbox.fragment = fragment;
