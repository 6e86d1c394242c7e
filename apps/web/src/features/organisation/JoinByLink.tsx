import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useHref } from "react-router-dom";
import type { JoinByLink_letter } from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { SignField, signedName } from "../../shared/SignField.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { Act } from "./Act.tsx";
import { joinOrganisation } from "./organisation.mutations.tsx";

const fragment: TypedDocumentNode<JoinByLink_letter> = gql`
  fragment JoinByLink_letter on OrganisationLetter {
    role
    expiresOn
    organisation {
      id
      slug
      name
    }
  }
`;

interface Props {
  letter: JoinByLink_letter;
  token: string;
  signedIn: boolean;
}

/** An invitation to an organisation, opened by its link: what it gives, and the one act. */
export function JoinByLink({ letter: { role, expiresOn, organisation }, token, signedIn }: Props) {
  const there = useHref(paths.organisation(organisation.slug));
  return (
    <Ruled>
      <PageHead
        margin={m.role_invitation()}
        note={m.role_invitation_expires({ date: formatDate(expiresOn) })}
        title={m.organisation_invitation_from({ name: organisation.name })}
        tab={m.role_invitation()}
        lead={role === "ADMINISTRATOR" ? m.organisation_invitation_lead_keeper() : m.organisation_invitation_lead()}
      />
      <Row>
        {signedIn ? (
          <Act
            mutation={joinOrganisation}
            again={[]}
            primary
            input={(fields) => ({ token, name: signedName(fields) })}
            onDone={() => location.assign(there)}
            label={m.organisation_join()}
          >
            <SignField />
          </Act>
        ) : (
          <p>
            <More to={paths.signIn()}>{m.person_sign_in()}</More> {m.organisation_invitation_sign_in()}
          </p>
        )}
      </Row>
    </Ruled>
  );
}

JoinByLink.fragment = fragment;
