import { gql, type TypedDocumentNode } from "@apollo/client";
import { useState } from "react";
import type {
  CutStatement,
  CutStatementVariables,
  JoinStatements,
  JoinStatementsVariables,
} from "../../../graphql/operations.generated.ts";
import { Form } from "../../../ui/Form.tsx";
import { newKey } from "../../../ui/key.ts";
import { useAct } from "../../../ui/useAct.ts";

const cutStatement: TypedDocumentNode<CutStatement, CutStatementVariables> = gql`
  mutation CutStatement($input: CutStatementInput!) {
    cutStatement(input: $input) {
      ...Form_outcome @unmask
      statement {
        id
        text
        version
      }
      next {
        id
        version
      }
    }
  }
  ${Form.fragment}
`;

const joinStatements: TypedDocumentNode<JoinStatements, JoinStatementsVariables> = gql`
  mutation JoinStatements($input: JoinStatementsInput!) {
    joinStatements(input: $input) {
      ...Form_outcome @unmask
      statement {
        id
        text
        version
      }
    }
  }
  ${Form.fragment}
`;

interface Words {
  text: string;
  version: number;
}

/** Cuts a sentence in two, and takes it back; each says what is in force afterwards. */
export function useCutting(id: string, version: number, onDone: (inForce: Words) => void) {
  const [nextId, setNextId] = useState(newKey);
  const cutting = useAct(cutStatement, ["ProposalEditPage"]);
  const joining = useAct(joinStatements, ["ProposalEditPage"]);
  const [cut, setCut] = useState<{ id: string; version: number } | null>(null);
  return {
    problems: [...cutting.problems, ...joining.problems],
    failed: cutting.failed ?? joining.failed,
    busy: cutting.busy || joining.busy,
    /** The second half, while the cut can be taken back from here. */
    cut,
    async run([text, nextText]: readonly [string, string]) {
      const done = await cutting.run({ id, version, text, nextId, nextText });
      if (!done?.statement || !done.next) return;
      onDone(done.statement);
      setCut(done.next);
      setNextId(newKey());
      document.querySelector<HTMLElement>(`[data-statement="${done.next.id}"] textarea`)?.focus();
    },
    async takeBack() {
      const done = cut && (await joining.run({ id, version, nextId: cut.id, nextVersion: cut.version }));
      setCut(null);
      if (!done?.statement) return;
      onDone(done.statement);
      document.querySelector<HTMLElement>(`[data-statement="${id}"] textarea`)?.focus();
    },
  };
}
