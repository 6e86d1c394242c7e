import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useRef } from "react";
import { useHref, useLocation } from "react-router-dom";
import type {
  Referent_territory,
  Volunteer,
  VolunteerVariables,
  WithdrawCandidacy,
  WithdrawCandidacyVariables,
} from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { FormInPlace } from "../../ui/FormInPlace.tsx";
import { keptKey } from "../../ui/keptKey.ts";
import { alsoSay } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { candidacyNames } from "./regionalGroup.labels.ts";

alsoSay({
  ALREADY_OFFERED: m.problem_ALREADY_OFFERED,
  ALREADY_HELD: m.problem_ALREADY_HELD,
  NOT_NOW: m.problem_NOT_NOW,
});

const fragment: TypedDocumentNode<Referent_territory> = gql`
  fragment Referent_territory on Territory {
    id
    slug
    kind
    region {
      id
      slug
      name
    }
    referents {
      id
      displayName
      territory {
        id
        name
      }
    }
    ownCandidacy {
      id
      state
      why
      answer
    }
    viewerCan {
      volunteer
    }
  }
`;

const volunteer: TypedDocumentNode<Volunteer, VolunteerVariables> = gql`
  mutation Volunteer($input: VolunteerInput!) {
    volunteer(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

const withdraw: TypedDocumentNode<WithdrawCandidacy, WithdrawCandidacyVariables> = gql`
  mutation WithdrawCandidacy($input: WithdrawCandidacyInput!) {
    withdrawCandidacy(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

interface Props {
  territory: Referent_territory;
  signedIn: boolean;
  /** The viewer announces meetings there already: they are not asked to volunteer for the next one. */
  announces?: boolean;
}

/** The referents of a territory, or that one is looked for: anybody signed in volunteers. */
export function Referent({ territory, signedIn, announces = false }: Props) {
  const { referents, ownCandidacy, viewerCan } = territory;
  const here = useHref(useLocation());
  const wanted = referents.length === 0;
  const asked = wanted && !announces;
  return (
    <>
      {referents.length > 0 ? (
        <ul>
          {referents.map(({ id, displayName, territory: place }) => (
            <li key={id}>
              <b>{displayName || m.regionalGroup_referent_nameless()}</b>
              {place && place.id !== territory.id && <span className="quiet"> · {place.name}</span>}
            </li>
          ))}
        </ul>
      ) : (
        <p>
          <Chip tone="open">{m.regionalGroup_referent_wanted()}</Chip>
        </p>
      )}
      <p className="quiet">
        {wanted ? m.regionalGroup_referent_what() : m.regionalGroup_referent_does()}
        {wanted && !signedIn && <> {m.regionalGroup_volunteer_sign_in()}</>}
      </p>
      {ownCandidacy && ownCandidacy.state !== "ACCEPTED" && <Own candidacy={ownCandidacy} />}
      {viewerCan.volunteer && ownCandidacy?.state !== "WAITING" && (
        <FormInPlace
          name={asked ? m.regionalGroup_next_meeting() : m.regionalGroup_volunteer()}
          primary={asked}
          render={({ onDone, onCancel }) => <Offer slug={territory.slug} onDone={onDone} onCancel={onCancel} />}
        />
      )}
      {wanted && !signedIn && (
        <ButtonLink primary to={paths.signIn(here)}>
          {m.regionalGroup_next_meeting()}
        </ButtonLink>
      )}
    </>
  );
}

Referent.fragment = fragment;

function Offer({ slug, onDone, onCancel }: { slug: string; onDone: () => void; onCancel: () => void }) {
  const key = useRef<string>(undefined);
  const act = useAct(volunteer, ["TerritoryPage"]);
  const kept = `volunteer:${slug}`;
  const send = (fields: FormData) => {
    const input = { territory: slug, why: (fields.get("why") as string | null) ?? "" };
    key.current ??= keptKey(kept, input);
    return act.run({ key: key.current, ...input });
  };
  return (
    <KeptForm
      kept={kept}
      problems={act.problems}
      busy={act.busy}
      onSubmit={send}
      onSent={onDone}
      label={m.regionalGroup_volunteer()}
    >
      <WritingArea
        name="why"
        label={m.regionalGroup_why()}
        help={m.regionalGroup_why_help()}
        rows={2}
        maxLength={limits["candidacy.why"]}
      />
      <Failed because={act.failed} />
      <div className="cluster">
        <Button type="submit" primary>
          {m.regionalGroup_volunteer_send()}
        </Button>
        <Button onClick={onCancel}>{m.reaction_cancel()}</Button>
      </div>
    </KeptForm>
  );
}

/** One's own candidacy: it waits and may be taken back, or it was declined, with the answer. */
function Own({
  candidacy: { id, state, why, answer },
}: {
  candidacy: NonNullable<Referent_territory["ownCandidacy"]>;
}) {
  const act = useAct(withdraw, ["TerritoryPage"]);
  return (
    <Form
      problems={act.problems}
      busy={act.busy}
      label={m.regionalGroup_own_candidacy()}
      onSubmit={() => void act.run({ id })}
    >
      <p>
        <b>{candidacyNames[state]()}</b>
      </p>
      <p className="quiet verbatim">{answer ?? why}</p>
      <Failed because={act.failed} />
      {state === "WAITING" && (
        <Button type="submit" small>
          {m.regionalGroup_withdraw()}
        </Button>
      )}
    </Form>
  );
}
