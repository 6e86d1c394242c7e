import { m } from "@cahier/schema/messages";
import { ButtonLink } from "../../ui/Button.tsx";
import { FeedLink } from "../../ui/FeedLink.tsx";
import { watchPath, type WatchedThing } from "./watch.paths.ts";

interface Props extends WatchedThing {
  /** Address of its page, which has a feed. */
  page?: string;
  /** Beside small buttons. */
  small?: boolean;
}

/** « Suivre », on the page of a thing: leads to where one says how soon. */
export const WatchLink = ({ page, small, ...thing }: Props) => (
  <>
    {page && <FeedLink path={`${page}/news.atom`} title={m.news_title()} />}
    <ButtonLink small={small} to={watchPath(thing)}>
      {m.watch_link()}
    </ButtonLink>
  </>
);
