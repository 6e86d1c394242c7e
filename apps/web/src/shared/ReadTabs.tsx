import { m } from "@cahier/schema/messages";
import { Link, useLocation } from "react-router-dom";
import { paths } from "../paths.ts";
import styles from "./ReadTabs.module.css";

const tabs = [
  { to: paths.contributions(), label: m.shell_read_contributions },
  { to: paths.syntheses(), label: m.shell_read_syntheses },
  { to: paths.proposals(), label: m.shell_nav_proposals },
  { to: paths.territories(), label: m.shell_nav_territories },
] as const;

/** The four lists of what there is to read, one beside another. */
export function ReadTabs() {
  const { pathname } = useLocation();
  return (
    <nav className={`${styles.tabs} no-print`} aria-label={m.shell_nav_read()}>
      {tabs.map(({ to, label }) => (
        <Link to={to} aria-current={pathname === to ? "page" : undefined} key={to}>
          {label()}
        </Link>
      ))}
    </nav>
  );
}
