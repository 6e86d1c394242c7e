import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { ProposalCard_proposal } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { responsesAndRegions } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { missingCalls } from "./missing.ts";
import styles from "./ProposalCard.module.css";

const fragment: TypedDocumentNode<ProposalCard_proposal> = gql`
  fragment ProposalCard_proposal on Proposal {
    id
    slug
    number
    title
    summary
    peopleCount
    regionCount
    missing
    fictional
    asks {
      id
      interlocutor {
        id
        name
      }
    }
  }
`;

interface Props {
  proposal: FragmentType<ProposalCard_proposal>;
  /** Foot of the card: its handovers, or what an initiative proves of it. */
  children?: ReactNode;
}

/** A proposal in a list: its claim, what it stands on, what it lacks, who is asked. */
export function ProposalCard({ proposal, children }: Props) {
  const { data } = useSuspenseFragment({ fragment, from: proposal });
  const names = [...new Set(data.asks.map(({ interlocutor }) => interlocutor.name))];
  const shown = names.slice(0, 2);
  return (
    <Card as="li" foot={children}>
      <p className={styles.figures}>
        <span className="figure" aria-hidden="true">
          {data.number}
        </span>
        <b>{responsesAndRegions(data)}</b>
        {data.fictional && <Fictional />}
      </p>
      <h3>
        <span className="visually-hidden">
          {m.proposal_number(data)}
          {m.ui_colon()}
        </span>
        <Link to={paths.proposal(data.slug)} lang={contentLang()}>
          {data.title}
        </Link>
      </h3>
      <p lang={contentLang()}>{data.summary}</p>
      {data.missing.map((part) => (
        <p className={styles.call} key={part}>
          {missingCalls[part]()}
        </p>
      ))}
      {names.length > 0 && (
        <p className="quiet">
          {m.proposal_addressed({ names: shown.join(", ") })}
          {names.length > shown.length && ` ${m.proposal_and_more({ count: names.length - shown.length })}`}
        </p>
      )}
    </Card>
  );
}

ProposalCard.fragment = fragment;
