import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { RegionalGroupStatus } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { Chip } from "../../ui/Chip.tsx";
import { statusNames, statusTones } from "./RegionalGroups.tsx";
import styles from "./Territory.module.css";

interface Props {
  territories: readonly {
    id: string;
    slug: string;
    name: string;
    responseCount: number;
    regionalGroups: readonly { id: string; status: RegionalGroupStatus }[];
  }[];
}

/** The regions of 2012, each with how many answered and where its group stands. */
export const GroupStates = ({ territories }: Props) => (
  <ul className={styles.states}>
    {territories.map(({ id, slug, name, responseCount, regionalGroups }) => (
      <li key={id}>
        <span>
          <Link to={paths.territory(slug)}>{name}</Link>
          <small className="quiet"> {m.territory_response_count({ count: responseCount })}</small>
        </span>
        {regionalGroups.map((group) => (
          <Chip tone={statusTones[group.status]} key={group.id}>
            {statusNames[group.status]()}
          </Chip>
        ))}
      </li>
    ))}
  </ul>
);
