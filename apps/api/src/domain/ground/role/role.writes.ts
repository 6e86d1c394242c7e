import type { EntityManager } from "typeorm";
import type { Role } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { heldNow } from "../../../platform/viewer.ts";
import { WorkingGroups } from "../group/group.entity.ts";
import { Territories } from "../territory/territory.entity.ts";
import { type RoleGrant, RoleGrants, type RoleScope } from "./role.entity.ts";
import { rolePolicy } from "./role.policy.ts";

interface ScopeInput {
  role: Role;
  group?: string | null;
  territory?: string | null;
  endsOn?: string | null;
}

export type GivenRole = RoleScope & Pick<RoleGrant, "endsOn">;

/** Reads a role to give with its scope and its end, and holds the viewer to their right to give it. */
export async function givenRole({ db, viewer, now }: Transaction, input: ScopeInput): Promise<GivenRole> {
  authorize(rolePolicy.giveSome(viewer));
  const { role } = input;
  const group = input.group ? await db.findOneBy(WorkingGroups, { slug: input.group.replaceAll("\0", "") }) : null;
  if (input.group && !group) throw new Refusal("UNKNOWN_CHOICE", "group");
  const everywhere = viewer.has("ADMINISTRATOR");
  // A facilitator names the group: the page asks for it, rather than say no.
  if (!group && !everywhere && role !== "ADMINISTRATOR") throw new Refusal("REQUIRED", "group");
  authorize(rolePolicy.give(viewer, { role, groupId: group?.id ?? null }));
  if (role === "ADMINISTRATOR" && group) throw new Refusal("NO_SCOPE", "group");
  const territory = input.territory
    ? await db.findOneBy(Territories, { slug: input.territory.replaceAll("\0", "") })
    : null;
  if (role !== "REFERENT" && input.territory) throw new Refusal("NO_SCOPE", "territory");
  if (role === "REFERENT" && !territory)
    throw new Refusal(input.territory ? "UNKNOWN_TERRITORY" : "TERRITORY_REQUIRED", "territory");
  const endsOn = input.endsOn ?? null;
  if (endsOn && endsOn < dayOf(now)) throw new Refusal("DATES_CROSSED", "endsOn");
  return { role, groupId: group?.id ?? null, territoryId: territory?.id ?? null, endsOn };
}

/** Writes a role somebody does not hold yet; null when they do. Two tries wait for each other. */
export async function grant(
  { db, record, now }: Transaction,
  personId: string,
  { role, groupId, territoryId, endsOn }: GivenRole,
  grantedById: string | null,
): Promise<RoleGrant | null> {
  await db.query("select 1 from person where id = $1 for update", [personId]);
  if (await heldBy(db, personId, { role, groupId, territoryId })) return null;
  const row = { personId, role, groupId, territoryId, endsOn, grantedById, grantedAt: now };
  const { identifiers } = await db.insert(RoleGrants, row);
  const given = await db.findOneByOrFail(RoleGrants, { id: identifiers[0]!.id as string });
  await record("role.given", given, { role, groupId, territoryId });
  return given;
}

/** A role that somebody holds now. */
export const heldBy = (db: EntityManager, personId: string, { role, groupId, territoryId }: RoleScope) =>
  db
    .createQueryBuilder(RoleGrants, "it")
    .where("it.personId = :personId and it.role = :role", { personId, role })
    .andWhere("it.groupId is not distinct from :groupId", { groupId })
    .andWhere("it.territoryId is not distinct from :territoryId", { territoryId })
    .andWhere(heldNow("it"))
    .getOne();

/** Refuses what would leave nobody to administer the site. All ends of administrators wait for one another. */
export async function keepAdministrator(db: EntityManager, endedId: string) {
  const left = await db.query<{ id: string }[]>(
    `select g.id from role_grant g join person p on p.id = g.person_id
     where g.role = 'ADMINISTRATOR' and g.ends_on is null and g.ended_at is null
       and p.email is not null order by g.id for update of g`,
  );
  if (!left.some(({ id }) => id !== endedId)) throw new Refusal("LAST_ADMINISTRATOR");
}

/** True while somebody administers the site. */
export const hasAdministrator = async (db: EntityManager) =>
  (await db.query<unknown[]>(`select 1 from role_grant g where g.role = 'ADMINISTRATOR' and ${heldNow("g")} limit 1`))
    .length > 0;
