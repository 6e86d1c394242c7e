import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { type ReactNode, useState } from "react";
import type {
  EndRole,
  EndRoleVariables,
  GiveRole,
  GiveRoleVariables,
  HolderItem_grant,
} from "../../graphql/operations.generated.ts";
import { roleNames } from "../../shared/roles.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { useAct } from "../../ui/useAct.ts";
import { RolePlace } from "./RolePlace.tsx";
import { datesOf, roleInPlace } from "./role.labels.ts";
import { type Places, ScopeFields, scopeOf } from "./ScopeFields.tsx";

const fragment: TypedDocumentNode<HolderItem_grant> = gql`
  fragment HolderItem_grant on RoleGrant {
    id
    role
    since
    endsOn
    secondFactor
    person {
      id
      displayName
    }
    group {
      id
      name
    }
    territory {
      id
      name
    }
  }
`;

const endRole: TypedDocumentNode<EndRole, EndRoleVariables> = gql`
  mutation EndRole($input: EndRoleInput!) {
    endRole(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

const giveRole: TypedDocumentNode<GiveRole, GiveRoleVariables> = gql`
  mutation GiveRole($input: GiveRoleInput!) {
    giveRole(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

/** A role that somebody holds: it is ended here, or another is given beside it. */
export function HolderItem({ grant: it, beside, ...places }: Places & { grant: HolderItem_grant; beside?: ReactNode }) {
  const [asked, setAsked] = useState<"end" | "give" | null>(null);
  const end = useAct(endRole, ["PeoplePage"]);
  const give = useAct(giveRole, ["PeoplePage"]);
  const name = it.person.displayName || m.role_nameless();
  const close = () => setAsked(null);
  return (
    <Card as="li">
      <h3>{name}</h3>
      <p>{roleNames[it.role]()}</p>
      <p className="quiet">
        <RolePlace {...it} />
        <br />
        {datesOf(it.since, it.endsOn)}
        {it.secondFactor !== null && (
          <>
            <br />
            {it.secondFactor ? m.secondFactor_has() : m.secondFactor_has_not()}
          </>
        )}
      </p>
      <div className="cluster">
        <Button
          small
          aria-label={m.role_end_named({ name, role: roleInPlace(it) })}
          onClick={() => {
            end.reset();
            setAsked("end");
          }}
        >
          {m.role_end()}
        </Button>
        <Button
          small
          aria-label={m.role_give_named({ name })}
          onClick={() => {
            give.reset();
            setAsked("give");
          }}
        >
          {m.role_give()}
        </Button>
        {beside}
      </div>
      <Dialog
        open={asked === "end"}
        onClose={close}
        title={
          <>
            {m.role_end_named({ name, role: roleNames[it.role]() })}, <RolePlace {...it} />
          </>
        }
      >
        <KeptForm
          kept={`roleEnded:${it.id}`}
          problems={end.problems}
          busy={end.busy}
          label={m.role_end()}
          onSubmit={(fields) => end.run({ id: it.id, reason: fields.get("reason") as string })}
          onSent={close}
        >
          <p>{m.role_end_lead({ name })}</p>
          <TextField
            name="reason"
            label={m.role_end_reason()}
            help={m.role_end_reason_help({ name })}
            maxLength={limits["role.reason"]}
          />
          <Failed because={end.failed} />
          <div className="cluster">
            <Button type="submit" primary disabled={end.busy}>
              {m.role_end_do()}
            </Button>
            <Button onClick={close}>{m.role_keep()}</Button>
          </div>
        </KeptForm>
      </Dialog>
      <Dialog open={asked === "give"} onClose={close} title={m.role_give_named({ name })}>
        <Form
          problems={give.problems}
          busy={give.busy}
          label={m.role_give()}
          onSubmit={async (fields) => (await give.run({ personId: it.person.id, ...scopeOf(fields) })) && close()}
        >
          <ScopeFields {...places} />
          <Failed because={give.failed} />
          <Button type="submit" primary disabled={give.busy}>
            {m.role_give_do()}
          </Button>
        </Form>
      </Dialog>
    </Card>
  );
}

HolderItem.fragment = fragment;
