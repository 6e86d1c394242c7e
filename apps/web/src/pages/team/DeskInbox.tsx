import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { Inbox } from "../../features/matter/Inbox.tsx";
import type { DeskInbox_matters, DeskPage } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Pager } from "../../ui/Pager.tsx";
import { Row } from "../../ui/Ruled.tsx";

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
  /** Next meeting of the group; null without one. */
  next: NonNullable<DeskPage["group"]>["nextMeeting"];
  /** Says of which group each thing is. */
  groups: boolean;
}

/** Waiting matters, with the next date in the margin. Renders nothing without either. */
export function DeskInbox({ matters: { nodes, pageInfo }, next, groups }: Props) {
  if (nodes.length === 0 && !next) return null;
  const date = next && (
    <Link to={paths.meeting(next.slug)} lang={contentLang()}>
      {m.matter_next({ date: formatDate(next.startsAt, "short"), title: next.title })}
    </Link>
  );
  return nodes.length > 0 ? (
    <Row note={date}>
      <Inbox matters={nodes} groups={groups} />
      <Pager pageInfo={pageInfo} label={m.matter_list()} />
    </Row>
  ) : (
    <Row>
      <p>{date}</p>
    </Row>
  );
}

DeskInbox.fragment = fragment;
