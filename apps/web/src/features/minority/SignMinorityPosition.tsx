import { gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation } from "@apollo/client/react";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type {
  MinorityPositionKind,
  SignMinorityPosition as SignMinorityPositionData,
  SignMinorityPositionVariables,
  TextStatus,
} from "../../graphql/operations.generated.ts";
import { useOwnOrganisations } from "../../shared/SpeakAs.tsx";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";

const signMinorityPosition: TypedDocumentNode<SignMinorityPositionData, SignMinorityPositionVariables> = gql`
  mutation SignMinorityPosition($input: SignMinorityPositionInput!) {
    signMinorityPosition(input: $input) {
      ...Form_outcome @unmask
      minorityPosition {
        id
        isAttached
      }
    }
  }
  ${Form.fragment}
`;

export interface Viewer {
  displayName: string;
}

/** A position has names: people without one yet give theirs. */
export const NameField = ({ viewer }: { viewer: Viewer }) =>
  !viewer.displayName && (
    <TextField
      name="name"
      label={m.minority_name()}
      help={m.minority_name_help()}
      autoComplete="name"
      maxLength={limits["person.displayName"]}
    />
  );

/** Queries asked again once it is done. */
export const reading = { refetchQueries: "active", awaitRefetchQueries: true, onError: () => undefined } as const;

interface SignProps {
  position: {
    id: string;
    kind: MinorityPositionKind;
    status: TextStatus;
    viewerSigned: boolean;
    isAttached: boolean;
    viewerSpeaks: boolean;
    territory: { slug: string; name: string } | null;
    organisations: readonly { id: string }[];
  };
  viewer: Viewer;
  /** True where the text it stands beside takes no more signatures: one is taken back there, and none is given. */
  over?: boolean;
}

/** Signs a position that shows, or takes a signature back: one's own, and that of each organisation one speaks for. */
export const SignMinorityPosition = ({ position, viewer, over = false }: SignProps) => (
  <>
    {(position.viewerSigned || (position.status === "VISIBLE" && !over)) && (
      <Sign id={position.id} signed={position.viewerSigned} viewer={viewer} />
    )}
    {useOwnOrganisations().map((organisation) => {
      const signed = position.organisations.some(({ id }) => id === organisation.id);
      return (
        (signed || !over) && <Sign id={position.id} signed={signed} organisation={organisation} key={organisation.id} />
      );
    })}
    {position.viewerSpeaks && position.territory && (
      <Disclosure summary={m.minority_take_back(position.territory)}>
        <TakeBack id={position.id} kind={position.kind} territory={position.territory} />
      </Disclosure>
    )}
  </>
);

interface Taken {
  id: string;
  kind: MinorityPositionKind;
  territory: { slug: string; name: string };
}

/** Takes a position back in the name of the region that holds it. */
function TakeBack({ id, kind, territory }: Taken) {
  const [sign, { data, loading, error }] = useMutation(signMinorityPosition, reading);
  const input = { id, sign: false, territory: territory.slug };
  return (
    <Form
      problems={data?.signMinorityPosition.problems}
      onSubmit={() => void sign({ variables: { input } })}
      busy={loading}
      label={m.minority_take_back(territory)}
    >
      <p>{kind === "MINORITY" ? m.minority_take_back_lead(territory) : m.minority_take_back_whole(territory)}</p>
      <Failed because={error} />
      <Button small type="submit" disabled={loading}>
        {m.minority_take_back_do()}
      </Button>
    </Form>
  );
}

interface OneProps {
  id: string;
  signed: boolean;
  /** The person who signs, who may have no name yet. */
  viewer?: Viewer;
  organisation?: { id: string; name: string };
}

/** One signature: the act that gives it, or takes it back. */
function Sign({ id, signed: viewerSigned, viewer, organisation }: OneProps) {
  const [said, setSaid] = useState<string>();
  const [sign, { data, loading, error }] = useMutation(signMinorityPosition, {
    ...reading,
    onCompleted: ({ signMinorityPosition: { problems } }, options) => {
      if (problems.length) return;
      const signed = (options?.variables as SignMinorityPositionVariables | undefined)?.input.sign;
      setSaid(signed ? m.minority_signed_done() : m.minority_unsigned_done());
    },
  });
  const send = (fields: FormData) => {
    const name = (fields.get("name") as string | null) || null;
    void sign({ variables: { input: { id, sign: !viewerSigned, name, organisationId: organisation?.id ?? null } } });
  };
  return (
    <Form problems={data?.signMinorityPosition.problems} onSubmit={send} busy={loading}>
      {!viewerSigned && viewer && <NameField viewer={viewer} />}
      <Failed because={error} />
      <div className="cluster no-print">
        <Button small type="submit">
          {organisation
            ? viewerSigned
              ? m.minority_unsign_for(organisation)
              : m.minority_sign_for(organisation)
            : viewerSigned
              ? m.minority_unsign()
              : m.minority_sign()}
        </Button>
        <output className="quiet">{said}</output>
      </div>
    </Form>
  );
}
