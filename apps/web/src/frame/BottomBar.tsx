import { m } from "@cahier/schema/messages";
import { Link, useLocation } from "react-router-dom";
import { paths } from "../paths.ts";
import styles from "./BottomBar.module.css";
import { Icon } from "../ui/Icon.tsx";
import { currentFor } from "./sections.ts";

const entries = [
  { to: paths.home(), label: m.shell_tab_home, icon: "home", covers: /^\/$/ },
  { to: paths.questionnaires(), label: m.shell_tab_answer, icon: "pen", covers: /^\/questionnaires/ },
  {
    to: paths.contributions(),
    label: m.shell_tab_read,
    icon: "speech",
    covers: /^\/(contributions|notebooks|syntheses|key-points|objectives|proposals)/,
  },
  { to: paths.meetings(), label: m.shell_tab_calendar, icon: "calendar", covers: /^\/(meetings|schedule|documents)/ },
  { to: paths.follow(), label: m.shell_tab_follow, icon: "path", covers: /^\/follow/ },
] as const;

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
