import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { GroupTeam_group } from "../../graphql/operations.generated.ts";
import { roleNames } from "../../shared/roles.ts";
import { paths } from "../../paths.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { More } from "../../ui/More.tsx";
import { datesOf } from "./role.labels.ts";

const fragment: TypedDocumentNode<GroupTeam_group> = gql`
  fragment GroupTeam_group on WorkingGroup {
    id
    team {
      ...GroupTeam_member @unmask
    }
    formerTeam {
      ...GroupTeam_member @unmask
    }
  }
  fragment GroupTeam_member on TeamMember {
    id
    role
    displayName
    since
    until
    territory {
      id
      name
    }
  }
`;

/** People who run a group, and who ran it before: names, roles, dates. */
export const GroupTeam = ({ group: { team, formerTeam } }: { group: GroupTeam_group }) => (
  <>
    {team.length > 0 ? <Members members={team} /> : <p>{m.role_team_none()}</p>}
    {formerTeam.length > 0 && (
      <Disclosure summary={m.role_former_count({ count: formerTeam.length })}>
        <Members members={formerTeam} />
      </Disclosure>
    )}
    <p>
      <More to={paths.rights()}>{m.rights_see()}</More>
    </p>
  </>
);

GroupTeam.fragment = fragment;

const Members = ({ members }: { members: GroupTeam_group["team"] }) => (
  <ul className="flow">
    {members.map(({ id, role, displayName, since, until, territory }) => (
      <li key={id}>
        <b>{displayName || m.role_nameless()}</b>
        {`, ${roleNames[role]()}`}
        {territory && `, ${territory.name}`}
        <div className="quiet">{datesOf(since, until)}</div>
      </li>
    ))}
  </ul>
);
