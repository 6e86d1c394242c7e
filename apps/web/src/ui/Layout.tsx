import { Outlet, useLocation } from "react-router-dom";
import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import { basenameOf } from "../i18n/locale.ts";

export function Layout() {
  const { pathname } = useLocation();
  const other = getLocale() === "fr" ? "en" : "fr";
  // A change of language is a change of document: an ordinary link.
  return (
    <>
      <header>
        <a href={basenameOf(other).replace(/\/$/, "") + pathname} hrefLang={other} lang={other}>
          {m.other_language()}
        </a>
      </header>
      <main>
        <Outlet />
      </main>
    </>
  );
}
