import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { Chain_figures } from "../../graphql/operations.generated.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { paths } from "../../paths.ts";
import styles from "./Home.module.css";

const fragment: TypedDocumentNode<Chain_figures> = gql`
  fragment Chain_figures on GroupFigures {
    contributions
    keyPoints
    synthesesPublished
    proposals
    handovers
  }
`;

interface Props {
  figures: Chain_figures;
  /** Number of objectives, each with a synthesis to come. */
  objectives: number;
}

/** « D’une phrase à une décision »: the chain in numbers, each leading to what it counts. To be selected with `@unmask`. */
export function Chain({ figures, objectives }: Props) {
  const { contributions, keyPoints, synthesesPublished, proposals, handovers } = figures;
  const links = [
    {
      to: paths.contributions(),
      figure: formatNumber(contributions),
      name: m.home_chain_contributions({ count: contributions }),
    },
    {
      to: paths.syntheses(),
      figure: formatNumber(keyPoints),
      name: m.home_chain_key_points({ count: keyPoints }),
    },
    {
      to: paths.syntheses(),
      figure: `${synthesesPublished} / ${objectives}`,
      name: m.home_chain_syntheses({ count: synthesesPublished }),
    },
    {
      to: paths.proposals(),
      figure: formatNumber(proposals),
      name: m.home_chain_proposals({ count: proposals }),
    },
    {
      to: paths.handovers(),
      figure: formatNumber(handovers),
      name: m.home_chain_handovers({ count: handovers }),
    },
  ];
  return (
    <ol className={styles.chain}>
      {links.map(({ to, figure, name }) => (
        <li key={name}>
          <Link to={to}>
            <b>{figure}</b>
            <span>{name}</span>
          </Link>
        </li>
      ))}
    </ol>
  );
}

Chain.fragment = fragment;
