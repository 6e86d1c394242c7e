import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import { Link, useLocation } from "react-router-dom";
import { useViewer } from "../graphql/instance.tsx";
import { addressIn } from "../i18n/locale.ts";
import { paths } from "../paths.ts";
import styles from "./Header.module.css";
import { useInstance } from "./instance.ts";
import { Icon } from "../ui/Icon.tsx";
import { currentFor, sections } from "./sections.ts";
import { ThemeButton } from "../ui/ThemeButton.tsx";

/**
 * The name, the parts of the site, and what is one's own: theme, language, account. While one answers, the way out alone;
 * for an office that received a letter, no part of the site.
 */
export function Header({ answering, addressed }: { answering: boolean; addressed: boolean }) {
  const { pathname, search } = useLocation();
  const instance = useInstance();
  // Not to offer to sign in, for a moment, to whoever is.
  const isIn = useViewer() !== null;
  const other = getLocale() === "fr" ? "en" : "fr";
  return (
    <header className={`${styles.header} ${answering ? styles.slim : ""} no-print`}>
      <div className={styles.inside}>
        <Link to={paths.home()} className={styles.logo}>
          {instance.logo ? (
            <img src={instance.logo} alt="" />
          ) : (
            <svg width="34" height="40" viewBox="0 0 34 40" aria-hidden="true">
              <rect x="1" y="1" width="32" height="38" rx="4" />
              <path d="M10 1v38" />
              <path d="M15 12h13M15 19h13M15 26h9" />
            </svg>
          )}
          <span>
            Cahier commun
            <small>{instance.name || m.instance_new()}</small>
          </span>
        </Link>
        {addressed ? (
          <p className={styles.addressed}>
            <Icon name="lock" size={18} />
            {m.shell_private()}
          </p>
        ) : (
          <nav className={styles.nav} aria-label={m.shell_nav()}>
            {sections.map(({ to, label, covers }) => (
              <Link to={to} aria-current={currentFor(to, covers, pathname)} key={to}>
                {label()}
              </Link>
            ))}
          </nav>
        )}
        <div className={styles.tools}>
          {answering && (
            <Link to={paths.home()} className={styles.leave}>
              <Icon name="cross" size={20} />
              <span>
                {m.questionnaire_leave()}
                <span className={`scripted ${styles.words}`}>{m.questionnaire_leave_kept()}</span>
              </span>
            </Link>
          )}
          {!addressed && (
            <Link to={paths.search()} aria-label={m.shell_search()} aria-keyshortcuts="Control+K">
              <Icon name="search" size={22} />
            </Link>
          )}
          <ThemeButton />
          {/* A change of language is a change of document: an ordinary link. */}
          {instance.languages === "BOTH" && (
            <a
              href={addressIn(other, pathname + search)}
              hrefLang={other}
              lang={other}
              aria-label={m.shell_other_language()}
            >
              {other.toUpperCase()}
            </a>
          )}
          {!addressed && (
            <Link to={isIn ? paths.desk() : paths.signIn()} aria-label={isIn ? m.shell_desk() : m.shell_sign_in()}>
              <Icon name="person" size={22} />
              <span className={styles.words}>{isIn ? m.shell_desk() : m.shell_sign_in()}</span>
            </Link>
          )}
        </div>
      </div>
    </header>
  );
}
