import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import type {
  GlossaryTermPage,
  RestoreTerm,
  RestoreTermInput,
  RetireTerm,
  RetireTermInput,
} from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";

const retireTerm: TypedDocumentNode<RetireTerm, { input: RetireTermInput }> = gql`
  mutation RetireTerm($input: RetireTermInput!) {
    retireTerm(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

const restoreTerm: TypedDocumentNode<RestoreTerm, { input: RestoreTermInput }> = gql`
  mutation RestoreTerm($input: RestoreTermInput!) {
    restoreTerm(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

const takeFocus = (it: HTMLElement | null) => it?.focus();

/** Retires a word from its page, with a reason; or puts back one that was. Once done, the keyboard goes on from what says so. */
export function RetireOrRestore({
  term: { id, version, retiredOn },
}: {
  term: NonNullable<GlossaryTermPage["glossaryTerm"]>;
}) {
  const retire = useAct(retireTerm, ["GlossaryTermPage"]);
  const restore = useAct(restoreTerm, ["GlossaryTermPage"]);
  const { cache } = useApolloClient();
  const listed = () => {
    cache.evict({ id: "ROOT_QUERY", fieldName: "glossary" });
    cache.evict({ id: "ROOT_QUERY", fieldName: "retiredTerms" });
  };
  if (retiredOn)
    return (
      <Form
        problems={restore.problems}
        busy={restore.busy}
        onSubmit={async () => (await restore.run({ id })) && listed()}
        label={m.glossary_restore()}
      >
        <Failed because={restore.failed} />
        <Button small type="submit" disabled={restore.busy} ref={retire.done ? takeFocus : undefined}>
          {m.glossary_restore()}
        </Button>
      </Form>
    );
  return (
    <>
      {restore.done && (
        <div tabIndex={-1} ref={takeFocus}>
          <Notice tone="done" live>
            {m.glossary_restored()}
          </Notice>
        </div>
      )}
      <Disclosure summary={m.glossary_retire()}>
        <KeptForm
          kept={`termRetired:${id}`}
          version={version}
          problems={retire.problems}
          busy={retire.busy}
          onSubmit={(fields) => retire.run({ id, version, why: (fields.get("why") as string | null) ?? "" })}
          onSent={listed}
          label={m.glossary_retire()}
        >
          <p className="prose">{m.glossary_retire_what()}</p>
          <WritingArea
            name="why"
            label={m.glossary_retire_why()}
            help={m.glossary_retire_why_help()}
            rows={2}
            maxLength={limits["glossaryTerm.why"]}
          />
          <Failed because={retire.failed} />
          <Button small type="submit" disabled={retire.busy}>
            {m.glossary_retire_do()}
          </Button>
        </KeptForm>
      </Disclosure>
    </>
  );
}
