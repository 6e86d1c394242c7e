import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Link } from "react-router-dom";
import type {
  Agreement_agreements,
  Agreement_side,
  ReadingDisagreements,
  ReadingDisagreementsVariables,
} from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { DataTable } from "../../ui/DataTable.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { formatAlpha } from "../../shared/alpha.ts";
import styles from "../../shared/Desk.module.css";

const side: TypedDocumentNode<Agreement_side> = gql`
  fragment Agreement_side on ReadingSide {
    name
    keyPoints {
      id
      number
      sentence
    }
  }
`;

const fragment: TypedDocumentNode<Agreement_agreements> = gql`
  fragment Agreement_agreements on ReadingAgreement {
    objective {
      id
      slug
      number
      name
    }
    asked
    drawn
    readTwice
    alpha
    differing
  }
`;

const query: TypedDocumentNode<ReadingDisagreements, ReadingDisagreementsVariables> = gql`
  query ReadingDisagreements($objective: String!) {
    readingDesk {
      agreements(objective: $objective) {
        objective {
          id
        }
        disagreements {
          id
          contribution {
            id
            excerpt
          }
          first {
            ...Agreement_side @unmask
          }
          second {
            ...Agreement_side @unmask
          }
        }
      }
    }
  }
  ${side}
`;

type Agreement = Agreement_agreements;
type Disagreement = NonNullable<ReadingDisagreements["readingDesk"]>["agreements"][number]["disagreements"][number];

/**
 * Agreement of two readers on the key points of the same texts, and the texts where they differ. To be selected with
 * `@unmask`.
 */
export function Agreement({ agreements }: { agreements: readonly Agreement[] }) {
  const asked = agreements.filter((one) => one.asked);
  return (
    <div className="flow">
      <h3>{m.reading_agreement()}</h3>
      <p className="prose">{m.reading_agreement_why()}</p>
      {asked.length < agreements.length && <p>{m.reading_agreement_small()}</p>}
      {asked.length > 0 && (
        <DataTable
          caption={m.reading_agreement()}
          captionHidden
          numeric={[1, 2, 3]}
          head={[
            m.reading_agreement_objective(),
            m.reading_agreement_drawn(),
            m.reading_agreement_twice(),
            m.reading_agreement_alpha(),
          ]}
          rows={asked.map(({ objective: { id, number, name }, drawn, readTwice, alpha }) => ({
            key: id,
            cells: [
              `${number}. ${name}`,
              drawn,
              readTwice,
              alpha === null ? m.reading_agreement_none() : formatAlpha(alpha),
            ],
          }))}
        />
      )}
      {asked.map((one) => one.differing > 0 && <Differing agreement={one} key={one.objective.id} />)}
    </div>
  );
}

/** Texts of one objective where the two differ: asked for once opened. */
function Differing({ agreement: { objective, differing } }: { agreement: Agreement }) {
  const [isOpen, setOpen] = useState(false);
  const { number } = objective;
  return (
    <Disclosure
      summary={`${m.objective_number({ number })}${m.ui_colon()}${m.reading_disagreements({ count: differing })}`}
      onToggle={setOpen}
    >
      {isOpen && <LastDiffering objective={objective.slug} differing={differing} />}
    </Disclosure>
  );
}

function LastDiffering({ objective, differing }: { objective: string; differing: number }) {
  const { data, error } = useQuery(query, { variables: { objective } });
  if (error && !data) return <Notice tone="warn">{m.reading_not_there()}</Notice>;
  if (!data) return <p className="quiet">{m.reaction_loading()}</p>;
  const found = data.readingDesk.agreements[0]?.disagreements ?? [];
  return (
    <div className="flow">
      {found.length < differing && <p>{m.reading_disagreements_last()}</p>}
      <ul className="flow">
        {found.map((one) => (
          <Disagreement disagreement={one} key={one.id} />
        ))}
      </ul>
    </div>
  );
}

Agreement.fragment = fragment;

const Disagreement = ({ disagreement: { contribution, first, second } }: { disagreement: Disagreement }) => (
  <Card as="li">
    <p>
      <Link to={paths.readingText(contribution.id)} className={styles.clamp} lang={contentLang()}>
        {contribution.excerpt}
      </Link>
    </p>
    <div className={styles.both}>
      {[first, second].map(({ name, keyPoints }) => (
        <div key={name}>
          <b>{name}</b>
          {keyPoints.length === 0 && <p className="quiet">{m.reading_nothing_given()}</p>}
          <ul>
            {keyPoints.map(({ id, number, sentence }) => (
              <li lang={contentLang()} key={id}>
                {number}. {sentence}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  </Card>
);
