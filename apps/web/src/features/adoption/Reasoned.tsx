import type { TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import type { SetAsideProposalInput } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import type { Problem } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { page } from "./adoption.mutations.tsx";

interface Props<Data> {
  proposal: { id: string; version: number };
  mutation: TypedDocumentNode<Data, { input: SetAsideProposalInput }>;
  /** Name of the act, on the line that opens it and on its button. */
  name: string;
  /** Effect of the act, in a sentence. */
  what: string;
}

/** An act that takes a public reason: to set aside, to take back, to open again. */
export function Reasoned<Data extends Record<keyof Data, { problems: readonly Problem[] }>>({
  proposal: { id, version },
  mutation,
  name,
  what,
}: Props<Data>) {
  const act = useAct(mutation, page);
  return (
    <Disclosure summary={name}>
      <KeptForm
        kept={`reason:${id}:${name}`}
        label={name}
        problems={act.problems}
        busy={act.busy}
        onSubmit={(fields) => act.run({ id, version, reason: fields.get("reason") as string })}
      >
        <p className="quiet">{what}</p>
        <WritingArea
          name="reason"
          label={m.adoption_reason()}
          help={m.adoption_reason_public()}
          maxLength={limits["proposal.stateReason"]}
          rows={3}
        />
        <Failed because={act.failed} />
        <Button type="submit">{name}</Button>
      </KeptForm>
    </Disclosure>
  );
}
