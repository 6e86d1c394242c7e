import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { ProposalMinority_proposal } from "../../graphql/operations.generated.ts";
import { Fold, Part } from "../../ui/Part.tsx";
import { formatNumber } from "../../i18n/numbers.ts";
import { type OwnRuling, Positions } from "./MinorityPositions.tsx";

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
 * home. Folded while there are none.
 */
export function ProposalMinority({
  proposal,
  folded,
  ruling,
}: {
  proposal: FragmentType<ProposalMinority_proposal>;
  folded: boolean;
  ruling?: OwnRuling;
}) {
  const { id, slug, takesMinorityPositions, minorityPositions } = useSuspenseFragment({
    fragment,
    fragmentName: "ProposalMinority_proposal",
    from: proposal,
  }).data;
  // It stays where it was while somebody writes the first one.
  const [none] = useState(minorityPositions.length === 0);
  if (none !== folded || (none && !takesMinorityPositions)) return null;
  const Place = folded ? Fold : Part;
  return (
    <Place id="positions" heading={m.minority_title()} note={none ? null : formatNumber(minorityPositions.length)}>
      <Positions
        positions={minorityPositions}
        opposed={takesMinorityPositions ? { of: "proposal", id, slug } : null}
        lead={m.minority_proposal_lead()}
        ruling={ruling}
      />
    </Place>
  );
}

ProposalMinority.fragment = fragment;
