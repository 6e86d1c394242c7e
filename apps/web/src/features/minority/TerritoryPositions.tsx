import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { TerritoryPositions_position } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Fold } from "../../ui/Part.tsx";
import { When } from "../../ui/When.tsx";
import { kindNames } from "./minority.labels.ts";

const fragment: TypedDocumentNode<TerritoryPositions_position> = gql`
  fragment TerritoryPositions_position on MinorityPosition {
    id
    kind
    text
    openedOn
    proposal {
      id
      slug
      title
    }
    synthesis {
      id
      slug
      title
    }
  }
`;

/** Place where a position stands, beside a text. */
const placeOf = ({ id, proposal, synthesis }: Omit<TerritoryPositions_position, " $fragmentName">) =>
  proposal
    ? { to: `${paths.proposal(proposal.slug)}#${id}`, title: proposal.title }
    : synthesis && { to: `${paths.synthesis(synthesis.slug)}#${id}`, title: synthesis.title };

interface Props {
  positions: readonly Omit<TerritoryPositions_position, " $fragmentName">[];
}

/** Positions of a territory against syntheses and proposals, each leading to its page. To be selected with `@unmask`. */
export const TerritoryPositions = ({ positions }: Props) =>
  positions.length > 0 && (
    <Fold id="positions" heading={m.minority_title()} note={positions.length}>
      <ul className="flow">
        {positions.map((position) => {
          const place = placeOf(position);
          return (
            <Card as="li" key={position.id}>
              {kindNames[position.kind] && (
                <p>
                  <Chip>{kindNames[position.kind]!()}</Chip>
                </p>
              )}
              <p className="verbatim" lang={contentLang()}>
                {position.text}
              </p>
              <p className="quiet cluster">
                {place && (
                  <Link to={place.to} lang={contentLang()}>
                    {place.title}
                  </Link>
                )}
                <When date={position.openedOn} />
              </p>
            </Card>
          );
        })}
      </ul>
    </Fold>
  );

TerritoryPositions.fragment = fragment;
