import type { TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { sayOrganisationProblems } from "../../shared/organisationProblems.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
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
  /** Under which what is typed is kept on this device, where there is something to type. */
  kept?: string;
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
  kept,
  onDone,
  children,
}: Props<Data, Input>) {
  const act = useAct<Data, Input>(mutation, again);
  return (
    <KeptForm
      kept={kept}
      problems={act.problems}
      busy={act.busy}
      label={label}
      onSubmit={(fields) => act.run(input(fields))}
      onSent={onDone}
    >
      {children}
      <Failed because={act.failed} />
      <Button type="submit" small={!primary} primary={primary} disabled={act.busy}>
        {label}
      </Button>
    </KeptForm>
  );
}
