import { gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation } from "@apollo/client/react";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { use, useState } from "react";
import type { EditProposal, EditProposalVariables, ProposalForm_proposal } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import type { FieldValues } from "../../ui/formFields.ts";
import { forgetKept } from "../../ui/kept.ts";
import { KeptFields } from "../../ui/KeptFields.tsx";
import { SavedAsTyped } from "../../ui/SavedAsTyped.tsx";
import { SavedContext, useSaid } from "./saved/SavedContext.ts";
import { Sentence } from "./Sentence.tsx";
import { stateOf } from "./StatementBox.tsx";
import { BothTexts } from "./Theirs.tsx";
import styles from "./ProposalForm.module.css";

const fragment: TypedDocumentNode<ProposalForm_proposal> = gql`
  fragment ProposalForm_proposal on Proposal {
    id
    title
    summary
    version
  }
`;

const editProposal: TypedDocumentNode<EditProposal, EditProposalVariables> = gql`
  mutation EditProposal($input: EditProposalInput!) {
    editProposal(input: $input) {
      ...Form_outcome @unmask
      proposal {
        id
        title
        summary
        version
      }
      current {
        title
        summary
        version
      }
    }
  }
  ${Form.fragment}
`;

const isWhole = (fields: FormData) =>
  (["title", "summary"] as const).every((name) => {
    const length = ((fields.get(name) as string | null) ?? "").trim().length;
    return length > 0 && length <= limits[`proposal.${name}`];
  });

/** The title of a proposal and what it comes to in a sentence, written where they are read. */
export function ProposalForm({ proposal }: { proposal: ProposalForm_proposal }) {
  const { asTyped } = use(SavedContext);
  // The version that was read: a refusal brings the one in force, and what was typed stays.
  const [version, setVersion] = useState(proposal.version);
  const [edit, edited] = useMutation(editProposal);
  const current = edited.data?.editProposal.current;
  const keptAs = `proposal:${proposal.id}`;
  const [title, setTitle] = useState(proposal.title);
  const [summary, setSummary] = useState(proposal.summary);
  // As it was sent last: what both changed is told from it, whatever is chosen since.
  const [sent, setSent] = useState({ title: proposal.title, summary: proposal.summary });
  const dirty = title.trim() !== proposal.title.trim() || summary.trim() !== proposal.summary.trim();
  useSaid(keptAs, stateOf({ dirty, stale: !!current, failed: !!edited.error, busy: edited.loading }));
  // Found on the device, and typed on words that are no longer in force: the refusal will show both. Unless they are
  // these: saved on leaving.
  const onOlder = (older: number, typed: FieldValues) =>
    typed.title?.[0]?.trim() === proposal.title.trim() && typed.summary?.[0]?.trim() === proposal.summary.trim()
      ? forgetKept(keptAs)
      : setVersion(older);

  const fields = [
    { name: "title" as const, label: m.reading_proposal_title, value: title, set: setTitle },
    { name: "summary" as const, label: m.reading_proposal_summary, value: summary, set: setSummary },
  ];

  const save = async () => {
    setSent({ title, summary });
    const { data } = await edit({ variables: { input: { id: proposal.id, version, title, summary } } }).catch(() => ({
      data: null, // Told by `error`.
    }));
    if (data?.editProposal.proposal) forgetKept(keptAs);
    const now = data?.editProposal.proposal ?? data?.editProposal.current;
    if (now) setVersion(now.version);
  };

  return (
    <div className={styles.head}>
      <Form problems={edited.data?.editProposal.problems} busy={edited.loading} onSubmit={save}>
        {current &&
          fields
            .filter(({ name: field }) => current[field] !== sent[field])
            .map(({ name: field, label, set }) => (
              <BothTexts
                label={label()}
                theirs={current[field]}
                mine={sent[field]}
                onChoose={set}
                key={`${field} ${current.version}`}
              />
            ))}
        {fields.map(({ name, label, value, set }) => (
          <div className={name === "title" ? styles.title : styles.summary} key={name}>
            <Sentence
              name={name}
              label={label()}
              value={value}
              maxLength={limits[`proposal.${name}`]}
              // A title is one line.
              onType={(text) => set(name === "title" ? text.replaceAll("\n", " ") : text)}
            />
          </div>
        ))}
        <KeptFields name={keptAs} version={version} onOlder={edited.data ? undefined : onOlder} key={version} />
        <SavedAsTyped on={asTyped && !current} failed={edited.error} isWhole={isWhole} />
        <Failed because={edited.error}>{m.proposalWriting_failed_long()}</Failed>
        {(!asTyped || current) && dirty && (
          <p>
            <Button type="submit" small>
              {current ? m.reading_save_mine() : m.reading_save()}
            </Button>
          </p>
        )}
      </Form>
    </div>
  );
}

ProposalForm.fragment = fragment;
