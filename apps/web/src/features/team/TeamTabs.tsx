import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Link, useLocation } from "react-router-dom";
import { sections } from "../../frame/sections.ts";
import { paths } from "../../paths.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Count } from "./Count.tsx";
import { type Place, tabsOf } from "./places.ts";
import styles from "./TeamBar.module.css";

/** Under the thumb, on a telephone: the desk, the places one works in most, and all others behind « Plus ». */
export function TeamTabs({ places, current }: { places: Place[]; current: Place | undefined }) {
  const { pathname } = useLocation();
  const [openAt, setOpenAt] = useState<string | null>(null);
  const shown = tabsOf(places);
  const others = places.filter((place) => !shown.includes(place));
  const close = () => setOpenAt(null);
  return (
    <>
      <nav className={`${styles.tabs} no-print`} aria-label={m.team_thumb()}>
        {shown.map((place) => (
          <Link to={place.to} aria-current={place === current ? "true" : undefined} key={place.name}>
            <Icon name={place.icon} size={22} />
            {place.short ?? place.name} <Count of={place} />
          </Link>
        ))}
        <button
          type="button"
          aria-haspopup="dialog"
          data-within={current && others.includes(current) ? "" : undefined}
          onClick={() => setOpenAt(pathname)}
        >
          <Icon name="plus" size={22} />
          {m.team_more()} <Count of={{ waiting: others.reduce((sum, { waiting = 0 }) => sum + waiting, 0) }} />
        </button>
      </nav>
      <Dialog open={openAt === pathname} onClose={close} title={m.team_more()}>
        <div className={styles.more}>
          {others.length > 0 && (
            <ul>
              {others.map((place) => (
                <li key={place.name}>
                  <Link to={place.to} aria-current={place === current ? "true" : undefined} onClick={close}>
                    {place.name} <Count of={place} />
                  </Link>
                </li>
              ))}
            </ul>
          )}
          <h3>{m.team_site()}</h3>
          <ul>
            {sections.map(({ to, label }) => (
              <li key={to}>
                <Link to={to} onClick={close}>
                  {label()}
                </Link>
              </li>
            ))}
            <li>
              <Link to={paths.search()} onClick={close}>
                {m.shell_search()}
              </Link>
            </li>
          </ul>
        </div>
      </Dialog>
    </>
  );
}
