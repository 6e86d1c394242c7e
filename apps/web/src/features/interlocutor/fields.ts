import { m } from "@cahier/schema/messages";
import type {
  InterlocutorFieldsInput,
  InterlocutorLevel,
  RegisteredInterlocutor,
} from "../../graphql/operations.generated.ts";

/** What is typed of an office. */
export interface OfficeFields {
  name: string;
  level: InterlocutorLevel | "";
  category: string;
  territory: string;
  remit: string;
  approach: string;
  bring: string;
  timing: string;
  months: number[];
  contactMail: string;
  contactUrl: string;
  contactPostal: string;
}

export const noOffice: OfficeFields = {
  name: "",
  level: "",
  category: "",
  territory: "",
  remit: "",
  approach: "",
  bring: "",
  timing: "",
  months: [],
  contactMail: "",
  contactUrl: "",
  contactPostal: "",
};

export const officeFieldsOf = (it: RegisteredInterlocutor): OfficeFields => ({
  name: it.name,
  level: it.level,
  category: it.category,
  territory: it.territory?.slug ?? "",
  remit: it.remit,
  approach: it.approach ?? "",
  bring: it.bring ?? "",
  timing: it.timing ?? "",
  months: [...it.months],
  contactMail: it.contact.mail ?? "",
  contactUrl: it.contact.url ?? "",
  contactPostal: it.contact.postal ?? "",
});

/** As they are sent. A level is chosen before: the form asks for it. */
export const sentFields = (fields: OfficeFields): InterlocutorFieldsInput => ({
  ...fields,
  level: fields.level || "LOCAL",
  territory: fields.territory || null,
});

export const fieldNames: Record<keyof OfficeFields, () => string> = {
  name: m.interlocutor_form_name,
  level: m.interlocutor_level,
  category: m.interlocutor_category,
  territory: m.interlocutor_territory,
  remit: m.interlocutor_form_remit,
  approach: m.interlocutor_approach,
  bring: m.interlocutor_bring,
  timing: m.interlocutor_timing,
  months: m.interlocutor_form_months,
  contactMail: m.interlocutor_form_mail,
  contactUrl: m.interlocutor_form_url,
  contactPostal: m.interlocutor_form_postal,
};
