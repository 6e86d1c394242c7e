import { Link } from "react-router-dom";
import { paths } from "../../paths.ts";
import styles from "./Territory.module.css";

/** Territories by name, in columns, each a link. */
export const TerritoryNames = ({ territories }: { territories: readonly { slug: string; name: string }[] }) => (
  <ul className={styles.names}>
    {territories.map(({ slug, name }) => (
      <li key={slug}>
        <Link to={paths.territory(slug)}>{name}</Link>
      </li>
    ))}
  </ul>
);
