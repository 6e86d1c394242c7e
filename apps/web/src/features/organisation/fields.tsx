import { gql, type TypedDocumentNode } from "@apollo/client";
import { organisationFields } from "@cahier/schema/ground/organisation.fields";
import { m } from "@cahier/schema/messages";
import { sentOf, type Typed, typedOf } from "@cahier/schema/typed";
import type { OrganisationFieldsInput, OrganisationSheet } from "../../graphql/operations.generated.ts";

/** All that the sheet of an organisation says, for its page and for the form that rewrites it. */
export const organisationSheet: TypedDocumentNode<OrganisationSheet> = gql`
  fragment OrganisationSheet on Organisation {
    id
    slug
    version
    name
    kind
    territory {
      id
      slug
      name
    }
    website
    about
    state
  }
`;

/** An organisation as it is typed. */
export type OrganisationTyped = Typed<typeof organisationFields> & { territory: string };

export const noOrganisation: OrganisationTyped = { ...typedOf(organisationFields, null), territory: "" };

/** An organisation to be written: a field that the fragment leaves out does not compile. */
export const typedFrom = (it: OrganisationSheet): OrganisationTyped => ({
  ...typedOf(organisationFields, it),
  territory: it.territory?.slug ?? "",
});

/** The whole sheet, as it is sent. */
export const sentFrom = (fields: OrganisationTyped): OrganisationFieldsInput => ({
  ...sentOf(organisationFields, fields),
  territory: fields.territory || null,
});

/** Names of the fields, by the form and by the problems of the API. */
export const fieldNames: Record<keyof OrganisationTyped, () => string> = {
  name: m.organisation_field_name,
  kind: m.organisation_field_kind,
  territory: m.organisation_field_territory,
  website: m.organisation_field_website,
  about: m.organisation_field_about,
};
