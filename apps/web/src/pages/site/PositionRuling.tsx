import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { OwnRuling } from "../../features/moderation/OwnRuling.tsx";
import type { PositionRulings, PositionRulingsVariables } from "../../graphql/operations.generated.ts";

const query: TypedDocumentNode<PositionRulings, PositionRulingsVariables> = gql`
  query PositionRulings($slug: String!, $isProposal: Boolean!) {
    proposal(slug: $slug) @include(if: $isProposal) {
      id
      minorityPositions {
        ...PositionRulings_position @unmask
      }
    }
    synthesis(slug: $slug) @skip(if: $isProposal) {
      id
      minorityPositions {
        ...PositionRulings_position @unmask
      }
    }
  }
  fragment PositionRulings_position on MinorityPosition {
    id
    ruling {
      id
      ...OwnRuling_ruling
    }
  }
  ${OwnRuling.fragment}
`;

interface Props {
  of: "proposal" | "synthesis";
  slug: string;
  positionId: string;
}

/** Ruling of a moderator on a position, with the appeal, for those whose words it is. */
export function PositionRuling({ of, slug, positionId }: Props) {
  const { data } = useQuery(query, { variables: { slug, isProposal: of === "proposal" } });
  const positions = (data?.proposal ?? data?.synthesis)?.minorityPositions ?? [];
  const ruling = positions.find(({ id }) => id === positionId)?.ruling;
  return ruling ? <OwnRuling ruling={ruling} /> : null;
}
