import type { Complete, Forgotten, Kept } from "@cahier/schema/fields";
import { interlocutorFields } from "@cahier/schema/ground/interlocutor.fields";
import type { EntityManager } from "typeorm";
import type { InterlocutorFieldsInput } from "../../../graphql/resolvers.generated.ts";
import { readFields } from "../../../platform/fields.ts";
import { noted, type ProblemFound, Refusal } from "../../../platform/refusal.ts";
import { pageAddress } from "../../../platform/text/pageAddress.ts";
import { territoryNamed } from "../territory/territory.queries.ts";
import { Terms } from "../theme/theme.entity.ts";
import { isMail, looksPrivate } from "./contact.ts";
import type { Interlocutor } from "./interlocutor.entity.ts";

/** The sheet of an office, as it is kept. */
type InterlocutorSheet = Kept<typeof interlocutorFields> & Pick<Interlocutor, "territoryId">;

/** An input that no field keeps would be accepted and thrown away: it does not compile. */
export type NothingForgotten = Complete<Forgotten<InterlocutorFieldsInput, typeof interlocutorFields, "territory">>;

/** Reads a sheet, new or over the one `before`; all that is wrong with it is refused at once, each at its field. */
export async function sheetOf(
  db: EntityManager,
  input: InterlocutorFieldsInput,
  before: Interlocutor | null,
): Promise<InterlocutorSheet> {
  const problems: ProblemFound[] = [];
  const terms = await db.findBy(Terms, { kind: "INTERLOCUTOR_CATEGORY" });
  const sheet = readFields(interlocutorFields, input, before, problems, {
    INTERLOCUTOR_CATEGORY: new Set(terms.map(({ key }) => key)),
  });
  const { contactMail, contactUrl } = sheet;
  if (contactMail && !isMail(contactMail)) problems.push({ code: "NOT_AN_EMAIL", field: "contactMail" });
  else if (contactMail && looksPrivate(contactMail)) problems.push({ code: "PRIVATE_ADDRESS", field: "contactMail" });
  const page = contactUrl && pageAddress(contactUrl);
  if (contactUrl && !page) problems.push({ code: "NOT_A_LINK", field: "contactUrl" });
  const named = await territoryNamed(db, input.territory);
  const territoryId = noted(problems, named);
  if (problems.length > 0) throw new Refusal(problems);
  const kept = input.territory === undefined && before;
  return { ...sheet, contactUrl: page, territoryId: kept ? kept.territoryId : territoryId };
}
