import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useSuspenseFragment } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import type { ProposalMinority_proposal } from "../../graphql/operations.generated.ts";
import { Row } from "../../ui/Ruled.tsx";
import { Positions } from "./MinorityPositions.tsx";

const fragment: TypedDocumentNode<ProposalMinority_proposal> = gql`
  fragment ProposalMinority_proposal on Proposal {
    id
    slug
    takesMinorityPositions
    minorityPositions {
      id
      ...MinorityPositions_position @unmask
    }
  }
  ${Positions.fragment}
`;

/**
 * Positions of a region, or of three people, against a proposal; reserves of regional groups, and how they do it at
 * home.
 */
export function ProposalMinority(props: { proposal: FragmentType<ProposalMinority_proposal> }) {
  const { id, slug, takesMinorityPositions, minorityPositions } = useSuspenseFragment({
    fragment,
    fragmentName: "ProposalMinority_proposal",
    from: props.proposal,
  }).data;
  if (!takesMinorityPositions && minorityPositions.length === 0) return null;
  return (
    <Row id="positions" heading={m.minority_title()}>
      <Positions
        positions={minorityPositions}
        opposed={takesMinorityPositions ? { of: "proposal", id, slug } : null}
        lead={m.minority_proposal_lead()}
      />
    </Row>
  );
}

ProposalMinority.fragment = fragment;
