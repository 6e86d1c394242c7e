import { gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type {
  WithdrawPaperEntry as Withdraw,
  WithdrawPaperEntryVariables,
} from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Problem } from "../../ui/problems.ts";
import { notTheSlip } from "./rows.ts";

const mutation: TypedDocumentNode<Withdraw, WithdrawPaperEntryVariables> = gql`
  mutation WithdrawPaperEntry($input: WithdrawPaperEntryInput!) {
    withdrawPaperEntry(input: $input) {
      ...Form_outcome @unmask
      entry {
        id
        status
        statusOn
        viewerCan {
          enterAgain
        }
        second {
          id
        }
      }
    }
  }
  ${Form.fragment}
`;

const missing: readonly Problem[] = [{ code: "REQUIRED", field: "code" }];

/** Takes a response back for its author, who shows the slip: on line its code gives reading only. */
export function WithdrawPaperEntry({ questionnaireId }: { questionnaireId: string }) {
  const [withdraw, { loading, error, reset }] = useMutation(mutation);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  /** The code that is about to be used: what it does is said first. */
  const [asked, setAsked] = useState<string | null>(null);
  const [done, setDone] = useState<string[]>([]);
  /** It was typed from the head of a sheet, not from a slip. */
  const [notSlip, setNotSlip] = useState<string | null>(null);

  const ask = (code: string) => {
    reset();
    const other = notTheSlip(code);
    setNotSlip(other);
    setProblems(code ? [] : missing);
    if (code && !other) setAsked(code);
  };
  const send = async (code: string) => {
    setAsked(null);
    const sent = await withdraw({ variables: { input: { questionnaireId, code } } }).catch(() => null);
    const outcome = sent?.data?.withdrawPaperEntry;
    if (!outcome) return;
    setProblems(outcome.problems);
    if (outcome.entry) setDone((before) => [...before, code]);
  };
  return (
    <div className="flow">
      <p className="prose">{m.paper_author_lead()}</p>
      <p className="prose quiet">{m.paper_author_correct()}</p>
      {done.length > 0 && (
        <Notice tone="done" live>
          {m.paper_author_done({ code: done.at(-1)! })}
        </Notice>
      )}
      <Form
        problems={problems}
        busy={loading}
        label={m.paper_author()}
        onSubmit={(fields) => ask((fields.get("code") as string).trim())}
        key={done.length}
      >
        <TextField
          name="code"
          label={m.paper_author_code()}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        {notSlip && (
          <Notice tone="warn" live>
            {notSlip}
          </Notice>
        )}
        <Failed because={error} />
        <Button type="submit" disabled={loading}>
          {m.paper_author_withdraw()}
        </Button>
      </Form>
      <Dialog open={asked !== null} onClose={() => setAsked(null)} title={m.paper_author_title({ code: asked ?? "" })}>
        <p>{m.paper_author_text()}</p>
        <p>{m.paper_author_forever()}</p>
        <p className="cluster">
          <Button onClick={() => void send(asked!)}>{m.paper_author_yes()}</Button>
          <Button primary data-first onClick={() => setAsked(null)}>
            {m.paper_author_no()}
          </Button>
        </p>
      </Dialog>
    </div>
  );
}
