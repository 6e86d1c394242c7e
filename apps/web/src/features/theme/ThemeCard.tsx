import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { ThemeCard_theme } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import styles from "./Theme.module.css";

const fragment: TypedDocumentNode<ThemeCard_theme> = gql`
  fragment ThemeCard_theme on Theme {
    id
    slug
    number
    title
    contributionCount
    group {
      id
      slug
    }
  }
`;

/** A theme in a list, in the colour of its axis: its number, what it is about, whether a group works on it. */
export function ThemeCard({ theme, axis }: { theme: FragmentType<ThemeCard_theme>; axis: number }) {
  const { data } = useSuspenseFragment({ fragment, from: theme });
  const { slug, number, title, contributionCount, group } = data;
  return (
    <Card
      as="li"
      tone={group ? "sheet" : "plain"}
      foot={
        <span>
          {contributionCount ? m.theme_contributions({ count: contributionCount }) : m.theme_no_contribution()}
        </span>
      }
    >
      <div className={styles.head} data-axis={axis}>
        <span className="figure" aria-hidden="true">
          {number}
        </span>
        {group && <Chip axis={axis}>{m.theme_group_at_work()}</Chip>}
      </div>
      <h3>
        <Link to={paths.theme(slug)}>
          <span className="visually-hidden">
            {m.theme_number({ number })}
            {m.ui_colon()}
          </span>
          <span lang={contentLang()}>{title}</span>
        </Link>
      </h3>
    </Card>
  );
}

ThemeCard.fragment = fragment;
