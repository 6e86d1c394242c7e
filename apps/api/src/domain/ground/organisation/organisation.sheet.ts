import type { Complete, Forgotten, Kept } from "@cahier/schema/fields";
import { nobodyElse, organisationFields } from "@cahier/schema/ground/organisation.fields";
import type { EntityManager } from "typeorm";
import type { OrganisationFieldsInput } from "../../../graphql/resolvers.generated.ts";
import { readFields } from "../../../platform/fields.ts";
import { noted, type ProblemFound, Refusal } from "../../../platform/refusal.ts";
import { refuseReserved, refuseStandingFor } from "../../../platform/reserved.ts";
import { carriesContact } from "../../../platform/text/contact.ts";
import { likeness } from "../../../platform/text/likeness.ts";
import { pageAddress } from "../../../platform/text/pageAddress.ts";
import { namesOfInstance } from "../instance/instance.queries.ts";
import { territoryNamed } from "../territory/territory.queries.ts";
import { Terms } from "../theme/theme.entity.ts";
import type { Organisation } from "./organisation.entity.ts";

/** The sheet of an organisation, as it is kept. */
export type OrganisationSheet = Kept<typeof organisationFields> & Pick<Organisation, "territoryId" | "likeness">;

/** An input that no field keeps would be accepted and thrown away: it does not compile. */
export type NothingForgotten = Complete<Forgotten<OrganisationFieldsInput, typeof organisationFields, "territory">>;

/** Reads a sheet, new or over the one `before`; all that is wrong with it is refused at once, each at its field. */
export async function sheetOf(
  db: EntityManager,
  input: OrganisationFieldsInput,
  before: Organisation | null,
): Promise<OrganisationSheet> {
  const problems: ProblemFound[] = [];
  const terms = await db.findBy(Terms, { kind: "ORGANISATION_TYPE" });
  const kinds = new Set(terms.map(({ key }) => key).filter((key) => key !== nobodyElse));
  const sheet = readFields(organisationFields, input, before, problems, { ORGANISATION_TYPE: kinds });
  const page = sheet.website && pageAddress(sheet.website);
  if (sheet.website && !page) problems.push({ code: "NOT_A_LINK", field: "website" });
  // The page has a place for its address: a telephone number or a mailbox in its words would show unread.
  for (const field of ["name", "about"] as const)
    if (carriesContact(sheet[field])) problems.push({ code: "CARRIES_CONTACT", field });
  const territoryId = noted(problems, await territoryNamed(db, input.territory));
  if (problems.length > 0) throw new Refusal(problems);
  await refuseReserved(db, { name: sheet.name });
  // An organisation bears a mark once it is confirmed: none speaks for who organises, nor for a part of it.
  refuseStandingFor(await namesOfInstance(db), { name: sheet.name });
  const kept = input.territory === undefined && before;
  return {
    ...sheet,
    likeness: likeness(sheet.name),
    website: page,
    territoryId: kept ? kept.territoryId : territoryId,
  };
}

/** Refuses a name that another organisation of the same territory has; homonyms of elsewhere are others. */
export async function refuseTaken(
  db: EntityManager,
  { likeness: alike, territoryId }: Pick<OrganisationSheet, "likeness" | "territoryId">,
  id: string | null,
) {
  const [{ taken }] = await db.query<[{ taken: boolean }]>(
    `select exists (select from organisation where likeness = $1 and state in ('REGISTERED', 'CONFIRMED')
       and territory_id is not distinct from $2 and id is distinct from $3) as taken`,
    [alike, territoryId, id],
  );
  if (taken) throw new Refusal("NAME_TAKEN", "name");
}
