import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { GroupStates_group } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { Chip } from "../../ui/Chip.tsx";
import { statusNames, statusTones } from "./regionalGroup.labels.ts";
import styles from "./GroupStates.module.css";

const fragment: TypedDocumentNode<GroupStates_group> = gql`
  fragment GroupStates_group on RegionalGroup {
    id
    status
    territory {
      id
      slug
      kind
      name
      responseCount
      region {
        id
        slug
      }
    }
  }
`;

/** Territories that have a group, each with how many answered and where its group stands. */
export const GroupStates = ({ groups }: { groups: readonly GroupStates_group[] }) => (
  <ul className={styles.states}>
    {groups.map(({ id, status, territory: { slug, name, responseCount } }) => (
      <li key={id}>
        <span>
          <Link to={paths.territory(slug)}>{name}</Link>
          <small className="quiet"> {m.territory_response_count({ count: responseCount })}</small>
        </span>
        <Chip tone={statusTones[status]}>{statusNames[status]()}</Chip>
      </li>
    ))}
  </ul>
);

GroupStates.fragment = fragment;
