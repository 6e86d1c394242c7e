import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { OpenActionList, openActions } from "../../features/meeting/OpenActions.tsx";
import type { DeskActions_query } from "../../graphql/operations.generated.ts";
import { Fold } from "../../ui/Part.tsx";

const fragment: TypedDocumentNode<DeskActions_query> = gql`
  fragment DeskActions_query on Query {
    groups {
      id
      name
      viewerCan {
        announceMeetings
      }
      ...OpenActions_group @unmask
    }
  }
  ${openActions}
`;

interface Props {
  groups: DeskActions_query["groups"];
  /** The group in which one reads, where one keeps no meetings. */
  read: string | undefined;
}

/** Actions due in each group where the viewer keeps meetings or reads; the late ones first. */
export function DeskActions({ groups, read }: Props) {
  const own = groups.filter(
    ({ id, viewerCan, openActions: actions }) => actions.length > 0 && (viewerCan.announceMeetings || id === read),
  );
  return own.map((group) => (
    <Fold
      id={own.length > 1 ? `actions-${group.slug}` : "actions"}
      heading={own.length > 1 ? `${m.minutes_actions()}${m.ui_colon()}${group.name}` : m.minutes_actions()}
      note={group.lateActions > 0 && m.minutes_actions_late({ count: group.lateActions })}
      key={group.id}
    >
      <OpenActionList group={group} />
    </Fold>
  ));
}

DeskActions.fragment = fragment;
