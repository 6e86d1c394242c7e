import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type {
  AttachInitiative,
  AttachInitiativeVariables,
  AttachTo,
  AttachToVariables,
  DetachInitiative,
  DetachInitiativeVariables,
  ProposalState,
} from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { type FoundProposal, useProposalsFound } from "../../shared/useProposalsFound.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Select } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { alsoSay } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import { Was } from "../../ui/Was.tsx";
import { WritingArea } from "../../ui/WritingArea.tsx";

alsoSay({ NOT_NOW: m.problem_NOT_NOW });

const query: TypedDocumentNode<AttachTo, AttachToVariables> = gql`
  query AttachTo($slug: String!) {
    initiative(slug: $slug) {
      id
      exampleOf {
        id
        proves
        proposal {
          id
        }
      }
    }
  }
`;

const attachInitiative: TypedDocumentNode<AttachInitiative, AttachInitiativeVariables> = gql`
  mutation AttachInitiative($input: AttachInitiativeInput!) {
    attachInitiative(input: $input) {
      ...Form_outcome @unmask
      current {
        id
        proves
      }
      example {
        id
        proves
      }
    }
  }
  ${Form.fragment}
`;

const detachInitiative: TypedDocumentNode<DetachInitiative, DetachInitiativeVariables> = gql`
  mutation DetachInitiative($input: DetachInitiativeInput!) {
    detachInitiative(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

const again = ["InitiativePage", "AttachTo"];

/** States in which a proposal is written still. */
const written: ProposalState[] = ["DRAFT", "OPEN"];

/** Makes an initiative an example of a proposal, says what it proves, or takes it off: of those that are written still. */
export function Attach({ slug }: { slug: string }) {
  const { data } = useQuery(query, { variables: { slug } });
  const { found, field } = useProposalsFound(written);
  const [chosen, setChosen] = useState<FoundProposal>();
  const [said, setSaid] = useState<string>();
  const initiative = data?.initiative;
  // The choice stays, whatever is searched for next.
  const open = [...(chosen ? [chosen] : []), ...(found ?? []).filter(({ id }) => id !== chosen?.id)].filter(
    ({ viewerCan }) => viewerCan.edit,
  );
  if (!initiative || (open.length === 0 && !field)) return null;
  const example = initiative.exampleOf.find(({ proposal }) => proposal.id === chosen?.id);
  return (
    <Card>
      <h3>{m.initiative_attach()}</h3>
      {field}
      <Select
        name="proposal"
        label={m.initiative_attach_to()}
        help={m.initiative_attach_to_help()}
        value={chosen?.id ?? ""}
        onChange={(event) => {
          setSaid(undefined);
          setChosen(open.find(({ id }) => id === event.currentTarget.value));
        }}
      >
        <option value="">{m.initiative_choose()}</option>
        {open.map(({ id, number, title }) => (
          <option lang={contentLang()} value={id} key={id}>
            {`${number}. ${title}${initiative.exampleOf.some(({ proposal }) => proposal.id === id) ? ` ${m.initiative_attached_mark()}` : ""}`}
          </option>
        ))}
      </Select>
      {chosen && (
        <ProofForm
          key={chosen.id}
          proposalId={chosen.id}
          initiativeId={initiative.id}
          was={example?.proves ?? null}
          attached={!!example}
          onDone={setSaid}
        />
      )}
      <output className="quiet">{said}</output>
    </Card>
  );
}

interface Props {
  proposalId: string;
  initiativeId: string;
  was: string | null;
  attached: boolean;
  onDone: (said: string) => void;
}

function ProofForm({ proposalId, initiativeId, was, attached, onDone }: Props) {
  const [proves, setProves] = useState(was ?? "");
  // Value when editing began: if somebody else changes it meanwhile, both are shown.
  const [read, setRead] = useState(was);
  const attach = useAct(attachInitiative, again);
  const detach = useAct(detachInitiative, again);
  const stale = attach.problems.find(({ code }) => code === "STALE");
  const save = async () => {
    const done = await attach.run({ proposalId, initiativeId, proves: proves || null, was: read });
    if (done) setRead(done.example?.proves ?? null);
    return done;
  };
  const take = async () => {
    if (await detach.run({ proposalId, initiativeId })) onDone(m.initiative_detach_done());
  };
  return (
    <KeptForm
      kept={`proves:${proposalId}:${initiativeId}`}
      problems={stale ? [] : attach.problems}
      busy={attach.busy || detach.busy}
      onSubmit={save}
      onSent={() => onDone(attached ? m.initiative_example_saved() : m.initiative_attach_done())}
    >
      <Was read={read} onKept={setRead} />
      {stale && (
        <Notice tone="warn" live>
          <p>{m.initiative_example_stale()}</p>
          <blockquote className="verbatim" lang={contentLang()}>
            {stale.value ?? m.initiative_not_said()}
          </blockquote>
          <p className="cluster">
            <Button
              small
              onClick={() => {
                setRead(stale.value ?? null);
                attach.reset();
              }}
            >
              {m.keyPointWriting_keep_mine()}
            </Button>
            <Button
              small
              onClick={() => {
                setProves(stale.value ?? "");
                setRead(stale.value ?? null);
                attach.reset();
              }}
            >
              {m.keyPointWriting_take_theirs()}
            </Button>
          </p>
        </Notice>
      )}
      <WritingArea
        name="proves"
        label={m.initiative_proves_label()}
        help={m.initiative_proves_help()}
        optional
        rows={2}
        maxLength={limits["example.proves"]}
        value={proves}
        onChange={(event) => setProves(event.currentTarget.value)}
      />
      <Failed because={attach.failed ?? detach.failed} />
      <div className="cluster">
        <Button primary type="submit">
          {attached ? m.initiative_example_save() : m.initiative_attach_do()}
        </Button>
        {attached && <Button onClick={() => void take()}>{m.initiative_detach()}</Button>}
      </div>
    </KeptForm>
  );
}
