import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import type { UndoPublishProposal, UndoPublishProposalVariables } from "../../graphql/operations.generated.ts";
import { Publishing as Wait } from "../../shared/Publishing.tsx";
import { Form } from "../../ui/Form.tsx";
import { useAct } from "../../ui/useAct.ts";

const undoPublishProposal: TypedDocumentNode<UndoPublishProposal, UndoPublishProposalVariables> = gql`
  mutation UndoPublishProposal($input: UndoPublishProposalInput!) {
    undoPublishProposal(input: $input) {
      ...Form_outcome @unmask
      proposal {
        id
        publishesAt
      }
    }
  }
  ${Form.fragment}
`;

/** Pages that show where a proposal stands. */
const pages = ["ProposalEditPage", "ProposalAdoptPage"];

interface Props {
  id: string;
  publishesAt: string;
  decidedHere: boolean;
}

/** A draft about to be public, and the way back. */
export function Publishing({ id, publishesAt, decidedHere }: Props) {
  const client = useApolloClient();
  const undo = useAct(undoPublishProposal, pages);
  return (
    <Wait
      {...{ publishesAt, decidedHere, undo }}
      onUndo={() => void undo.run({ id })}
      onLook={() => void client.refetchQueries({ include: pages })}
    >
      {m.proposalWriting_publishing_what()}
    </Wait>
  );
}
