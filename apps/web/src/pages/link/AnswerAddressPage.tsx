import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useParams } from "react-router-dom";
import type { AddressOutcome, AnswerAddress, AnswerAddressVariables } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Ruled } from "../../ui/Ruled.tsx";
import { useAct } from "../../ui/useAct.ts";

const answerAddress: TypedDocumentNode<AnswerAddress, AnswerAddressVariables> = gql`
  mutation AnswerAddress($input: AnswerAddressInput!) {
    answerAddress(input: $input) {
      ...Form_outcome @unmask
      outcome
    }
  }
  ${Form.fragment}
`;

const outcomes: Record<AddressOutcome, () => string> = {
  WAITS: m.person_address_WAITS,
  MADE: m.person_address_MADE,
  REFUSED: m.person_address_REFUSED,
};

/** Page of a link about a change of address: a press answers, because the scanners of mail servers open links. */
export function Component() {
  const { token = "" } = useParams();
  const act = useAct(answerAddress);
  const outcome = act.done ? act.answer?.outcome : null;
  const isOver = act.problems.length > 0;
  return (
    <Ruled>
      <PageHead title={m.person_address_title()} lead={<p>{m.person_address_lead()}</p>}>
        {outcome ? (
          <Notice tone="done" live>
            {outcomes[outcome]()}
          </Notice>
        ) : isOver ? (
          <Notice tone="warn" live>
            {m.person_address_gone()}
          </Notice>
        ) : (
          <>
            <Failed because={act.failed} />
            <div className="cluster">
              <Button primary disabled={act.busy} onClick={() => void act.run({ token, agreed: true })}>
                {m.person_address_yes()}
              </Button>
              <Button disabled={act.busy} onClick={() => void act.run({ token, agreed: false })}>
                {m.person_address_no()}
              </Button>
            </div>
          </>
        )}
        {(outcome || isOver) && <More to={paths.signIn()}>{m.person_sign_in()}</More>}
      </PageHead>
    </Ruled>
  );
}
