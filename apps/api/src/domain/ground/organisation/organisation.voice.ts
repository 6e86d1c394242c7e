import { type EntityManager, MoreThan } from "typeorm";
import type { OrganisationRole } from "../../../graphql/resolvers.generated.ts";
import type { Act } from "../../../platform/context.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { signed } from "../../../platform/secret.ts";
import { isId } from "../../../platform/text/text.ts";
import { type Viewer, visitor } from "../../../platform/viewer.ts";
import {
  type Organisation,
  OrganisationInvitations,
  OrganisationMembers,
  Organisations,
} from "./organisation.entity.ts";
import { isIn, organisationPolicy } from "./organisation.policy.ts";

/** The part of a viewer in an organisation; null for others. */
export async function roleIn(
  db: EntityManager,
  { id }: Viewer,
  organisationId: string,
): Promise<OrganisationRole | null> {
  if (!id) return null;
  return (await db.findOneBy(OrganisationMembers, { organisationId, personId: id }))?.role ?? null;
}

/** Number of people who administer an organisation. */
export const administratorsIn = (db: EntityManager, organisationId: string) =>
  db.countBy(OrganisationMembers, { organisationId, role: "ADMINISTRATOR" });

/**
 * Takes back the links of an organisation that wait, when somebody administers it no more: nobody comes back by a link that
 * they made, and no link says who made it.
 */
export const takeLinksBack = (db: EntityManager, organisationId: string, now: Date) =>
  db.delete(OrganisationInvitations, { organisationId, expiresAt: MoreThan(now) });

/** An organisation that a text is written for. */
export type Spoken = Pick<Organisation, "id" | "name" | "territoryId">;

/** Finds the organisation in whose name a viewer writes: confirmed, and theirs; null where they write for themselves. */
export async function spokenFor(
  { db, viewer }: Pick<Act, "db" | "viewer">,
  id: string | null | undefined,
): Promise<Spoken | null> {
  if (!id) return null;
  const organisation = isId(id) ? await db.findOneBy(Organisations, { id: id.toLowerCase() }) : null;
  if (!organisation || !organisationPolicy.speak(organisation, await roleIn(db, viewer, organisation.id)))
    throw new Refusal("NOT_A_MEMBER", "organisationId");
  return organisation;
}

/** The same act as the organisation does it: neither an account nor a device tells its members apart. */
export const actAs = (act: Act, spoken: Spoken | null): Act =>
  spoken
    ? {
        ...act,
        viewer: visitor,
        deviceIsNew: () => false,
        deviceAt: (subjectId) => signed(`organisation at ${subjectId}`, spoken.id).toString("hex"),
      }
    : act;

/**
 * Refuses to change or take back what was said in the name of an organisation to whoever left it, even with its code.
 * Nobody keeps that of an organisation that has no member any more.
 */
export async function keepVoice({ db, viewer }: Pick<Act, "db" | "viewer">, organisationId: string | null) {
  if (organisationId && !isIn(await roleIn(db, viewer, organisationId))) throw new Refusal("NOT_A_MEMBER", "code");
}
