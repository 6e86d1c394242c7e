import { m } from "@cahier/schema/messages";
import { useHref } from "react-router-dom";
import { paths } from "../paths.ts";
import { Button } from "./Button.tsx";
import styles from "./Filters.module.css";
import { Icon } from "./Icon.tsx";

/** A field that leads to the search of all the site, with or without scripts. */
export function SiteSearch() {
  return (
    <search aria-label={m.shell_search()} className="no-print">
      <form action={useHref(paths.search())} className="cluster">
        <label className={styles.site}>
          <span className="visually-hidden">{m.shell_search_all()}</span>
          <span className={styles.box}>
            <Icon name="search" size={18} />
            <input type="search" name="q" maxLength={200} placeholder={m.shell_search_all()} enterKeyHint="search" />
          </span>
        </label>
        <Button type="submit" small>
          {m.shell_search()}
        </Button>
      </form>
    </search>
  );
}
