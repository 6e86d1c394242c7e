import { Link } from "react-router-dom";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";

/** Title of a meeting on its card, which leads to it. */
export const MeetingTitle = ({ meeting: { slug, title } }: { meeting: { slug: string; title: string } }) => (
  <h3>
    <Link to={paths.meeting(slug)} lang={contentLang()}>
      {title}
    </Link>
  </h3>
);
