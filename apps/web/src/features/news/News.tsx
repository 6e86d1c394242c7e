import { gql, type TypedDocumentNode } from "@apollo/client";
import { Link } from "react-router-dom";
import type { News_news } from "../../graphql/operations.generated.ts";
import { When } from "../../ui/When.tsx";
import styles from "./News.module.css";

const fragment: TypedDocumentNode<News_news> = gql`
  fragment News_news on PublicNews {
    id
    on
    path
    words(language: $language)
  }
`;

/** Recent moves, newest first: the day, the event, and the way there. */
export function News({ news }: { news: readonly News_news[] }) {
  return (
    <ol className={styles.list}>
      {news.map(({ id, on, path, words }) => (
        <li key={id}>
          <small>
            <When date={on} format="short" />
          </small>
          <Link to={path}>{words}</Link>
        </li>
      ))}
    </ol>
  );
}

News.fragment = fragment;
