import { gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation } from "@apollo/client/react";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useRef } from "react";
import { useNavigate } from "react-router-dom";
import type { OpenProposal as Data, OpenProposalVariables } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { keptKey } from "../../ui/keptKey.ts";

const openProposal: TypedDocumentNode<Data, OpenProposalVariables> = gql`
  mutation OpenProposal($input: OpenProposalInput!) {
    openProposal(input: $input) {
      ...Form_outcome @unmask
      proposal {
        id
        slug
      }
    }
  }
  ${Form.fragment}
`;

interface Props {
  /** Slug of the group. */
  group: string;
  /** Key point the proposal begins from; undefined when it begins from scratch. */
  keyPointId?: string;
}

/** Opens a proposal, as a draft that the team alone reads. */
export function OpenProposal({ group, keyPointId }: Props) {
  const key = useRef<string>(undefined);
  const navigate = useNavigate();
  const [open, { data, loading, error }] = useMutation(openProposal);
  const kept = `proposalOpened:${keyPointId ?? group}`;
  const send = (fields: FormData) => {
    const input = {
      group,
      keyPointId: keyPointId ?? null,
      title: fields.get("title") as string,
      summary: fields.get("summary") as string,
    };
    key.current ??= keptKey(kept, input);
    return open({ variables: { input: { key: key.current, ...input } } }).then(
      ({ data: done }) => done?.openProposal.proposal,
      () => null, // Told by `error`.
    );
  };
  return (
    <Disclosure summary={keyPointId ? m.reading_open_proposal_from() : m.reading_open_proposal()}>
      <KeptForm
        kept={kept}
        problems={data?.openProposal.problems}
        busy={loading}
        onSubmit={send}
        onSent={({ slug }) => void navigate(paths.proposalEdit(slug))}
      >
        <TextField name="title" label={m.reading_proposal_title()} maxLength={limits["proposal.title"]} />
        <TextField
          name="summary"
          label={m.reading_proposal_summary()}
          help={m.reading_proposal_summary_help()}
          maxLength={limits["proposal.summary"]}
        />
        <Failed because={error} />
        <Button type="submit" small>
          {m.reading_open_draft()}
        </Button>
      </KeptForm>
    </Disclosure>
  );
}
