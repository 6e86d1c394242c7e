import { m } from "@cahier/schema/messages";
import { useEffect, useState } from "react";
import { useLocation } from "react-router-dom";
import { listen } from "./live.ts";
import styles from "./Live.module.css";

/** Says that something came to this page while it was open: over it, in a corner, so that nothing moves under the reader. */
export function Live() {
  const { pathname } = useLocation();
  const [came, setCame] = useState<string | null>(null);
  useEffect(() => listen((pages) => pages.includes(pathname) && setCame(pathname)), [pathname]);
  const shown = came === pathname;
  return (
    <output className={shown ? `${styles.live} no-print` : undefined}>
      {shown && (
        <>
          <b>{m.news_came()}</b>
          <button type="button" onClick={() => location.reload()}>
            {m.news_reload()}
          </button>
          <button type="button" onClick={() => setCame(null)}>
            {m.news_dismiss()}
          </button>
        </>
      )}
    </output>
  );
}
