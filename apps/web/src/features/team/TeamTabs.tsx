import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Link, useLocation } from "react-router-dom";
import { sections } from "../../frame/sections.ts";
import { contentLang } from "../../i18n/content.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Count } from "./Count.tsx";
import { type Place, tabsOf } from "./places.ts";
import styles from "./TeamBar.module.css";

interface Props {
  places: Place[];
  current: Place | undefined;
  /** Short name of the group; empty without one. */
  group: string;
  /** Opens the palette. */
  onGo: () => void;
}

/** Under the thumb, on a telephone: the desk, the places one works in most, and all others behind « Plus ». */
export function TeamTabs({ places, current, group, onGo }: Props) {
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
          <Dots />
          {m.team_more()} <Count of={{ waiting: others.reduce((sum, { waiting = 0 }) => sum + waiting, 0) }} />
        </button>
      </nav>
      <Dialog
        open={openAt === pathname}
        onClose={close}
        title={<span lang={group ? contentLang() : undefined}>{group || m.team_more()}</span>}
      >
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
          </ul>
          <Button
            onClick={() => {
              close();
              onGo();
            }}
          >
            <Icon name="search" /> {m.team_go()}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

/** Three dots: there is more. */
const Dots = () => (
  <svg width={22} height={22} viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
    <circle cx="5" cy="12" r="1.8" />
    <circle cx="12" cy="12" r="1.8" />
    <circle cx="19" cy="12" r="1.8" />
  </svg>
);
