import { gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation, useQuery } from "@apollo/client/react";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useEffect, useRef, useState } from "react";
import type {
  AttachMinorityPosition,
  AttachMinorityPositionVariables,
  MinorityRegions,
  MinorityRegionsVariables,
  MinorityPositionKind,
  ProposalMinorityRegions,
  ProposalMinorityRegionsVariables,
} from "../../graphql/operations.generated.ts";
import { useOwnOrganisations } from "../../shared/SpeakAs.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Choices, RadioCard } from "../../ui/Choice.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Fieldset } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { HiddenField } from "../../ui/HiddenField.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { alsoSay } from "../../ui/problems.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { NameField, reading, type Viewer } from "./SignMinorityPosition.tsx";
import { keptKey } from "../../ui/keptKey.ts";

alsoSay({
  CARRIES_CONTACT: m.problem_CARRIES_CONTACT,
  ALREADY_OPENED: m.problem_ALREADY_OPENED,
  NOT_YOUR_TERRITORY: m.minority_not_yours,
});

const attachMinorityPosition: TypedDocumentNode<AttachMinorityPosition, AttachMinorityPositionVariables> = gql`
  mutation AttachMinorityPosition($input: AttachMinorityPositionInput!) {
    attachMinorityPosition(input: $input) {
      ...Form_outcome @unmask
      minorityPosition {
        id
        isAttached
      }
    }
  }
  ${Form.fragment}
`;

const regionsQuery: TypedDocumentNode<MinorityRegions, MinorityRegionsVariables> = gql`
  query MinorityRegions($slug: String!) {
    synthesis(slug: $slug) {
      id
      minorityRegions {
        id
        slug
        name
      }
    }
  }
`;

const proposalRegionsQuery: TypedDocumentNode<ProposalMinorityRegions, ProposalMinorityRegionsVariables> = gql`
  query ProposalMinorityRegions($slug: String!) {
    proposal(slug: $slug) {
      id
      minorityRegions {
        id
        slug
        name
      }
    }
  }
`;

/** « Ouvrir une position minoritaire »: in one's own name, waiting for two others, or in that of a region one is the referent of. */
export function OpenMinorityPosition({ opposed, viewer }: { opposed: Opposed; viewer: Viewer }) {
  const [isOpen, setOpen] = useState(false);
  const [done, setDone] = useState<"opened" | "attached">();
  return (
    <>
      {!isOpen && (
        <p className="no-print">
          <Button
            onClick={() => {
              setDone(undefined);
              setOpen(true);
            }}
          >
            {m.minority_open()}
          </Button>
        </p>
      )}
      {isOpen && (
        <Card>
          <PositionForm
            opposed={opposed}
            viewer={viewer}
            onDone={(isAttached) => {
              setOpen(false);
              setDone(isAttached ? "attached" : "opened");
            }}
            onCancel={() => setOpen(false)}
          />
        </Card>
      )}
      {done && (
        <Notice tone="done" live>
          {done === "attached"
            ? opposed.of === "proposal"
              ? m.minority_proposal_attached()
              : m.minority_attached()
            : m.minority_opened()}
        </Notice>
      )}
    </>
  );
}

/** The synthesis, or the proposal, that something is held against. */
export interface Opposed {
  of: "synthesis" | "proposal";
  id: string;
  slug: string;
}

interface FormProps {
  opposed: Opposed;
  viewer: Viewer;
  onDone: (isAttached: boolean) => void;
  onCancel: () => void;
}

function PositionForm({ opposed: { of, id: opposedId, slug }, viewer, onDone, onCancel }: FormProps) {
  // One for all the tries, so that it is stored once.
  const key = useRef<string>(undefined);
  const text = useRef<HTMLTextAreaElement>(null);
  const isProposal = of === "proposal";
  const ofSynthesis = useQuery(regionsQuery, { variables: { slug }, skip: isProposal }).data?.synthesis;
  const ofProposal = useQuery(proposalRegionsQuery, { variables: { slug }, skip: !isProposal }).data?.proposal;
  const organisations = useOwnOrganisations();
  const regions = ofSynthesis?.minorityRegions ?? ofProposal?.minorityRegions ?? [];
  const [attach, { data, loading, error }] = useMutation(attachMinorityPosition, reading);
  useEffect(() => text.current?.focus(), []);
  const kept = `minority:${opposedId}`;
  const send = async (fields: FormData) => {
    const value = (name: string) => (fields.get(name) as string | null) || null;
    const [holder = "", kind = "MINORITY"] = (value("territory") ?? "").split(" ");
    const organisationId = organisations.some(({ id }) => id === holder) ? holder : null;
    const input = {
      ...(isProposal ? { proposalId: opposedId } : { synthesisId: opposedId }),
      kind: kind as MinorityPositionKind,
      text: value("text") ?? "",
      territory: organisationId ? null : holder || null,
      organisationId,
      name: value("name"),
    };
    key.current ??= keptKey(kept, input);
    // A failure is told by `error`.
    const done = await attach({ variables: { input: { key: key.current, ...input } } }).catch(() => null);
    return done?.data?.attachMinorityPosition.minorityPosition;
  };
  return (
    <KeptForm
      kept={kept}
      problems={data?.attachMinorityPosition.problems}
      onSubmit={send}
      onSent={({ isAttached }) => onDone(isAttached)}
      busy={loading}
      label={m.minority_open()}
    >
      <WritingArea
        name="text"
        label={m.minority_text()}
        help={regions.length > 0 ? m.minority_text_help() : `${m.minority_text_help()} ${m.minority_as_people_help()}`}
        rows={5}
        maxLength={limits["minorityPosition.text"]}
        ref={text}
      />
      {regions.length + organisations.length > 0 && (
        <Fieldset name="territory" legend={m.minority_as()}>
          <Choices single>
            <RadioCard
              name="territory"
              value=""
              label={m.minority_as_people()}
              help={m.minority_as_people_help()}
              defaultChecked
            />
            {organisations.map(({ id, name }) => (
              <RadioCard
                name="territory"
                value={id}
                label={m.organisation_speak_for({ name })}
                help={m.organisation_speak_help()}
                key={id}
              />
            ))}
            {regions.flatMap(({ id, slug: value, name }) =>
              [
                { kind: "MINORITY", label: m.minority_as_region({ name }) },
                ...(isProposal
                  ? [
                      { kind: "RESERVE", label: m.proposal_reserve_as({ name }) },
                      { kind: "LOCAL_VARIANT", label: m.proposal_variant_as({ name }) },
                    ]
                  : []),
              ].map(({ kind, label }) => (
                <RadioCard
                  name="territory"
                  value={`${value} ${kind}`}
                  label={label}
                  help={m.minority_as_region_help()}
                  key={id + kind}
                />
              )),
            )}
          </Choices>
        </Fieldset>
      )}
      <NameField viewer={viewer} />
      <Failed because={error} />
      <div className="cluster">
        <Button primary type="submit">
          {m.minority_attach()}
        </Button>
        <Button onClick={onCancel}>{m.minority_cancel()}</Button>
      </div>
      <HiddenField />
    </KeptForm>
  );
}
