import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { useNavigate } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { Remove_proposal, RemoveProposal, RemoveProposalVariables } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { RemoveDialog } from "../../shared/RemoveDialog.tsx";
import { Button } from "../../ui/Button.tsx";
import { Form } from "../../ui/Form.tsx";
import { useAct } from "../../ui/useAct.ts";

const fragment: TypedDocumentNode<Remove_proposal> = gql`
  fragment Remove_proposal on Proposal {
    id
    number
    version
    statements {
      id
    }
    objections {
      id
    }
    asks {
      id
    }
    viewerCan {
      remove
    }
  }
`;

const removeProposal: TypedDocumentNode<RemoveProposal, RemoveProposalVariables> = gql`
  mutation RemoveProposal($input: RemoveProposalInput!) {
    removeProposal(input: $input) {
      ...Form_outcome @unmask
      current {
        ...Remove_proposal @unmask
      }
    }
  }
  ${Form.fragment}
  ${fragment}
`;

/** Removes a draft that was never public: what goes and what stays are read once more before it is done. */
export function Remove({ proposal }: { proposal: FragmentType<Remove_proposal> }) {
  const { data: it } = useSuspenseFragment({ fragment, from: proposal });
  const { id, number, version, statements, objections, asks, viewerCan } = it;
  const [asked, setAsked] = useState(false);
  const { cache } = useApolloClient();
  const navigate = useNavigate();
  const act = useAct(removeProposal);
  const remove = async () => {
    if (!(await act.run({ id, version }))) return;
    await navigate(paths.proposals());
    cache.evict({ id: "ROOT_QUERY", fieldName: "proposals" });
  };
  if (!viewerCan.remove) return null;
  return (
    <section aria-label={m.proposalWriting_remove()}>
      <Button onClick={() => setAsked(true)}>{m.proposalWriting_remove()}</Button>
      <RemoveDialog
        open={asked}
        onClose={() => setAsked(false)}
        title={m.proposalWriting_remove_title({ number })}
        label={m.proposalWriting_remove()}
        act={act}
        lines={[
          [
            m.proposalWriting_remove_goes(),
            m.proposalWriting_remove_goes_what({
              statements: statements.length,
              objections: objections.length,
              asks: asks.length,
            }),
          ],
          [m.proposalWriting_remove_stays(), m.proposalWriting_remove_stays_what()],
          [m.proposal_recap_back(), m.proposalWriting_remove_back_what({ number })],
        ]}
        sure={m.proposalWriting_remove_sure()}
        onRemove={() => void remove()}
      />
    </section>
  );
}

Remove.fragment = fragment;
