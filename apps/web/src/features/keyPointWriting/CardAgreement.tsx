import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { CardAgreement_agreement } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { formatAlpha } from "../../shared/alpha.ts";
import styles from "./Board.module.css";

/** Agreement on a key point, as its card tells it. */
export const cardAgreement: TypedDocumentNode<CardAgreement_agreement> = gql`
  fragment CardAgreement_agreement on KeyPointAgreement {
    id
    texts
    alpha
    low
    high
    disagreements {
      id
    }
  }
`;

/** Under this two people do not mean the same by a key point (Krippendorff, 2011). */
const poor = 0.67;

/** Position on the line of a value between 0 and 1, in hundredths. */
const at = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 100);

/** Agreement of two readers on a key point, with its bounds; leads to the first text where they differ. */
export function CardAgreement({ of: { texts, alpha, low, high, disagreements } }: { of: CardAgreement_agreement }) {
  const [first] = disagreements;
  return (
    <div className={styles.agreement} data-poor={(alpha !== null && alpha < poor) || undefined}>
      {alpha === null || low === null || high === null ? (
        <p>{m.keyPointWriting_agreement_none({ count: texts })}</p>
      ) : (
        <>
          <p>
            <svg aria-hidden className={styles.line} viewBox="0 0 100 14" preserveAspectRatio="none">
              <rect x="0" y="6" width="100" height="2" />
              <rect x={at(low)} y="5" width={at(high) - at(low)} height="4" data-between />
              <rect x={at(alpha) - 1} y="0" width="2" height="14" data-alpha />
            </svg>
            {m.keyPointWriting_agreement({ alpha: formatAlpha(alpha) })}
          </p>
          <p>{m.keyPointWriting_agreement_between({ low: formatAlpha(low), high: formatAlpha(high), count: texts })}</p>
        </>
      )}
      {first && (
        <Link to={paths.readingText(first.id)}>{m.keyPointWriting_agreement_see({ count: disagreements.length })}</Link>
      )}
    </div>
  );
}
