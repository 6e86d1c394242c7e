import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { useEffect, useRef, useState } from "react";
import type { UndoPublishProposal, UndoPublishProposalVariables } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { Key } from "../../ui/Key.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useAct } from "../../ui/useAct.ts";
import { useKeys } from "../../ui/useKeys.ts";

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

/** Seconds until an instant of the server; none once it is past. */
const secondsUntil = (instant: string) => Math.max(0, Math.ceil((Date.parse(instant) - Date.now()) / 1000));

interface Props {
  id: string;
  publishesAt: string;
  /** True where it was just decided here: « Défaire » takes the focus that the button before it had. */
  decidedHere: boolean;
}

/** A draft about to be public: how long it can be undone, and the way back. */
export function Publishing({ id, publishesAt, decidedHere }: Props) {
  const client = useApolloClient();
  const undo = useAct(undoPublishProposal, pages);
  const [left, setLeft] = useState(() => secondsUntil(publishesAt));
  const back = useRef<HTMLButtonElement>(null);
  const takeBack = () => void (!undo.busy && undo.run({ id }));
  useKeys({ u: left > 0 ? takeBack : undefined });
  useEffect(() => {
    if (decidedHere) back.current?.focus();
  }, [decidedHere]);
  const isOver = left === 0;
  useEffect(() => {
    // Once it is past, asked until it is done.
    const look = () => (isOver ? void client.refetchQueries({ include: pages }) : setLeft(secondsUntil(publishesAt)));
    const timer = setInterval(look, isOver ? 2000 : 250);
    return () => clearInterval(timer);
  }, [client, publishesAt, isOver]);
  return (
    <Form problems={undo.problems} busy={undo.busy} onSubmit={takeBack}>
      <Notice live>{m.proposalWriting_publishing_what()}</Notice>
      <Failed because={undo.failed} />
      <p className="cluster">
        {!isOver && (
          <Button type="submit" ref={back}>
            {m.proposalWriting_undo()} <Key>U</Key>
          </Button>
        )}
        <span aria-hidden={!isOver || undefined}>
          {isOver ? m.proposalWriting_publishing_now() : m.proposalWriting_publishing({ count: left })}
        </span>
      </p>
    </Form>
  );
}
