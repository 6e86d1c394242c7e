import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type {
  AnswerCarrier as Answered,
  AnswerCarrierVariables,
  CarrierConsent,
} from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { useAct } from "../../ui/useAct.ts";

const answerCarrier: TypedDocumentNode<Answered, AnswerCarrierVariables> = gql`
  mutation AnswerCarrier($input: AnswerCarrierInput!) {
    answerCarrier(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

/** Yes or no of a person asked to carry a proposal; they may change their mind. */
export function AnswerCarrier({ id, consent }: { id: string; consent: CarrierConsent | null }) {
  const act = useAct(answerCarrier, ["DeskPage"]);
  const send = (fields: FormData) => act.run({ id, agreed: fields.get("agreed") === "yes" });
  return (
    <Form problems={act.problems} busy={act.busy} onSubmit={send} label={m.handover_carrying()}>
      <p className="prose">{consent === "AGREED" ? m.handover_carrying_agreed() : m.handover_carrying_asked()}</p>
      <Failed because={act.failed}>{m.interlocutor_not_saved()}</Failed>
      <div className="cluster">
        {consent !== "AGREED" && (
          <Button small type="submit" name="agreed" value="yes" primary>
            {m.handover_carrying_yes()}
          </Button>
        )}
        <Button small type="submit" name="agreed" value="no">
          {m.handover_carrying_no()}
        </Button>
      </div>
    </Form>
  );
}
