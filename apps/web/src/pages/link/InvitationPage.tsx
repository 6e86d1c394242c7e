import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData, useParams, useRevalidator } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { AcceptAnew, AcceptSignedIn } from "../../features/role/AcceptForms.tsx";
import { JoinByLink } from "../../features/organisation/JoinByLink.tsx";
import { placeOf, roleDoes } from "../../features/role/role.labels.ts";
import { sayRoleProblems } from "../../features/role/roleProblems.ts";
import type { InvitationPage, InvitationPageVariables, InvitationState } from "../../graphql/operations.generated.ts";
import { useInstance } from "../../frame/instance.ts";
import { preload } from "../../graphql/preload.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { roleNames } from "../../shared/roles.ts";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";

sayRoleProblems();

const query: TypedDocumentNode<InvitationPage, InvitationPageVariables> = gql`
  query InvitationPage($token: String!) {
    invitation(token: $token) {
      state
      role
      endsOn
      madeBy
      expiresOn
      group {
        id
        name
        finalGoal
      }
      territory {
        id
        name
      }
    }
    organisationInvitation(token: $token) {
      ...JoinByLink_letter @unmask
    }
    viewer {
      id
      displayName
    }
  }
  ${JoinByLink.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { token: args.params.token ?? "" });

const closed: Record<Exclude<InvitationState, "WAITING">, [title: () => string, lead: () => string]> = {
  ACCEPTED: [m.role_invitation_ACCEPTED, m.role_invitation_ACCEPTED_lead],
  WITHDRAWN: [m.role_invitation_WITHDRAWN, m.role_invitation_WITHDRAWN_lead],
  EXPIRED: [m.role_invitation_EXPIRED, m.role_invitation_EXPIRED_lead],
};

/** An invitation, opened by its link: who invites, to what, and the one act. */
export function Component() {
  const { invitation: it, organisationInvitation: letter, viewer } = useReadQuery(useLoaderData<typeof loader>()).data;
  const { token = "" } = useParams();
  const { sendsMail } = useInstance();
  const { revalidate } = useRevalidator();
  if (letter) return <JoinByLink letter={letter} token={token} signedIn={!!viewer} />;
  if (!it?.role || it.state !== "WAITING") {
    const [title, lead] =
      it && it.state !== "WAITING" ? closed[it.state] : [m.role_invitation_unknown, m.role_invitation_unknown_lead];
    return (
      <Ruled>
        <PageHead
          title={title()}
          lead={<p>{viewer && it?.state === "ACCEPTED" ? m.role_invitation_ACCEPTED_in() : lead()}</p>}
        >
          {viewer ? (
            <More to={paths.desk()}>{m.person_to_desk()}</More>
          ) : (
            <More to={paths.signIn()}>{m.person_sign_in()}</More>
          )}
        </PageHead>
      </Ruled>
    );
  }
  // By the link that the start prints, nobody said yet what the site is.
  const next = it.madeBy === null ? paths.instance() : paths.desk();
  const accepting = { token, next, onGone: () => void revalidate() };
  return (
    <Ruled>
      <PageHead
        margin={m.role_invitation()}
        note={m.role_invitation_expires({ date: formatDate(it.expiresOn!) })}
        title={
          it.madeBy === null
            ? m.role_invitation_from_site()
            : m.role_invitation_from({ name: it.madeBy || m.role_nameless() })
        }
        tab={m.role_invitation()}
        lead={<p>{m.role_invitation_to({ role: roleNames[it.role]() })}</p>}
      >
        <p>{roleDoes[it.role]()}</p>
        <p>
          <b>{placeOf(it)}</b>
          {it.endsOn && `, ${m.role_until({ date: formatDate(it.endsOn) })}`}
        </p>
        {it.group && <p className="quiet">{it.group.finalGoal}</p>}
        {it.role === "MEMBER" && it.group && sendsMail && <p>{m.role_invitation_told()}</p>}
        {it.role !== "ADMINISTRATOR" && it.role !== "MEMBER" && <p>{m.role_invitation_public()}</p>}
      </PageHead>
      <Row heading={viewer ? m.role_accept() : m.role_accept_form()}>
        {viewer ? <AcceptSignedIn {...accepting} name={viewer.displayName} /> : <AcceptAnew {...accepting} />}
        {!viewer && (
          <p>
            <More to={paths.signIn()}>{m.role_accept_account()}</More> {m.role_accept_account_lead()}
          </p>
        )}
      </Row>
    </Ruled>
  );
}
