import { gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { type ReactNode, type Ref, useImperativeHandle } from "react";
import type { UnreadContributions, UnreadContributionsVariables } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Form } from "../../ui/Form.tsx";
import { Key } from "../../ui/Key.tsx";
import type { UndoHandle } from "../../ui/undoHandle.ts";

export const unreadContributions: TypedDocumentNode<UnreadContributions, UnreadContributionsVariables> = gql`
  mutation UnreadContributions($input: UnreadContributionsInput!) {
    unreadContributions(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

interface Props {
  /** Contributions just read. */
  ids: readonly string[];
  /** Sentence on them. */
  children: ReactNode;
  onUndone: () => void;
  /** The pages to ask again. */
  refetch?: string[];
  ref?: Ref<UndoHandle>;
}

/** Says that texts were read, and takes it back: an act of one press is undone by one. */
export function Undo({ ids, children, onUndone, refetch = [], ref }: Props) {
  const [unread, { data, loading, error }] = useMutation(unreadContributions, { refetchQueries: refetch });
  const undo = () => {
    if (loading) return;
    void unread({ variables: { input: { contributionIds: [...ids] } } }).then(
      ({ data: done }) => done?.unreadContributions.problems.length === 0 && onUndone(),
      () => undefined, // Told by `error`.
    );
  };
  useImperativeHandle(ref, () => ({ undo }));
  if (error) return <Failed because={error} />;
  if (data?.unreadContributions.problems.length)
    return (
      <Notice tone="warn" live>
        {m.reading_undo_failed()}
      </Notice>
    );
  return (
    <Notice tone="done" live>
      <span className="cluster">
        {children}
        <Button small disabled={loading} onClick={undo}>
          {m.reading_undo()} <Key>U</Key>
        </Button>
      </span>
    </Notice>
  );
}
