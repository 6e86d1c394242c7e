import { Link } from "react-router-dom";
import { contentLang } from "../i18n/content.ts";

/** A link that is the title of what it leads to, as its authors wrote it. */
export const TitleLink = ({ to, children }: { to: string; children: string }) => (
  <Link to={to} lang={contentLang()}>
    {children}
  </Link>
);
