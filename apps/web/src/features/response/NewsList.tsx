import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { useEffect, useState } from "react";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type {
  NewsKind,
  NewsList_news,
  ReceiptNews_receipt,
  SeeNews,
  SeeNewsVariables,
} from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { notRetainedNames } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { When } from "../../ui/When.tsx";
import { namedProposal } from "../../shared/named.tsx";

const fragment: TypedDocumentNode<NewsList_news> = gql`
  fragment NewsList_news on News {
    id
    kind
    on
    contribution {
      id
      status
    }
    passage {
      id
      quote
    }
    keyPoint {
      id
      sentence
    }
    synthesis {
      id
      slug
      title
    }
    version
    proposal {
      ...Named_proposal @unmask
    }
    handover {
      id
      interlocutor {
        id
        name
      }
    }
    initiative {
      id
      slug
      name
    }
    notRetained {
      reason
      theme {
        id
        slug
        title
      }
      saidBy {
        id
        sentence
      }
    }
    review {
      resolution
    }
  }
  ${namedProposal}
`;

/** Progress of a response, and its news. */
export const receiptNews: TypedDocumentNode<ReceiptNews_receipt> = gql`
  fragment ReceiptNews_receipt on Receipt {
    status
    progress
    progressOn
    readBefore
    news {
      id
      ...NewsList_news
    }
  }
  ${fragment}
`;

const seeNews: TypedDocumentNode<SeeNews, SeeNewsVariables> = gql`
  mutation SeeNews($input: SeeNewsInput!) {
    seeNews(input: $input) {
      problems {
        code
      }
    }
  }
`;

interface Props {
  /** The receipt they are of. */
  code: string;
  news: readonly FragmentType<NewsList_news>[];
}

/** News of a response, each with its link. Once shown, news is seen. */
export function NewsList({ code, news: given }: Props) {
  const client = useApolloClient();
  const { data } = useSuspenseFragment({
    fragment,
    fragmentName: "NewsList_news",
    from: given as FragmentType<NewsList_news>[],
  });
  // News on arrival stays until the person leaves, whatever happens meanwhile.
  const [news] = useState(data);
  const ids = news.map(({ id }) => id).join(" ");
  useEffect(() => {
    if (!ids) return undefined;
    const variables = { input: { code, ids: ids.split(" ") } };
    // Not told, it is new once more: nothing to say.
    client.mutate({ mutation: seeNews, variables }).catch(() => {});
    return () => {
      for (const fieldName of ["receipt", "receipts", "viewer"]) client.cache.evict({ id: "ROOT_QUERY", fieldName });
    };
  }, [client, code, ids]);
  if (!news.length) return null;
  return (
    <Card tone="now">
      <ul className="flow" aria-label={m.trail_news()}>
        {news.map((one) => {
          const { to, label } = leadsTo(code, one);
          return (
            <li key={one.id}>
              {to ? <Link to={to}>{label}</Link> : label}
              {one.on && (
                <>
                  {", "}
                  <small>
                    <When date={one.on} />
                  </small>
                </>
              )}
              {one.passage && one.kind !== "NOT_RETAINED" && (
                <span className="quiet">
                  {m.ui_colon()}
                  <q lang={contentLang()}>{one.passage.quote}</q>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

NewsList.fragment = fragment;

interface Way {
  to: string | null;
  label: string;
}

/** Sentence and link of a piece of news. */
const leadsTo = (code: string, one: NewsList_news): Way => ways[one.kind](one, code);

const ownText = ({ contribution: { id, status } }: NewsList_news) =>
  status === "VISIBLE" ? paths.contribution(id) : null;

/** Address on the page of the receipt, where questions are answered and answers read. */
const onReceipt = (code: string, { passage }: NewsList_news) =>
  `${paths.trail(code)}${passage ? `#cited-${passage.id}` : ""}`;

const carried = ({ handover, proposal }: NewsList_news, say: (words: Words) => string): Way => {
  const office = handover?.interlocutor.name ?? "";
  return { to: handover && paths.handover(handover.id), label: proposal ? say({ ...proposal, office }) : office };
};

interface Words {
  number: number;
  title: string;
  office: string;
}

const ways: Record<NewsKind, (one: NewsList_news, code: string) => Way> = {
  READ: (one) => ({ to: ownText(one), label: m.trail_news_READ() }),
  MARKED(one) {
    const { initiative, keyPoint } = one;
    if (initiative) return { to: paths.initiative(initiative.slug), label: m.trail_news_MARKED_initiative(initiative) };
    return keyPoint
      ? { to: paths.keyPoint(keyPoint.id), label: m.trail_news_MARKED(keyPoint) }
      : { to: ownText(one), label: m.trail_news_MARKED_words() };
  },
  ASKED: (one, code) => ({
    to: onReceipt(code, one),
    label: m.trail_news_ASKED({ title: one.synthesis?.title ?? "" }),
  }),
  CITED: ({ synthesis }) => ({
    to: synthesis && paths.synthesis(synthesis.slug),
    label: m.trail_news_CITED({ title: synthesis?.title ?? "" }),
  }),
  RESOLVED(one, code) {
    const { review, synthesis, version } = one;
    if (review?.resolution === "REPLIED") return { to: onReceipt(code, one), label: m.trail_news_REPLIED() };
    return synthesis && version
      ? { to: paths.synthesis(synthesis.slug), label: m.trail_news_CORRECTED({ version, title: synthesis.title }) }
      : { to: onReceipt(code, one), label: m.trail_news_CORRECTED_words() };
  },
  FEEDS: ({ proposal }) => ({
    to: proposal && paths.proposal(proposal.slug),
    label: proposal ? m.trail_news_FEEDS(proposal) : "",
  }),
  ADOPTED: ({ proposal }) => ({
    to: proposal && paths.proposal(proposal.slug),
    label: proposal ? m.trail_news_ADOPTED(proposal) : "",
  }),
  CARRIED: (one) => carried(one, m.trail_news_CARRIED),
  ANSWERED: (one) => carried(one, m.trail_news_ANSWERED),
  NOT_RETAINED(one) {
    const { notRetained } = one;
    if (notRetained?.theme)
      return {
        to: paths.theme(notRetained.theme.slug),
        label: m.trail_news_forwarded({ theme: notRetained.theme.title }),
      };
    if (notRetained?.saidBy)
      return { to: paths.keyPoint(notRetained.saidBy.id), label: m.trail_news_said_by(notRetained.saidBy) };
    const reason = notRetained ? notRetainedNames[notRetained.reason]() : "";
    return { to: ownText(one), label: m.trail_news_NOT_RETAINED({ reason }) };
  },
};
