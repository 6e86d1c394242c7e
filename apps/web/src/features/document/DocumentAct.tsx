import type { TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import type { Problem } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import { sayDocumentProblems } from "./documentProblems.ts";

sayDocumentProblems();

interface Props<Data, Input> {
  mutation: TypedDocumentNode<Data, { input: Input }>;
  input: (fields: FormData) => Input;
  label: string;
  primary?: boolean;
  onDone?: () => void;
  children?: ReactNode;
}

/** One act on a document: its fields, if any, its refusals and its button. */
export function DocumentAct<Data extends Record<keyof Data, { problems: readonly Problem[] }>, Input>({
  mutation,
  input,
  label,
  primary = false,
  onDone,
  children,
}: Props<Data, Input>) {
  const act = useAct<Data, Input>(mutation, ["DocumentEditPage"]);
  const send = async (fields: FormData) => {
    if (await act.run(input(fields))) onDone?.();
  };
  return (
    <Form problems={act.problems} busy={act.busy} onSubmit={(fields) => void send(fields)} label={label}>
      {children}
      <Failed because={act.failed}>{m.document_not_saved()}</Failed>
      <Button type="submit" small={!primary} primary={primary} disabled={act.busy}>
        {label}
      </Button>
    </Form>
  );
}
