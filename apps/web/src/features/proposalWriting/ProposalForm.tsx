import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation, useSuspenseFragment } from "@apollo/client/react";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type { EditProposal, EditProposalVariables, ProposalForm_proposal } from "../../graphql/operations.generated.ts";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { forgetKept } from "../../ui/kept.ts";
import { KeptFields } from "../../ui/KeptFields.tsx";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { SaveButton } from "./SaveButton.tsx";
import { BothTexts } from "./Theirs.tsx";

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

/** The title of a proposal and what it comes to in a sentence. */
export function ProposalForm(props: { proposal: FragmentType<ProposalForm_proposal> }) {
  const { data: proposal } = useSuspenseFragment({ fragment, from: props.proposal });
  // The version that was read: a refusal brings the one in force, and what was typed stays.
  const [version, setVersion] = useState(proposal.version);
  const [edit, edited] = useMutation(editProposal);
  const current = edited.data?.editProposal.current;
  const keptAs = `proposal:${proposal.id}`;
  const [title, setTitle] = useState(proposal.title);
  const [summary, setSummary] = useState(proposal.summary);

  // As it was sent last: what both changed is told from it, whatever is chosen since.
  const [sent, setSent] = useState<{ title: string; summary: string }>();
  const fields = [
    { name: "title" as const, label: m.reading_proposal_title, set: setTitle },
    { name: "summary" as const, label: m.reading_proposal_summary, set: setSummary },
  ];

  const save = () => {
    setSent({ title, summary });
    void edit({
      variables: {
        input: {
          id: proposal.id,
          version,
          title,
          summary,
        },
      },
    }).then(async ({ data }) => {
      if (data?.editProposal.proposal) await forgetKept(keptAs);
      const now = data?.editProposal.proposal ?? data?.editProposal.current;
      if (now) setVersion(now.version);
    });
  };

  return (
    <div className="flow">
      <Form problems={edited.data?.editProposal.problems} busy={edited.loading} onSubmit={save}>
        {current &&
          fields
            .filter(({ name: field }) => current[field] !== sent?.[field])
            .map(({ name: field, label, set }) => (
              <BothTexts
                label={label()}
                theirs={current[field]}
                mine={sent?.[field] ?? ""}
                onChoose={set}
                key={`${field} ${current.version}`}
              />
            ))}
        <TextField
          name="title"
          label={m.reading_proposal_title()}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          maxLength={limits["proposal.title"]}
        />
        <WritingArea
          name="summary"
          label={m.reading_proposal_summary()}
          value={summary}
          onChange={(event) => setSummary(event.currentTarget.value)}
          maxLength={limits["proposal.summary"]}
        />
        <KeptFields name={keptAs} version={version} key={version} />
        <SaveButton saved={!!edited.data?.editProposal.proposal} failed={edited.error} stale={!!current} />
      </Form>
    </div>
  );
}

ProposalForm.fragment = fragment;
