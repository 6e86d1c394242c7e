import type { TypedDocumentNode } from "@apollo/client";
import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import { Failed } from "./Failed.tsx";
import { KeptForm } from "./KeptForm.tsx";
import type { Problem } from "./problems.ts";
import { useAct } from "./useAct.ts";

export interface ActProps<Data, Input> {
  mutation: TypedDocumentNode<Data, { input: Input }>;
  /** Reads what is sent; fields of the form may add to it. */
  input: (fields: FormData) => Input;
  /** Queries to ask again once it is done. */
  again: string[];
  label: string;
  primary?: boolean;
  /** Under which what is typed is kept on this device, where there is something to type. */
  kept?: string;
  onDone?: () => void;
  children?: ReactNode;
}

/** One act: its fields, if any, its refusals and its button. */
export function Act<Data extends Record<keyof Data, { problems: readonly Problem[] }>, Input>({
  mutation,
  input,
  again,
  label,
  primary = false,
  kept,
  onDone,
  children,
}: ActProps<Data, Input>) {
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
