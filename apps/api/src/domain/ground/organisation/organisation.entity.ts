/**
 * Words said in the name of an organisation are kept with its id, and with nobody's: no row tells which of its members
 * wrote. Membership is a row that goes when somebody leaves.
 */
import type { Kept } from "@cahier/schema/fields";
import { organisationFields } from "@cahier/schema/ground/organisation.fields";
import { EntitySchema } from "typeorm";
import type { OrganisationRole, OrganisationState } from "../../../graphql/resolvers.generated.ts";
import { column, optionalReference, reference } from "../../../platform/data/columns.ts";
import { columnsFor } from "../../../platform/fields.ts";
import { type TextVisibility, visibilityColumns } from "../moderation/visibility.columns.ts";

/** An association, a co-operative… that speaks as itself through its members, once the team confirmed it. */
export interface Organisation extends Kept<typeof organisationFields>, TextVisibility {
  id: string;
  slug: string;
  /** Its name as it is compared with others: letters that look alike are one. */
  likeness: string;
  territoryId: string | null;
  state: OrganisationState;
  registeredOn: string;
  judgedOn: string | null;
  /** Reason it was refused. */
  reason: string | null;
  version: number;
}

export const Organisations = new EntitySchema<Organisation>({
  name: "Organisation",
  columns: {
    id: column.orderedId,
    slug: { ...column.text, unique: true },
    likeness: { ...column.text, default: "" },
    ...columnsFor(organisationFields),
    territoryId: optionalReference("Territory"),
    ...visibilityColumns,
    state: { ...column.text, default: "REGISTERED" },
    registeredOn: column.day,
    judgedOn: column.optionalDay,
    reason: column.optionalText,
    version: column.version,
  },
  indices: [{ name: "organisation_likeness", columns: ["likeness"] }],
});

/** Somebody with an account who belongs to an organisation, or asked to. */
export interface OrganisationMember {
  id: string;
  organisationId: string;
  personId: string;
  role: OrganisationRole;
  since: string;
}

export const OrganisationMembers = new EntitySchema<OrganisationMember>({
  name: "OrganisationMember",
  columns: {
    id: column.orderedId,
    organisationId: reference("Organisation"),
    personId: reference("Person"),
    role: column.text,
    since: column.day,
  },
  indices: [
    { name: "organisation_member_once", columns: ["organisationId", "personId"], unique: true },
    { name: "organisation_member_person", columns: ["personId"] },
  ],
});

/** A link by which somebody joins an organisation, once: its secret is kept as a digest, and it ends when it is used. */
export interface OrganisationInvitation {
  id: string;
  /** Made by the browser of its author: a second try finds the first. */
  key: string;
  tokenDigest: string;
  organisationId: string;
  role: OrganisationRole;
  expiresAt: Date;
}

export const OrganisationInvitations = new EntitySchema<OrganisationInvitation>({
  name: "OrganisationInvitation",
  columns: {
    id: column.randomId,
    key: { ...column.text, unique: true },
    tokenDigest: { ...column.text, unique: true },
    organisationId: reference("Organisation"),
    role: column.text,
    expiresAt: column.instant,
  },
  indices: [{ name: "organisation_invitation_of", columns: ["organisationId"] }],
});

/** The organisation that the rights are about. */
export type OrganisationRights = Organisation;

/** A membership, as its holder sees it. */
export type OrganisationMembership = OrganisationMember;

/** The invitation of a link that opens. */
export type OrganisationLetter = OrganisationInvitation;
