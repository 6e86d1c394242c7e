import type { TypedDocumentNode } from "@apollo/client";
import type { ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import type { Problem } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import { sayDocumentProblems } from "./documentProblems.ts";

sayDocumentProblems();

interface Props<Data, Input> {
  mutation: TypedDocumentNode<Data, { input: Input }>;
  input: (fields: FormData) => Input;
  label: string;
  /** Under which its fields are kept on the device; none where it has none. */
  kept?: string;
  primary?: boolean;
  onDone?: () => void;
  children?: ReactNode;
}

/** One act on a document: its fields, if any, its refusals and its button. */
export function DocumentAct<Data extends Record<keyof Data, { problems: readonly Problem[] }>, Input>({
  mutation,
  input,
  label,
  kept,
  primary = false,
  onDone,
  children,
}: Props<Data, Input>) {
  const act = useAct<Data, Input>(mutation, ["DocumentEditPage"]);
  return (
    <KeptForm
      kept={kept}
      problems={act.problems}
      busy={act.busy}
      onSubmit={(fields) => act.run(input(fields))}
      onSent={onDone}
      label={label}
    >
      {children}
      <Failed because={act.failed} />
      <Button type="submit" small={!primary} primary={primary} disabled={act.busy}>
        {label}
      </Button>
    </KeptForm>
  );
}
