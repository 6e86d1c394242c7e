import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useSuspenseFragment } from "@apollo/client/react";
import { Link } from "react-router-dom";
import type { ThemeCard_theme } from "../../graphql/operations.generated.ts";
import { m } from "@cahier/schema/messages";
import { paths } from "../../paths.ts";
import styles from "./ThemeCard.module.css";

const fragment: TypedDocumentNode<ThemeCard_theme> = gql`
  fragment ThemeCard_theme on Theme {
    id
    slug
    title
    contributionCount
  }
`;

export function ThemeCard(props: { theme: FragmentType<ThemeCard_theme> }) {
  const { data: theme } = useSuspenseFragment({ fragment, from: props.theme });
  return (
    <li className={styles.card}>
      <Link to={paths.theme(theme.slug)}>{theme.title}</Link>{" "}
      {m.theme_contributions({ count: theme.contributionCount })}
    </li>
  );
}

ThemeCard.fragment = fragment;
