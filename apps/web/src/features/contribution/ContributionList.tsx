import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useSuspenseFragment } from "@apollo/client/react";
import type { ContributionList_theme } from "../../graphql/operations.generated.ts";
import { m } from "@cahier/schema/messages";

const fragment: TypedDocumentNode<ContributionList_theme> = gql`
  fragment ContributionList_theme on Theme {
    id
    contributionCount
    contributions {
      id
      body
    }
  }
`;

export function ContributionList(props: { theme: FragmentType<ContributionList_theme> }) {
  const { data: theme } = useSuspenseFragment({ fragment, from: props.theme });
  return (
    <section>
      <h2>{m.theme_contributions({ count: theme.contributionCount })}</h2>
      {theme.contributions.map(({ id, body }) => (
        <blockquote key={id}>{body}</blockquote>
      ))}
    </section>
  );
}

ContributionList.fragment = fragment;
