import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { Figures_figures } from "../../graphql/operations.generated.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { paths } from "../../paths.ts";
import styles from "./Group.module.css";

const fragment: TypedDocumentNode<Figures_figures> = gql`
  fragment Figures_figures on GroupFigures {
    responses
    contributions
    keyPoints
    synthesesPublished
    proposals
    handovers
    replies
  }
`;

/** The chain from left to right: each number leads to what it counts. To be selected with `@unmask`. */
export function Figures({ figures }: { figures: Figures_figures }) {
  const { responses, contributions, keyPoints, synthesesPublished, proposals, handovers, replies } = figures;
  const links = [
    { count: responses, name: m.theme_responses, to: paths.questionnaires() },
    { count: contributions, name: m.theme_contributions_word, to: paths.contributions() },
    { count: keyPoints, name: m.theme_key_points, to: "#objectives" },
    { count: synthesesPublished, name: m.theme_syntheses, to: paths.documents() },
    { count: proposals, name: m.theme_proposals, to: paths.proposals() },
    { count: handovers, name: m.theme_handovers, to: paths.handovers() },
    { count: replies, name: m.theme_replies, to: paths.handovers() },
  ];
  return (
    <ol className={styles.chain}>
      {links.map(({ count, name, to }) => (
        <li key={name({ count: 2 })}>
          <Link to={to}>
            <b className="figure">{formatNumber(count)}</b> {name({ count })}
          </Link>
        </li>
      ))}
    </ol>
  );
}

Figures.fragment = fragment;
