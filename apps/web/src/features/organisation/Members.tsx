import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type { Members_organisation } from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { MadeLink } from "../../shared/MadeLink.tsx";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { newKey } from "../../ui/key.ts";
import { Notice } from "../../ui/Notice.tsx";
import { useAct } from "../../ui/useAct.ts";
import { Act } from "./Act.tsx";
import { changeMember, inviteToOrganisation, withdrawInvitation } from "./organisation.mutations.tsx";
import { roleNames } from "./organisation.labels.ts";

const fragment: TypedDocumentNode<Members_organisation> = gql`
  fragment Members_organisation on Organisation {
    id
    state
    members {
      id
      displayName
      role
      since
      isViewer
    }
    invitations {
      id
      role
      expiresOn
    }
  }
`;

const again = ["OrganisationEditPage"];

/** The people of an organisation, for its administrators: who asks, who writes, who keeps it, and links for others. */
export function Members({ organisation: it }: { organisation: Members_organisation }) {
  const keepers = it.members.filter(({ role }) => role === "ADMINISTRATOR").length;
  return (
    <>
      {keepers < 2 && it.state !== "CLOSED" && <Notice tone="warn">{m.organisation_one_keeper()}</Notice>}
      <ul className="flow">
        {it.members.map(({ id, displayName, role, since, isViewer }) => (
          <li key={id} className="flow">
            <p>
              <b>{displayName || m.role_nameless()}</b> · {roleNames[role]()} ·{" "}
              <span className="quiet">{m.organisation_since({ date: formatDate(since) })}</span>
            </p>
            {!isViewer && (
              <div className="cluster">
                {role !== "ADMINISTRATOR" && (
                  <Act
                    mutation={changeMember}
                    again={again}
                    input={() => ({ id, role: role === "ASKED" ? ("MEMBER" as const) : ("ADMINISTRATOR" as const) })}
                    label={
                      role === "ASKED"
                        ? m.organisation_accept({ name: displayName })
                        : m.organisation_name_keeper({ name: displayName })
                    }
                  />
                )}
                <Act
                  mutation={changeMember}
                  again={again}
                  input={() => ({ id, role: null })}
                  label={
                    role === "ASKED"
                      ? m.organisation_decline({ name: displayName })
                      : m.organisation_remove({ name: displayName })
                  }
                />
              </div>
            )}
          </li>
        ))}
      </ul>
      {it.state !== "CLOSED" && <Invite id={it.id} />}
      {it.invitations.length > 0 && (
        <>
          <h3>{m.organisation_invitations()}</h3>
          <ul className="flow">
            {it.invitations.map(({ id, role, expiresOn }) => (
              <li key={id}>
                {roleNames[role]()} · {m.role_invitation_expires({ date: formatDate(expiresOn) })}
                <Act
                  mutation={withdrawInvitation}
                  again={again}
                  input={() => ({ id })}
                  label={m.organisation_uninvite()}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

Members.fragment = fragment;

/** Makes a link by which somebody joins. */
function Invite({ id }: { id: string }) {
  const act = useAct(inviteToOrganisation, again);
  const [key, setKey] = useState(newKey);
  const invite = async (role: "MEMBER" | "ADMINISTRATOR") => {
    if (await act.run({ id, key, role })) setKey(newKey());
  };
  return (
    <>
      <h3>{m.organisation_invite()}</h3>
      <p className="quiet">{m.organisation_invite_lead()}</p>
      <Form
        problems={act.problems}
        busy={act.busy}
        onSubmit={() => void invite("MEMBER")}
        label={m.organisation_invite()}
      >
        <Failed because={act.failed} />
        <div className="cluster">
          <Button type="submit" disabled={act.busy}>
            {m.organisation_invite_member()}
          </Button>
          <Button disabled={act.busy} onClick={() => void invite("ADMINISTRATOR")}>
            {m.organisation_invite_keeper()}
          </Button>
        </div>
      </Form>
      {act.done && act.answer?.token && <MadeLink token={act.answer.token} mailed={null} key={act.answer.token} />}
    </>
  );
}
