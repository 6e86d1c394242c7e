import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { Address_viewer, ChangeAddress, ChangeAddressVariables } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { useInstance } from "../../frame/instance.ts";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Row } from "../../ui/Ruled.tsx";
import { useAct } from "../../ui/useAct.ts";

const changeAddress: TypedDocumentNode<ChangeAddress, ChangeAddressVariables> = gql`
  mutation ChangeAddress($input: ChangeAddressInput!) {
    changeAddress(input: $input) {
      ...Form_outcome @unmask
      waitsForBoth
    }
  }
  ${Form.fragment}
`;

/** The address of an account, and another one for it: both agree before it changes. */
export function Address({ viewer: { email, newAddress } }: { viewer: Address_viewer }) {
  const act = useAct(changeAddress, ["ProfilePage"]);
  const { sendsMail } = useInstance();
  if (!sendsMail)
    return (
      <Row heading={m.person_address()} id="address">
        {email && <p>{m.person_address_kept({ address: email })}</p>}
        <Notice>{m.person_address_no_mail()}</Notice>
      </Row>
    );
  return (
    <Row heading={m.person_address()} id="address">
      <div className="flow">
        {email && <p>{m.person_address_now({ address: email })}</p>}
        {newAddress && <Notice>{m.person_address_waits({ address: newAddress })}</Notice>}
        <Form
          problems={act.problems}
          busy={act.busy}
          label={m.person_address()}
          onSubmit={(fields) => void act.run({ address: fields.get("address") as string })}
        >
          <TextField
            name="address"
            type="email"
            label={m.person_address_new()}
            help={m.person_address_new_help()}
            autoComplete="email"
            maxLength={254}
          />
          <Failed because={act.failed} />
          {act.done && (
            <Notice tone="done" live>
              {m.person_address_sent()}
            </Notice>
          )}
          <Button type="submit" disabled={act.busy}>
            {m.person_address_ask()}
          </Button>
        </Form>
      </div>
    </Row>
  );
}

Address.fragment = gql`
  fragment Address_viewer on Viewer {
    email
    newAddress
  }
`;
