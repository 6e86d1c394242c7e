import { gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation } from "@apollo/client/react";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { use, useRef, useState } from "react";
import type {
  RemoveStatement,
  RemoveStatementVariables,
  StatementBox_statement,
  StatementPart,
  WriteStatement,
  WriteStatementVariables,
} from "../../graphql/operations.generated.ts";
import { partNames } from "../../i18n/vocabulary.ts";
import { Advice } from "../../shared/Advice.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import type { FieldValues } from "../../ui/formFields.ts";
import { forgetKept } from "../../ui/kept.ts";
import { KeptFields } from "../../ui/KeptFields.tsx";
import { keptId } from "../../ui/keptKey.ts";
import { SavedAsTyped } from "../../ui/SavedAsTyped.tsx";
import { TextButton } from "../../ui/TextButton.tsx";
import { useAct } from "../../ui/useAct.ts";
import { begunAs } from "./begun.ts";
import { cutAt } from "./cutting/cutAt.ts";
import { useCutting } from "./cutting/useCutting.tsx";
import { SavedContext, type SavedState, useSaid } from "./saved/SavedContext.ts";
import { Sentence } from "./Sentence.tsx";
import { Sources } from "./sources/Sources.tsx";
import { BothTexts } from "./Theirs.tsx";
import styles from "./Workshop.module.css";

const fragment: TypedDocumentNode<StatementBox_statement> = gql`
  fragment StatementBox_statement on Statement {
    id
    part
    text
    version
    ...Sources_statement @unmask
  }
  ${Sources.fragment}
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

interface Props {
  proposalId: string;
  part: StatementPart;
  /** Place of it in its part, from 1. */
  place: number;
  id: string;
  /** Null until it was saved once, under the id that this page made. */
  statement: StatementBox_statement | null;
  /** True for one that is being begun: its text was put back, or is to be written. */
  onFound?: () => void;
}

const isWhole = (fields: FormData) => {
  const length = ((fields.get("text") as string | null) ?? "").trim().length;
  return length > 0 && length <= limits["statement.text"];
};

/** A sentence of a proposal being written, and the words it stands on beside it. */
export function StatementBox({ proposalId, part, place, id, statement, onFound }: Props) {
  const { asTyped } = use(SavedContext);
  // The version that was read: a refusal brings the one in force, and what was typed stays.
  const [version, setVersion] = useState(statement?.version ?? 0);
  const [typed, setTyped] = useState(statement?.text ?? "");
  const [base, setBase] = useState(statement?.text ?? "");
  const keptAs = version > 0 ? `statement:${id}` : begunAs(proposalId, part);
  const [sourcing, setSourcing] = useState(false);
  const [write, { data, loading, error }] = useMutation(writeStatement, { refetchQueries: ["ProposalEditPage"] });
  const remove = useAct(removeStatement, ["ProposalEditPage"]);
  const current = data?.writeStatement.current;
  const cutting = useCutting(id, version, (now) => {
    setVersion(now.version);
    setTyped(now.text);
    setBase(now.text);
    forgetKept(keptAs);
  });
  const cutHere = (form: HTMLFormElement) => {
    const field = form.querySelector("textarea");
    const halves = cutAt(typed, field?.selectionStart ?? 0);
    if (halves && !loading && !cutting.busy) void cutting.run(halves);
  };

  // Somebody else's words take the place of those that nobody touched here.
  if (statement && statement.version > version && typed === base && !loading) {
    setVersion(statement.version);
    setTyped(statement.text);
    setBase(statement.text);
  }

  const written = async (fields: FormData) => {
    const text = fields.get("text") as string;
    if (version === 0) keptId(keptAs, {}, id);
    const { data: done } = await write({ variables: { input: { id, proposalId, version, part, text } } }).catch(
      () => ({ data: null }), // Told by `error`.
    );
    const saved = done?.writeStatement.statement;
    const now = saved ?? done?.writeStatement.current;
    if (!now) return undefined;
    // Together: what is in the field, be it with a space at its end, is what was saved.
    setVersion(now.version);
    if (saved) {
      setBase(text);
      forgetKept(keptAs);
    }
    return now.version;
  };
  // The save under way, or the last one, and the version that it came to: what is removed is what it wrote.
  const saving = useRef<Promise<number | undefined>>(undefined);
  const save = (fields: FormData) => {
    saving.current = written(fields);
  };
  const removeIt = async () => {
    const saved = await saving.current;
    if (!remove.busy) await remove.run({ id, version: Math.max(saved ?? 0, version) });
  };

  const dirty = typed.trim() !== base.trim();
  const state = stateOf({ dirty, stale: !!current, failed: !!error, busy: loading });
  useSaid(id, state);
  // Found on the device, and typed on words that are no longer in force: the refusal will show both. Unless they are
  // these: saved on leaving.
  const onOlder = (older: number, fields: FieldValues) =>
    fields.text?.[0]?.trim() === base.trim() ? forgetKept(keptAs) : setVersion(older);

  return (
    <article
      className={styles.box}
      data-statement={id}
      aria-label={m.proposalWriting_sentence({ part: partNames[part](), place })}
    >
      <div className={styles.said}>
        <Form
          problems={[...(data?.writeStatement.problems ?? []), ...remove.problems, ...cutting.problems]}
          busy={loading || cutting.busy}
          onSubmit={save}
        >
          {current && <BothTexts theirs={current.text} mine={typed} onChoose={setTyped} key={current.version} />}
          <Sentence
            name="text"
            label={m.proposalWriting_sentence({ part: partNames[part](), place })}
            value={typed}
            maxLength={limits["statement.text"]}
            onType={setTyped}
            onSource={statement ? () => setSourcing(true) : undefined}
          />
          <Advice text={typed} />
          <SavedAsTyped on={asTyped && !current} failed={error} isWhole={isWhole} />
          <Failed because={error ?? remove.failed ?? cutting.failed}>{m.proposalWriting_failed_long()}</Failed>
          <p className={styles.tools}>
            <span>{m.proposalWriting_length({ count: typed.length })}</span>
            {(!asTyped || current) && dirty && (
              <TextButton type="submit" data-kept="">
                {current ? m.reading_save_mine() : m.reading_save()}
              </TextButton>
            )}
            {statement && (
              <>
                <TextButton data-sources="" onClick={() => setSourcing(true)}>
                  {m.proposalWriting_link_source()}
                </TextButton>
                {cutAt(typed, 0) && !current && (
                  <TextButton onClick={({ currentTarget }) => cutHere(currentTarget.form!)}>
                    {m.proposalWriting_cut()}
                  </TextButton>
                )}
                <TextButton onClick={() => void removeIt()}>{m.reading_remove_statement()}</TextButton>
              </>
            )}
          </p>
          {cutting.cut && !dirty && (
            <output className={styles.tools}>
              <span data-kept="">{m.proposalWriting_cut_done()}</span>
              <TextButton data-kept="" onClick={() => void (!cutting.busy && cutting.takeBack())}>
                {m.proposalWriting_undo()}
              </TextButton>
            </output>
          )}
          {/* Under the acts: nothing moves under the pointer as it comes. */}
          <KeptFields
            name={keptAs}
            version={version}
            onFound={onFound}
            onOlder={data ? undefined : onOlder}
            key={version}
          />
        </Form>
      </div>
      {statement && <Sources statement={statement} open={sourcing} onClose={() => setSourcing(false)} />}
    </article>
  );
}

StatementBox.fragment = fragment;

/** Place of a sentence. */
export function stateOf(it: { dirty: boolean; stale: boolean; failed: boolean; busy: boolean }): SavedState {
  if (it.stale) return "stale";
  if (it.failed) return "failed";
  if (it.busy) return "saving";
  return it.dirty ? "typed" : "saved";
}
