import { Link } from "react-router-dom";
import { contentLang } from "../i18n/content.ts";
import { paths } from "../paths.ts";

/** The group that a page is of, above its title. */
export const GroupLink = ({ slug, name }: { slug: string; name: string }) => (
  <Link to={paths.group(slug)} lang={contentLang()}>
    {name}
  </Link>
);
