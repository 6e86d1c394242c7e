import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useSuspenseFragment } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import type { ProposalPositions_proposal } from "../../graphql/operations.generated.ts";
import { Row } from "../../ui/Ruled.tsx";
import { Positions } from "./MinorityPositions.tsx";

const fragment: TypedDocumentNode<ProposalPositions_proposal> = gql`
  fragment ProposalPositions_proposal on Proposal {
    id
    slug
    takesPositions
    positions {
      id
      ...MinorityPositions_position @unmask
    }
  }
  ${Positions.fragment}
`;

/** What a region, or three people, hold against a proposal; the reserves of regional groups, and how they do it at home. */
export function ProposalPositions(props: { proposal: FragmentType<ProposalPositions_proposal> }) {
  const { id, slug, takesPositions, positions } = useSuspenseFragment({
    fragment,
    fragmentName: "ProposalPositions_proposal",
    from: props.proposal,
  }).data;
  if (!takesPositions && positions.length === 0) return null;
  return (
    <Row id="positions" heading={m.synthesis_positions()}>
      <Positions
        positions={positions}
        opposed={takesPositions ? { of: "proposal", id, slug } : null}
        lead={m.proposal_positions_lead()}
      />
    </Row>
  );
}

ProposalPositions.fragment = fragment;
