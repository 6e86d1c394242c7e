import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { OpenActions_group } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Chip } from "../../ui/Chip.tsx";
import { Row } from "../../ui/Ruled.tsx";

export const openActions: TypedDocumentNode<OpenActions_group> = gql`
  fragment OpenActions_group on WorkingGroup {
    id
    lateActions
    openActions {
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
  }
`;

/** Actions that meetings of a group decided upon and that are still to do, the late ones first. */
export function OpenActions({ group, heading }: { group: OpenActions_group; heading: string }) {
  const { lateActions: late, openActions: actions } = group;
  if (actions.length === 0) return null;
  return (
    <Row id="actions" heading={heading} note={late > 0 && m.minutes_actions_late({ count: late })}>
      <ul className="flow">
        {actions.map(({ id, text, owner, due, late: isLate, meeting }) => (
          <li key={id}>
            <Link to={`${paths.meeting(meeting.slug)}#${id}`} lang={contentLang()}>
              {text}
            </Link>
            <div className="cluster quiet">
              {isLate && <Chip tone="open">{m.minutes_action_late()}</Chip>}
              <span>
                {[owner, due && m.meeting_before({ date: formatDate(due, "short") }), meeting.title]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Row>
  );
}
