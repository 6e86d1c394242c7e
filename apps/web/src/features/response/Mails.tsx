import { gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import type { ChooseMails, ChooseMailsVariables } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Fold } from "../../ui/Part.tsx";

const mutation: TypedDocumentNode<ChooseMails, ChooseMailsVariables> = gql`
  mutation ChooseMails($input: ChooseMailsInput!) {
    chooseMails(input: $input) {
      problems {
        code
      }
      viewer {
        id
        toldByMail
      }
    }
  }
`;

/** Choice of mails on the responses of one’s account, one of a line of folds. */
export function Mails({ told }: { told: boolean }) {
  const [choose, { loading, error }] = useMutation(mutation);
  const change = () => choose({ variables: { input: { told: !told } } }).catch(() => undefined);
  return (
    <Fold heading={m.trail_mails()}>
      <output>{told ? m.trail_mails_told() : m.trail_mails_not()}</output>
      <p>
        <Button small aria-disabled={loading} onClick={() => void change()}>
          {told ? m.trail_mails_stop() : m.trail_mails_ask()}
        </Button>
      </p>
      <Failed because={error} />
    </Fold>
  );
}
