import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type {
  MoreOpenActions,
  MoreOpenActionsVariables,
  OpenActions_action,
  OpenActions_group,
} from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Chip } from "../../ui/Chip.tsx";
import { useRest } from "../../ui/useRest.tsx";

const action: TypedDocumentNode<OpenActions_action> = gql`
  fragment OpenActions_action on MinutesBlock {
    id
    text
    owner
    due
    late
    meeting {
      id
      slug
      title
    }
  }
`;

export const openActions: TypedDocumentNode<OpenActions_group> = gql`
  fragment OpenActions_group on WorkingGroup {
    id
    slug
    lateActions
    openActions {
      ...OpenActions_action @unmask
    }
  }
  ${action}
`;

const query: TypedDocumentNode<MoreOpenActions, MoreOpenActionsVariables> = gql`
  query MoreOpenActions($slug: String!, $after: ID!) {
    group(slug: $slug) {
      id
      openActions(after: $after) {
        ...OpenActions_action @unmask
      }
    }
  }
  ${action}
`;

interface Props {
  group: Omit<OpenActions_group, " $fragmentName">;
}

/** Actions that meetings of a group decided upon and that are still to do, the late ones first; read on past the first fifty. */
export function OpenActionList({ group: { slug, openActions: actions } }: Props) {
  const client = useApolloClient();
  const { rest, control } = useRest({
    begun: actions,
    most: 50,
    ask: async (after) => (await client.query({ query, variables: { slug, after } })).data?.group?.openActions,
  });
  return (
    <>
      <ul className="flow">
        {[...actions, ...rest].map(({ id, text, owner, due, late: isLate, meeting }) => (
          <li key={id}>
            <Link to={`${paths.meeting(meeting.slug)}#${id}`} lang={contentLang()}>
              {text}
            </Link>
            <div className="cluster quiet">
              {isLate && <Chip tone="open">{m.minutes_action_late()}</Chip>}
              <span>
                {[owner, due && m.meeting_before({ date: formatDate(due, "short") })].flatMap((it) =>
                  it ? `${it} · ` : [],
                )}
                <span lang={contentLang()}>{meeting.title}</span>
              </span>
            </div>
          </li>
        ))}
      </ul>
      {control}
    </>
  );
}
