import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { longestList } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type {
  SaidAmendments,
  SaidAmendmentsVariables,
  SaidContributions,
  SaidContributionsVariables,
  SaidReactions,
  SaidReactionsVariables,
  Said_organisation,
} from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Row } from "../../ui/Ruled.tsx";
import { useRest } from "../../ui/useRest.tsx";
import { When } from "../../ui/When.tsx";

const contribution = gql`
  fragment Said_contribution on Contribution {
    id
    excerpt
    goesOn
    asked
    contributedOn
  }
`;

const reaction = gql`
  fragment Said_reaction on Reaction {
    id
    text
    reactedOn
    page {
      path
      title
    }
  }
`;

const amendment = gql`
  fragment Said_amendment on Amendment {
    id
    text
    proposedOn
    proposal {
      id
      slug
      title
    }
  }
`;

const fragment: TypedDocumentNode<Said_organisation> = gql`
  fragment Said_organisation on Organisation {
    id
    slug
    contributions {
      ...Said_contribution @unmask
    }
    reactions {
      ...Said_reaction @unmask
    }
    amendments {
      ...Said_amendment @unmask
    }
  }
  ${contribution}
  ${reaction}
  ${amendment}
`;

const moreContributions: TypedDocumentNode<SaidContributions, SaidContributionsVariables> = gql`
  query SaidContributions($slug: String!, $after: ID!) {
    organisation(slug: $slug) {
      id
      contributions(after: $after) {
        ...Said_contribution @unmask
      }
    }
  }
  ${contribution}
`;

const moreReactions: TypedDocumentNode<SaidReactions, SaidReactionsVariables> = gql`
  query SaidReactions($slug: String!, $after: ID!) {
    organisation(slug: $slug) {
      id
      reactions(after: $after) {
        ...Said_reaction @unmask
      }
    }
  }
  ${reaction}
`;

const moreAmendments: TypedDocumentNode<SaidAmendments, SaidAmendmentsVariables> = gql`
  query SaidAmendments($slug: String!, $after: ID!) {
    organisation(slug: $slug) {
      id
      amendments(after: $after) {
        ...Said_amendment @unmask
      }
    }
  }
  ${amendment}
`;

/** All that an organisation said in its name, newest first, each leading to its place; the older ones when asked for. */
export function Said({ organisation: it }: { organisation: Said_organisation }) {
  const client = useApolloClient();
  const { slug } = it;
  const most = longestList;
  const contributions = useRest({
    ...{ begun: it.contributions, most },
    ask: async (after) =>
      (await client.query({ query: moreContributions, variables: { slug, after } })).data?.organisation?.contributions,
  });
  const reactions = useRest({
    ...{ begun: it.reactions, most },
    ask: async (after) =>
      (await client.query({ query: moreReactions, variables: { slug, after } })).data?.organisation?.reactions,
  });
  const amendments = useRest({
    ...{ begun: it.amendments, most },
    ask: async (after) =>
      (await client.query({ query: moreAmendments, variables: { slug, after } })).data?.organisation?.amendments,
  });
  const lists = [
    {
      heading: m.organisation_contributions,
      control: contributions.control,
      items: [...it.contributions, ...contributions.rest].map(({ id, excerpt, goesOn, asked, contributedOn: on }) => ({
        ...{ id, on, about: asked, to: paths.contribution(id), text: goesOn ? `${excerpt}…` : excerpt },
      })),
    },
    {
      heading: m.organisation_reactions,
      control: reactions.control,
      items: [...it.reactions, ...reactions.rest].map(({ id, text, page, reactedOn: on }) => ({
        ...{ id, on, text, about: page?.title ?? null, to: page?.path ?? "" },
      })),
    },
    {
      heading: m.organisation_amendments,
      control: amendments.control,
      items: [...it.amendments, ...amendments.rest].map(({ id, text, proposal, proposedOn: on }) => ({
        ...{ id, on, text, about: proposal.title, to: paths.amendment(proposal.slug, id) },
      })),
    },
  ].filter(({ items }) => items.length > 0);
  if (lists.length === 0)
    return (
      <Row heading={m.organisation_said()}>
        <p className="quiet">{m.organisation_said_nothing()}</p>
      </Row>
    );
  return lists.map(({ heading, items, control }, at) => (
    <Row heading={heading({ count: items.length })} key={at}>
      <ul className="flow">
        {items.map(({ id, text, about, to, on }) => (
          <li key={id}>
            {about && (
              <p className="quiet" lang={contentLang()}>
                {about}
              </p>
            )}
            <p className="verbatim" lang={contentLang()}>
              {text}
            </p>
            <p className="quiet">
              <Link to={to}>{m.organisation_see()}</Link> · <When date={on} />
            </p>
          </li>
        ))}
      </ul>
      {control}
    </Row>
  ));
}

Said.fragment = fragment;
