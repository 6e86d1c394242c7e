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

interface Props {
  figures: Figures_figures;
  /** Slugs of the group, and of its theme. */
  group: string;
  theme: string;
}

/**
 * The chain from left to right: each number leads to what it counts, of this group alone; a sentence while there is
 * nothing to count. To be selected with `@unmask`.
 */
export function Figures({ figures, group, theme }: Props) {
  const { responses, contributions, keyPoints, synthesesPublished, proposals, handovers, replies } = figures;
  const links = [
    { count: responses, name: m.theme_responses, to: "#objectives" },
    { count: contributions, name: m.theme_contributions_word, to: paths.contributions({ theme }) },
    { count: keyPoints, name: m.theme_key_points, to: "#objectives" },
    { count: synthesesPublished, name: m.theme_syntheses, to: "#objectives" },
    { count: proposals, name: m.theme_proposals, to: paths.proposals({ group }) },
    { count: handovers, name: m.theme_handovers, to: paths.handovers({ group }) },
    { count: replies, name: m.theme_replies, to: paths.handovers({ group }) },
  ];
  if (links.every(({ count }) => count === 0)) return <p className="quiet">{m.theme_chain_none()}</p>;
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
