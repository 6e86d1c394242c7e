import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ComponentProps, ReactNode } from "react";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { StatementItem_statement } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { responsesAndRegions } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { Defined } from "../../shared/Defined.tsx";
import { Claim } from "../../ui/Claim.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import styles from "./StatementItem.module.css";
import { Of } from "../../shared/Of.tsx";

const fragment: TypedDocumentNode<StatementItem_statement> = gql`
  fragment StatementItem_statement on Statement {
    id
    text
    peopleCount
    regionCount
    passageCount
    proposal {
      id
      slug
      mayBeAmended
    }
  }
`;

interface Props {
  statement: FragmentType<StatementItem_statement>;
  /** Name of its part in the argument, above the first sentence of it. */
  part?: { id: string; name: string };
  /** The words of the page that open their definition. */
  defined: ComponentProps<typeof Defined>["uses"];
  /** The words that stand beside it. */
  proof: ReactNode;
  /** Its key points. */
  keyPoints: readonly ReactNode[];
  /** Its verbatim passages, the first of those that its key points bring. */
  words: readonly ReactNode[];
}

/** One sentence of a proposal, beside it words that it stands on, and all of them one press away. */
export function StatementItem({ statement, part, proof, defined, keyPoints, words }: Props) {
  const { data } = useSuspenseFragment({ fragment, from: statement });
  return (
    <Claim
      id={`s-${data.id}`}
      said={
        <>
          {part && (
            <h3 className={styles.part} id={part.id}>
              {part.name}
            </h3>
          )}
          <p className={styles.text} lang={contentLang()}>
            <Defined text={data.text} uses={defined} of={data.id} />
          </p>
          {words.length === 0 && <p className="quiet">{m.proposal_no_source()}</p>}
        </>
      }
      proof={proof}
    >
      {words.length > 0 && (
        <Disclosure
          summary={
            <>
              {responsesAndRegions(data)}
              <Of>{data.text.slice(0, 60)}</Of>
            </>
          }
        >
          <div className={styles.sources}>
            {keyPoints.length > 0 && (
              <div>
                <h4>{m.proposal_key_points()}</h4>
                <ul>{keyPoints}</ul>
              </div>
            )}
            <div className="flow">
              <h4>{m.proposal_words()}</h4>
              <ul className="cards">{words}</ul>
              {words.length < data.passageCount && <p className="quiet">{m.proposal_words_others()}</p>}
            </div>
          </div>
        </Disclosure>
      )}
      {data.proposal.mayBeAmended && (
        <Link
          className={`${styles.amend} quiet no-print`}
          to={paths.amendments(data.proposal.slug, { statement: data.id })}
        >
          <Icon name="pen" size={18} />
          <span>{m.amendment_propose()}</span>
          <Of>{data.text}</Of>
        </Link>
      )}
    </Claim>
  );
}

StatementItem.fragment = fragment;
