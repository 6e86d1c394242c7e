import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation, useSuspenseFragment } from "@apollo/client/react";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type {
  RemoveStatement,
  RemoveStatementVariables,
  StatementForm_statement,
  StatementPart,
  WriteStatement,
  WriteStatementVariables,
} from "../../graphql/operations.generated.ts";
import { partNames } from "../../i18n/vocabulary.ts";
import { Advice } from "../../shared/Advice.tsx";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { forgetKept } from "../../ui/kept.ts";
import { KeptFields } from "../../ui/KeptFields.tsx";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { SaveButton } from "./SaveButton.tsx";
import { BothTexts } from "./Theirs.tsx";
import styles from "../../shared/Desk.module.css";

const fragment: TypedDocumentNode<StatementForm_statement> = gql`
  fragment StatementForm_statement on Statement {
    id
    part
    text
    version
  }
`;

const writeStatement: TypedDocumentNode<WriteStatement, WriteStatementVariables> = gql`
  mutation WriteStatement($input: WriteStatementInput!) {
    writeStatement(input: $input) {
      ...Form_outcome @unmask
      statement {
        id
        text
        version
      }
      current {
        text
        version
      }
    }
  }
  ${Form.fragment}
`;

const removeStatement: TypedDocumentNode<RemoveStatement, RemoveStatementVariables> = gql`
  mutation RemoveStatement($input: RemoveStatementInput!) {
    removeStatement(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

/** A statement that is there, to be reworded or removed. */
export function StatementForm(props: { proposalId: string; statement: FragmentType<StatementForm_statement> }) {
  const { data: statement } = useSuspenseFragment({ fragment, from: props.statement });
  const [remove, { data, loading, error }] = useMutation(removeStatement, { refetchQueries: ["ProposalEditPage"] });
  return (
    <div className={styles.row}>
      <Writing proposalId={props.proposalId} statement={statement} />
      <Form
        problems={data?.removeStatement.problems}
        busy={loading}
        onSubmit={() =>
          void remove({ variables: { input: { id: statement.id, version: statement.version } } }).catch(() => undefined)
        }
      >
        <Failed because={error}>{m.reading_not_saved()}</Failed>
        <Button type="submit" small>
          {m.reading_remove_statement()}
        </Button>
      </Form>
    </div>
  );
}

StatementForm.fragment = fragment;

/** A statement to be written; once it is, the form is empty again. */
export function NewStatement({ proposalId, part }: { proposalId: string; part: StatementPart }) {
  const [round, setRound] = useState(0);
  return (
    <Writing
      key={round}
      proposalId={proposalId}
      statement={{ id: null, part, text: "", version: 0 }}
      onWritten={() => setRound(round + 1)}
    />
  );
}

interface WritingProps {
  proposalId: string;
  statement: Pick<StatementForm_statement, "part" | "text" | "version"> & { id: string | null };
  onWritten?: () => void;
}

function Writing({ proposalId, statement, onWritten }: WritingProps) {
  const [id] = useState(() => statement.id ?? crypto.randomUUID());
  // The version that was read: a refusal brings the one in force, and what was typed stays.
  const [version, setVersion] = useState(statement.version);
  const [write, { data, loading, error }] = useMutation(writeStatement, { refetchQueries: ["ProposalEditPage"] });
  const current = data?.writeStatement.current;
  const [typed, setTyped] = useState(statement.text);
  const keptAs = `statement:${statement.id ?? `${proposalId}:${statement.part}`}`;
  const save = (fields: FormData) =>
    void write({
      variables: { input: { id, proposalId, version, part: statement.part, text: fields.get("text") as string } },
    }).then(async ({ data: done }) => {
      const now = done?.writeStatement.statement ?? done?.writeStatement.current;
      if (done?.writeStatement.statement) await forgetKept(keptAs);
      if (now) setVersion(now.version);
      if (done?.writeStatement.statement) onWritten?.();
    });
  return (
    <Form problems={data?.writeStatement.problems} busy={loading} onSubmit={save}>
      {current && <BothTexts theirs={current.text} mine={typed} onChoose={setTyped} key={current.version} />}
      <WritingArea
        name="text"
        label={statement.id ? partNames[statement.part]() : m.reading_new_statement()}
        value={typed}
        maxLength={limits["statement.text"]}
        rows={2}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Advice text={typed} />
      <KeptFields name={keptAs} version={version} key={version} />
      <SaveButton saved={!!data?.writeStatement.statement} failed={error} stale={!!current} />
    </Form>
  );
}
