import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  AnswerCarrier as Answered,
  AnswerCarrierVariables,
  CarrierConsent,
} from "../../graphql/operations.generated.ts";
import { Form } from "../../ui/Form.tsx";
import { useAct } from "../../ui/useAct.ts";
import { CarryForm } from "./CarryForm.tsx";

const answerCarrier: TypedDocumentNode<Answered, AnswerCarrierVariables> = gql`
  mutation AnswerCarrier($input: AnswerCarrierInput!) {
    answerCarrier(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

/** Answer of a person asked to carry a proposal to whoever can act. */
export function AnswerCarrier({ id, consent }: { id: string; consent: CarrierConsent | null }) {
  const act = useAct(answerCarrier, ["DeskPage"]);
  return <CarryForm act={act} consent={consent} onAnswer={(agreed) => act.run({ id, agreed })} />;
}
