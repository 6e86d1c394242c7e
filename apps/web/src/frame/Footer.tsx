import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import { Link, useLocation } from "react-router-dom";
import { addressIn } from "../i18n/locale.ts";
import { paths } from "../paths.ts";
import styles from "./Footer.module.css";
import { useInstance } from "./instance.ts";

const links = [
  [paths.about(), m.about_title],
  [paths.themes(), m.shell_nav_themes],
  [paths.interlocutors(), m.shell_nav_interlocutors],
  [paths.handovers(), m.shell_nav_handovers],
  [paths.territories(), m.shell_nav_territories],
  [paths.organisations(), m.shell_nav_organisations],
  [paths.initiatives(), m.shell_nav_initiatives],
  [paths.exchanges(), m.shell_nav_exchanges],
  [paths.glossary(), m.shell_nav_glossary],
  [paths.languageKit(), m.shell_nav_language_kit],
  [paths.documents(), m.shell_nav_documents],
  ["/open-data", m.openData_title],
  [paths.accessibility(), m.shell_accessibility],
  [paths.privacy(), m.shell_privacy],
  [paths.legal(), m.shell_legal],
] as const;

/** Those that say who keeps the site, for whoever received a letter. */
const keepers: readonly string[] = [paths.about(), paths.accessibility(), paths.privacy(), paths.legal()];

/** The way to every part of the site that the doors above do not name, on a telephone too. */
export function Footer({ addressed }: { addressed: boolean }) {
  const { pathname, search } = useLocation();
  const instance = useInstance();
  const other = getLocale() === "fr" ? "en" : "fr";
  return (
    <footer className={`${styles.footer} no-print`}>
      <div>
        <p>
          <b>Cahier commun</b>
          <br />
          {m.shell_free_software()}
        </p>
        <nav aria-label={m.shell_footer_nav()}>
          <ul>
            {links
              .filter(([to]) => !addressed || keepers.includes(to))
              .map(([to, label]) => (
                <li key={to}>
                  <Link to={to}>{label()}</Link>
                </li>
              ))}
            {instance.languages === "BOTH" && (
              <li>
                <a href={addressIn(other, pathname + search)} hrefLang={other} lang={other}>
                  {m.shell_other_language_name()}
                </a>
              </li>
            )}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
