import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { News } from "../../features/news/News.tsx";
import { WatchLink } from "../../features/watch/WatchLink.tsx";
import type { HomeNews_group } from "../../graphql/operations.generated.ts";
import { FeedLink, feedOf } from "../../ui/FeedLink.tsx";
import { Fold, Folds } from "../../ui/Part.tsx";
import { When } from "../../ui/When.tsx";

/** News on the page of home: the whole is in the feed, and on the page of the group. */
const most = 3;

/** Recent moves of a group, a way to follow it, and its feed. */
export const HomeNews = ({ group: { id, news } }: { group: HomeNews_group }) => (
  <>
    <FeedLink path="/news.atom" title={m.news_title()} />
    {news.length > 0 && (
      <Folds>
        <Fold id="news" heading={m.news_title()} note={<When date={news[0]!.on} format="short" />}>
          <News news={news.slice(0, most)} />
          <div className="cluster">
            <WatchLink small kind="GROUP" id={id} />
            <a href={feedOf("/news.atom")}>{m.news_feed()}</a>
          </div>
        </Fold>
      </Folds>
    )}
  </>
);

const fragment: TypedDocumentNode<HomeNews_group> = gql`
  fragment HomeNews_group on WorkingGroup {
    id
    news {
      id
      on
      ...News_news @unmask
    }
  }
  ${News.fragment}
`;
HomeNews.fragment = fragment;
