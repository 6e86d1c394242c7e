import { m } from "@cahier/schema/messages";
import { ButtonLink } from "../../ui/Button.tsx";
import { FeedLink } from "../../ui/FeedLink.tsx";
import { watchPath, type WatchedThing } from "./watch.paths.ts";

/** « Suivre », on the page of a thing: leads to where one says how soon. Its page has a feed, where its address is given. */
export const WatchLink = ({ page, ...thing }: WatchedThing & { page?: string }) => (
  <>
    {page && <FeedLink path={`${page}/news.atom`} title={m.news_title()} />}
    <ButtonLink small to={watchPath(thing)}>
      {m.watch_link()}
    </ButtonLink>
  </>
);
