import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type Ref, useImperativeHandle } from "react";
import type { UndoRuling as Data, UndoRulingVariables } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { useAct } from "../../ui/useAct.ts";
import { Form } from "../../ui/Form.tsx";
import { Key } from "../../ui/Key.tsx";
import type { UndoHandle } from "../../ui/undoHandle.ts";

const undoRuling: TypedDocumentNode<Data, UndoRulingVariables> = gql`
  mutation UndoRuling($input: UndoRulingInput!) {
    undoRuling(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

interface Props {
  id: string;
  /** Words of the text, said with the act where several stand in a list. */
  of?: string;
  keyed?: boolean;
  /** Undoes all that was ruled in the same act. */
  batch?: boolean;
  onUndone: () => void;
  ref?: Ref<UndoHandle>;
}

/** « Défaire »: the text waits again, with the words it had. */
export function UndoRuling({ id, of, keyed, batch, onUndone, ref }: Props) {
  const { run, busy, problems, failed } = useAct(undoRuling, ["ModerationPage"]);
  const undo = () => void (!busy && run({ id, batch: batch ?? null }).then((done) => done && onUndone()));
  useImperativeHandle(ref, () => ({ undo }));
  return (
    <>
      <Button small disabled={busy} onClick={undo} aria-label={of && m.moderation_undo_named({ name: of })}>
        {m.moderation_undo()} {keyed && <Key>U</Key>}
      </Button>
      <Failed because={failed} />
      {problems.length > 0 && <output>{m.moderation_undo_late()}</output>}
    </>
  );
}
