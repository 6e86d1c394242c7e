import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { interlocutorFields } from "@cahier/schema/ground/interlocutor.fields";
import { sentOf, type Typed, typedOf } from "@cahier/schema/typed";
import type { InterlocutorFieldsInput, InterlocutorSheet } from "../../graphql/operations.generated.ts";

/** All that the sheet of an office says, for its page and for the form that rewrites it. */
export const interlocutorSheet: TypedDocumentNode<InterlocutorSheet> = gql`
  fragment InterlocutorSheet on Interlocutor {
    id
    slug
    version
    name
    level
    category
    territory {
      id
      slug
      name
    }
    remit
    approach
    bring
    timing
    months
    contact {
      mail
      url
      postal
    }
  }
`;

/** An office as it is typed. */
export type OfficeFields = Typed<typeof interlocutorFields> & { territory: string };

export const noOffice: OfficeFields = { ...typedOf(interlocutorFields, null), territory: "" };

/** An office to be written: a field that the fragment leaves out does not compile. */
export const officeFieldsOf = (it: InterlocutorSheet): OfficeFields => ({
  ...typedOf(interlocutorFields, {
    ...it,
    contactMail: it.contact.mail,
    contactUrl: it.contact.url,
    contactPostal: it.contact.postal,
  }),
  territory: it.territory?.slug ?? "",
});

/** The whole sheet, as it is sent. A level is chosen before: the form asks for it. */
export const sentFields = (fields: OfficeFields): InterlocutorFieldsInput => ({
  ...sentOf(interlocutorFields, fields),
  level: fields.level || "LOCAL",
  territory: fields.territory || null,
});

/** Names of the fields, by the form and by the problems of the API. */
export const fieldNames: Record<keyof OfficeFields, () => string> = {
  name: m.interlocutor_field_name,
  level: m.interlocutor_field_level,
  category: m.interlocutor_field_category,
  territory: m.interlocutor_territory,
  remit: m.interlocutor_field_remit,
  approach: m.interlocutor_field_approach,
  bring: m.interlocutor_field_bring,
  timing: m.interlocutor_field_timing,
  months: m.interlocutor_field_months,
  contactMail: m.interlocutor_field_contactMail,
  contactUrl: m.interlocutor_field_contactUrl,
  contactPostal: m.interlocutor_field_contactPostal,
};

/** Fields that the page places by hand, in its head and as the contact point. */
type Placed = "name" | "level" | "category" | "remit" | "contactMail" | "contactUrl" | "contactPostal";

/** The others, listed on the page. */
export const listedFields = Object.keys({
  approach: true,
  bring: true,
  timing: true,
  months: true,
} satisfies Record<Exclude<keyof typeof interlocutorFields, Placed>, true>) as Exclude<
  keyof typeof interlocutorFields,
  Placed
>[];
