import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { roleNames, stateNames } from "../../features/organisation/organisation.labels.ts";
import type { DeskOrganisations_viewer } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { More } from "../../ui/More.tsx";
import { Fold } from "../../ui/Part.tsx";

const fragment: TypedDocumentNode<DeskOrganisations_viewer> = gql`
  fragment DeskOrganisations_viewer on Viewer {
    id
    memberships {
      id
      role
      organisation {
        id
        slug
        name
        state
      }
    }
  }
`;

/** The organisations of an account, and the door to register one. */
export const DeskOrganisations = ({ memberships }: DeskOrganisations_viewer) => (
  <Fold id="organisations" heading={m.organisation_desk()} note={memberships.length || undefined}>
    <p>{m.organisation_desk_lead()}</p>
    {memberships.length > 0 && (
      <ul className="flow">
        {memberships.map(({ id, role, organisation: { slug, name, state } }) => (
          <li key={id}>
            <Link to={paths.organisation(slug)} lang={contentLang()}>
              {name}
            </Link>
            <div className="quiet">
              {roleNames[role]()} · {stateNames[state]()}
            </div>
          </li>
        ))}
      </ul>
    )}
    <div className="cluster">
      <ButtonLink to={paths.organisationNew()}>{m.organisation_new()}</ButtonLink>
      <More to={paths.organisations()}>{m.organisation_title()}</More>
    </div>
  </Fold>
);

DeskOrganisations.fragment = fragment;
