import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { longestList } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { Amend } from "../../features/amendment/Amend.tsx";
import { AmendmentCard } from "../../features/amendment/AmendmentCard.tsx";
import type {
  AmendmentsPage,
  AmendmentsPageVariables,
  MoreAmendments,
  MoreAmendmentsVariables,
} from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { keysOf, partNames } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { Empty } from "../../ui/Empty.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useRest } from "../../ui/useRest.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { TitleLink } from "../../shared/TitleLink.tsx";

const query: TypedDocumentNode<AmendmentsPage, AmendmentsPageVariables> = gql`
  query AmendmentsPage($slug: String!) {
    proposal(slug: $slug) {
      id
      slug
      title
      mayBeAmended
      statements {
        id
        part
        text
      }
      amendments {
        id
        ...AmendmentCard_amendment
      }
    }
  }
  ${AmendmentCard.fragment}
`;

const moreQuery: TypedDocumentNode<MoreAmendments, MoreAmendmentsVariables> = gql`
  query MoreAmendments($slug: String!, $after: ID!) {
    proposal(slug: $slug) {
      id
      amendments(after: $after) {
        id
        ...AmendmentCard_amendment
      }
    }
  }
  ${AmendmentCard.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { slug: args.params.slug! }, "proposal");

/** Amendments of a proposal; opened from one of its sentences, also the form of a new one. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const [search] = useSearchParams();
  const it = data.proposal!;
  const client = useApolloClient();
  const { rest, control } = useRest({
    begun: it.amendments,
    most: longestList,
    async ask(after) {
      const variables = { slug: it.slug, after };
      return (await client.query({ query: moreQuery, variables, fetchPolicy: "network-only" })).data?.proposal
        ?.amendments;
    },
  });
  const asked = search.get("statement");
  const statement = it.statements.find(({ id }) => id === asked) ?? null;
  const part = statement?.part ?? keysOf(partNames).find((name) => name === search.get("part"));
  const proposed = statement ? m.amendment_propose() : m.amendment_propose_new();
  const title = part ? proposed : m.amendment_title();
  return (
    <Ruled>
      <PageHead
        kicker={<TitleLink to={paths.proposal(it.slug)}>{it.title}</TitleLink>}
        title={title}
        tab={`${title} · ${it.title}`}
        lead={part ? m.amendment_propose_lead() : m.amendment_lead()}
      />
      {!it.mayBeAmended && (
        <Row>
          <Notice>{m.amendment_closed()}</Notice>
        </Row>
      )}
      {asked && !statement && (
        <Row>
          <Notice tone="warn">{m.amendment_sentence_gone()}</Notice>
        </Row>
      )}
      {it.mayBeAmended && part && (
        <Row heading={partNames[part]()}>
          <Amend proposal={it} statement={statement} part={part} key={statement?.id ?? part} />
        </Row>
      )}
      {(it.amendments.length > 0 || !part) && (
        <Row
          heading={m.amendment_all()}
          margin={it.amendments.length < longestList ? m.amendment_count({ count: it.amendments.length }) : undefined}
        >
          {it.amendments.length > 0 ? (
            <>
              <ul className="cards">
                {[...it.amendments, ...rest].map((amendment) => (
                  <AmendmentCard slug={it.slug} amendment={amendment} key={amendment.id} />
                ))}
              </ul>
              {control}
            </>
          ) : (
            <Empty title={m.amendment_none()} />
          )}
        </Row>
      )}
      {it.mayBeAmended && (
        <Row heading={m.amendment_one_more()}>
          <ul className="cluster">
            {keysOf(partNames).map((name) => (
              <li key={name}>
                <Link to={paths.amendments(it.slug, { part: name })}>{partNames[name]()}</Link>
              </li>
            ))}
          </ul>
        </Row>
      )}
    </Ruled>
  );
}
