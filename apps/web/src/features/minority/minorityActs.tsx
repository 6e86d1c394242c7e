import { gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation, useQuery } from "@apollo/client/react";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useEffect, useRef, useState } from "react";
import type {
  AttachPosition,
  AttachPositionVariables,
  MinorityRegions,
  MinorityRegionsVariables,
  PositionKind,
  PositionRegions,
  PositionRegionsVariables,
  SignPosition as SignPositionData,
  SignPositionVariables,
} from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Choices, RadioCard } from "../../ui/Choice.tsx";
import { Fieldset, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { alsoSay } from "../../ui/problems.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";

alsoSay({
  CARRIES_CONTACT: m.problem_CARRIES_CONTACT,
  ALREADY_OPENED: m.problem_ALREADY_OPENED,
  NOT_YOUR_TERRITORY: m.synthesis_position_not_yours,
});

const attachPosition: TypedDocumentNode<AttachPosition, AttachPositionVariables> = gql`
  mutation AttachPosition($input: AttachPositionInput!) {
    attachPosition(input: $input) {
      ...Form_outcome @unmask
      position {
        id
        isAttached
      }
    }
  }
  ${Form.fragment}
`;

const signPosition: TypedDocumentNode<SignPositionData, SignPositionVariables> = gql`
  mutation SignPosition($input: SignPositionInput!) {
    signPosition(input: $input) {
      ...Form_outcome @unmask
      position {
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

const proposalRegionsQuery: TypedDocumentNode<PositionRegions, PositionRegionsVariables> = gql`
  query PositionRegions($slug: String!) {
    proposal(slug: $slug) {
      id
      positionRegions {
        id
        slug
        name
      }
    }
  }
`;

interface Viewer {
  displayName: string;
}

/** A position has names: whoever has none yet says theirs. */
const NameField = ({ viewer }: { viewer: Viewer }) =>
  !viewer.displayName && (
    <TextField
      name="name"
      label={m.synthesis_position_name()}
      help={m.synthesis_position_name_help()}
      autoComplete="name"
      maxLength={limits["person.displayName"]}
    />
  );

const reading = { refetchQueries: "active", awaitRefetchQueries: true, onError: () => undefined } as const;

/** « Ouvrir une position minoritaire »: in one's own name, waiting for two others, or in that of a region one is the referent of. */
export function OpenPosition({ opposed, viewer }: { opposed: Opposed; viewer: Viewer }) {
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
            {m.synthesis_position_open()}
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
              ? m.proposal_position_attached()
              : m.synthesis_position_attached()
            : m.synthesis_position_opened()}
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
  const regions = ofSynthesis?.minorityRegions ?? ofProposal?.positionRegions ?? [];
  const [attach, { data, loading, error }] = useMutation(attachPosition, {
    ...reading,
    onCompleted: ({ attachPosition: { position } }) => position && onDone(position.isAttached),
  });
  useEffect(() => text.current?.focus(), []);
  const send = (fields: FormData) => {
    key.current ??= crypto.randomUUID();
    const value = (name: string) => (fields.get(name) as string | null) || null;
    const [territory = "", kind = "MINORITY"] = (value("territory") ?? "").split(" ");
    const input = {
      key: key.current,
      ...(isProposal ? { proposalId: opposedId } : { synthesisId: opposedId }),
      kind: kind as PositionKind,
      text: value("text") ?? "",
      territory: territory || null,
      name: value("name"),
    };
    void attach({ variables: { input } });
  };
  return (
    <Form problems={data?.attachPosition.problems} onSubmit={send} busy={loading} label={m.synthesis_position_open()}>
      <WritingArea
        name="text"
        label={m.synthesis_position_text()}
        help={m.synthesis_position_text_help()}
        rows={5}
        maxLength={limits["minorityPosition.text"]}
        ref={text}
      />
      {regions.length > 0 && (
        <Fieldset name="territory" legend={m.synthesis_position_as()}>
          <Choices single>
            <RadioCard name="territory" value="" label={m.synthesis_position_as_people()} defaultChecked />
            {regions.flatMap(({ id, slug: value, name }) =>
              [
                { kind: "MINORITY", label: m.synthesis_position_as_region({ name }) },
                ...(isProposal
                  ? [
                      { kind: "RESERVE", label: m.proposal_reserve_as({ name }) },
                      { kind: "LOCAL_VARIANT", label: m.proposal_variant_as({ name }) },
                    ]
                  : []),
              ].map(({ kind, label }) => (
                <RadioCard name="territory" value={`${value} ${kind}`} label={label} key={id + kind} />
              )),
            )}
          </Choices>
        </Fieldset>
      )}
      <NameField viewer={viewer} />
      {error && (
        <Notice tone="warn" live>
          {m.synthesis_position_failed()}
        </Notice>
      )}
      <div className="cluster">
        <Button primary type="submit">
          {m.synthesis_position_attach()}
        </Button>
        <Button onClick={onCancel}>{m.synthesis_position_cancel()}</Button>
      </div>
    </Form>
  );
}

interface SignProps {
  position: { id: string; viewerSigned: boolean; isAttached: boolean };
  viewer: Viewer;
}

/** Signs a position, or takes one's own signature back. */
export function SignPosition({ position: { id, viewerSigned }, viewer }: SignProps) {
  const [said, setSaid] = useState<string>();
  const [sign, { data, loading, error }] = useMutation(signPosition, {
    ...reading,
    onCompleted: ({ signPosition: { problems } }, options) => {
      if (problems.length) return;
      const signed = (options?.variables as SignPositionVariables | undefined)?.input.sign;
      setSaid(signed ? m.synthesis_position_signed_done() : m.synthesis_position_unsigned_done());
    },
  });
  const send = (fields: FormData) => {
    const name = (fields.get("name") as string | null) || null;
    void sign({ variables: { input: { id, sign: !viewerSigned, name } } });
  };
  return (
    <Form problems={data?.signPosition.problems} onSubmit={send} busy={loading}>
      {!viewerSigned && <NameField viewer={viewer} />}
      {error && (
        <Notice tone="warn" live>
          {m.synthesis_position_failed()}
        </Notice>
      )}
      <div className="cluster no-print">
        <Button small type="submit">
          {viewerSigned ? m.synthesis_position_unsign() : m.synthesis_position_sign()}
        </Button>
        <output className="quiet">{said}</output>
      </div>
    </Form>
  );
}
