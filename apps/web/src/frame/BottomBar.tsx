import { m } from "@cahier/schema/messages";
import { Link, useLocation } from "react-router-dom";
import { paths } from "../paths.ts";
import styles from "./BottomBar.module.css";
import { Icon } from "../ui/Icon.tsx";
import { currentFor, sections } from "./sections.ts";

const entries = [{ to: paths.home(), label: m.shell_tab_home, icon: "home", covers: /^\/$/ }, ...sections] as const;

/** Under the thumb, on a telephone. */
export function BottomBar() {
  const { pathname } = useLocation();
  return (
    <nav className={`${styles.bar} no-print`} aria-label={m.shell_tabs()}>
      {entries.map(({ to, label, icon, covers }) => (
        <Link to={to} aria-current={currentFor(to, covers, pathname)} key={to}>
          <Icon name={icon} size={22} />
          {label()}
        </Link>
      ))}
    </nav>
  );
}
