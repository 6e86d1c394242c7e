import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { Proof_passage } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { creditOf } from "../../shared/credit.ts";
import { citedContribution } from "./cited.fragment.tsx";
import styles from "./Proof.module.css";
import { quoted } from "../../ui/quoted.ts";
import { AuthorLine } from "../../shared/AuthorLine.tsx";

const fragment: TypedDocumentNode<Proof_passage> = gql`
  fragment Proof_passage on Passage {
    quote
    contribution {
      ...Cited_contribution @unmask
      nameIsUnverified
      region {
        id
      }
    }
  }
  ${citedContribution}
`;

/** A passage with all that its card says, and all that it was chosen by. */
interface Shown {
  quote: string;
  contribution: Omit<Proof_passage["contribution"], "nameIsUnverified"> & { nameIsUnverified?: boolean };
}

/** The words beside a sentence that stands on them: each card is the way to the whole text. */
export const Proof = ({
  passages,
  column,
}: {
  passages: readonly Shown[];
  /** One under the other, all of them on a telephone too. */ column?: boolean;
}) =>
  passages.length > 0 && (
    <div className={column ? styles.column : styles.proof}>
      {passages.map(({ quote, contribution }) => (
        <Link
          className={styles.card}
          to={contribution.notebook ? paths.notebook(contribution.id) : paths.contribution(contribution.id)}
          data-contribution={contribution.notebook ? undefined : contribution.id}
          key={`${contribution.id} ${quote}`}
        >
          <span lang={contentLang()}>
            <mark>{quoted(quote)}</mark>
          </span>
          <b>
            <AuthorLine of={contribution} />
          </b>
          {contribution.source && <small>{creditOf(contribution.source)}</small>}
          <span className="visually-hidden">
            {m.ui_colon()}
            {m.keyPoint_read_contribution()}
          </span>
        </Link>
      ))}
    </div>
  );

Proof.fragment = fragment;
