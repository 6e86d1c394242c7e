import { Link } from "react-router-dom";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { PageHead } from "../../ui/Ruled.tsx";

interface Props {
  meeting: { slug: string; title: string; startsAt: string };
  title: string;
  /** Title of the tab, with that of the meeting. */
  tab: string;
}

/** Head of a page where those who keep a meeting write something of it. */
export const MeetingHead = ({ meeting: { slug, title: named, startsAt }, title, tab }: Props) => (
  <PageHead
    margin={formatDate(startsAt, "short")}
    kicker={
      <Link to={paths.meeting(slug)} lang={contentLang()}>
        {named}
      </Link>
    }
    title={title}
    tab={tab}
  />
);
