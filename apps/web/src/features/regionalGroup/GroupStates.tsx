import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { GroupStates_territory } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { Chip } from "../../ui/Chip.tsx";
import { statusNames, statusTones } from "./regionalGroup.labels.ts";
import styles from "./GroupStates.module.css";

const fragment: TypedDocumentNode<GroupStates_territory> = gql`
  fragment GroupStates_territory on Territory {
    id
    slug
    name
    responseCount
    region {
      id
      slug
    }
    regionalGroups {
      id
      status
      territory {
        id
      }
    }
  }
`;

/** Regions that have a group, each with how many answered and where its group stands. */
export const GroupStates = ({ territories }: { territories: readonly GroupStates_territory[] }) => (
  <ul className={styles.states}>
    {territories.map(({ id, slug, name, responseCount, regionalGroups }) => (
      <li key={id}>
        <span>
          <Link to={paths.territory(slug)}>{name}</Link>
          <small className="quiet"> {m.territory_response_count({ count: responseCount })}</small>
        </span>
        {regionalGroups
          .filter((group) => group.territory.id === id)
          .map((group) => (
            <Chip tone={statusTones[group.status]} key={group.id}>
              {statusNames[group.status]()}
            </Chip>
          ))}
      </li>
    ))}
  </ul>
);

GroupStates.fragment = fragment;
