import type { TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { sayOrganisationProblems } from "../../shared/organisationProblems.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { alsoSay, type Problem } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";

sayOrganisationProblems();
alsoSay({ NOT_NOW: m.problem_NOT_NOW });

interface Props<Data, Input> {
  mutation: TypedDocumentNode<Data, { input: Input }>;
  /** Reads what is sent; fields of the form may add to it. */
  input: (fields: FormData) => Input;
  /** The query to ask again once it is done. */
  again: string[];
  label: string;
  primary?: boolean;
  onDone?: () => void;
  children?: ReactNode;
}

/** One act on an organisation: its fields, if any, its refusals and its button. */
export function Act<Data extends Record<keyof Data, { problems: readonly Problem[] }>, Input>({
  mutation,
  input,
  again,
  label,
  primary = false,
  onDone,
  children,
}: Props<Data, Input>) {
  const act = useAct<Data, Input>(mutation, again);
  const send = async (fields: FormData) => {
    if (await act.run(input(fields))) onDone?.();
  };
  return (
    <Form problems={act.problems} busy={act.busy} onSubmit={(fields) => void send(fields)} label={label}>
      {children}
      <Failed because={act.failed}>{m.organisation_failed()}</Failed>
      <Button type="submit" small={!primary} primary={primary} disabled={act.busy}>
        {label}
      </Button>
    </Form>
  );
}
