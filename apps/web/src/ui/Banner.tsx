import { m } from "@cahier/schema/messages";
import { useSyncExternalStore } from "react";
import styles from "./Banner.module.css";

const html = () => document.documentElement;

/** Watches the attribute of the document that a script set before the page was drawn. */
function subscribe(changed: () => void) {
  const observer = new MutationObserver(changed);
  observer.observe(html(), { attributeFilter: ["data-dates"] });
  return () => observer.disconnect();
}

function change(shown: boolean) {
  if (shown) {
    html().dataset.dates = "2012";
    localStorage.setItem("dates", "2012");
  } else {
    delete html().dataset.dates;
    localStorage.removeItem("dates");
  }
}

/** Says on every page that the content is a demonstration; one switch shows the real dates of 2012 beside the others. */
export default function Banner() {
  const shown = useSyncExternalStore(
    subscribe,
    () => html().dataset.dates === "2012",
    () => false,
  );
  return (
    <aside className={styles.banner} aria-label={m.shell_demonstration()}>
      <p>{m.shell_demonstration_text()}</p>
      <button type="button" aria-pressed={shown} onClick={() => change(!shown)} className="no-print">
        {m.shell_real_dates()}
      </button>
    </aside>
  );
}
