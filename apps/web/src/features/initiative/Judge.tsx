import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type {
  DeclineInitiative,
  DeclineInitiativeVariables,
  InitiativeState,
  Judge_initiative,
  ReturnInitiative,
  ReturnInitiativeVariables,
  ValidateInitiative,
  ValidateInitiativeVariables,
} from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Choices, RadioCard } from "../../ui/Choice.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Fieldset } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { alsoSay } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { fieldName } from "./fields.tsx";

alsoSay({ NOT_NOW: m.problem_NOT_NOW });

const judged: TypedDocumentNode<Judge_initiative> = gql`
  fragment Judge_initiative on Initiative {
    id
    state
    status
    version
  }
`;

const validateInitiative: TypedDocumentNode<ValidateInitiative, ValidateInitiativeVariables> = gql`
  mutation ValidateInitiative($input: ValidateInitiativeInput!) {
    validateInitiative(input: $input) {
      ...Form_outcome @unmask
      initiative {
        ...Judge_initiative @unmask
      }
    }
  }
  ${Form.fragment}
  ${judged}
`;

const returnInitiative: TypedDocumentNode<ReturnInitiative, ReturnInitiativeVariables> = gql`
  mutation ReturnInitiative($input: ReturnInitiativeInput!) {
    returnInitiative(input: $input) {
      ...Form_outcome @unmask
      initiative {
        ...Judge_initiative @unmask
      }
    }
  }
  ${Form.fragment}
  ${judged}
`;

const declineInitiative: TypedDocumentNode<DeclineInitiative, DeclineInitiativeVariables> = gql`
  mutation DeclineInitiative($input: DeclineInitiativeInput!) {
    declineInitiative(input: $input) {
      ...Form_outcome @unmask
      initiative {
        ...Judge_initiative @unmask
      }
    }
  }
  ${Form.fragment}
  ${judged}
`;

interface Props {
  initiative: { id: string; version: number; state: InitiativeState; proposedOn: string | null };
  /** The validated ones that it may say again. */
  near: readonly { id: string; name: string }[];
  /** Proposals that it is an example of. */
  exampleOf: readonly { id: string; proposal: { title: string } }[];
}

const again = ["InitiativeJudgePage"];

/** Takes a sheet in, sends it back or declines it; its author reads the reason by their link. */
export function Judge({ initiative: { id, version, state, proposedOn }, near, exampleOf }: Props) {
  const [why, setWhy] = useState<"return" | "decline">();
  const validate = useAct(validateInitiative, again);
  const sendBack = useAct(returnInitiative, again);
  const decline = useAct(declineInitiative, again);
  const waits = state === "PROPOSED";
  const decliner = state === "VALIDATED" ? m.initiative_unvalidate() : m.initiative_decline();
  const act = why === "return" ? sendBack : decline;
  const send = async (fields: FormData): Promise<object | null> => {
    const reason = fields.get("reason") as string;
    const sameAsId = (fields.get("sameAsId") as string | null) || null;
    return why === "return" ? sendBack.run({ id, version, reason }) : decline.run({ id, version, reason, sameAsId });
  };
  const busy = validate.busy || sendBack.busy || decline.busy;
  return (
    <>
      {[...validate.problems].map((problem) => (
        <Notice tone="warn" live key={problem.code}>
          {problem.code === "STALE" ? m.initiative_changed() : m.problem_NOT_NOW()}
        </Notice>
      ))}
      <Failed because={validate.failed ?? act.failed} />
      {state === "VALIDATED" && <p className="quiet">{m.initiative_judged()}</p>}
      <div className="cluster">
        {state !== "VALIDATED" && (
          <Button primary disabled={busy} onClick={() => void validate.run({ id, version })}>
            {m.initiative_validate()}
          </Button>
        )}
        {waits && proposedOn && (
          <Button aria-expanded={why === "return"} onClick={() => setWhy(why === "return" ? undefined : "return")}>
            {m.initiative_return()}
          </Button>
        )}
        {state !== "DECLINED" && (
          <Button aria-expanded={why === "decline"} onClick={() => setWhy(why === "decline" ? undefined : "decline")}>
            {decliner}
          </Button>
        )}
      </div>
      {why && (
        <Card>
          <KeptForm
            kept={`initiativeJudged:${id}:${why}`}
            problems={act.problems}
            busy={busy}
            label={why === "return" ? m.initiative_return() : decliner}
            onSubmit={send}
            onSent={() => setWhy(undefined)}
            labelOf={(field) => fieldName(field)}
            key={why}
          >
            {state === "VALIDATED" && (
              <Notice tone="warn">
                <p>{m.initiative_unvalidate_recap()}</p>
                {exampleOf.length > 0 && (
                  <>
                    <p>{m.initiative_unvalidate_proposals()}</p>
                    <ul lang={contentLang()}>
                      {exampleOf.map(({ id: key, proposal }) => (
                        <li key={key}>{proposal.title}</li>
                      ))}
                    </ul>
                  </>
                )}
              </Notice>
            )}
            <WritingArea
              name="reason"
              label={m.initiative_reason()}
              help={why === "return" ? m.initiative_reason_return_help() : m.initiative_reason_decline_help()}
              rows={3}
              maxLength={limits["initiative.reason"]}
            />
            {why === "decline" && near.length > 0 && (
              <Fieldset name="sameAsId" legend={m.initiative_same_as_ask()}>
                <Choices single>
                  <RadioCard name="sameAsId" value="" label={m.initiative_same_as_none()} defaultChecked />
                  {near.map((other) => (
                    <RadioCard name="sameAsId" value={other.id} label={other.name} key={other.id} />
                  ))}
                </Choices>
              </Fieldset>
            )}
            <div className="cluster">
              <Button primary type="submit">
                {why === "return" ? m.initiative_return() : decliner}
              </Button>
              <Button onClick={() => setWhy(undefined)}>{m.initiative_cancel()}</Button>
            </div>
          </KeptForm>
        </Card>
      )}
    </>
  );
}
